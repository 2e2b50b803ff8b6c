/** How much room text takes, so that labels can be kept inside of the picture and off one another without a browser. */
import { advances } from './advances.data.ts'

export type Weight = 'regular' | 'bold'

/** A character that we have no width of is taken to be as wide as a wide capital. */
const unknown = 70

/** Width of a text in the units of its size. @example textWidth('Target 1.5', 14, 'bold') // 71.96 */
export function textWidth(text: string, size: number, weight: Weight = 'regular'): number {
  const widths = advances[weight]
  let hundredths = 0
  for (const character of text) {
    const code = character.charCodeAt(0)
    const at = code < 127 ? code - 32 : advances.others.indexOf(character) + (127 - 32)
    hundredths += (code < 127 || advances.others.includes(character) ? widths[at] : undefined) ?? unknown
  }
  return (hundredths * size) / 100
}

/** Breaks a text between words into lines no wider than `room`; a word that is wider by itself keeps a line of its own. */
export function wrapped(text: string, room: number, size: number, weight: Weight = 'regular'): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && textWidth(`${last} ${word}`, size, weight) <= room)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
