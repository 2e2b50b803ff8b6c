/** The key of a picture: each mark with what it means, in as many lines as the width needs. */
import { palette } from './palette.ts'
import { label, noteLine, textSize } from './picture.ts'
import { textWidth } from './text.ts'

export type KeyItem = {
  readonly words: string
  /** The mark, its middle at a place. */
  readonly mark: (x: number, y: number) => string
}

const beforeWords = 16
const afterItem = 16

/** Which items stand in which line, each with where it begins. */
function linesOf(items: readonly KeyItem[], width: number): { item: KeyItem; x: number; line: number }[] {
  let [x, line] = [0, 0]
  return items.map(item => {
    const room = beforeWords + textWidth(item.words, textSize)
    if (x > 0 && x + room > width) {
      x = 0
      line += 1
    }
    const placed = { item, x, line }
    x += room + afterItem
    return placed
  })
}

/** How high a key is in a width. */
export function keyHeight(items: readonly KeyItem[], width: number): number {
  const last = linesOf(items, width).at(-1)
  return last ? (last.line + 1) * noteLine : 0
}

/** The key as SVG, its last line at the foot of a picture. */
export function signKey(items: readonly KeyItem[], { width, height }: { width: number; height: number }): string[] {
  const placed = linesOf(items, width)
  const lines = (placed.at(-1)?.line ?? 0) + 1
  return placed.flatMap(({ item, x, line }) => {
    const y = height - 6 - (lines - 1 - line) * noteLine
    return [
      item.mark(x + 6, y - textSize * 0.35),
      label(item.words, { x: x + beforeWords, y, role: 'key', fill: palette.quiet }),
    ]
  })
}
