/** Figures of the invented council that its invented records give too: they are taken from there, so that nobody reads two. */
import { entryOf, units } from '../../src/shared/codes.ts'
import { lastMonth, type Period, yearOf } from '../../src/shared/period/period.ts'
import { roundedText } from '../../src/shared/rounding.ts'
import { type Figure, quotient, sharedOut } from './demo-figures.ts'
import type { DemoIndicator } from './demo-indicators.data.ts'
import { recordCounts } from './demo-records.data.ts'

/** Indicators of the demo council, and those of the records that measure the same. */
export const sameMeasures: Readonly<Record<string, string>> = {
  'ascof-2a': 'cld-ascof-2a',
  'ascof-2b': 'cld-ascof-2b',
  'ascof-2c': 'cld-ascof-2c',
  'ascof-2e': 'cld-ascof-2e-1',
  'ascof-3d-i': 'cld-ascof-3d-2a',
  'ascof-3d-ii': 'cld-ascof-3d-2b',
  'admissions-18-64-rate': 'cld-ascof-2b',
  'admissions-65-plus-rate': 'cld-ascof-2c',
  'long-term-support-65-plus': 'cld-long-term-support-65',
  'community-share': 'cld-community-care-share',
  'direct-payments-share': 'cld-ascof-3d-2a',
}

/**
 * The figures of an indicator with what the records give in place of what was made up. Months before the first of the records are made up
 * in proportion to it; a count that grows through the year is shared out over its months so that it ends as the records have it.
 */
export function withRecords(indicator: DemoIndicator, made: readonly Figure[]): Figure[] {
  const counts = recordCounts[sameMeasures[indicator.slug] ?? '']
  if (counts === undefined) return [...made]
  if (indicator.kind === 'cumulative') return growing(indicator, made, counts)
  const first = Object.keys(counts).sort()[0] ?? ''
  const start = made.find(({ period }) => lastMonth(period) === first)
  return made.map(figure => {
    const given = counts[lastMonth(figure.period)]
    if (given) return figureOf(indicator, figure.period, given[0], given[1])
    const [over, under] = counts[first] ?? [0, 0]
    const share = (part: 'numerator' | 'denominator', to: number) =>
      Math.round((Number(figure[part]) / Number(start?.[part])) * to)
    return figureOf(indicator, figure.period, share('numerator', over), share('denominator', under))
  })
}

type Counts = Readonly<Record<string, readonly [over: number, under: number]>>

function growing(indicator: DemoIndicator, made: readonly Figure[], counts: Counts): Figure[] {
  return [...Map.groupBy(made, ({ period }) => yearOf(period))].flatMap(([, year]) => {
    const [over, under] = counts[year.at(-1)?.period ?? ''] ?? [0, 0]
    const months = year.map(({ numerator }, at) => Number(numerator) - Number(year[at - 1]?.numerator ?? 0))
    let sum = 0
    const parts = sharedOut(over, months)
    return year.map(({ period }, at) => {
      sum += parts[at] ?? 0
      return figureOf(indicator, period, sum, under)
    })
  })
}

const figureOf = ({ unit, decimals }: DemoIndicator, period: Period, over: number, under: number): Figure => ({
  period,
  ...quotient(roundedText(over, 0), roundedText(under, 0), entryOf(units, unit).per ?? 1, decimals),
})
