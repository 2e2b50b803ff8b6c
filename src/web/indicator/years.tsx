import type { IndicatorAnswer } from '../../answers/indicator/types.ts'
import { ValueCell } from '../components/cell.tsx'
import { Hidden } from '../components/marks.tsx'

/** The same months of each financial year in a row, so that a season can be told from a change. */
export function Years({ answer: { years } }: { answer: IndicatorAnswer }) {
  if (years === null) return null
  return (
    <section class="section" aria-labelledby="years">
      <h2 id="years">The same {years.parts} in earlier years</h2>
      <p class="section-lead">{years.sentence}</p>
      <section class="table-scroll" aria-labelledby="years-caption" tabindex={0}>
        <table class="values">
          <caption id="years-caption">By financial year</caption>
          <thead>
            <tr>
              <th scope="col">Period</th>
              {years.years.map(year => (
                <th scope="col" class="number">
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {years.rows.map(({ label, cells }) => (
              <tr>
                <th scope="row">{label}</th>
                {cells.map(cell => (cell === null ? <NoCell /> : <ValueCell cell={cell} />))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

/** Where nothing stands in the register. */
export function NoCell() {
  return (
    <td class="number quiet">
      <span aria-hidden="true">–</span>
      <Hidden>nothing recorded</Hidden>
    </td>
  )
}
