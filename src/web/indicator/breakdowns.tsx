import type { Breakdown, IndicatorAnswer } from '../../answers/indicator/types.ts'
import { periodInShort, periodInWords } from '../../shared/period/format-period.ts'
import { counted } from '../../shared/words.ts'
import { ValueCell } from '../components/cell.tsx'
import { Hidden } from '../components/marks.tsx'
import { unitLine } from '../components/wording.ts'
import { NoCell } from './years.tsx'

/** The figures by category of each dimension and by area. */
export function Breakdowns({ answer: { breakdowns, row } }: { answer: IndicatorAnswer }) {
  if (breakdowns.length === 0) return null
  return (
    <section class="section" aria-labelledby="breakdowns">
      <h2 id="breakdowns">Breakdowns</h2>
      {breakdowns.map((breakdown, at) => (
        <Table breakdown={breakdown} unit={unitLine(row.indicator)} id={`breakdown-${at + 1}`} />
      ))}
    </section>
  )
}

function Table({ breakdown: { name, periods, rows }, unit, id }: { breakdown: Breakdown; unit: string; id: string }) {
  return (
    <details class="breakdown" open={rows.length < 6}>
      <summary>
        By {name.toLowerCase()}: {counted(rows.length, 'category', 'categories')}
      </summary>
      <section class="table-scroll" aria-labelledby={id} tabindex={0}>
        <table class="values">
          <caption id={id}>
            By {name.toLowerCase()} <span class="quiet">{unit}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">{name}</th>
              {periods.map(period => (
                <th scope="col" class="number">
                  <span aria-hidden="true">{periodInShort(period)}</span>
                  <Hidden>{periodInWords(period)}</Hidden>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr>
                <th scope="row">{row.name}</th>
                {row.cells.map(cell => (cell === null ? <NoCell /> : <ValueCell cell={cell} />))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}
