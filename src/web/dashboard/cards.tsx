import type { ChanceView } from '../../answers/forecast/types.ts'
import type { SignalView } from '../../answers/signal/types.ts'
import type { BoardAnswer, CellView, DashboardAnswer, DashboardRow, IndicatorView } from '../../answers/types.ts'
import { periodInShort, periodInWords } from '../../shared/period/format-period.ts'
import { ValueCell } from '../components/cell.tsx'
import { indicatorLink } from '../components/indicator-link.ts'
import { Hidden, RatingMark } from '../components/marks.tsx'
import { Sparkline } from '../components/series.tsx'
import { iconsOf, SignalSigns } from '../components/signal.tsx'
import { figure, unitLine, withUnit } from '../components/wording.ts'
import { Travel } from './table.tsx'

type DashboardCardsProps = {
  readonly dashboard: DashboardAnswer
  readonly signals: BoardAnswer['signals']
  readonly chances: BoardAnswer['chances']
  readonly asAt: string | undefined
}

/** The dashboard for a narrow screen: the same rows, one under another. The stylesheet shows either this or the table. */
export function DashboardCards({ dashboard, signals, chances, asAt }: DashboardCardsProps) {
  return (
    <ul class="dashboard-cards">
      {dashboard.rows.map(row => (
        <li>
          <IndicatorCard
            row={row}
            signal={signals.get(row.indicator.slug)}
            chance={chances.get(row.indicator.slug)}
            link={indicatorLink(dashboard.organisation.slug, row.indicator.slug, asAt)}
          />
        </li>
      ))}
    </ul>
  )
}

/** The value with its sign; a unit in words stands under the name already. */
function shortValue(shown: string, indicator: IndicatorView): string {
  return indicator.unit === 'percent' || indicator.unit === 'pounds' ? withUnit(shown, indicator) : figure(shown)
}

type CardProps = {
  readonly row: DashboardRow
  readonly signal: SignalView | undefined
  readonly chance: ChanceView | undefined
  readonly link: string
}

/** One indicator: its latest value, rating and direction, and its last periods. */
export function IndicatorCard({ row, signal, chance, link }: CardProps) {
  const { indicator, latest, cells } = row
  const last = cells.filter(cell => cell !== null).slice(-3)
  const rating = latest?.rating ?? null
  return (
    <article class={`indicator-card ${rating ? `indicator-card-${rating.toLowerCase()}` : ''}`}>
      <h2>
        <a href={link}>{indicator.shortName}</a>
      </h2>
      <p class="unit">{unitLine(indicator)}</p>
      <div class="indicator-card-figures">
        <p>
          {latest?.shown == null ? (
            'No value is known'
          ) : (
            <>
              <b class="indicator-card-value">{shortValue(latest.shown, indicator)}</b> in{' '}
              {periodInWords(latest.period)}
            </>
          )}
        </p>
        <Sparkline indicator={indicator} cells={cells} />
      </div>
      {rating && (
        <p>
          <RatingMark rating={rating} /> <strong>{rating}</strong>: {latest?.ratingReason}
          {latest?.target && ` of ${figure(latest.target.shown)}`}
        </p>
      )}
      <p>
        <Travel row={row} />
      </p>
      {signal && iconsOf(signal).length > 0 && (
        <p>
          <SignalSigns view={signal} />
        </p>
      )}
      {chance && <p>{chance.sentence}</p>}
      {last.length > 0 && <Periods name={indicator.shortName} cells={last} />}
    </article>
  )
}

/** The last periods, side by side. */
function Periods({ name, cells }: { name: string; cells: readonly CellView[] }) {
  return (
    <table class="indicator-card-periods">
      <caption class="visually-hidden">{name}: the last periods</caption>
      <thead>
        <tr>
          {cells.map(({ period }) => (
            <th scope="col" class="number">
              <span aria-hidden="true">{periodInShort(period)}</span>
              <Hidden>{periodInWords(period)}</Hidden>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {cells.map(cell => (
            <ValueCell cell={cell} />
          ))}
        </tr>
      </tbody>
    </table>
  )
}
