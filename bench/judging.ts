/** How long it takes to judge a million observations: value, target, rating and direction of travel of each. */
import { directionOfTravel } from '../src/judgement/direction/direction-of-travel.ts'
import { type Target, targetFor } from '../src/judgement/profile/target-for.ts'
import { rate } from '../src/judgement/rating/rate.ts'
import type { Point, Series } from '../src/judgement/series.ts'
import { judgedValue, type Recorded } from '../src/judgement/value/judged-value.ts'
import { chanceFrom } from '../src/shared/chance.ts'
import { type Period, shiftMonths, toPeriod, yearOf } from '../src/shared/period/period.ts'
import type { DecimalText } from '../src/shared/rounding.ts'
import { figuresOf, kindOf, monthsOfShape } from './support/figures.ts'

type Case = {
  readonly kind: ReturnType<typeof kindOf>
  readonly decimals: number
  readonly recorded: readonly Recorded[]
  readonly targets: readonly Target[]
}

const months = monthsOfShape({ months: 36 })
const textOf = (text: string) => (text === '' ? null : (text as DecimalText))

function casesOf(count: number): Case[] {
  const chance = chanceFrom(1)
  return Array.from({ length: count }, (_, at) => {
    const kind = kindOf(at)
    const recorded = figuresOf(at, months, chance).map(({ value, numerator, denominator }) => ({
      published: value as DecimalText,
      numerator: textOf(numerator),
      denominator: textOf(denominator),
    }))
    const years = [...new Set(months.map(yearOf))]
    const targets = years.map(
      (year): Target => ({
        period: year,
        value: (kind.kind === 'cumulative' ? '700' : '58.0') as DecimalText,
        profile: kind.profile,
        purpose: 'rated',
        baselinePeriod: kind.profile === 'line' ? shiftMonths(toPeriod(`${year.slice(0, 4)}-03`), 0) : null,
        baselineValue: kind.profile === 'line' ? ('55.0' as DecimalText) : null,
        assigned: [],
        knownOn: '2022-04-20',
      }),
    )
    return { kind, decimals: kind.unit === 'count' ? 0 : 1, recorded, targets }
  })
}

/** Judges every month of a series, as the answers do; the number of ratings and directions found. */
function judge({ kind, decimals, recorded, targets }: Case): number {
  const rule = { unit: kind.unit, counts: 'exact', decimals } as const
  const points = recorded.map(
    (each, at): Point => ({ period: months[at] as Period, value: judgedValue(each, rule)?.value ?? null, marks: [] }),
  )
  const series: Series = { ...kind, decimals, frequency: 'monthly', points }
  let found = 0
  for (const { period, value } of points) {
    if (value === null) continue
    const target = targetFor(period, targets, series)
    const goal = 'none' in target ? undefined : target.value
    if (goal !== undefined && rate({ value, target: goal, polarity: kind.polarity, decimals }).rating) found += 1
    if (directionOfTravel(series, { at: period, target: goal }).direction) found += 1
  }
  return found
}

/** Milliseconds of a core for each of several rounds of a million observations. */
export function millionJudged(rounds: number): { readonly taken: number[]; readonly found: number } {
  const cases = casesOf(500)
  const repeats = Math.round(1_000_000 / (cases.length * months.length))
  for (const each of cases) judge(each)
  let found = 0
  const taken = Array.from({ length: rounds }, () => {
    found = 0
    const before = process.cpuUsage()
    for (let repeat = 0; repeat < repeats; repeat += 1) for (const each of cases) found += judge(each)
    const { user, system } = process.cpuUsage(before)
    return ((user + system) / 1000) * (1_000_000 / (repeats * cases.length * months.length))
  })
  return { taken, found }
}
