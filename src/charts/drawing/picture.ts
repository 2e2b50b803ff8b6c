/** What every chart is made of: the picture itself, and the texts in it. */
import { palette, typeface } from './palette.ts'
import { element, escaped } from './svg.ts'

/** Size of the text of a chart: never scaled down, another size of picture is shown instead. */
export const textSize = 13

export type PictureSize = { readonly width: number; readonly height: number }

/** Control characters, and those without a picture that turn round the text after them. */
const unseen = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** Text from outside as a chart may show it: nothing in it can turn round or hide what stands beside it. */
function plainText(text: string): string {
  return text.replace(unseen, '')
}

/** The chart as SVG text: an image named by its sentence, with nothing in it to tab to. */
export function picture(sentence: string, { width, height }: PictureSize, content: readonly string[]): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'chart',
      role: 'img',
      'aria-label': plainText(sentence),
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      'font-family': typeface,
      'font-size': textSize,
    },
    content.join(''),
  )
}

type LabelLook = {
  readonly x: number
  readonly y: number
  readonly role: string
  readonly fill: string
  readonly anchor?: 'middle' | 'end' | undefined
  readonly size?: number
  readonly weight?: 'regular' | 'bold'
}

/** A text of a chart. */
export function label(words: string, { x, y, role, fill, anchor, size, weight }: LabelLook): string {
  const attributes = {
    class: `chart-text chart-${role}`,
    x,
    y,
    fill,
    'text-anchor': anchor,
    'font-size': size,
    'font-weight': weight === 'bold' ? 700 : undefined,
  }
  return element('text', attributes, escaped(plainText(words)))
}

/** How far apart the lines of a note stand. */
export const noteLine = textSize * 1.3

/** Notes at the foot of a picture, a line each. */
export function notesAtFoot(lines: readonly string[], height: number): string[] {
  return lines.map((line, at) =>
    label(line, { x: 0, y: height - 5 - (lines.length - 1 - at) * noteLine, role: 'note', fill: palette.quiet }),
  )
}
