import type { Direction } from '../../shared/codes.ts'
import { comparePeriods, type Period } from '../../shared/period/period.ts'
import { sameAt } from '../../shared/rounding.ts'
import { areaFigure, areasBeside } from '../areas-beside.ts'
import { type FrameworkData, frameworkView } from '../framework-data.ts'
import { type IndicatorRow, indicatorRow } from '../indicator-row.ts'
import type { Observation } from '../observations.ts'
import type { CellView, FrameworkView, IndicatorView, OrganisationView } from '../types.ts'

/** Whom a result is compared with: itself the last time, or another area as the council itself printed it. */
type StatutoryComparator = {
  readonly geography: string
  readonly name: string
  /** As a sentence says it: "the family group". */
  readonly inSentence: string
  readonly isOwn: boolean
}

export type StatutoryComparison = {
  readonly comparator: StatutoryComparator
  /** The period of the figure compared with; null when nothing is known. */
  readonly period: Period | null
  readonly value: number | null
  readonly shown: string | null
  readonly reason: CellView['reason']
  /** Why there is no figure; empty when there is one. */
  readonly reasonInWords: string
  /** Whether the council's result is better or worse than this figure, at the decimals of the indicator. */
  readonly result: Direction | null
}

export type StatutoryRow = {
  readonly indicator: IndicatorView
  /** The latest result, with counts, target, rating and marks; null when there is none. */
  readonly result: CellView | null
  /** One for each comparator of the answer, in their order. */
  readonly comparisons: readonly StatutoryComparison[]
}

export type StatutoryAnswer = {
  readonly organisation: OrganisationView
  readonly framework: FrameworkView
  readonly areaName: string
  readonly comparators: readonly StatutoryComparator[]
  readonly sections: readonly { readonly section: string; readonly rows: readonly StatutoryRow[] }[]
}

/**
 * The results of a framework set beside the last time and beside other areas, as the council printed them: of each area the
 * latest figure that is not later than the result.
 */
export function statutory(data: FrameworkData): StatutoryAnswer {
  const slugs = data.members.map(member => member.indicator.indicator)
  const { areas, figures } = areasBeside(data, slugs)
  const others = areas
    .filter(area => figures.some(fact => fact.geography === area.name))
    .map(area => ({
      geography: area.name,
      name: area.payload.name,
      inSentence: area.payload.inSentence || area.payload.name,
      isOwn: false,
    }))
  const own = { geography: data.organisation.geography, name: data.areaName, inSentence: data.areaName, isOwn: true }
  const comparators = [own, ...others]
  const rows = slugs.map(slug => statutoryRow(indicatorRow(slug, data), comparators, figures, data.moment.asAt))
  return {
    organisation: data.organisation,
    framework: frameworkView(data.framework),
    areaName: data.areaName,
    comparators,
    sections: [...Map.groupBy(rows, row => row.indicator.section)].map(([section, rows]) => ({ section, rows })),
  }
}

function statutoryRow(
  { view }: IndicatorRow,
  comparators: readonly StatutoryComparator[],
  figures: readonly Observation[],
  asAt: string,
): StatutoryRow {
  const { indicator, latest, history } = view
  // A year in which a survey was not held is no last time.
  const held = (each: Pick<CellView, 'reason'>) => each.reason !== 'not_applicable'
  const before = latest
    ? history.findLast(cell => held(cell) && comparePeriods(cell.period, latest.period) < 0)
    : undefined
  const elsewhere = (geography: string) =>
    figures
      .filter(fact => fact.indicator === indicator.slug && fact.geography === geography)
      .map(fact => areaFigure(fact, indicator.decimals, asAt))
      .filter(figure => held(figure) && (latest === null || comparePeriods(figure.period, latest.period) <= 0))
      .sort((a, b) => comparePeriods(a.period, b.period))
      .at(-1)
  return {
    indicator,
    result: latest,
    comparisons: comparators.map(comparator => {
      const figure = comparator.isOwn ? before : elsewhere(comparator.geography)
      return {
        comparator,
        period: figure?.period ?? null,
        value: figure?.value ?? null,
        shown: figure?.shown ?? null,
        reason: figure?.reason ?? null,
        reasonInWords: figure ? figure.reasonInWords : 'nothing recorded',
        result: compared(latest, figure?.value ?? null, indicator),
      }
    }),
  }
}

function compared(
  latest: CellView | null,
  other: number | null,
  { polarity, decimals }: IndicatorView,
): Direction | null {
  if (latest?.value == null || other === null) return null
  if (polarity === 'none' || polarity === 'on_target') return null
  if (sameAt(latest.value, other, decimals)) return 'no_change'
  return latest.value > other === (polarity === 'bigger') ? 'better' : 'worse'
}
