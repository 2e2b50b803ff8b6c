/** How values, units and links read on every page. */
import type { CellView } from '../../answers/types.ts'
import { symbolsOf } from '../../answers/wording.ts'
import { entryOf, marks, reasons } from '../../shared/codes.ts'

export { definitionLine, figure, ownerOf, symbolsOf, unitLine, withUnit } from '../../answers/wording.ts'

/** What each symbol in these cells means, in the order of the lists of codes. */
export function legendOf(cells: readonly CellView[]): readonly { readonly symbol: string; readonly means: string }[] {
  const used = new Set(cells.flatMap(symbolsOf))
  const meanings = new Map<string, string>()
  for (const { shorthand, label } of [...reasons, ...marks]) {
    if (!used.has(shorthand)) continue
    const isMark = marks.some(mark => mark.shorthand === shorthand)
    const relevant = isMark || cells.some(cell => cell.reason !== null && entryOf(reasons, cell.reason).label === label)
    if (!relevant) continue
    const before = meanings.get(shorthand)
    meanings.set(shorthand, before === undefined ? label : `${before} or ${label}`)
  }
  return [...meanings].map(([symbol, means]) => ({ symbol, means }))
}

/** A path with the day as known and other choices, where they are not the plain ones. */
export function linkTo(path: string, choices: Readonly<Record<string, string | undefined>>): string {
  const query = Object.entries(choices).flatMap(([name, value]) =>
    value === undefined ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`],
  )
  return query.length ? `${path}?${query.join('&')}` : path
}
