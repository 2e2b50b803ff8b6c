import type { CellView } from '../../answers/types.ts'
import { legendOf } from './wording.ts'

/** What the signs beside some figures mean; nothing where there are none. */
export function Signs({ cells }: { readonly cells: readonly CellView[] }) {
  const legend = legendOf(cells)
  if (legend.length === 0) return null
  return (
    <ul class="legend" aria-label="What the signs mean">
      {legend.map(({ symbol, means }) => (
        <li>
          {symbol} {means}
        </li>
      ))}
    </ul>
  )
}
