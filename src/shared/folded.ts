/** A text as it is compared when somebody searches, with the way back to what was written. */
export type Folded = {
  /** Lower case, without accents and with plain quotation marks. */
  readonly text: string
  /** For each place of `text`, the place in what was written that it came from, and one more for the end. */
  readonly places: readonly number[]
}

const marksOfLetters = /\p{M}/gu
const curled = /[‘’ʼ`]/g

/** A text without capitals and accents. @example folded('Café’s 2A(1)').text // "cafe's 2a(1)" */
export function folded(written: string): Folded {
  const places: number[] = []
  let text = ''
  let at = 0
  for (const sign of written) {
    const plain = sign.normalize('NFKD').replace(marksOfLetters, '').replace(curled, "'").toLowerCase()
    for (let place = 0; place < plain.length; place += 1) places.push(at)
    text += plain
    at += sign.length
  }
  return { text, places: [...places, at] }
}

/**
 * How many letters must be put in, left out, changed or swapped with their neighbour to make one word of another.
 * @example editsBetween('dashbaord', 'dashboard') // 1
 */
export function editsBetween(one: string, other: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row]
    for (let at = 1; at <= other.length; at += 1) {
      const isSame = one[row - 1] === other[at - 1]
      const isSwapped = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]
      now[at] = Math.min(
        (last[at] ?? 0) + 1,
        (now[at - 1] ?? 0) + 1,
        (last[at - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (beforeLast[at - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    beforeLast = last
    last = now
  }
  return last[other.length] ?? 0
}

/**
 * The known word that somebody may have meant: the nearest, no further away than a third of its letters.
 * @returns null when none is near; words of more than 60 letters are not looked at
 */
export function nearestWord(written: string, known: readonly string[]): string | null {
  if (written.length > 60) return null
  const word = folded(written).text
  const near = known
    .map(each => ({ each, edits: editsBetween(word, folded(each).text) }))
    .filter(({ each, edits }) => edits <= Math.max(1, Math.floor(each.length / 3)) && edits < each.length)
    .sort((a, b) => a.edits - b.edits)
  return near[0]?.each ?? null
}
