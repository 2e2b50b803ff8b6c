/** Text as the typeface can print it: nothing invisible that turns the order around, nothing that would be an empty box. */

/** Marks that only steer the order or the joining of letters, and what no file may hold. */
const invisible = /[\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffc]/gu

/** Characters with a plain neighbour that says the same. */
const plainer: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/[\t\n\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]/g, ' '],
  [/[\u2007\u202f]/g, '\u00a0'],
  [/[\u2010\u2011]/g, '-'],
]

/**
 * The text with each character that the typeface lacks written as its number, and without marks that cannot be seen.
 * @example printable('up \u{1f600}', hasGlyph) // 'up [U+1F600]'
 */
export function printable(text: string, hasGlyph: (codePoint: number) => boolean): string {
  const spaced = plainer.reduce((so, [pattern, instead]) => so.replace(pattern, instead), text.normalize('NFC'))
  const plain = spaced.replace(invisible, '').toWellFormed()
  let out = ''
  for (const character of plain) {
    const code = character.codePointAt(0) as number
    out += hasGlyph(code) ? character : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
  }
  return out
}
