/** The text with each percent sign and each count of days on one line with its number. @example heldUnits('4.0 %') // '4.0\u00a0%' */
export function heldUnits(text: string): string {
  return text.replace(/(\d) (?=%|days?\b)/g, '$1\u00a0')
}
