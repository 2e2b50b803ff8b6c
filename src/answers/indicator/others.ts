import { minus } from '../../judgement/exactly.ts'
import type { Fact } from '../../shared/facts.ts'
import { comparePeriods, type Period, toPeriod } from '../../shared/period/period.ts'
import { decimalsOf, roundedText } from '../../shared/rounding.ts'
import { grouped } from '../../shared/words.ts'
import { reasonInWords } from '../sentences.ts'
import type { CellView } from '../types.ts'
import type { OtherOwner } from './types.ts'

type Owner = {
  readonly slug: string
  readonly name: string
  /** The measure as this owner defines it; undefined where it does not say. */
  readonly indicator: Fact<'indicator'> | undefined
}

/**
 * What others publish of the same area under the same name, beside the council's own value of the period. A published value is
 * never computed anew.
 * @param cellAt the council's own figure of a period
 */
export function otherOwners(
  facts: readonly Fact<'observation'>[],
  owners: readonly Owner[],
  unit: string,
  cellAt: (period: Period) => CellView | null,
  asAt: string,
): OtherOwner[] {
  return owners.flatMap(({ slug, name, indicator }) => {
    const own = facts
      .filter(fact => fact.owner === slug)
      .sort((a, b) => comparePeriods(toPeriod(b.period), toPeriod(a.period)))
    if (own.length === 0) return []
    const sameUnit = indicator === undefined || indicator.payload.unit === unit
    return [
      {
        owner: name,
        name: indicator?.payload.name ?? '',
        rows: own.map(({ period, payload }) => {
          const ours = cellAt(toPeriod(period))
          const { value, reason, until, note } = payload
          return {
            period: toPeriod(period),
            own: ours?.shown ?? null,
            theirs: value,
            difference: !sameUnit
              ? 'counted in another unit'
              : value === null
                ? `theirs is ${reasonInWords(reason, until, asAt)}`
                : differenceOf(ours?.shown ?? null, value),
            note,
          }
        }),
      },
    ]
  })
}

function differenceOf(ours: string | null, theirs: string): string {
  if (ours === null) return 'no value of our own'
  const decimals = Math.max(decimalsOf(ours), decimalsOf(theirs))
  const difference = minus(Number(theirs), Number(ours))
  const size = roundedText(Math.abs(difference), decimals)
  return Number(size) === 0 ? 'the same' : `theirs is ${grouped(size)} ${difference > 0 ? 'higher' : 'lower'}`
}
