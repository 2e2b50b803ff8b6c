import type { ShownCounts, ShownEqualities } from './for-audience.ts'

/** The columns of a file of measures by groups. */
export const equalityColumns = [
  'period',
  'council',
  'measure',
  'people',
  'dimension',
  'group',
  'numerator',
  'denominator',
  'value',
  'lower',
  'upper',
  'difference_from_others',
  'gap_larger_than_chance',
] as const

/** What stands in the place of a figure that is hidden. */
const hidden = '[c]'

/** A table as lines of a file, its total first: counts as numbers, values as they are shown, `[c]` where they are hidden. */
export function equalityLines(table: ShownEqualities): (string | number | null)[][] {
  const start = [table.period, table.council, table.measure, table.breakdown]
  return [
    [...start, '', 'Total', ...figuresOf(table.total), null, null],
    ...table.groups.map(row => {
      const { gap } = row
      const isLarger = gap === null ? null : gap.isMoreThanChance ? 'yes' : 'no'
      const difference = gap === null ? null : gap.difference === null ? gap.direction : Number(gap.difference)
      return [...start, row.dimension, row.group, ...figuresOf(row), difference, isLarger]
    }),
  ]
}

function figuresOf({
  numerator,
  denominator,
  value,
  lower,
  upper,
  suppressedFor,
}: ShownCounts): (string | number | null)[] {
  if (numerator === null && suppressedFor.length > 0) return [hidden, hidden, hidden, hidden, hidden]
  const number = (text: string | null) => (text === null ? null : Number(text))
  return [numerator, denominator, number(value), number(lower), number(upper)]
}
