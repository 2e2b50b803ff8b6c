/**
 * Measures by groups as an audience may see them. Officers see every figure, and from whom it is hidden; for members, for the public,
 * and for whatever leaves officers, small numbers are hidden with as many more as it takes, the other counts are rounded, and
 * values and intervals are those of the rounded counts.
 */
import { rateInterval, wilson } from '../../judgement/intervals/interval.ts'
import type { Figure, Measure } from '../../judgement/suppression/figures.ts'
import { roundedCount } from '../../judgement/suppression/rounded-count.ts'
import { defaultSuppressionSettings, suppressedFigures } from '../../judgement/suppression/suppress.ts'
import type { Equalities } from '../../measures/equalities/equalities.ts'
import { type Counts, type Gap, type GroupRow, usualConfidence } from '../../measures/equalities/table.ts'
import type { Audience } from '../../shared/audience.ts'
import { toPeriod } from '../../shared/period/period.ts'
import { roundedText } from '../../shared/rounding.ts'
import { gapInWords } from './words.ts'

/** Counts with their value and its interval, as they are shown; null where they are hidden or nobody knows them. */
export type ShownCounts = {
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: string | null
  readonly lower: string | null
  readonly upper: string | null
  /** The audiences from which the figure is hidden. */
  readonly suppressedFor: readonly Audience[]
}

/** How a group differs from all others. The numbers are for officers: from them hidden counts could be worked out. */
type ShownGap = {
  readonly isMoreThanChance: boolean
  readonly direction: 'higher' | 'lower' | 'same'
  readonly others: string | null
  readonly difference: string | null
  readonly lower: string | null
  readonly upper: string | null
}

export type ShownGroup = ShownCounts & {
  readonly dimension: GroupRow['dimension']
  readonly group: string
  readonly gap: ShownGap | null
}

export type ShownEqualities = Pick<
  Equalities,
  | 'period'
  | 'periodStart'
  | 'periodEnd'
  | 'council'
  | 'measure'
  | 'breakdown'
  | 'counts'
  | 'unit'
  | 'decimals'
  | 'isRate'
  | 'comparisons'
  | 'confidence'
> & {
  readonly total: ShownCounts
  readonly groups: readonly ShownGroup[]
  /** The gaps that are larger than chance, each a sentence. */
  readonly gaps: readonly string[]
}

const restricted = ['public', 'member'] as const satisfies readonly Audience[]

/**
 * Shows tables to an audience. All tables of a period are suppressed together, so that what one hides does not stand in another:
 * hand in all of them, and show those that were asked for. Where a measure has a table of everybody, those of its age bands stay
 * with officers: from the three, the few people of unknown age could be worked out, group by group.
 */
export function equalitiesFor(audience: Audience, tables: readonly Equalities[]): ShownEqualities[] {
  const isRestricted = restricted.some(each => each === audience)
  const shared = sharedOf(tables)
  const hidden = hiddenIn(shared)
  return (isRestricted ? shared : tables).map(table => {
    const isShared = shared.includes(table)
    const shown = (counts: Counts) =>
      hidden.has(counts) || !isShared
        ? isRestricted
          ? { ...nothing, suppressedFor: restricted }
          : { ...exactly(counts, table), suppressedFor: restricted }
        : { ...(isRestricted ? roughly : exactly)(counts, table), suppressedFor: [] }
    const groups = table.groups.map(row => {
      const { dimension, group, gap } = row
      const isTold = gap !== null && !(isRestricted && hidden.has(row))
      return { dimension, group, ...shown(row), gap: isTold ? shownGap(gap, table, isRestricted) : null }
    })
    const { period, periodStart, periodEnd, council, measure, breakdown, counts, unit, decimals, isRate } = table
    const { comparisons, confidence } = table
    return {
      period,
      periodStart,
      periodEnd,
      council,
      measure,
      breakdown,
      counts,
      unit,
      decimals,
      isRate,
      comparisons,
      confidence,
      total: shown(table.total),
      groups,
      gaps: groups.filter(({ gap }) => gap?.isMoreThanChance).map(row => gapInWords(row, unit)),
    }
  })
}

/** Measures of which another counts the same spells: shown side by side, so much would have to be hidden that neither says anything. */
const keptBack: readonly string[] = ['vital-reablement']

/** What may leave officers at all. */
function sharedOf(tables: readonly Equalities[]): Equalities[] {
  const withTotal = new Set(tables.filter(({ breakdown }) => breakdown === 'Total').map(({ folder }) => folder))
  return tables.filter(
    ({ folder, breakdown }) => !keptBack.includes(folder) && (breakdown === 'Total' || !withTotal.has(folder)),
  )
}

const nothing = { numerator: null, denominator: null, value: null, lower: null, upper: null }

function exactly({ numerator, denominator, value, lower, upper }: Counts, { decimals }: Equalities) {
  const text = (number: number | null) => (number === null ? null : roundedText(number, decimals))
  return { numerator, denominator, value: text(value), lower: text(lower), upper: text(upper) }
}

/**
 * Counts to the nearest five, with the value and the interval that follow from these: those of the exact counts would give the exact
 * counts away.
 */
function roughly({ numerator, denominator }: Counts, table: Equalities) {
  const rounded = (count: number) => Number(roundedCount(roundedText(count, 0), defaultSuppressionSettings.roundTo))
  const of = denominator === null || table.isRate ? denominator : rounded(denominator)
  const events = Math.min(rounded(numerator), table.isRate ? Number.POSITIVE_INFINITY : (of ?? 0))
  if (of === null || of === 0)
    return { ...nothing, numerator: table.isRate ? rounded(numerator) : events, denominator: of }
  const counted = { events, of, multiplier: table.unit === 'percent' ? 100 : 100_000 }
  return exactly(
    { numerator: events, denominator: of, ...(table.isRate ? rateInterval : wilson)(counted, usualConfidence) },
    table,
  )
}

function shownGap(gap: Gap, { decimals }: Equalities, isRestricted: boolean): ShownGap {
  const { difference, isMoreThanChance } = gap
  const direction = difference > 0 ? 'higher' : difference < 0 ? 'lower' : 'same'
  if (isRestricted) return { isMoreThanChance, direction, others: null, difference: null, lower: null, upper: null }
  const text = (number: number) => roundedText(number, decimals)
  return {
    isMoreThanChance,
    direction,
    others: text(gap.others.value),
    difference: text(difference),
    lower: text(gap.lower),
    upper: text(gap.upper),
  }
}

/** What members and the public may not see: a small count, and what would give one away. */
function hiddenIn(tables: readonly Equalities[]): ReadonlySet<Counts> {
  const measures = new Map(tables.flatMap(measuresOf))
  const figures = new Map(
    tables.flatMap(table => {
      const base = table.breakdown === 'Total' ? [] : [`band=${table.breakdown}`]
      return [
        ...figuresOf(table, table.total, base),
        ...table.groups.flatMap(row => {
          // an area may be called anything
          const part = `${row.dimension === 'age' ? 'years' : row.dimension}=${encodeURIComponent(row.group)}`
          return figuresOf(table, row, [...base, part])
        }),
      ]
    }),
  )
  const hidden = suppressedFigures([...figures.keys()], measures)
  return new Set([...hidden].flatMap(figure => figures.get(figure) ?? []))
}

/** Of a group smaller than this nobody else may read that all of it, or nobody in it, is counted: that speaks of each of them. */
const smallGroup = 2 * defaultSuppressionSettings.below

const restName = (measure: string) => `${measure}: who is not counted`
const alikeName = (measure: string) => `${measure}: small groups that are all alike`

/** What a row tells: its counts, how many are not counted, and where it is so, that everybody in a small group is alike. */
function figuresOf(table: Equalities, row: Counts, parts: readonly string[]): (readonly [Figure, Counts])[] {
  const own = figureOf(table, row, parts)
  const { numerator, denominator } = row
  if (table.isRate || denominator === null) return [[own, row]]
  const count = (measure: string, number: number): readonly [Figure, Counts] => [
    { ...own, measure, value: number, numerator: number, denominator: null },
    row,
  ]
  const isAlike = denominator > 0 && denominator < smallGroup && (numerator === 0 || numerator === denominator)
  return [
    [own, row],
    count(restName(table.measure), denominator - numerator),
    ...(isAlike ? [count(alikeName(table.measure), denominator)] : []),
  ]
}

function figureOf(table: Equalities, { numerator, denominator, value }: Counts, parts: readonly string[]): Figure {
  return {
    measure: table.measure,
    geography: table.council,
    breakdown: parts.join('; '),
    period: toPeriod(table.periodEnd.slice(0, 7)),
    version: '',
    // A rate without inhabitants is a bare count.
    value: value ?? numerator,
    numerator,
    denominator: table.isRate ? null : denominator,
    isPublished: false,
  }
}

function measuresOf({ measure, unit, isRate }: Equalities): (readonly [string, Measure])[] {
  // Under one label the engine knows the people of a small group that are all alike for those of the measure itself.
  const everybody = `everybody of ${measure}`
  const own: Measure = {
    unit: unit === 'percent' ? 'percent' : 'per_100k',
    kind: 'rolling_12',
    people: { numerator: true, denominator: !isRate },
    labels: { numerator: '', denominator: isRate ? '' : everybody },
    mayExceed100: false,
    related: [],
    below: defaultSuppressionSettings.below,
  }
  const counts: Measure = { ...own, unit: 'count', people: { numerator: true, denominator: false } }
  return [
    [measure, own],
    [restName(measure), { ...counts, labels: { numerator: '', denominator: '' } }],
    [alikeName(measure), { ...counts, labels: { numerator: everybody, denominator: '' }, below: smallGroup }],
  ]
}
