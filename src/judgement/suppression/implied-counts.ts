/** Counts that nobody recorded, and that follow from a percentage or rate with a denominator that stands elsewhere. */
import { entryOf, units } from '../../shared/codes.ts'
import { monthsOf, typeOf } from '../../shared/period/period.ts'
import type { Figure, Measure, Measures } from './figures.ts'

/**
 * The numerator of each percentage or rate of people that has no counts, about as a reader would work it out: with the
 * denominator that its measure has in the nearest period, or a measure that divides by what it calls the same. It is an
 * estimate, good enough to tell whether the count is small, and no part of a sum.
 */
export function impliedCounts(figures: readonly Figure[], measures: Measures): ReadonlyMap<Figure, number> {
  const without = figures.filter(
    ({ value, numerator, denominator }) => value !== null && numerator === null && denominator === null,
  )
  const asked = without.flatMap(figure => {
    const measure = measures.get(figure.measure)
    const per = measure ? entryOf(units, measure.unit).per : null
    return measure?.people.numerator && per !== null ? [{ figure, measure, per }] : []
  })
  if (asked.length === 0) return new Map()
  const lenders = figures.filter(figure => figure.denominator !== null && figure.denominator > 0)
  const byMeasure = Map.groupBy(lenders, figure => [figure.measure, placeOf(figure)].join('|'))
  const byLabel = Map.groupBy(lenders, figure => [labelOf(measures.get(figure.measure)), placeOf(figure)].join('|'))
  return new Map(
    asked.flatMap(({ figure, measure, per }): [Figure, number][] => {
      const label = labelOf(measure)
      const own = byMeasure.get([figure.measure, placeOf(figure)].join('|'))
      const alike = label === '' ? undefined : byLabel.get([label, placeOf(figure)].join('|'))
      const denominator = nearest(figure, own ?? alike ?? [])?.denominator ?? null
      return denominator === null ? [] : [[figure, (Number(figure.value) * denominator) / per]]
    }),
  )
}

function placeOf({ geography, breakdown }: Figure): string {
  return [geography, breakdown].join('|')
}

function labelOf(measure: Measure | undefined): string {
  return measure?.labels.denominator.trim().toLowerCase() ?? ''
}

/** The one nearest in time, of the same length where there is one; of two as near, the one that implies the fewer people. */
function nearest({ period }: Figure, lenders: readonly Figure[]): Figure | undefined {
  const alike = lenders.filter(each => typeOf(each.period) === typeOf(period))
  const away = (each: Figure) => Math.abs(monthsOf(each.period).last - monthsOf(period).last)
  return (alike.length > 0 ? alike : lenders).toSorted(
    (a, b) => away(a) - away(b) || (a.denominator ?? 0) - (b.denominator ?? 0),
  )[0]
}
