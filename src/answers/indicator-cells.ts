import type { Point, Series } from '../judgement/series.ts'
import { type JudgedValue, judgedValue } from '../judgement/value/judged-value.ts'
import type { Frequency, Mark } from '../shared/codes.ts'
import { versionIn } from '../shared/definition-version.ts'
import type { Fact } from '../shared/facts.ts'
import type { Indicator } from '../shared/indicator.ts'
import { comparePeriods, monthsOf, type Period, type PeriodType, toPeriod, typeOf } from '../shared/period/period.ts'
import type { FrameworkData } from './framework-data.ts'
import type { Observation } from './observations.ts'

/** One period's figure: the fact, its judged value (rule 1), and its marks, with the break that a new definition brings. */
export type Cell = {
  readonly fact: Observation
  readonly judged: JudgedValue | null
  readonly marks: readonly Mark[]
}
export type Cells = ReadonlyMap<Period, Cell>

const typeOfFrequency: Record<Frequency, PeriodType> = {
  monthly: 'month',
  quarterly: 'quarter',
  annual: 'year',
  every_two_years: 'year',
}

/** Of the observations known, those under the definition that holds in their period, in order of time. */
export function observationsThatHold(slug: string, data: FrameworkData): Observation[] {
  const all = (data.observations.get(slug) ?? []).filter(saysSomething)
  const definitions = (data.definitions.get(slug) ?? []).map(fact => ({
    version: fact.version,
    from: fact.payload.from,
  }))
  const chosen = new Map<string, Observation>()
  for (const fact of all) {
    const holding = versionIn(toPeriod(fact.period), definitions)
    const before = chosen.get(fact.period)
    if (!before || fact.version === holding) chosen.set(fact.period, fact)
  }
  return [...chosen.values()].sort((a, b) => comparePeriods(toPeriod(a.period), toPeriod(b.period)))
}

/** Whether there is a figure or a reason for none. An undone import leaves facts that say neither: nothing is recorded. */
function saysSomething({ payload: { value, numerator, denominator, reason } }: Observation): boolean {
  return value !== null || numerator !== null || denominator !== null || reason !== null
}

/**
 * The figures of an indicator by period, judged, in order of time.
 * @param observations those that hold, as observationsThatHold() gives them
 */
export function cellsOf(
  observations: readonly Observation[],
  indicator: Indicator,
  decimals: number,
  definitions: readonly Fact<'definition'>[],
): Cells {
  const broken = firstOfEachBreak(observations, definitions)
  return new Map(
    observations.map(fact => {
      const { value, numerator, denominator, marks } = fact.payload
      const { unit } = indicator
      const counts = fact.countsAreRounded ? 'rounded' : indicator.counts
      const judged = judgedValue({ published: value, numerator, denominator }, { unit, counts, decimals })
      const isBroken = broken.has(fact.period) && !marks.includes('break')
      return [toPeriod(fact.period), { fact, judged, marks: isBroken ? [...marks, 'break' as const] : marks }]
    }),
  )
}

/** Of each breaking definition the first period recorded under it, in months, quarters and years each. */
function firstOfEachBreak(
  observations: readonly Observation[],
  definitions: readonly Fact<'definition'>[],
): ReadonlySet<string> {
  const periods = observations.map(fact => toPeriod(fact.period))
  const types = [...new Set(periods.map(typeOf))]
  const starts = definitions
    .filter(({ payload }) => payload.breaks && payload.from !== '')
    .map(({ payload }) => monthsOf(toPeriod(payload.from)).first)
  // Where nothing stands before, nothing is broken off.
  const breaks = starts.filter(start => periods.some(period => monthsOf(period).last < start))
  return new Set(
    breaks.flatMap(start =>
      types.flatMap(type => periods.find(each => typeOf(each) === type && monthsOf(each).last >= start) ?? []),
    ),
  )
}

/** The series that is judged: the periods of the indicator's own frequency. */
export function seriesOf(cells: Cells, decimals: number, { polarity, unit, kind, frequency }: Indicator): Series {
  const type = typeOfFrequency[frequency]
  const points = [...cells].filter(([period]) => typeOf(period) === type).map(pointOf)
  return { polarity, unit, kind, frequency, decimals, points }
}

/** A figure as a point of a series. */
function pointOf([period, cell]: [Period, Cell]): Point {
  return { period, value: cell.judged?.value ?? null, marks: cell.marks }
}
