/** A measure by groups: counts, intervals and gaps, from how many people of each kind there are. */
import { rateInterval, wilson } from '../../judgement/intervals/interval.ts'
import type { Figure } from '../definition.ts'
import { confidenceOfEach, differenceOfRates, differenceOfShares } from './gap.ts'
import { type Details, type Dimension, dimensions, groupNames, groupOf, isRest } from './groups.ts'

/** People of one kind, and how many of them are counted. */
export type Cell = { readonly details: Details; readonly numerator: number; readonly denominator: number }

/** A value with its counts and the limits of its 95 % interval, unrounded; null where nobody knows the people to divide by. */
export type Counts = {
  readonly numerator: number
  readonly denominator: number | null
  readonly value: number | null
  readonly lower: number | null
  readonly upper: number | null
}

/** How a group differs from all others of whom the group is known. */
export type Gap = {
  readonly others: { readonly numerator: number; readonly denominator: number; readonly value: number }
  /** The group's value less that of the others, in the measure's unit, with limits that allow for the number of comparisons. */
  readonly difference: number
  readonly lower: number
  readonly upper: number
  readonly isMoreThanChance: boolean
}

export type GroupRow = Counts & {
  readonly dimension: Dimension
  readonly group: string
  /** null where there is nothing to compare: nobody is known, or all are in one group. */
  readonly gap: Gap | null
}

export type EqualityTable = {
  readonly total: Counts
  readonly groups: readonly GroupRow[]
  /** How many groups were compared with all others, and the confidence of each that follows. */
  readonly comparisons: number
  readonly confidence: number
}

/** The inhabitants of a group; null where they are not known. */
export type PopulationOf = (dimension: Dimension | null, group: string) => number | null

type Measured = Pick<Figure, 'unit'> & { readonly isRate: boolean }

/** The confidence of the interval of each value. */
export const usualConfidence = 0.95
const multiplierOf = ({ unit }: Measured) => (unit === 'percent' ? 100 : 100_000)

/**
 * The table of a measure: every group that holds somebody, those of whom it is not known among them, so that the groups of a
 * dimension sum to the total.
 * @param populationOf for measures whose denominator is the population
 * @param areas those that there are, so that one in which nobody is counted is seen
 */
export function equalityTable(
  cells: readonly Cell[],
  measured: Measured,
  populationOf: PopulationOf,
  areas: readonly string[] = [],
): EqualityTable {
  const total = countsOf(summed(cells, measured.isRate ? populationOf(null, '') : undefined), measured)
  const people = cells.map(({ details }) => details)
  const bare = dimensions.flatMap(dimension => {
    const cellsOf = Map.groupBy(cells, ({ details }) => groupOf(dimension, details))
    return groupNames(dimension, people, areas).flatMap(group => {
      const own = cellsOf.get(group) ?? []
      const counts = summed(own, measured.isRate ? populationOf(dimension, group) : undefined)
      const isEmpty = counts.numerator === 0 && (counts.denominator ?? 0) === 0
      return isEmpty ? [] : [{ dimension, group, ...countsOf(counts, measured) }]
    })
  })
  const pairs = new Map(bare.flatMap(row => pairOf(row, bare)))
  const confidence = confidenceOfEach(comparisonsIn(pairs), usualConfidence)
  const groups = bare.map(row => ({ ...row, gap: gapOf(row, pairs.get(row) ?? null, measured, confidence) }))
  return { total, groups, comparisons: comparisonsIn(pairs), confidence }
}

type Bare = Omit<GroupRow, 'gap'>
type Plain = { readonly numerator: number; readonly denominator: number | null }
type Others = { readonly numerator: number; readonly denominator: number }

function summed(cells: readonly Cell[], population: number | null | undefined): Plain {
  const sum = (of: 'numerator' | 'denominator') => cells.reduce((all, cell) => all + cell[of], 0)
  return { numerator: sum('numerator'), denominator: population === undefined ? sum('denominator') : population }
}

/** Counts with their value and its interval: Wilson's of a proportion, Byar's or the exact one of a rate. */
function countsOf({ numerator, denominator }: Plain, measured: Measured): Counts {
  const nothing = { value: null, lower: null, upper: null }
  if (denominator === null || denominator === 0) return { numerator, denominator, ...nothing }
  const counted = { events: numerator, of: denominator, multiplier: multiplierOf(measured) }
  return { numerator, denominator, ...(measured.isRate ? rateInterval : wilson)(counted, usualConfidence) }
}

/** A group with all others of its dimension of whom it is known, where both hold somebody, and of rates where the inhabitants are. */
function pairOf(row: Bare, all: readonly Bare[]): (readonly [Bare, Others])[] {
  if (isRest(row.group) || row.denominator === null || row.denominator === 0) return []
  const others = all.filter(
    each => each.dimension === row.dimension && !isRest(each.group) && each.denominator !== null && each !== row,
  )
  const sum = (of: 'numerator' | 'denominator') => others.reduce((so, each) => so + (each[of] ?? 0), 0)
  const [numerator, denominator] = [sum('numerator'), sum('denominator')]
  return denominator > 0 ? [[row, { numerator, denominator }]] : []
}

/** Where there are two groups, comparing each with the other is one comparison. */
function comparisonsIn(pairs: ReadonlyMap<Bare, Others>): number {
  const sizes = [...Map.groupBy(pairs.keys(), row => row.dimension).values()].map(rows => rows.length)
  return sizes.reduce((sum, size) => sum + (size === 2 ? 1 : size), 0)
}

function gapOf(row: Bare, others: Others | null, measured: Measured, confidence: number): Gap | null {
  if (others === null || row.denominator === null) return null
  const own = { numerator: row.numerator, denominator: row.denominator }
  const { difference, lower, upper } = (measured.isRate ? differenceOfRates : differenceOfShares)(
    own,
    others,
    confidence,
  )
  const times = multiplierOf(measured)
  return {
    others: { ...others, value: (times * others.numerator) / others.denominator },
    difference: difference * times,
    lower: lower * times,
    upper: upper * times,
    isMoreThanChance: lower > 0 || upper < 0,
  }
}
