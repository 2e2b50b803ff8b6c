/** Every measure of some frameworks line by line, variants of one measure side by side: years, quarters, rank and judgement. */
import type { Reader } from '../../register/index.ts'
import { type Fact, ofKind } from '../../shared/facts.ts'
import { comparePeriods, type Period, shiftPeriod, toPeriod, yearBefore, yearOf } from '../../shared/period/period.ts'
import { type AreaFigure, areaFigure } from '../areas-beside.ts'
import type { FrameworkData } from '../framework-data.ts'
import { type IndicatorRow, indicatorRow } from '../indicator-row.ts'
import { placeOf } from '../round/rank-changes.ts'
import type { CellView, DashboardRow, TargetView } from '../types.ts'

export type Line = {
  readonly row: DashboardRow
  /** For the year of the latest quarter; null where none is set. */
  readonly target: TargetView | null
  /** A cell for each of the periods; null where nothing is recorded. */
  readonly cells: readonly (CellView | null)[]
  /** What the widest of the areas beside it has in the latest of the years; null where none is recorded. */
  readonly area: AreaFigure | null
  /** "126 of 150", and the same before; empty where none is printed. */
  readonly rank: string
  readonly rankBefore: string
  /** What officers say of the latest quarter; Markdown. */
  readonly comments: readonly string[]
}

export type LinesAnswer = {
  /** Two years, then the quarters that are set side by side. */
  readonly periods: readonly Period[]
  /** The name of the area beside it; empty where there is none. */
  readonly areaName: string
  /** In the order of the first framework; a variant of another stands after the line of the same reference. */
  readonly lines: readonly Line[]
}

/**
 * The lines of some frameworks that were loaded for one moment and audience.
 * @param quarter the latest quarter that is told
 */
export async function lines(
  reader: Reader,
  frameworks: readonly FrameworkData[],
  quarter: Period,
): Promise<LinesAnswer> {
  const [first] = frameworks
  if (!first) return { periods: [], areaName: '', lines: [] }
  const { moment, organisation } = first
  const facts = await reader.current(['rank', 'commentary'], moment, { owner: organisation.slug })
  const year = yearBefore(yearOf(quarter))
  const periods = [yearBefore(year), year, yearBefore(quarter), shiftPeriod(quarter, -1), quarter]
  const area = first.areas.at(-1)
  const lineOf = (slug: string, data: FrameworkData): Line => {
    const judged = indicatorRow(slug, data)
    const rank = ofKind(facts, 'rank').find(
      fact => fact.indicator === slug && fact.period === year && fact.geography === organisation.geography,
    )?.payload
    const beside = data.elsewhere.find(
      fact => fact.indicator === slug && fact.period === year && fact.geography === area?.name,
    )
    return {
      row: judged.view,
      target: judged.viewAt(yearOf(quarter)).target,
      cells: periods.map(judged.cellAt),
      area: beside ? areaFigure(beside, judged.view.indicator.decimals, moment.asAt) : null,
      rank: rank ? placeOf(rank.rank, rank.of, rank.tied) : '',
      rankBefore: !rank
        ? ''
        : rank.previousRank === null
          ? rank.direction
          : placeOf(rank.previousRank, rank.previousOf, false),
      comments: commentsOn(slug, ofKind(facts, 'commentary'), judged),
    }
  }
  const own = first.members.map(({ indicator }) => lineOf(indicator.indicator, first))
  const variants = frameworks
    .slice(1)
    .flatMap(data => data.members.map(({ indicator }) => lineOf(indicator.indicator, data)))
  return {
    periods,
    areaName: area?.payload.name ?? '',
    lines: withVariants(own, variants),
  }
}

/** What is said of the latest period of which anything is said. */
function commentsOn(slug: string, facts: readonly Fact<'commentary'>[], { view }: IndicatorRow): string[] {
  const own = facts.filter(fact => fact.indicator === view.indicator.slug && fact.indicator === slug)
  const latest = own
    .flatMap(fact => (fact.period === '' ? [] : [toPeriod(fact.period)]))
    .sort(comparePeriods)
    .at(-1)
  return own.filter(fact => fact.period === '' || fact.period === latest).map(fact => fact.payload.text)
}

/** Each variant after the last line of its reference; those of no line at the end. */
function withVariants(own: readonly Line[], variants: readonly Line[]): Line[] {
  const referenceOf = (line: Line) => line.row.indicator.reference
  const placed = own.flatMap((line, at) => {
    const isLast = own.slice(at + 1).every(other => referenceOf(other) !== referenceOf(line))
    return isLast ? [line, ...variants.filter(variant => referenceOf(variant) === referenceOf(line))] : [line]
  })
  return [...placed, ...variants.filter(variant => !placed.includes(variant))]
}
