import { grouped } from '../../../shared/words.ts'
import type { Grid } from './pivot.ts'

type Props = {
  readonly grid: Grid
  /** For whoever hears the page: those who see it have the heading above. */
  readonly caption: string
}

/** A table of counts with a heading for each row, and its sums set apart. It scrolls by itself where it is wider than the page. */
export function GridTable({ grid: { rowHeading, columns, rows }, caption }: Props) {
  return (
    <section class="table-scroll" aria-label={`Table: ${caption}`} tabindex={0}>
      <table class="words-table records-table records-grid">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{rowHeading}</th>
            {columns.map(column => (
              <th scope="col" class="number">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ heading, cells, isSum }) => (
            <tr class={isSum ? 'records-sum' : undefined}>
              <th scope="row">{heading}</th>
              {cells.map(cell => (
                <td class="number">{cell === null ? '–' : grouped(String(cell))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
