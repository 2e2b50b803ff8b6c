/** Whether values were rounded so coarsely that rounding, not chance, makes ties and points on the mean. */
import { withoutNoise } from '../../shared/rounding.ts'

/** Steps to which figures are rounded as a whole. */
const wholeSteps = [10, 5] as const
const mostDecimals = 4

/**
 * The step to which all values were rounded: 0.1 of 71.4 and 72.0, 5 of 20 and 35; null where none is to be seen.
 * @param isCount whole numbers of what is counted are exact, unless all of them are fives or tens
 */
export function roundingStep(values: readonly number[], isCount: boolean): number | null {
  if (values.length === 0) return null
  const fits = (step: number) => values.every(value => Number.isInteger(withoutNoise(value / step)))
  const whole = wholeSteps.find(fits)
  if (whole !== undefined) return whole
  if (isCount) return null
  const decimals = Array.from({ length: mostDecimals }, (_, at) => 10 ** -at)
  return decimals.find(fits) ?? null
}

/** Whether a step is a large share, more than half, of how far values move from one to the next. */
export function isCoarse(step: number, averageRange: number | null): boolean {
  return averageRange !== null && averageRange > 0 && step > averageRange / 2
}
