import type { Manifest } from './manifest.ts'

/**
 * The papers that a reader of a past day can have seen: those of meetings up to that day, and those published by then. A paper
 * of long ago may have been made again later, so that the day of its meeting counts too.
 * @param day YYYY-MM-DD; undefined is today, and then every paper
 * @param dayOf the day in the United Kingdom at an instant
 */
export function papersBy(
  publications: readonly Manifest[],
  day: string | undefined,
  dayOf: (instant: string) => string,
): readonly Manifest[] {
  if (day === undefined) return publications
  return publications.filter(({ meeting, publishedAt }) => meeting <= day || dayOf(publishedAt) <= day)
}
