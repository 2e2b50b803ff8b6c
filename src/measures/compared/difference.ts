/** How often each person occurs: a person may be counted for several spells. */
export function counts(people: readonly string[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const person of people) found.set(person, (found.get(person) ?? 0) + 1)
  return found
}

/** How many the first count has beyond the second, of the people for whom a condition holds. */
export function excess(
  one: ReadonlyMap<string, number>,
  other: ReadonlyMap<string, number>,
  is: (person: string) => boolean = () => true,
): number {
  return [...one].reduce(
    (sum, [person, count]) => (is(person) ? sum + Math.max(0, count - (other.get(person) ?? 0)) : sum),
    0,
  )
}
