/**
 * A code of a framework as it is compared: `1C(1A)`, `1c1a` and the `1Cia` of papers are one.
 * @example codeKey('3D(2a)') // '3d2a'
 */
export function codeKey(code: string): string {
  // Papers write (1) and (2) as i and ii; no code has an i of its own behind its letter but 1I, whose digit comes first.
  const arabic = code
    .trim()
    .replace(/^(\d[A-Za-z])(i{1,3})(?=[a-z]?$)/, (_, head: string, roman: string) => `${head}${roman.length}`)
  return arabic.toLowerCase().replaceAll(/[^a-z0-9]+/g, '')
}
