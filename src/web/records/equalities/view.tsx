import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { ShownEqualities, ShownGroup } from '../../../answers/equalities/for-audience.ts'
import { methodInWords } from '../../../answers/equalities/words.ts'
import { intervalDots } from '../../../charts/interval-dots/interval-dots.ts'
import { chartSizes } from '../../../charts/line-chart/input.ts'
import { notCompared } from '../../../measures/equalities/compared.data.ts'
import { elsewhere } from '../../../measures/equalities/groups.ts'
import { grouped, listed } from '../../../shared/words.ts'
import { monthInWords, queryOf, twelveMonths } from '../choice.ts'
import { CouncilSelect } from '../council-select.tsx'
import { DataTable, shownNumber } from '../data-table.tsx'
import { RecordsDownloads } from '../downloads.tsx'
import { BreakdownChoices, RecordsPage, recordsPath, Select } from '../frame.tsx'
import { measureSlug } from '../measures/slug.ts'
import { notesOf } from '../measures/view.tsx'
import type { RecordsContext } from '../page.tsx'
import type { AnswerTo } from '../services.ts'

type Props = {
  readonly context: RecordsContext
  readonly answer: AnswerTo<'equalities'>
  /** The one that is shown. */
  readonly table: ShownEqualities
}

/** A measure by groups of people: which gaps are larger than chance, and every group with its interval. */
export function EqualitiesPage({ context, answer: { tables, notes, aboutAreas }, table }: Props) {
  const { choice, month, organisation } = context
  const { measure, breakdown, counts, total } = table
  const path = recordsPath(organisation.slug, '/equalities')
  const query = { ...queryOf(choice), measure: measureSlug(measure) }
  const breakdowns = tables.filter(each => each.measure === measure).map(each => each.breakdown)
  const dimensions = [...Map.groupBy(table.groups, ({ dimension }) => dimension)]
  const isKept = [total, ...table.groups].every(({ suppressedFor }) => suppressedFor.length > 0)
  const all =
    total.value === null
      ? `${grouped(String(total.numerator))} ${counts}`
      : `${inUnit(total.value, table)}${table.isRate ? ` ${counts} per 100,000 inhabitants` : ''}`
  return (
    <RecordsPage
      context={context}
      here="/equalities"
      title={`${measure} by group`}
      choice={choice}
      hasOwnForm
      lead={`${breakdown === 'Total' ? 'Everybody' : breakdown}, ${twelveMonths(month)}: ${all}.`}
      notes={notesOf(notes, choice.council.code).filter(note => table.isRate || !note.startsWith('Rates '))}
    >
      <EqualitiesForm context={context} tables={tables} table={table} path={path} />
      {breakdowns.length > 1 && (
        <BreakdownChoices path={path} query={query} breakdowns={breakdowns} chosen={breakdown} />
      )}
      <section class="section section-first" aria-labelledby="gaps">
        <h2 id="gaps">Gaps larger than chance</h2>
        {table.gaps.length === 0 ? (
          <p class="section-lead">{table.comparisons === 0 ? 'Nothing could be compared.' : 'None.'}</p>
        ) : (
          <ul class="records-list">
            {table.gaps.map(gap => (
              <li>{gap}</li>
            ))}
          </ul>
        )}
        {isKept && (
          <p class="section-lead">
            Nothing of this table leaves officers: set beside another one of the same people, it would give small
            numbers away.
          </p>
        )}
        <p class="section-lead">
          {methodInWords(table.comparisons)} A gap is no cause: groups differ in other things too.
        </p>
      </section>
      {dimensions.map(([dimension, rows]) => (
        <DimensionSection dimension={dimension} rows={rows} table={table}>
          {dimension === 'area' && <AboutAreas rows={rows} sentences={aboutAreas} />}
        </DimensionSection>
      ))}
      {!dimensions.some(([dimension]) => dimension === 'area') && (
        <section class="section" aria-labelledby="by-area">
          <h2 id="by-area">Area</h2>
          <AboutAreas rows={[]} sentences={aboutAreas} />
        </section>
      )}
      <NotCompared />
      <RecordsDownloads
        files={[
          { base: 'equalities', words: 'All measures by group, exact, for officers' },
          { base: 'equalities-to-share', words: 'All measures by group, to share' },
        ]}
        path={`${path}/files`}
        query={queryOf(choice)}
        lead="The exact file is for officers. In the one to share, small numbers are hidden, with what would give them away, and the other counts are rounded to five; do not share neighbouring months."
      />
    </RecordsPage>
  )
}

type FormProps = Pick<Props, 'context' | 'table'> & Pick<Props['answer'], 'tables'> & { readonly path: string }

function EqualitiesForm({ context: { choice, month }, tables, table, path }: FormProps) {
  const measures = [...new Set(tables.map(({ measure }) => measure))]
  return (
    <form class="filters records-choice" method="get" action={path} aria-label="Choose what is shown">
      <div class="filters-fields">
        <CouncilSelect choice={choice} />
        <Select
          name="measure"
          label="Measure"
          chosen={measureSlug(table.measure)}
          options={measures.map(measure => [measureSlug(measure), measure])}
        />
        <Select
          name="to"
          label="Twelve months to"
          chosen={month}
          options={choice.months.map(each => [each, monthInWords(each)])}
        />
        <button class="button" type="submit">
          Show
        </button>
      </div>
    </form>
  )
}

type SectionProps = {
  readonly dimension: string
  readonly rows: readonly ShownGroup[]
  readonly table: ShownEqualities
  /** What is said first. */
  readonly children?: Child
}

function DimensionSection({ dimension, rows, table, children }: SectionProps) {
  const { measure, breakdown, total } = table
  const name = `${dimension.charAt(0).toUpperCase()}${dimension.slice(1)}`
  const id = `by-${dimension.replaceAll(' ', '-')}`
  const drawn = rows.flatMap(({ group, value, lower, upper, gap }) =>
    value === null || lower === null || upper === null
      ? []
      : [
          {
            name: group,
            shown: inUnit(value, table),
            value: Number(value),
            lower: Number(lower),
            upper: Number(upper),
            isGap: gap?.isMoreThanChance ?? false,
          },
        ],
  )
  const said = listed(drawn.map(row => `${row.name} ${row.shown}`))
  const input = total.value !== null && {
    sentence: `${measure}, ${breakdown}, by ${dimension}: ${said}. All: ${inUnit(total.value, table)}.`,
    rows: drawn,
    whole: { name: 'All', shown: inUnit(total.value, table), value: Number(total.value) },
  }
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      {children}
      {input && drawn.length > 0 && (
        <div class="chart-frame">
          <div class="chart-wide">{raw(intervalDots(input, chartSizes.wide.width))}</div>
          <div class="chart-narrow">{raw(intervalDots(input, chartSizes.narrow.width))}</div>
        </div>
      )}
      <DataTable
        caption={`${measure}, ${breakdown}, by ${dimension}`}
        columns={[
          { heading: 'Group' },
          { heading: 'Numerator', isNumber: true },
          ...(table.isRate && drawn.length === 0
            ? []
            : [{ heading: table.isRate ? 'Inhabitants' : 'Denominator', isNumber: true }]),
          ...(drawn.length > 0
            ? [
                { heading: 'Value', isNumber: true },
                { heading: '95 % interval', isNumber: true },
                { heading: 'Against all others', isNumber: true },
              ]
            : []),
          { heading: 'Others may see it' },
        ]}
        rows={rows.map(row => cellsOf(row, table, drawn.length > 0))}
      />
    </section>
  )
}

/** Whether areas are missing, and who is meant by those who live elsewhere. */
function AboutAreas({
  rows,
  sentences,
}: {
  readonly rows: readonly ShownGroup[]
  readonly sentences: readonly string[]
}) {
  const said = [
    ...sentences,
    ...(rows.some(({ group }) => group === elsewhere)
      ? [
          `${elsewhere}: in areas in which fewer than ten of the council’s people live, most of them outside the council`,
        ]
      : []),
  ]
  const lines = said.length === 0 && rows.length === 0 ? ['Nobody who is counted here has a known area'] : said
  return lines.map(line => <p class="section-lead">{line}.</p>)
}

/** What this page leaves out, and why. */
function NotCompared() {
  return (
    <section class="section" aria-labelledby="not-compared">
      <h2 id="not-compared">Not compared by group</h2>
      <ul class="records-list">
        {notCompared.map(({ name, why }) => (
          <li>
            {name}: {why}.
          </li>
        ))}
      </ul>
    </section>
  )
}

function cellsOf(row: ShownGroup, table: ShownEqualities, hasValues: boolean) {
  const { group, numerator, denominator, value, lower, upper, gap, suppressedFor } = row
  const figures = [
    value === null ? '–' : inUnit(value, table),
    lower === null || upper === null ? '–' : `${grouped(lower)} to ${grouped(upper)}`,
    gap?.difference == null ? '–' : `${signed(gap.difference)}${gap.isMoreThanChance ? ', a gap' : ''}`,
  ]
  return [
    group,
    shownNumber(numerator),
    ...(table.isRate && !hasValues ? [] : [shownNumber(denominator)]),
    ...(hasValues ? figures : []),
    suppressedFor.length > 0 ? 'no, hidden' : 'yes, rounded',
  ]
}

const signed = (text: string) => (Number(text) > 0 ? `+${grouped(text)}` : grouped(text))

const inUnit = (value: string, { unit }: Pick<ShownEqualities, 'unit'>) =>
  unit === 'percent' ? `${value} %` : grouped(value)
