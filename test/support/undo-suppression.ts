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

type Bounds = Map<string, { least: number; most: number }>

/** Those values that an unknown may have, the smallest first, up to so many. */
export function possibleValues(
  name: string,
  unknowns: ReadonlyMap<string, Unknown>,
  sums: readonly Sum[],
  enough = 5,
): number[] {
  const connected = sumsAround(name, sums)
  const bounds: Bounds = new Map([...unknowns].map(([each, { least, most }]) => [each, { least, most }]))
  const narrowed = narrow(bounds, connected)
  const own = narrowed?.get(name)
  if (!narrowed || !own) return []
  const found: number[] = []
  for (let value = own.least; value <= own.most && found.length < enough; value += 1)
    if (isPossible(fixed(narrowed, name, value), connected)) found.push(value)
  return found
}

function sumsAround(name: string, sums: readonly Sum[]): Sum[] {
  const reached = new Set([name])
  const found = new Set<Sum>()
  for (let before = -1; before !== found.size; ) {
    before = found.size
    for (const sum of sums) {
      if (found.has(sum) || !sum.terms.some(([each]) => reached.has(each))) continue
      found.add(sum)
      for (const [each] of sum.terms) reached.add(each)
    }
  }
  return [...found]
}

function fixed(bounds: Bounds, name: string, value: number): Bounds {
  const copy: Bounds = new Map([...bounds].map(([each, own]) => [each, { ...own }]))
  copy.set(name, { least: value, most: value })
  return copy
}

/** Bounds as narrow as each sum alone makes them; null where nothing fits. */
function narrow(start: Bounds, sums: readonly Sum[]): Bounds | null {
  const bounds: Bounds = new Map([...start].map(([name, own]) => [name, { ...own }]))
  const at = (name: string) => bounds.get(name) ?? { least: 0, most: 0 }
  for (let changed = true; changed; ) {
    changed = false
    for (const { terms, least, most } of sums) {
      const low = terms.map(([name, factor]) => factor * (factor > 0 ? at(name).least : at(name).most))
      const high = terms.map(([name, factor]) => factor * (factor > 0 ? at(name).most : at(name).least))
      const lowest = low.reduce((sum, each) => sum + each, 0)
      const highest = high.reduce((sum, each) => sum + each, 0)
      if (lowest > most + 1e-9 || highest < least - 1e-9) return null
      terms.forEach(([name, factor], place) => {
        const own = at(name)
        const room = [
          (least - (highest - (high[place] ?? 0))) / factor,
          (most - (lowest - (low[place] ?? 0))) / factor,
        ].sort((a, b) => a - b) as [number, number]
        const from = Math.max(own.least, Math.ceil(room[0] - 1e-9))
        const to = Math.min(own.most, Math.floor(room[1] + 1e-9))
        if (from === own.least && to === own.most) return
        changed = true
        bounds.set(name, { least: from, most: to })
      })
      if ([...terms].some(([name]) => at(name).least > at(name).most)) return null
    }
  }
  return bounds
}

function isPossible(start: Bounds, sums: readonly Sum[]): boolean {
  const bounds = narrow(start, sums)
  if (!bounds) return false
  const names = new Set(sums.flatMap(sum => sum.terms.map(([name]) => name)))
  const open = [...names]
    .map(name => ({ name, own: bounds.get(name) ?? { least: 0, most: 0 } }))
    .filter(({ own }) => own.least < own.most)
    .sort((a, b) => a.own.most - a.own.least - (b.own.most - b.own.least))[0]
  if (!open) return true
  for (let value = open.own.least; value <= open.own.most; value += 1)
    if (isPossible(fixed(bounds, open.name, value), sums)) return true
  return false
}
