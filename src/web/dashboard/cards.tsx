import type { CellView, DashboardAnswer, DashboardRow, IndicatorView } from '../../answers/types.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { counted } from '../../shared/words.ts'
import { cardLink } from '../components/card-link.ts'
import { ValueRows } from '../components/cell.tsx'
import { RatingMark } from '../components/marks.tsx'
import { Sparkline } from '../components/series.tsx'
import { figure, unitLine, withUnit } from '../components/wording.ts'
import { Travel } from './table.tsx'

/** The dashboard for a narrow screen: the same rows, one under another. The stylesheet shows either this or the table. */
export function DashboardCards({ dashboard, asAt }: { dashboard: DashboardAnswer; asAt: string | undefined }) {
  return (
    <ul class="dashboard-cards">
      {dashboard.rows.map(row => (
        <li>
          <IndicatorCard row={row} link={cardLink(dashboard.organisation.slug, row, asAt)} />
        </li>
      ))}
    </ul>
  )
}

/** The value with its sign; a unit in words stands under the name already. */
function shortValue(shown: string, indicator: IndicatorView): string {
  return indicator.unit === 'percent' || indicator.unit === 'pounds' ? withUnit(shown, indicator) : figure(shown)
}

function IndicatorCard({ row, link }: { row: DashboardRow; link: string }) {
  const { indicator, latest, cells } = row
  const known = cells.filter(cell => cell !== null)
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
      {known.length > 0 && <Periods name={indicator.shortName} cells={known} />}
    </article>
  )
}

function Periods({ name, cells }: { name: string; cells: readonly CellView[] }) {
  return (
    <details>
      <summary>
        {cells.length > 1 && 'All '}
        {counted(cells.length, 'period')}
        <span class="visually-hidden"> of {name}</span>
      </summary>
      <table class="values">
        <caption class="visually-hidden">{name}</caption>
        <thead>
          <tr>
            <th scope="col">Period</th>
            <th scope="col" class="number">
              Value
            </th>
          </tr>
        </thead>
        <tbody>
          <ValueRows cells={cells} />
        </tbody>
      </table>
    </details>
  )
}
