import { raw } from 'hono/html'
import type { KeptPathView, WorkbenchAnswer } from '../../answers/targets/types.ts'
import { entryOf, pathStates, polarities } from '../../shared/codes.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { capitalised, dayInWords } from '../../shared/words.ts'
import { Headline } from '../components/choices.tsx'
import { indicatorLink } from '../components/indicator-link.ts'
import { markdown } from '../components/markdown.ts'
import { figure, linkTo, unitLine, withUnit } from '../components/wording.ts'
import { ErrorSummary, type FieldProblem } from '../forms/error-summary.tsx'
import { Page } from '../frame/page.tsx'
import type { OrganisationContext } from '../show-page.ts'
import { fieldsOf, type PathFields } from './ask.ts'
import { PathForm } from './path-form.tsx'
import { ChartTable, PathChart, PathMeans, pathInWords } from './path-means.tsx'
import { AgreeForm, ProposeForm, type Written } from './save-form.tsx'

type Props = {
  readonly context: OrganisationContext
  readonly answer: WorkbenchAnswer
  /** What was asked for, as it was typed; empty where nothing was. */
  readonly fields: PathFields
  readonly problems: readonly FieldProblem[]
  /** What was written in the form that was sent; null where none was. */
  readonly written: Written | null
  /** The number of what was saved just now; null where nothing was. */
  readonly saved: string | null
}

/** One indicator's targets: where it stands, a path that is asked for, and the path that is kept. */
export function WorkbenchPage({ context, answer, fields, problems, written, saved }: Props) {
  const { frame, organisation } = context
  const { indicator, kept, asked } = answer
  const start = `/${organisation.slug}/targets`
  const action = `${start}/${indicator.slug}`
  const isAsked = fields.shape !== undefined
  const shown = isAsked ? fields : fieldsOf(answer)
  const forms = { context, answer, action, problems, written }
  const isToday = frame.asAt === undefined
  const title = `Targets: ${indicator.shortName}`
  return (
    <Page frame={frame} title={problems.length > 0 ? `Error: ${title}` : title} kind="wide">
      <ErrorSummary problems={problems} />
      <p class="back">
        <a href={linkTo(start, { 'as-at': frame.asAt })}>All targets</a>
      </p>
      <Headline eyebrow={`${organisation.name} · ${answer.framework.name} · Targets`} title={indicator.name}>
        {standing(answer)}{' '}
        <a href={indicatorLink(organisation.slug, indicator.slug, frame.asAt)}>Everything about this indicator</a>
      </Headline>
      {saved && <Saved organisation={organisation.slug} n={saved} kept={kept} />}
      <section class="section" aria-labelledby="stands">
        <h2 id="stands">{asked ? 'The path you ask for' : kept ? 'The path that is kept' : 'Where it stands'}</h2>
        <div class="path-beside">
          <div>
            <p class="chart-subtitle">
              {asked || kept
                ? `${pathInWords(answer, (asked ?? kept?.path) as KeptPathView['path'])}.`
                : unitLine(indicator)}
            </p>
            <PathChart answer={answer} path={asked ?? kept?.path ?? null} />
            <ChartTable answer={answer} path={asked ?? kept?.path ?? null} />
            <Around answer={answer} />
          </div>
          {asked && (
            <section aria-labelledby="means">
              <h3 class="visually-hidden" id="means">
                What this path means
              </h3>
              <PathMeans answer={answer} path={asked} id="asked" />
            </section>
          )}
          {!asked && kept && (
            <section aria-labelledby="kept">
              <h3 id="kept">{capitalised(stateOf(kept))}</h3>
              {kept.writtenAfter && <p>{kept.writtenAfter}</p>}
              <PathMeans answer={answer} path={kept.path} id="kept-path" />
            </section>
          )}
        </div>
        {asked && isToday && <ProposeForm {...forms} fields={fields} />}
        {asked && !isToday && <p class="hint">To keep it as a proposal, look at the page as known today.</p>}
      </section>
      <section class="section" aria-labelledby="path">
        <h2 id="path">{kept || asked ? 'Try another path' : 'Propose a path'}</h2>
        <PathForm answer={answer} fields={shown} problems={problems} action={action} asAt={frame.asAt} />
      </section>
      {kept && (
        <section class="section" aria-labelledby="reasons">
          <h2 id="reasons">Why this path</h2>
          <Words kept={kept} />
          {isToday && <AgreeForm {...forms} />}
        </section>
      )}
      <AgeGroups answer={answer} asAt={frame.asAt} />
      <Versions answer={answer} dayOf={context.services.dayOf} />
    </Page>
  )
}

function standing({ indicator, current, kept }: WorkbenchAnswer): string {
  const now = current
    ? `Latest: ${withUnit(current.shown, indicator)} in ${periodInWords(current.period)}.`
    : 'No figure has been recorded yet.'
  return kept ? `${now} A path is ${stateOf(kept)}.` : `${now} No path is proposed yet.`
}

function stateOf({ state, agreedBy, agreedOn, knownOn }: KeptPathView): string {
  const { label } = entryOf(pathStates, state)
  return state === 'agreed'
    ? `${label} by ${agreedBy} on ${dayInWords(agreedOn || knownOn)}`
    : `${label}, ${dayInWords(knownOn)}`
}

function Saved({ organisation, n, kept }: { organisation: string; n: string; kept: KeptPathView | null }) {
  return (
    <div class="path-saved" role="status">
      <p>
        <strong>
          {kept?.state === 'agreed' ? 'Recorded as agreed: its targets are rated now.' : 'Saved as a proposal.'}
        </strong>{' '}
        <a href={`/${organisation}/import/${n}/undo`}>Undo this</a>
      </p>
    </div>
  )
}

/** What the lines of other areas say, and what is known of the subject on another basis. */
function Around({ answer: { beside, related } }: { answer: WorkbenchAnswer }) {
  const sentences = [...beside, ...related]
  if (sentences.length === 0) return null
  return (
    <ul class="path-around">
      {sentences.map(sentence => (
        <li>{sentence}</li>
      ))}
    </ul>
  )
}

function Words({ kept: { words } }: { kept: KeptPathView }) {
  const polarity = (code: typeof words.polarityUsed) => entryOf(polarities, code).label
  const differs = words.polarityPrinted !== words.polarityUsed
  return (
    <dl class="path-words">
      <Entry label="Definition">{words.definition}</Entry>
      <Entry label="Good">
        {polarity(words.polarityUsed)}
        {differs && `. The document prints: ${polarity(words.polarityPrinted).toLowerCase()}`}
      </Entry>
      <Entry label="Owner">{words.owner || 'not stated'}</Entry>
      <Long label="Rationale" text={words.rationale} />
      {words.citation && <Entry label="Good practice is stated in">{words.citation}</Entry>}
      <Long label="Factors likely to affect performance" text={words.factors} />
      <Long label="Alternatives considered" text={words.alternatives} />
      {words.note && <Entry label="Note">{words.note}</Entry>}
    </dl>
  )
}

function Entry({ label, children }: { label: string; children?: unknown }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}

function Long({ label, text }: { label: string; text: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{text ? raw(markdown(text)) : 'not written yet'}</dd>
    </>
  )
}

function AgeGroups({ answer, asAt }: { answer: WorkbenchAnswer; asAt: string | undefined }) {
  const { ageGroups, organisation, indicator } = answer
  if (ageGroups.length === 0) return null
  const years = [...new Set(ageGroups.flatMap(group => group.targets.map(({ period }) => period)))].sort()
  return (
    <section class="section" aria-labelledby="ages">
      <h2 id="ages">Age groups side by side</h2>
      <section class="table-scroll" aria-labelledby="ages-caption" tabindex={0}>
        <table class="values">
          <caption id="ages-caption">
            Targets by age group <span class="quiet">{unitLine(indicator)}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">Age group</th>
              <th scope="col">Starts from</th>
              {years.map(year => (
                <th scope="col" class="number">
                  {year}
                </th>
              ))}
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {ageGroups.map(group => (
              <tr>
                <th scope="row">
                  {group.slug === indicator.slug ? (
                    group.name
                  ) : (
                    <a href={linkTo(`/${organisation.slug}/targets/${group.slug}`, { 'as-at': asAt })}>{group.name}</a>
                  )}
                </th>
                <td>{group.baseline}</td>
                {years.map(year => {
                  const target = group.targets.find(({ period }) => period === year)
                  return <td class="number">{target ? figure(target.shown) : 'none'}</td>
                })}
                <td>{group.state ? entryOf(pathStates, group.state).label : 'no path'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function Versions({ answer, dayOf }: { answer: WorkbenchAnswer; dayOf: (instant: string) => string }) {
  const { versions, organisation } = answer
  if (versions.length === 0) return null
  return (
    <section class="section" aria-labelledby="versions">
      <h2 id="versions">Every version</h2>
      <section class="table-scroll" aria-labelledby="versions-caption" tabindex={0}>
        <table class="values">
          <caption id="versions-caption">The latest first</caption>
          <thead>
            <tr>
              <th scope="col">Known on</th>
              <th scope="col">State</th>
              <th scope="col">Targets</th>
              <th scope="col">Recorded</th>
            </tr>
          </thead>
          <tbody>
            {versions.map(version => (
              <tr>
                <th scope="row">{dayInWords(version.knownOn)}</th>
                <td>
                  {entryOf(pathStates, version.state).label}
                  {version.agreedBy && version.state === 'agreed' && ` by ${version.agreedBy}`}
                </td>
                <td>{version.targets}</td>
                <td>
                  {dayInWords(dayOf(version.recordedAt))}
                  {version.who && ` by ${version.who}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="hint">
        What was saved here stands among the <a href={`/${organisation.slug}/import`}>imports</a>, where it can be
        undone.
      </p>
    </section>
  )
}
