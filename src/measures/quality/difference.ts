/** How often each person occurs: a person may be counted for several spells. */
export function counts(people: readonly string[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const person of people) found.set(person, (found.get(person) ?? 0) + 1)
  return found
}

/** How many are in the second count and not in the first, and the other way round. */
export function difference(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): { readonly gained: number; readonly lost: number } {
  const more = (one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>) =>
    [...one].reduce((sum, [person, count]) => sum + Math.max(0, count - (other.get(person) ?? 0)), 0)
  return { gained: more(after, before), lost: more(before, after) }
}
