import type { Purpose } from '../../shared/codes.ts'
import type { Fact } from '../../shared/facts.ts'
import { comparePeriods, lastMonth, type Period, toPeriod } from '../../shared/period/period.ts'
import { decimalsOf, roundedText } from '../../shared/rounding.ts'
import { yearValuesOf } from '../../shared/year-values.ts'
import { type FrameworkData, frameworkView } from '../framework-data.ts'
import { indicatorRow } from '../indicator-row.ts'
import type { FrameworkView, IndicatorView } from '../types.ts'

type PathPoint = {
  readonly period: Period
  readonly value: number
  readonly shown: string
  readonly note: string
}

export type Path = {
  readonly indicator: IndicatorView
  /** Proposed: nobody has agreed it, and nothing is rated by it. */
  readonly purpose: Purpose | 'proposed'
  /** From where the path starts, where the organisation says it. */
  readonly baseline: { readonly period: Period; readonly shown: string } | null
  /** Only the periods that have a target: a missing year stays missing. */
  readonly points: readonly PathPoint[]
}

export type PathsAnswer = {
  readonly framework: FrameworkView
  /** Every period in which some path has a point, in order of time. */
  readonly periods: readonly Period[]
  readonly paths: readonly Path[]
}

/** The targets of a framework for periods that end in the month of the day or after it, each as it was stated. */
export function paths(data: FrameworkData): PathsAnswer {
  const month = toPeriod(data.moment.asAt.slice(0, 7))
  const isToCome = (period: Period) => comparePeriods(lastMonth(period), month) >= 0
  const found = data.members.flatMap(({ indicator: { indicator: slug } }) => {
    const facts = data.targetFacts.filter(fact => fact.indicator === slug && isToCome(toPeriod(fact.period)))
    const { indicator } = indicatorRow(slug, data).view
    const stated = (['rated', 'ambition'] as const).flatMap((purpose): Path[] => {
      const own = facts
        .filter(fact => fact.payload.purpose === purpose)
        .sort((a, b) => comparePeriods(toPeriod(a.period), toPeriod(b.period)))
      const points = own.flatMap(({ period, payload: { value, note } }) =>
        value === null
          ? []
          : [{ period: toPeriod(period), value: Number(value), shown: asPrinted(value, indicator), note }],
      )
      const start = own.find(fact => fact.payload.baselinePeriod !== '' && fact.payload.baselineValue !== null)?.payload
      return points.length === 0
        ? []
        : [{ indicator, purpose, baseline: start ? baselineOf(start, indicator) : null, points }]
    })
    return [...stated, ...proposedIn(data, indicator, isToCome)]
  })
  const periods = [...new Set(found.flatMap(path => path.points.map(point => point.period)))]
  return { framework: frameworkView(data.framework), periods: periods.sort(comparePeriods), paths: found }
}

/** What is proposed of an indicator, as it is stated. */
function proposedIn(data: FrameworkData, indicator: IndicatorView, isToCome: (period: Period) => boolean): Path[] {
  const path = data.targetPaths.find(each => each.indicator === indicator.slug)?.payload
  if (path?.state !== 'proposed') return []
  const points = (yearValuesOf(path.targets) ?? [])
    .filter(({ period }) => isToCome(period))
    .map(({ period, value }) => ({ period, value: Number(value), shown: asPrinted(value, indicator), note: '' }))
  return points.length === 0 ? [] : [{ indicator, purpose: 'proposed', baseline: baselineOf(path, indicator), points }]
}

function baselineOf(
  { baselinePeriod, baselineValue }: Pick<Fact<'target_path'>['payload'], 'baselinePeriod' | 'baselineValue'>,
  indicator: IndicatorView,
): Path['baseline'] {
  if (baselinePeriod === '' || baselineValue === null) return null
  return { period: toPeriod(baselinePeriod), shown: asPrinted(baselineValue, indicator) }
}

function asPrinted(value: string, { decimals }: IndicatorView): string {
  return roundedText(Number(value), Math.max(decimals, decimalsOf(value)))
}
