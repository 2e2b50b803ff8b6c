import type { Child } from 'hono/jsx'
import { grouped } from '../../shared/words.ts'

type Column = {
  readonly heading: string
  readonly isNumber?: boolean
}

type Props = {
  /** For whoever hears the page: those who see it have the heading above. */
  readonly caption: string
  readonly columns: readonly Column[]
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly Child[])[]
  /** Whether a narrow screen shows each row as a list of its cells: for tables of many columns or long names. */
  readonly isStacked?: boolean
}

/** A table of a records page, which scrolls by itself where it is wider than the page. */
export function DataTable({ caption, columns, rows, isStacked = false }: Props) {
  const isNumber = (at: number) => (columns[at]?.isNumber ? 'number' : undefined)
  return (
    <section class="table-scroll" aria-label={`Table: ${caption}`} tabindex={0}>
      <table class={`words-table records-table${isStacked ? ' stacked-table' : ''}`}>
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ heading }, at) => (
              <th scope="col" class={isNumber(at)}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(cells => (
            <tr>
              {cells.map((cell, at) =>
                at === 0 ? (
                  <th scope="row" class={isNumber(at)}>
                    {cell}
                  </th>
                ) : (
                  <td class={isNumber(at)} data-heading={isStacked ? columns[at]?.heading : undefined}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** A number as a table shows it; a dash where there is none. */
export function shownNumber(value: number | null | undefined, decimals = 0): string {
  return value === null || value === undefined ? '–' : grouped(value.toFixed(decimals))
}
