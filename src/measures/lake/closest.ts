/** The text that shares most pairs of letters with another, where they share at least half; null where none does. */
export function closestTo(text: string, among: readonly string[]): string | null {
  const wanted = pairs(text)
  let best: string | null = null
  let bestShare = 0.5
  for (const each of among) {
    const other = pairs(each)
    const shared = [...wanted].filter(pair => other.has(pair)).length
    const share = (2 * shared) / (wanted.size + other.size)
    if (share >= bestShare) [best, bestShare] = [each, share]
  }
  return best
}

function pairs(text: string): Set<string> {
  const plain = text.toLowerCase().replace(/[^a-z0-9]/g, '')
  return new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, at) => plain.slice(at, at + 2)))
}
