import type { Child } from 'hono/jsx'
import type { ChanceView } from '../../answers/forecast/types.ts'
import type { SignalView } from '../../answers/signal/types.ts'
import type { BoardAnswer, CellView, DashboardAnswer, DashboardRow } from '../../answers/types.ts'
import { periodInShort, periodInWords } from '../../shared/period/format-period.ts'
import { type Period, typeOf } from '../../shared/period/period.ts'
import { DashboardCells } from '../components/cell.tsx'
import { indicatorLink } from '../components/indicator-link.ts'
import { DirectionMark, Hidden, RatingMark } from '../components/marks.tsx'
import { Sparkline } from '../components/series.tsx'
import { iconsOf, SignalSigns } from '../components/signal.tsx'
import { figure, unitLine } from '../components/wording.ts'
import { type Choice, dashboardLink, type Sort } from './choice.ts'
import { orderInWords } from './words.ts'

type TableProps = {
  readonly dashboard: DashboardAnswer
  readonly signals: BoardAnswer['signals']
  readonly chances: BoardAnswer['chances']
  readonly asAt: string | undefined
  readonly choice: Choice
}

/** How many of the latest periods stand in the table until the reader asks for all: with them it has room on a common screen. */
export const fewPeriods = 6

/**
 * The dashboard as one table: a row for each indicator with its latest value and what is judged of it, then the periods, of
 * which the stylesheet shows the latest few unless all are chosen. It scrolls by itself where it must.
 */
export function DashboardTable({ dashboard, signals, chances, asAt, choice }: TableProps) {
  const { periods, rows, organisation } = dashboard
  const has = columnsFilled(rows, { signals, chances })
  const head = { organisation: organisation.slug, asAt, choice }
  const columns = periods.length + 3 + Object.values(has).filter(Boolean).length
  return (
    <section class="table-scroll" aria-labelledby="dashboard-caption" tabindex={0}>
      <table class={choice.periods === 'all' ? 'dashboard' : 'dashboard dashboard-few'}>
        <caption id="dashboard-caption" class="visually-hidden">
          Each indicator’s latest value with its target, rating and direction of travel, and its value in every period,{' '}
          {orderInWords(choice.sort)}
        </caption>
        <thead>
          <tr>
            <SortedHead {...head} by="name" class="col-name">
              Indicator
            </SortedHead>
            <th scope="col" class="col-trend">
              Trend
            </th>
            <th scope="col" class="number col-latest">
              Latest
            </th>
            {has.target && (
              <th scope="col" class="number col-target">
                Target
              </th>
            )}
            {has.rating && (
              <SortedHead {...head} by="rating" class="col-rating">
                Rating
              </SortedHead>
            )}
            {has.travel && (
              <SortedHead {...head} by="travel" class="col-travel">
                Direction of travel
              </SortedHead>
            )}
            {has.signal && (
              <th scope="col" class="col-signal">
                Signal
              </th>
            )}
            {has.chance && (
              <th scope="col" class="col-chance">
                Chance<Hidden> of meeting the target of the year’s end</Hidden>
              </th>
            )}
            {periods.map((period, at) => (
              <th scope="col" class="number">
                <PeriodHeading
                  period={period}
                  isFirst={at === 0 || periods.length - at === fewPeriods}
                  before={periods[at - 1]}
                />
              </th>
            ))}
          </tr>
        </thead>
        {partsOf(rows, choice).map(({ section, of }) => (
          <tbody>
            {section !== '' && (
              <tr class="part">
                <th scope="rowgroup" colspan={columns}>
                  <span class="part-name">{section}</span>
                </th>
              </tr>
            )}
            {of.map(row => (
              <Row
                row={row}
                signal={signals.get(row.indicator.slug)}
                chance={chances.get(row.indicator.slug)}
                has={has}
                link={indicatorLink(organisation.slug, row.indicator.slug, asAt)}
                counts={choice.counts === true}
              />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

type Filled = {
  readonly target: boolean
  readonly rating: boolean
  readonly travel: boolean
  readonly signal: boolean
  readonly chance: boolean
}

/** Which of the columns beside the latest value hold anything in these rows: an empty one is left out. */
function columnsFilled(
  rows: readonly DashboardRow[],
  { signals, chances }: Pick<BoardAnswer, 'signals' | 'chances'>,
): Filled {
  const hasSigns = (view: SignalView | undefined) => view !== undefined && iconsOf(view).length > 0
  return {
    target: rows.some(({ latest }) => latest?.target),
    rating: rows.some(({ latest }) => latest?.rating),
    travel: rows.some(({ travel }) => travel.direction !== null),
    signal: rows.some(({ indicator }) => hasSigns(signals.get(indicator.slug))),
    chance: rows.some(({ indicator }) => chances.has(indicator.slug)),
  }
}

type Part = { readonly section: string; readonly of: readonly DashboardRow[] }

/** The rows under the names of their sections, where there are several and nothing else orders the rows. */
function partsOf(rows: readonly DashboardRow[], { sort }: Choice): readonly Part[] {
  const parts = [...Map.groupBy(rows, row => row.indicator.section)].map(([section, of]) => ({ section, of }))
  return sort || parts.length < 2 ? [{ section: '', of: rows }] : parts
}

type HeadProps = {
  readonly organisation: string
  readonly asAt: string | undefined
  readonly choice: Choice
  readonly by: Sort
  readonly class: string
  readonly children?: Child
}

/** The head of a column that rows can be sorted by: once, the other way about, and back to the framework's order. */
function SortedHead({ organisation, asAt, choice, by, class: column, children }: HeadProps) {
  const { sort, ...rest } = choice
  const down = sort?.by === by ? sort.down : null
  const next = down === true ? rest : { ...rest, sort: { by, down: down === false } }
  return (
    <th scope="col" class={column} aria-sort={down === null ? 'none' : down ? 'descending' : 'ascending'}>
      <a class="sort" href={dashboardLink(organisation, next, asAt)} data-live data-key={`sort-${by}`}>
        {children}
        <svg class="sort-mark" viewBox="0 0 8 14" width="8" height="14" aria-hidden="true">
          <path class="sort-up" d="M1 5.5L4 2l3 3.5" />
          <path class="sort-down" d="M1 8.5L4 12l3-3.5" />
        </svg>
      </a>
    </th>
  )
}

type PeriodHeadingProps = {
  readonly period: Period
  readonly before: Period | undefined
  /** Whether it is the first of those shown, of the latest few or of all. */
  readonly isFirst: boolean
}

/** The year stands with the first month shown of each; whoever hears the table is told it every time. */
function PeriodHeading({ period, before, isFirst }: PeriodHeadingProps) {
  const short = periodInShort(period)
  const repeats = !isFirst && before?.slice(0, 4) === period.slice(0, 4)
  const brief = { month: short.slice(0, 3), quarter: short.slice(0, 2), year: short, span: short }[typeOf(period)]
  return (
    <>
      <span aria-hidden="true">{repeats ? brief : shortOf(period)}</span>
      <Hidden>{periodInWords(period)}</Hidden>
    </>
  )
}

/** A period as a head or a cell of the table has room for: "Mar 17", "Q2 17/18". */
function shortOf(period: Period): string {
  const short = periodInShort(period)
  return typeOf(period) === 'quarter' ? `${short.slice(0, 2)} ${period.slice(2, 7)}` : short
}

type RowProps = {
  readonly row: DashboardRow
  readonly signal: SignalView | undefined
  readonly chance: ChanceView | undefined
  readonly has: Filled
  readonly link: string
  readonly counts: boolean
}

function Row({ row, signal, chance, has, link, counts }: RowProps) {
  const { indicator, cells, latest } = row
  return (
    <tr>
      <th scope="row" class="col-name">
        <a href={link} title={indicator.name === indicator.shortName ? undefined : indicator.name}>
          {indicator.shortName}
        </a>
        <span class="unit">{unitLine(indicator)}</span>
      </th>
      <td class="col-trend">
        <Sparkline indicator={indicator} cells={cells} />
        <Hidden>{row.onAYear.sentence}</Hidden>
      </td>
      <LatestCell cell={latest} />
      {has.target && (
        <td class="number col-target">
          <TargetCell cell={latest} />
        </td>
      )}
      {has.rating && (
        <td class="col-rating">
          <RatingCell cell={latest} />
        </td>
      )}
      {has.travel && (
        <td class="col-travel">
          <Travel row={row} />
        </td>
      )}
      {has.signal && <td class="col-signal">{signal && <SignalSigns view={signal} />}</td>}
      {has.chance && (
        <td class="col-chance">
          <Chance chance={chance} />
        </td>
      )}
      <DashboardCells cells={cells} latest={latest} counts={counts} />
    </tr>
  )
}

/** The latest value, and of which period it is. */
function LatestCell({ cell }: { cell: CellView | null }) {
  if (cell?.shown == null)
    return (
      <td class="number col-latest">
        <span class="quiet">
          <span aria-hidden="true">–</span>
          <Hidden>no value</Hidden>
        </span>
      </td>
    )
  return (
    <td class={`number col-latest ${cell.rating ? `rated-${cell.rating.toLowerCase()}` : ''}`}>
      <b>{figure(cell.shown)}</b>
      <span class="compared">
        <span aria-hidden="true">{shortOf(cell.period)}</span>
        <Hidden> in {periodInWords(cell.period)}</Hidden>
      </span>
    </td>
  )
}

function Chance({ chance }: { chance: ChanceView | undefined }) {
  if (chance)
    return (
      <span title={chance.sentence}>
        <span aria-hidden="true">{chance.brief}</span>
        <Hidden>{chance.shown}</Hidden>
        {chance.isUntested && (
          <span class="compared" aria-hidden="true">
            {' '}
            untested
          </span>
        )}
      </span>
    )
  return (
    <span class="quiet">
      <span aria-hidden="true">–</span>
      <Hidden>cannot be said</Hidden>
    </span>
  )
}

function TargetCell({ cell }: { cell: CellView | null }) {
  if (cell?.target) return <>{figure(cell.target.shown)}</>
  return (
    <span class="quiet">
      <span aria-hidden="true">–</span>
      <Hidden>{cell?.targetReason || 'no target'}</Hidden>
    </span>
  )
}

/** What the column beside it says already. */
const aside = /(?<=above|below) target$/

function RatingCell({ cell }: { cell: CellView | null }) {
  if (cell?.rating)
    return (
      <>
        <RatingMark rating={cell.rating} /> {cell.rating}
        <span class="compared">
          {' '}
          {cell.ratingReason.replace(aside, '')}
          {aside.test(cell.ratingReason) && <Hidden> target</Hidden>}
        </span>
      </>
    )
  return (
    <span class="quiet">
      <span aria-hidden="true">–</span>
      <Hidden>not rated: {cell?.ratingReason || 'no value'}</Hidden>
    </span>
  )
}

/** The direction of travel with what it is compared with, or why there is none. */
export function Travel({ row }: { row: Pick<DashboardRow, 'travel'> }) {
  const { direction, comparedWith, reason } = row.travel
  if (direction === null) return <span class="quiet">{reason || 'for information'}</span>
  return (
    <>
      <DirectionMark direction={direction} />
      {comparedWith && (
        <span class="compared">
          {' '}
          {direction === 'no_change' ? 'from' : 'than'} {shortened(comparedWith)}
        </span>
      )}
    </>
  )
}

const month = /\b(January|February|March|April|June|July|August|September|October|November|December)\b/g

/** Months by their first three letters, as the columns say them; that it is the same one a year before, its name says. */
function shortened(comparedWith: string): string {
  return comparedWith.replace(/^the same \w+ last year, /, '').replace(month, name => name.slice(0, 3))
}
