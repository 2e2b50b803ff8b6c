import type { CellView, DashboardAnswer, DashboardRow } from '../../answers/types.ts'
import { periodInShort, periodInWords } from '../../shared/period/format-period.ts'
import { type Period, typeOf } from '../../shared/period/period.ts'
import { cardLink } from '../components/card-link.ts'
import { DashboardCells } from '../components/cell.tsx'
import { DirectionMark, Hidden } from '../components/marks.tsx'
import { Sparkline } from '../components/series.tsx'
import { figure, unitLine } from '../components/wording.ts'

type TableProps = {
  readonly dashboard: DashboardAnswer
  readonly asAt: string | undefined
  /** Whether numerator and denominator stand under each value. */
  readonly counts: boolean
}

/** The dashboard as one table: a row for each indicator, a column for each period. It scrolls by itself where it must. */
export function DashboardTable({ dashboard, asAt, counts }: TableProps) {
  const { periods, rows, organisation } = dashboard
  return (
    <section class="table-scroll" aria-labelledby="dashboard-caption" tabindex={0}>
      <table class="dashboard">
        <caption id="dashboard-caption" class="visually-hidden">
          Each indicator’s value in every period, with its rating, target and direction of travel
        </caption>
        <thead>
          <tr>
            <th scope="col" class="col-name">
              Indicator
            </th>
            <th scope="col" class="col-trend">
              Trend
            </th>
            {periods.map((period, at) => (
              <th scope="col" class="number">
                <PeriodHeading period={period} before={periods[at - 1]} />
              </th>
            ))}
            <th scope="col" class="number col-target">
              Target
            </th>
            <th scope="col" class="col-travel">
              Direction of travel
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <Row row={row} link={cardLink(organisation.slug, row, asAt)} counts={counts} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The year stands with the first month shown of each; whoever hears the table is told it every time. */
function PeriodHeading({ period, before }: { period: Period; before: Period | undefined }) {
  const short = periodInShort(period)
  const repeats = before !== undefined && before.slice(0, 4) === period.slice(0, 4)
  const brief = { month: short.slice(0, 3), quarter: short.slice(0, 2), year: short, span: short }[typeOf(period)]
  const quarter = `${short.slice(0, 2)} ${period.slice(2, 7)}`
  return (
    <>
      <span aria-hidden="true">{repeats ? brief : typeOf(period) === 'quarter' ? quarter : short}</span>
      <Hidden>{periodInWords(period)}</Hidden>
    </>
  )
}

function Row({ row, link, counts }: { row: DashboardRow; link: string; counts: boolean }) {
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
      <DashboardCells cells={cells} latest={latest} counts={counts} />
      <td class="number col-target">
        <TargetCell cell={latest} />
      </td>
      <td class="col-travel">
        <Travel row={row} />
      </td>
    </tr>
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

/** Months by their first three letters, as the columns say them. */
function shortened(comparedWith: string): string {
  return comparedWith.replace(month, name => name.slice(0, 3))
}
