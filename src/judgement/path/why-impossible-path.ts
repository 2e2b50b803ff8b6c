/** What no path can promise. */

import type { Indicator } from '../../shared/indicator.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { whyImpossible } from '../../shared/possible-target.ts'
import { grouped } from '../../shared/words.ts'
import type { YearValue } from '../../shared/year-values.ts'
import { minus } from '../exactly.ts'

export type Promised = {
  /** From which value the path starts; null: it is not stated. */
  readonly from: number | null
  /** To which it leads; null: to its last target. */
  readonly goal: number | null
  readonly targets: readonly YearValue[]
}

/**
 * Why a path cannot be met as it stands, in a sentence without its full stop; null where it can. Its goal and targets must be figures
 * that the indicator can have. Where neither too high nor too low is good, no target may lie past the goal by more than the green band:
 * from there on a result is judged against the goal (rule 3), so that whoever met that target would be off it.
 * @param greenBand as a share of the goal: 0.025 is 2.5 %
 */
export function whyImpossiblePath(
  { from, goal, targets }: Promised,
  indicator: Pick<Indicator, 'unit' | 'mayExceed100' | 'polarity'>,
  greenBand: number,
): string | null {
  const values = [...(goal === null ? [] : [goal]), ...targets.map(({ value }) => Number(value))]
  const fault = values.map(value => whyImpossible(value, indicator)).find(each => each !== null)
  if (fault) return fault
  const end = goal ?? Number(targets.at(-1)?.value ?? Number.NaN)
  if (indicator.polarity !== 'on_target' || from === null || Number.isNaN(end)) return null
  const towards = Math.sign(minus(end, from))
  const past = targets.find(({ value }) => towards * minus(Number(value), end) > greenBand * Math.abs(end))
  if (!past) return null
  const band = `${grouped(String(Number((greenBand * 100).toFixed(2))))} %`
  return `The target of ${periodInWords(past.period)}, ${grouped(past.value)}, lies past ${grouped(String(end))}, to which the path leads, by more than the band of ${band}, so that a result that met it would be off the goal`
}
