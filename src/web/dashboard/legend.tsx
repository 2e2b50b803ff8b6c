import type { BoardAnswer, CellView, DashboardAnswer, DashboardRow } from '../../answers/types.ts'
import { iconMeanings } from '../../charts/signal-icons/signal-icons.ts'
import { periodsInWords } from '../../shared/period/format-period.ts'
import { Hidden, RatingMark } from '../components/marks.tsx'
import { iconsOf, SignalSign } from '../components/signal.tsx'
import { legendOf } from '../components/wording.ts'

type LegendProps = {
  readonly rows: readonly DashboardRow[]
  readonly signals: BoardAnswer['signals']
  readonly chances: BoardAnswer['chances']
  readonly counts: boolean
}

/** What the signs in these rows mean, those that occur. */
export function Legend({ rows, signals, chances, counts }: LegendProps) {
  const cells = rows.flatMap(row => row.cells).filter(cell => cell !== null)
  const isRated = cells.some(cell => cell.rating !== null)
  const signs = rows.flatMap(({ indicator }) => signals.get(indicator.slug) ?? []).flatMap(iconsOf)
  const hasTargets = cells.some(cell => cell.target !== null)
  return (
    <ul class="legend" aria-label="What the signs mean">
      {isRated && (
        <>
          <li>
            <RatingMark rating="Red" /> <b>R</b> Red: off target
          </li>
          <li>
            <RatingMark rating="Amber" /> <b>A</b> Amber: just short of target
          </li>
          <li>
            <RatingMark rating="Green" /> <b>G</b> Green: on target or better
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
      {[...new Set(signs)].map(icon => (
        <li class="legend-signal">
          <SignalSign icon={icon} /> {iconMeanings[icon]}
        </li>
      ))}
      {rows.some(({ indicator }) => chances.has(indicator.slug)) && (
        <li>Chance: how likely the target of the year’s end is met, by forecast</li>
      )}
      {counts && <li>Under a value: the count, of those counted</li>}
    </ul>
  )
}

/** Notes on single values; what is noted of several periods alike stands once. */
export function Notes({ dashboard }: { dashboard: DashboardAnswer }) {
  const notes = dashboard.rows.flatMap(row => {
    const noted = row.cells.filter((cell): cell is CellView => cell !== null && cell.note !== '')
    return [...Map.groupBy(noted, cell => cell.note)].map(([note, cells]) => ({
      name: row.indicator.shortName,
      note,
      cells,
    }))
  })
  if (notes.length === 0) return null
  return (
    <div class="cell-notes">
      <h2>
        Notes<Hidden> on single values</Hidden>
      </h2>
      <ul>
        {notes.map(({ name, note, cells }) => (
          <li>
            {name}, {periodsInWords(cells.map(cell => cell.period))}: {note}
          </li>
        ))}
      </ul>
    </div>
  )
}
