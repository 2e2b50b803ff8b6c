import type { Child } from 'hono/jsx'
import type { Rank } from '../../judgement/benchmark/ranks.ts'

/** A council as every table of all of them begins with it. */
type Listed = {
  readonly name: string
  readonly rank: Rank | null
  readonly isAsking: boolean
  readonly isLike: boolean
}

/** A column that stands after the names and places. */
export type CouncilColumn<Council> = {
  readonly head: Child
  readonly isNumber?: boolean
  readonly cell: (council: Council) => Child
}

type Props<Council> = {
  /** In the order of the table. */
  readonly councils: readonly Council[]
  readonly columns: readonly CouncilColumn<Council>[]
}

/** All councils of a measure: each with its place and what else a page tells of it; the one that asks stands out. */
export function CouncilsTable<Council extends Listed>({ councils, columns }: Props<Council>) {
  const classOf = ({ isNumber }: CouncilColumn<Council>) => (isNumber ? 'number' : undefined)
  return (
    <section class="table-scroll" aria-label="Table of all councils" tabindex={0}>
      <table class="words-table compared-councils">
        <thead>
          <tr>
            <th scope="col">Council</th>
            <th scope="col" class="number">
              Place
            </th>
            {columns.map(column => (
              <th scope="col" class={classOf(column)}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {councils.map(council => (
            <tr class={council.isAsking ? 'compared-own' : undefined}>
              <th scope="row">
                {council.isAsking ? <strong>{council.name}</strong> : council.name}
                {council.isLike && ' †'}
              </th>
              <td class="number">{placeOf(council)}</td>
              {columns.map(column => (
                <td class={classOf(column)}>{column.cell(council)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function placeOf({ rank }: Listed): string {
  return rank ? `${rank.rank}${rank.tied ? '=' : ''}` : 'none'
}
