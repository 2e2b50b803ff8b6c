/** Text made safe to stand in HTML. Whatever it holds is shown as text, and cannot turn the text around it. */
import { escaped } from '../../charts/drawing/svg.ts'
import type { Words } from '../outline/types.ts'
import { heldUnits } from '../page/held.ts'

/** Characters without a picture that change the direction of what follows. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** Control characters that HTML has no place for. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to be taken out
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/gu

/** Letters that are read from right to left. */
const fromTheRight = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u

/** Text for an attribute or a title. */
export function attribute(text: string): string {
  return escaped(text.replace(forbidden, '').replace(turning, ''))
}

/** Text for the body: isolated where it reads from right to left or tried to turn its surroundings. */
export function bodyText(text: string): string {
  const isTurned = text.search(turning) >= 0 || fromTheRight.test(text)
  const held = attribute(heldUnits(text))
  return isTurned ? `<bdi>${held}</bdi>` : held
}

/** Words in a row, with links and strong ones. */
export function wordsHtml(words: Words): string {
  return words
    .map(({ text, strong, to }) => {
      const inner = strong ? `<strong>${bodyText(text)}</strong>` : bodyText(text)
      return to !== undefined && leadsSomewhere(to) && text.trim() !== ''
        ? `<a href="${attribute(to)}">${inner}</a>`
        : inner
    })
    .join('')
}

/** Links lead into the paper, to the web or to a mailbox, and nowhere else. */
function leadsSomewhere(to: string): boolean {
  return /^(?:#[a-z0-9-]+$|https?:\/\/|mailto:)/i.test(to)
}

/** Words for whoever hears the page. */
export function hidden(text: string): string {
  return `<span class="hidden">${attribute(text)}</span>`
}
