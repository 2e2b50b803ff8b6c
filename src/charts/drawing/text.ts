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
    const code = character === '\u00a0' ? 32 : character.charCodeAt(0)
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

/** A text cut short where it is wider than the room, with an ellipsis in place of what is left out. */
export function shortened(text: string, room: number, size: number, weight: Weight = 'regular'): string {
  if (textWidth(text, size, weight) <= room) return text
  const letters = [...text]
  while (letters.length > 0 && textWidth(`${letters.join('').trimEnd()}…`, size, weight) > room) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

/** A text in at most so many lines, none wider than the room: what does not fit is left out, and an ellipsis says so. */
export function fitted(text: string, room: number, lines: number, size: number, weight: Weight = 'regular'): string[] {
  const all = wrapped(text, room, size, weight)
  const rest = all.slice(lines - 1).join(' ')
  const kept = all.length > lines ? [...all.slice(0, lines - 1), rest] : all
  return kept.map(line => shortened(line, room, size, weight))
}
