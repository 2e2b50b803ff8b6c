import type { CellView, DashboardAnswer } from '../../answers/types.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import type { Period } from '../../shared/period/period.ts'
import { listed } from '../../shared/words.ts'
import { Hidden, RatingMark } from '../components/marks.tsx'
import { legendOf, linkTo } from '../components/wording.ts'
import { DashboardCards } from './dashboard-cards.tsx'
import { DashboardTable } from './dashboard-table.tsx'

type Props = { readonly dashboard: DashboardAnswer; readonly asAt: string | undefined; readonly counts: boolean }

/** The dashboard with what its signs mean. */
export function Dashboard({ dashboard, asAt, counts }: Props) {
  const { framework, periods, organisation, rows } = dashboard
  const cells = rows.flatMap(row => row.cells).filter(cell => cell !== null)
  const hasCounts = cells.some(cell => cell.numerator !== null && cell.denominator !== null)
  const here = `/${organisation.slug}`
  return (
    <section class="section section-dashboard" aria-labelledby="dashboard">
      <div class="section-head">
        <h2 id="dashboard">
          {framework.name}
          {spanOf(periods)}
        </h2>
        {hasCounts && (
          <p class="section-choice">
            <a href={`${linkTo(here, { 'as-at': asAt, counts: counts ? undefined : '1' })}#dashboard`}>
              {counts ? 'Hide the counts' : 'Show the counts behind the values'}
            </a>
          </p>
        )}
      </div>
      {rows.length === 0 ? (
        <p>No indicators were known on this day.</p>
      ) : (
        <>
          <DashboardTable dashboard={dashboard} asAt={asAt} counts={counts} />
          <DashboardCards dashboard={dashboard} asAt={asAt} />
          <Legend cells={cells} counts={counts} />
          <Notes dashboard={dashboard} />
        </>
      )}
    </section>
  )
}

function spanOf(periods: readonly Period[]): string {
  const [first, last] = [periods[0], periods.at(-1)]
  if (first === undefined || last === undefined) return ''
  return `, ${periodInWords(first)}${first === last ? '' : ` to ${periodInWords(last)}`}`
}

function Legend({ cells, counts }: { cells: readonly CellView[]; counts: boolean }) {
  const isRated = cells.some(cell => cell.rating !== null)
  const hasTargets = cells.some(cell => cell.target !== null)
  return (
    <ul class="legend" aria-label="What the signs mean">
      {isRated && (
        <>
          <li>
            <RatingMark rating="Red" /> Red: off target
          </li>
          <li>
            <RatingMark rating="Amber" /> Amber: just short of target
          </li>
          <li>
            <RatingMark rating="Green" /> Green: on target or better
          </li>
          <li>No mark: not rated in that period</li>
        </>
      )}
      <li>Bold: the latest value{hasTargets && '; Target: the target of its period'}</li>
      {hasTargets && (
        <li class="legend-target">
          <svg viewBox="0 0 26 12" width="26" height="12" aria-hidden="true">
            <path class="chart-target" d="M1 6h6M10 6h6M19 6h6" stroke="#801650" stroke-width="2" />
          </svg>{' '}
          target in the trend
        </li>
      )}
      {legendOf(cells).map(({ symbol, means }) => (
        <li>
          {symbol} {means}
        </li>
      ))}
      {counts && <li>Under a value: the count, of those counted</li>}
    </ul>
  )
}

/** Notes on single values; what is noted of several periods alike stands once. */
function Notes({ dashboard }: { dashboard: DashboardAnswer }) {
  const notes = dashboard.rows.flatMap(row => {
    const noted = row.cells.filter(cell => cell !== null).filter(cell => cell.note !== '')
    return [...Map.groupBy(noted, cell => cell.note)].map(([note, cells]) => ({
      name: row.indicator.shortName,
      note,
      cells,
    }))
  })
  if (notes.length === 0) return null
  return (
    <div class="cell-notes">
      <h3>
        Notes<Hidden> on single values</Hidden>
      </h3>
      <ul>
        {notes.map(({ name, note, cells }) => (
          <li>
            {name}, {listed(cells.map(cell => periodInWords(cell.period)))}: {note}
          </li>
        ))}
      </ul>
    </div>
  )
}
