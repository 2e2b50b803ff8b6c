/** Orders texts by their code units, which is the same everywhere: negative when `a` comes first, 0 for equal texts. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
