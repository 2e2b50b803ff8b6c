/** The areas that a council sets its figures beside, and what it printed of them. */
import type { Mark } from '../shared/codes.ts'
import type { Fact } from '../shared/facts.ts'
import { comparePeriods, toPeriod } from '../shared/period/period.ts'
import { roundedText } from '../shared/rounding.ts'
import type { FrameworkData } from './framework-data.ts'
import type { Observation } from './observations.ts'
import { reasonInWords } from './sentences.ts'
import type { BenchmarkView, CellView } from './types.ts'

export type AreasBeside = {
  readonly areas: readonly Fact<'geography'>[]
  readonly figures: readonly Observation[]
}

/** The areas that the council knows, nearest first, and its own record of their figures for some indicators. */
export function areasBeside({ areas, elsewhere }: FrameworkData, slugs: readonly string[]): AreasBeside {
  return { areas, figures: elsewhere.filter(fact => slugs.includes(fact.indicator)) }
}

export type AreaFigure = Pick<CellView, 'period' | 'value' | 'shown' | 'reason' | 'reasonInWords'> & {
  readonly marks: readonly Mark[]
}

/** A figure of another area: the published value, whose counts, where it has any, are rounded. */
export function areaFigure({ period, payload }: Observation, decimals: number, asAt: string): AreaFigure {
  const { value, reason, until, marks } = payload
  return {
    period: toPeriod(period),
    value: value === null ? null : Number(value),
    shown: value === null ? null : roundedText(Number(value), Math.max(decimals, value.split('.')[1]?.length ?? 0)),
    reason: value === null ? reason : null,
    reasonInWords: value === null ? reasonInWords(reason, until, asAt) : '',
    marks,
  }
}

/** The areas with a figure in some period of a series, each with its figures of those periods, oldest first. */
export function benchmarksOf(
  { areas, figures }: AreasBeside,
  slug: string,
  { cells, decimals, asAt }: { cells: readonly CellView[]; decimals: number; asAt: string },
): BenchmarkView[] {
  const periods = new Set(cells.map(cell => cell.period))
  return areas.flatMap(area => {
    const own = figures
      .filter(fact => fact.indicator === slug && fact.geography === area.name)
      .map(fact => areaFigure(fact, decimals, asAt))
      .filter(figure => periods.has(figure.period))
      .sort((a, b) => comparePeriods(a.period, b.period))
    return own.some(({ value }) => value !== null) ? [{ name: area.payload.name, figures: own }] : []
  })
}
