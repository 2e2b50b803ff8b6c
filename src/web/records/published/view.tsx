import type { Reconciled, Reconciliation } from '../../../measures/reconcile/reconcile.ts'
import { roundedText } from '../../../shared/rounding.ts'
import { dayInWords, grouped } from '../../../shared/words.ts'
import { queryOf } from '../choice.ts'
import { CouncilSelect } from '../council-select.tsx'
import { DataTable, shownNumber } from '../data-table.tsx'
import { RecordsDownloads } from '../downloads.tsx'
import { RecordsPage, recordsPath, Select } from '../frame.tsx'
import { notesOf } from '../measures/view.tsx'
import type { RecordsContext } from '../page.tsx'
import { yearOf } from './year.ts'

type Props = {
  readonly context: RecordsContext
  readonly answer: Reconciliation
  /** The area of the council in the publishers' figures; null where it is not among them. */
  readonly area: string | null
  /** The March in which the year ends, as 2025-03. */
  readonly end: string
}

/** Own figures of a year beside the published ones, the difference, and how much of it each cause explains. */
export function PublishedPage({ context, answer, area, end }: Props) {
  const { choice, organisation } = context
  const path = recordsPath(organisation.slug, '/published')
  const year = yearOf(end)
  const compared = answer.measures.filter(({ published }) => published !== null)
  const [first] = compared
  const title =
    first === undefined
      ? `${year}: nothing published to compare with`
      : `${year}: ${compared.length} of ${answer.measures.length} measures beside the published figures`
  return (
    <RecordsPage
      context={context}
      here="/published"
      title={title}
      choice={choice}
      hasOwnForm
      lead={`The council’s own figures are computed from the files that had come by ${dayInWords(answer.cutOff)}, the cut-off day of the national tables. The other pages take later files too, so that their figures of this year may differ. Each likely cause of a difference is then tried.`}
      notes={notesOf(notesFor(answer.notes), choice.council.code)}
    >
      <YearForm context={context} end={end} path={path} />
      {area === null && (
        <p class="section-lead">
          No publisher’s figures of {choice.council.name} are in the register. Import them, and they stand here beside
          the council’s own; until then each cause shows by how much it moves a measure.
        </p>
      )}
      <section class="section section-first" aria-labelledby="beside">
        <h2 id="beside">Side by side</h2>
        <DataTable
          caption={`Own and published figures of ${year}`}
          columns={[
            { heading: 'Measure' },
            { heading: 'Own', isNumber: true },
            { heading: 'Own counts', isNumber: true },
            { heading: 'Published', isNumber: true },
            { heading: 'Published counts', isNumber: true },
            { heading: 'Difference', isNumber: true },
            { heading: 'Country', isNumber: true },
          ]}
          rows={answer.measures.map(besideRow)}
        />
      </section>
      {answer.measures.map((each, at) => (
        <Causes reconciled={each} at={at} />
      ))}
      <RecordsDownloads
        files={[{ base: 'published', words: `Own and published figures of ${year}` }]}
        path={`${path}/files`}
        query={{ ...queryOf(choice), to: end }}
      />
    </RecordsPage>
  )
}

/** A file that came too late is one of the causes that are tried: it is not told twice. */
const notesFor = (notes: readonly string[]) => notes.filter(note => !note.includes('came after the cut-off day'))

/** That no financial year is covered, of which anything could be published. */
export function NoFinancialYearPage({ context }: Pick<Props, 'context'>) {
  return (
    <RecordsPage
      context={context}
      here="/published"
      title="No financial year yet"
      choice={context.choice}
      lead="Published figures are of financial years, and the records cover none whole up to the month that is chosen."
    />
  )
}

function YearForm({ context, end, path }: Pick<Props, 'context' | 'end'> & { readonly path: string }) {
  const { choice } = context
  const years = choice.months.filter(month => month.endsWith('-03'))
  if (years.length < 2 && choice.councils.length < 2) return null
  return (
    <form class="filters records-choice" method="get" action={path} aria-label="Choose what is shown">
      <div class="filters-fields">
        <CouncilSelect choice={choice} />
        <Select name="to" label="Financial year" chosen={end} options={years.map(each => [each, yearOf(each)])} />
        <button class="button" type="submit">
          Show
        </button>
      </div>
    </form>
  )
}

const nameOf = ({ measure, breakdown }: Reconciled) => `${measure}, ${breakdown.replace(/ \| Total$/, '')}`

const valueIn = (value: number | null, { unit, decimals }: Reconciled) =>
  value === null ? '–' : `${grouped(roundedText(value, decimals))}${unit === 'percent' ? ' %' : ''}`

const countsIn = (counts: { readonly numerator: number | null; readonly denominator: number | null } | null) =>
  counts === null || counts.numerator === null
    ? '–'
    : `${shownNumber(counts.numerator)} of ${counts.denominator === null ? '–' : shownNumber(counts.denominator)}`

const signedIn = (change: number | null, { decimals }: Reconciled) => {
  if (change === null) return '–'
  const text = roundedText(change, decimals)
  return Number(text) > 0 ? `+${text}` : text.replace('-', '−')
}

/** @example amountIn(-2.5, …) // '2.5 points below' */
function amountIn(difference: number, { unit, decimals }: Reconciled): string {
  const points = unit === 'percent' ? ' points' : ' per 100,000'
  return `${roundedText(Math.abs(difference), decimals)}${points} ${difference < 0 ? 'below' : 'above'}`
}

function besideRow(each: Reconciled) {
  const { own, published, national, difference, isWithinRounding } = each
  return [
    nameOf(each),
    valueIn(own.value, each),
    countsIn(own),
    published === null ? '–' : valueIn(published.value, each),
    countsIn(published),
    `${signedIn(difference, each)}${isWithinRounding ? ', rounding' : ''}`,
    national === null ? '–' : valueIn(national.value, each),
  ]
}

/** The causes that change a measure, those that explain most first. */
function Causes({ reconciled: each, at }: { readonly reconciled: Reconciled; readonly at: number }) {
  const { tried, difference, published, isWithinRounding } = each
  const moving = tried.filter(({ change }) => change !== null && Math.abs(change) > 1e-9)
  const sorted = moving.toSorted((a, b) => (b.explains ?? -9) - (a.explains ?? -9))
  const id = `measure-${at + 1}`
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{nameOf(each)}</h2>
      <p class="section-lead">
        {difference === null || published === null
          ? 'Nothing is published to compare with.'
          : isWithinRounding
            ? `Own and published figure agree, but for rounding.`
            : `The council’s own figure is ${amountIn(difference, each)} the one that ${published.publisher} published.`}
        {moving.length === 0 && ' No cause that was tried changes it.'}
      </p>
      {moving.length > 0 && (
        <DataTable
          caption={`${nameOf(each)}: computed again for each cause`}
          columns={[
            { heading: 'Computed again' },
            { heading: 'Value', isNumber: true },
            { heading: 'Counts', isNumber: true },
            { heading: 'Change', isNumber: true },
            ...(difference === null ? [] : [{ heading: 'Explains of the difference', isNumber: true }]),
          ]}
          rows={sorted.map(({ says, figure, change, explains }) => [
            says,
            valueIn(figure.value, each),
            countsIn(figure),
            signedIn(change, each),
            ...(difference === null ? [] : [explainedIn(explains)]),
          ])}
        />
      )}
    </section>
  )
}

/** @example explainedIn(0.4) // '40 %' */
function explainedIn(share: number | null): string {
  if (share === null) return '–'
  return share < 0 ? 'none: it grows' : `${roundedText(share * 100, 0)} %`
}
