/**
 * An attacker: given what a publication prints and how its cells hang together, which numbers could stand under a hidden
 * one? It knows nothing of how Tidemark suppresses, and works it out by narrowing the bounds of every unknown and trying.
 */

/** A hidden whole number, with what is known of it beforehand. */
export type Unknown = { readonly least: number; readonly most: number }

/** What a sum of unknowns times factors lies between. */
export type Sum = {
  readonly terms: readonly (readonly [unknown: string, factor: number])[]
  readonly least: number
  readonly most: number
}

type Row = { readonly at: readonly number[]; readonly factors: readonly number[]; least: number; most: number }
/** The least of every unknown, then the most of every one. */
type Bounds = { readonly least: Float64Array; readonly most: Float64Array }

/**
 * Those values that an unknown may have, the smallest first, up to so many.
 * @param tries how often it guesses for one value. Then it gives up and claims that the value is impossible, and so to know
 * more than it does: a test may then fail that need not, never the other way round
 */
export function possibleValues(
  name: string,
  unknowns: ReadonlyMap<string, Unknown>,
  sums: readonly Sum[],
  enough = 5,
  tries = 300,
): number[] {
  const names = connectedTo(name, sums)
  const place = new Map(names.map((each, at) => [each, at]))
  const rows = sums
    .filter(({ terms }) => terms.some(([each]) => place.has(each)))
    .map(
      ({ terms, least, most }): Row => ({
        at: terms.map(([each]) => place.get(each) ?? 0),
        factors: terms.map(([, factor]) => factor),
        least,
        most,
      }),
    )
  const start: Bounds = {
    least: Float64Array.from(names, each => unknowns.get(each)?.least ?? 0),
    most: Float64Array.from(names, each => unknowns.get(each)?.most ?? 0),
  }
  if (!narrow(start, rows)) return []
  const [from, to] = [start.least[0] ?? 0, start.most[0] ?? 0]
  const found: number[] = []
  for (let value = from; value <= to && found.length < enough; value += 1)
    if (isPossible(fixed(start, 0, value), rows, { left: tries })) found.push(value)
  return found
}

/** The unknown, then every one that some sum ties to it, near or far. */
function connectedTo(name: string, sums: readonly Sum[]): string[] {
  const reached = new Set([name])
  for (let before = 0; before !== reached.size; ) {
    before = reached.size
    for (const { terms } of sums)
      if (terms.some(([each]) => reached.has(each))) for (const [each] of terms) reached.add(each)
  }
  return [...reached]
}

function fixed({ least, most }: Bounds, at: number, value: number): Bounds {
  const copy = { least: least.slice(), most: most.slice() }
  copy.least[at] = value
  copy.most[at] = value
  return copy
}

/** Narrows bounds as far as each sum alone does; false where nothing fits. */
function narrow({ least, most }: Bounds, rows: readonly Row[]): boolean {
  const of = (list: Float64Array, at: number) => list[at] ?? 0
  for (let changed = true; changed; ) {
    changed = false
    for (const { at, factors, least: rowLeast, most: rowMost } of rows) {
      let lowest = 0
      let highest = 0
      at.forEach((each, place) => {
        const factor = factors[place] ?? 0
        lowest += factor * (factor > 0 ? of(least, each) : of(most, each))
        highest += factor * (factor > 0 ? of(most, each) : of(least, each))
      })
      if (lowest > rowMost + 1e-9 || highest < rowLeast - 1e-9) return false
      for (const [place, each] of at.entries()) {
        const factor = factors[place] ?? 0
        const low = factor * (factor > 0 ? of(least, each) : of(most, each))
        const high = factor * (factor > 0 ? of(most, each) : of(least, each))
        const a = (rowLeast - (highest - high)) / factor
        const b = (rowMost - (lowest - low)) / factor
        const from = Math.ceil(Math.min(a, b) - 1e-9)
        const to = Math.floor(Math.max(a, b) + 1e-9)
        if (from <= of(least, each) && to >= of(most, each)) continue
        least[each] = Math.max(from, of(least, each))
        most[each] = Math.min(to, of(most, each))
        if (of(least, each) > of(most, each)) return false
        changed = true
        break
      }
    }
  }
  return true
}

function isPossible(bounds: Bounds, rows: readonly Row[], tries: { left: number }): boolean {
  tries.left -= 1
  if (tries.left < 0 || !narrow(bounds, rows)) return false
  let open = -1
  let room = Number.POSITIVE_INFINITY
  bounds.least.forEach((low, at) => {
    const own = (bounds.most[at] ?? 0) - low
    if (own > 0 && own < room) [open, room] = [at, own]
  })
  if (open < 0) return true
  for (let value = bounds.least[open] ?? 0; value <= (bounds.most[open] ?? 0) && tries.left > 0; value += 1)
    if (isPossible(fixed(bounds, open, value), rows, tries)) return true
  return false
}
