/** Where the texts of a drawing lie, worked out from the SVG itself: how tests see that none leaves it or covers another. */
import { textWidth } from './text.ts'

export type TextBox = {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** The boxes of every text element of an SVG. Texts without a size are 13 high. */
export function boxesOf(svg: string): TextBox[] {
  return [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', content = '']) => {
    const text = plain(content)
    const read = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1]
    const size = Number(read('font-size') ?? 13)
    const width = textWidth(text, size, read('font-weight') === '700' ? 'bold' : 'regular')
    const anchor = read('text-anchor')
    const x = Number(read('x'))
    const y = Number(read('y'))
    const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x
    return { text, left, right: left + width, top: y - size * 0.75, bottom: y + size * 0.22 }
  })
}

/** Pairs of texts that lie over one another. */
export function overlaps(boxes: readonly TextBox[]): string[] {
  return boxes.flatMap((a, at) =>
    boxes
      .slice(at + 1)
      .filter(b => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map(b => `${a.text} and ${b.text}`),
  )
}

/**
 * What is wrong with a drawing: that it is no named picture, says what is no figure, is styled in place (which the pages' policy
 * forbids), or has texts that leave it or cover one another; nothing where all is well.
 */
export function faultsIn(
  svg: string,
  { width, height }: { readonly width: number; readonly height: number },
): string[] {
  const boxes = boxesOf(svg)
  const isInside = ({ left, right, top, bottom }: TextBox) =>
    left >= 0 && right <= width && top >= 0 && bottom <= height
  return [
    ...(svg.includes('role="img"') ? [] : ['It is no named picture']),
    ...[...svg.matchAll(/NaN|Infinity|undefined|null|style=/g)].map(([words]) => `It says ${words}`),
    ...boxes.filter(box => !isInside(box)).map(({ text }) => `${text} leaves it`),
    ...overlaps(boxes).map(pair => `${pair} cover one another`),
  ]
}

function plain(content: string): string {
  return content
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
