import { type Standing, standingAgainst } from '../../judgement/benchmark/standing.ts'
import {
  type Area,
  baselineOf,
  funnelLevels,
  type Placed,
  placeOfProportion,
  placeOfRate,
  proportionLimits,
  ratioLimits,
} from '../../judgement/funnel/funnel.ts'
import {
  dispersionAmong,
  fewestAreas,
  placeWidened,
  type Widening,
  widenedLimits,
} from '../../judgement/funnel/over-dispersion.ts'
import { entryOf, units } from '../../shared/codes.ts'
import type { Benchmark } from '../benchmark/benchmark.ts'
import { countsAround, isExact } from '../benchmark/significance.ts'
import { uncertaintyOf } from '../benchmark/uncertainty.ts'
import type { NationalData } from '../national/national-data.ts'
import type { Funnel, FunnelLine, FunnelPlace, WidenedLimits } from './types.ts'

const [inner, outer] = funnelLevels
/** At how many sizes a limit is worked out: enough for a curve to look like one. */
const steps = 48

type Counts = { readonly numerator: number; readonly denominator: number }

/**
 * Which councils of a group lie further from England's figure than their size explains; or why that cannot be told. The
 * middle is what the publisher says of England, else all councils of the group together.
 */
export function funnelOf(data: NationalData, { entrants, comparison, unit, polarity }: Benchmark): Funnel {
  const sized = new Map<string, Counts>()
  const kinds = new Set<string>()
  for (const fact of entrants) {
    const known = uncertaintyOf(fact.payload, unit)
    kinds.add(known.kind)
    if (known.kind === 'share' || known.kind === 'events') sized.set(fact.geography, known)
  }
  const isRate = kinds.has('events')
  if (sized.size === 0) return { kind: 'none', because: whyNone(kinds) }
  const per = Number(entryOf(units, unit).per)
  const areas = [...sized.values()].map(each => ({ events: each.numerator, of: each.denominator }))
  const baseline = comparison.england === null ? baselineOf(areas) : comparison.england / per
  if (baseline <= 0 || (!isRate && baseline >= 1))
    return { kind: 'none', because: 'the middle of it would be none or all, about which nothing can spread' }
  const rounded = (exact: boolean) => (exact ? { numerator: false, denominator: false } : comparison.rounds)
  const placesBy = (placeOf: PlaceOf): ReadonlyMap<string, FunnelPlace> =>
    new Map(
      entrants.flatMap(fact => {
        const counts = sized.get(fact.geography)
        if (!counts) return []
        const around = countsAround(counts, rounded(isExact(data, fact))).map(each => areaOf(each, isRate))
        const at = (confidence: number) => agreed(around.map(area => placeOf(area, confidence)))
        const [near, far] = [at(inner), at(outer)]
        const beyond = near === null ? null : near === 'within' ? 'neither' : far === near ? 'outer' : 'inner'
        const share = counts.numerator / counts.denominator
        const standing: Standing =
          near === null || near === 'within'
            ? 'similar'
            : standingAgainst({ lower: share, upper: share }, baseline, polarity)
        return [[fact.geography, { size: counts.denominator, beyond, standing }] as const]
      }),
    )
  const most = Math.max(...areas.map(each => each.of))
  const line = (level: number): FunnelLine => ({
    level,
    ...(isRate ? rateLine : shareLine)(baseline, most, per, level),
  })
  const placeByChance = isRate ? placeOfRate : placeOfProportion
  return {
    kind: 'funnel',
    middle: baseline * per,
    middleIs: comparison.england === null ? 'group' : 'england',
    isRate,
    lines: [line(inner), line(outer)],
    places: placesBy((area, confidence) => placeByChance(area, baseline, confidence)),
    widened: widened({ areas, baseline, isRate, per, most, placesBy }),
    without: entrants.length - sized.size,
    roundedCounts: comparison.rounds.numerator || comparison.rounds.denominator,
  }
}

function whyNone(kinds: ReadonlySet<string>): string {
  if (kinds.size === 0) return 'no council of the group has a value'
  if (kinds.has('margin'))
    return 'the figures are of a survey, whose publisher gives margins of error and not the counts that a funnel needs'
  return 'the publisher gives no counts, and a funnel needs to know how many people stand behind each figure'
}

/** What every rounding says; null where they do not agree. */
function agreed(places: readonly Placed[]): Placed | null {
  const [first = null] = places
  return places.every(each => each === first) ? first : null
}

/** Where an area lies beside the limits of its size. */
type PlaceOf = (area: Area, confidence: number) => Placed

function areaOf({ numerator, denominator }: Counts, isRate: boolean): Area {
  return { events: isRate ? numerator : Math.min(numerator, denominator), of: denominator }
}

/** The limits and places that allow for how much councils differ, or why there are none. */
function widened(given: {
  readonly areas: readonly Area[]
  readonly baseline: number
  readonly isRate: boolean
  readonly per: number
  readonly most: number
  readonly placesBy: (placeOf: PlaceOf) => ReadonlyMap<string, FunnelPlace>
}): WidenedLimits {
  const { areas, baseline, isRate, per, most, placesBy } = given
  const sort = isRate ? 'rate' : 'share'
  const dispersion = dispersionAmong(areas, baseline, sort)
  if (!dispersion)
    return {
      kind: 'none',
      because: `fewer than ${fewestAreas} councils give counts, too few to tell how much they differ`,
    }
  const { times, between } = dispersion
  if (between === 0)
    return {
      kind: 'none',
      because: 'councils differ by no more than chance explains, so that there is nothing to allow for',
    }
  const widening: Widening = { baseline, sort, between }
  const line = (level: number): FunnelLine => {
    const limits = sizesTo(most).map(size => ({ size, ...widenedLimits({ ...widening, of: size }, level) }))
    return {
      level,
      lower: limits.map(({ size, lower }) => ({ size, value: lower * per })),
      upper: limits.map(({ size, upper }) => ({ size, value: upper * per })),
    }
  }
  return {
    kind: 'limits',
    times,
    lines: [line(inner), line(outer)],
    places: placesBy((area, confidence) => placeWidened(area, widening, confidence)),
  }
}

/** Sizes up to the largest, closer together where the curve bends. */
const sizesTo = (most: number) => Array.from({ length: steps }, (_, at) => most * ((at + 1) / steps) ** 2)

function shareLine(baseline: number, most: number, per: number, level: number): Omit<FunnelLine, 'level'> {
  const limits = sizesTo(most).map(size => ({ size, ...proportionLimits(baseline, size, per, level) }))
  return {
    lower: limits.map(({ size, lower }) => ({ size, value: lower })),
    upper: limits.map(({ size, upper }) => ({ size, value: upper })),
  }
}

/** The limits of a rate are known where a whole count lies on them: a line leads from one count to the next. */
function rateLine(baseline: number, most: number, per: number, level: number): Omit<FunnelLine, 'level'> {
  // The lines reach the largest size at different counts, both near what is expected there.
  const last = Math.ceil(most * baseline + 6 * Math.sqrt(most * baseline) + 20)
  const counts = [...new Set([0, ...sizesTo(last).map(Math.ceil)])]
  const limits = counts.map(count => ratioLimits(count, level))
  const point = ({ expected, ratio }: { readonly expected: number; readonly ratio: number }) => ({
    size: expected / baseline,
    value: ratio * baseline * per,
  })
  const upTo = (points: FunnelLine['lower']) => points.filter(each => each.size <= most)
  return {
    lower: upTo(limits.map(({ lower }) => point(lower))),
    upper: upTo(limits.flatMap(({ upper }) => (upper ? [point(upper)] : []))),
  }
}
