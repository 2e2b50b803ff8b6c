/** How many councils ever improved as fast as a path asks. */
import { comparePeriods, monthsBetween, type Period } from '../../shared/period/period.ts'
import { counted } from '../../shared/words.ts'
import { minus } from '../exactly.ts'

/** A council's figures; each period once. */
export type CouncilFigures = {
  readonly council: string
  readonly points: readonly { readonly period: Period; readonly value: number }[]
}

export type AskedPace = {
  /** How much better the figure is to become, in its unit; above 0. */
  readonly by: number
  /** In how many years. */
  readonly years: number
  /** 1 where higher is better on this path, -1 where lower is. */
  readonly direction: 1 | -1
}

/** Of how many councils it can be told, and how many of them did it; or why nothing can be told. */
export type Pace =
  | {
      readonly kind: 'known'
      readonly improved: number
      readonly of: number
      readonly councils: readonly string[]
      /** The first and the last period of the figures that were set beside each other. */
      readonly from: Period
      readonly to: Period
    }
  | { readonly kind: 'unknown'; readonly because: string }

/**
 * How many councils improved by so much within so many years. Only figures of one definition are set beside each other, and only
 * a council counts that has two of them so many years apart: of the others it cannot be known.
 * @param spans the periods over which one definition holds without a break, in order; a figure of another year is left out
 * @throws RangeError for a change of zero or less, or less than a year
 */
export function paceAmong(
  { by, years, direction }: AskedPace,
  councils: readonly CouncilFigures[],
  spans: readonly (readonly Period[])[],
): Pace {
  if (!(by > 0) || !Number.isInteger(years) || years < 1)
    throw new RangeError(`Cannot tell a pace as both must be above 0: ${by} in ${years} years`)
  const apart = years * 12
  const longest = Math.max(0, ...spans.map(lengthOf))
  if (longest < apart)
    return {
      kind: 'unknown',
      because:
        longest === 0
          ? 'no two years of figures share a definition'
          : `one definition spans ${counted(longest / 12, 'year')} of change, and the path takes ${years}`,
    }
  const told = councils.filter(({ points }) => pairsIn(points, spans).some(pair => pair.apart === apart))
  const did = told.filter(({ points }) =>
    pairsIn(points, spans).some(pair => pair.apart <= apart && direction * minus(pair.to, pair.from) >= by),
  )
  const periods = told
    .flatMap(({ points }) => points.map(({ period }) => period))
    .filter(period => spans.some(span => span.length > 1 && span.includes(period)))
    .sort(comparePeriods)
  const [from] = periods
  const to = periods.at(-1)
  if (!from || !to) return { kind: 'unknown', because: `no council has figures ${years} years apart` }
  return { kind: 'known', improved: did.length, of: told.length, councils: did.map(({ council }) => council), from, to }
}

function lengthOf(span: readonly Period[]): number {
  const [first] = span
  const last = span.at(-1)
  return first && last ? monthsBetween(first, last) : 0
}

function pairsIn(points: CouncilFigures['points'], spans: readonly (readonly Period[])[]) {
  return spans.flatMap(span => {
    const own = points.filter(({ period }) => span.includes(period))
    return own.flatMap(earlier =>
      own.flatMap(later => {
        const apart = monthsBetween(earlier.period, later.period)
        return apart > 0 ? [{ apart, from: earlier.value, to: later.value }] : []
      }),
    )
  })
}
