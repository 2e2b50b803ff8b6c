import { raw } from 'hono/html'
import type { NoteView, RoundHeading, RoundRow } from '../../answers/round/types.ts'
import { capitalised } from '../../shared/words.ts'
import { indicatorLink } from '../components/indicator-link.ts'
import { markdown } from '../components/markdown.ts'
import { dashboardLink } from '../dashboard/choice.ts'
import { CategoryTables, Measures } from './measures.tsx'

type Props = { readonly heading: RoundHeading; readonly organisation: string; readonly asAt: string | undefined }

/** A heading of the work with everything that is said under it. */
export function Heading({ heading, organisation, asAt }: Props) {
  const { framework, categories, actions } = heading
  const rows = heading.sections
    .flatMap(section => section.rows)
    .filter(({ row }) => row.latest || !categories.some(({ indicator }) => indicator.slug === row.indicator.slug))
  return (
    <section class="section" aria-labelledby={framework.slug}>
      <h2 id={framework.slug}>{framework.name}</h2>
      <Words heading={heading} organisation={organisation} asAt={asAt} />
      <Measures rows={rows} label={`${framework.name}: measures`} organisation={organisation} asAt={asAt} />
      <CategoryTables categories={categories} />
      {actions.length > 0 && (
        <>
          <h3>Notes to act</h3>
          <ul class="plain-list">
            {actions.map(({ type, description }) => (
              <li>
                <strong>{type === 'review' ? 'REVIEW' : 'ACTION'}:</strong> {description.replace(/\.$/, '')}.
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="round-ways">
        <a href={dashboardLink(organisation, { framework: framework.slug }, asAt)}>All its periods on the dashboard</a>
        {' · '}
        <a href={dashboardLink(organisation, { framework: framework.slug }, asAt, '.csv')}>
          CSV<span class="visually-hidden"> of {framework.name}</span>
        </a>
      </p>
    </section>
  )
}

/** Summary, achievements and concerns: by the rules, and as the officers see them. */
export function Words({ heading, organisation, asAt }: Props) {
  const { framework, summary, difference, sections, notes } = heading
  const rows = sections.flatMap(section => section.rows)
  const points = (point: RoundRow['point']) => rows.filter(row => row.point === point)
  return (
    <>
      <p class="section-lead">{summary}</p>
      {difference && <p class="section-lead">{difference}</p>}
      <Notes notes={notes.summary} />
      <div class="round-points">
        <Points
          name="Achievements"
          id={`${framework.slug}-achievements`}
          rows={points('achievement')}
          notes={notes.achievement}
          organisation={organisation}
          asAt={asAt}
        />
        <Points
          name="Concerns"
          id={`${framework.slug}-concerns`}
          rows={points('concern')}
          notes={notes.concern}
          organisation={organisation}
          asAt={asAt}
        />
      </div>
    </>
  )
}

type PointsProps = {
  readonly name: string
  readonly id: string
  readonly rows: readonly RoundRow[]
  readonly notes: readonly NoteView[]
  readonly organisation: string
  readonly asAt: string | undefined
}

function Points({ name, id, rows, notes, organisation, asAt }: PointsProps) {
  if (rows.length + notes.length === 0) return null
  return (
    <div>
      <h3 id={id}>{name}</h3>
      {rows.length > 0 && (
        <details open={rows.length < 6}>
          <summary>By the rules: {rows.length === 1 ? '1 measure' : `${rows.length} measures`}</summary>
          <ul class="plain-list">
            {rows.map(({ row, says }) => (
              <li>
                <a href={indicatorLink(organisation, row.indicator.slug, asAt)}>{row.indicator.shortName}</a>
                <span class="under">{capitalised(says)}.</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Notes notes={notes} />
    </div>
  )
}

function Notes({ notes }: { readonly notes: readonly NoteView[] }) {
  if (notes.length === 0) return null
  return (
    <div class="round-notes">
      <p class="quiet">Officers say:</p>
      {notes.map(({ text }) => (
        <div class="markdown">{raw(markdown(text))}</div>
      ))}
    </div>
  )
}
