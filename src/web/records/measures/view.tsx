import type { FiguresAnswer } from '../../../measures/ask.ts'
import type { HeldMeasure } from '../../../measures/holdings/holdings.ts'
import { linkTo } from '../../components/wording.ts'
import { queryOf, twelveMonths } from '../choice.ts'
import { DataTable, shownNumber } from '../data-table.tsx'
import { RecordsDownloads } from '../downloads.tsx'
import { RecordsPage, recordsPath } from '../frame.tsx'
import type { RecordsContext } from '../page.tsx'
import { peopleLink } from '../people/link.ts'
import { measureSlug } from './slug.ts'

type Props = { readonly answer: FiguresAnswer; readonly context: RecordsContext }

/** Every measure with its breakdowns; each leads to how it came about, each count to who is in it. */
export function MeasuresPage({ answer, context }: Props) {
  const { choice, month, holdings, organisation } = context
  const code = choice.council.code
  const figures = answer.figures.filter(({ council }) => council === code)
  const unknowns = answer.unknowns.filter(({ council, count }) => council === code && count > 0)
  const path = recordsPath(organisation.slug, '/measures')
  return (
    <RecordsPage
      context={context}
      here="/measures"
      title={`ASCOF measures of ${twelveMonths(month)}`}
      choice={choice}
      hasMonths
      lead="Exact counts from the records, as the national scripts make them. The numerator is whom a measure counts, the denominator whom it divides by."
      notes={notesOf(answer.notes, code)}
    >
      {[...Map.groupBy(holdings.measures, ({ title }) => title)].map(([title, measures], at) => (
        <section class="section" aria-labelledby={`measure-${at + 1}`}>
          <h2 id={`measure-${at + 1}`}>{title}</h2>
          <DataTable
            caption={`${title}: ${measures.map(({ measure }) => measure).join(', ')}`}
            columns={[
              { heading: 'Measure' },
              { heading: 'Numerator', isNumber: true },
              { heading: 'Denominator', isNumber: true },
              { heading: 'Outcome', isNumber: true },
            ]}
            rows={measures.flatMap(held =>
              figures.filter(({ measure }) => measure === held.measure).map(row => rowOf(row, held, context, path)),
            )}
          />
          {figures.some(
            each => hasOthers(each, figures) && measures.some(({ measure }) => measure === each.measure),
          ) && <p class="section-lead">The total includes those of unknown age or other sex.</p>}
        </section>
      ))}
      {unknowns.length > 0 && (
        <section class="section" aria-labelledby="unknowns">
          <h2 id="unknowns">Not known</h2>
          <DataTable
            caption="People of whom a measure does not know enough"
            columns={[{ heading: 'Measure' }, { heading: 'What is not known' }, { heading: 'Count', isNumber: true }]}
            rows={unknowns.map(each => [each.measure, each.description, shownNumber(each.count)])}
          />
        </section>
      )}
      <RecordsDownloads
        files={[{ base: 'measures', words: 'Measures' }]}
        path={`${path}/files`}
        query={queryOf(choice)}
      />
    </RecordsPage>
  )
}

type Figure = FiguresAnswer['figures'][number]

/** Whether a total counts some whom none of its parts counts. */
export function hasOthers(total: Figure, figures: readonly Figure[]): boolean {
  const group = (breakdown: string) => breakdown.split(' | ').slice(0, -1).join(' | ')
  if (!/(^| \| )Total$/.test(total.breakdown)) return false
  const parts = figures.filter(
    each =>
      each.council === total.council &&
      each.measure === total.measure &&
      each.breakdown !== total.breakdown &&
      group(each.breakdown) === group(total.breakdown),
  )
  const isMore = (part: 'numerator' | 'denominator') =>
    (total[part] ?? 0) > parts.reduce((sum, each) => sum + (each[part] ?? 0), 0)
  return parts.length > 1 && (isMore('numerator') || isMore('denominator'))
}

function rowOf(figure: Figure, held: HeldMeasure, context: RecordsContext, path: string) {
  const { measure, breakdown, numerator, denominator, outcome } = figure
  const query = queryOf(context.choice)
  const shown = (part: 'numerator' | 'denominator', count: number | null) => {
    if (!count || (part === 'denominator' && held.isRate)) return shownNumber(count)
    const href = peopleLink(context, { measure, breakdown, part })
    return href === null ? (
      shownNumber(count)
    ) : (
      <a href={href}>
        {shownNumber(count)}
        <span class="visually-hidden">
          {' '}
          {held.counts} in the {part} of {measure}, {breakdown}
        </span>
      </a>
    )
  }
  return [
    <a href={linkTo(`${path}/${measureSlug(measure)}`, { ...query, breakdown })}>
      {measure}, {breakdown}
    </a>,
    shown('numerator', numerator),
    shown('denominator', denominator),
    outcome === null ? '–' : shownOutcome(outcome, held),
  ]
}

/** An outcome with its unit. */
export function shownOutcome(
  outcome: number | null,
  { unit, decimals }: Pick<HeldMeasure, 'unit' | 'decimals'>,
): string {
  if (outcome === null) return '–'
  return `${shownNumber(outcome, decimals)}${unit === 'percent' ? ' %' : ''}`
}

/** The notes that are about a council, or about none. */
export function notesOf(notes: readonly string[], council: string): readonly string[] {
  return notes.filter(note => !/^Council /.test(note) || note.startsWith(`Council ${council} `))
}
