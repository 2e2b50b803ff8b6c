import type { Equalities } from '../../measures/equalities/equalities.ts'
import { grouped } from '../../shared/words.ts'
import type { ShownGroup } from './for-audience.ts'

/** A gap as a sentence. @example 'Sex, Female: 61.2 %, 8.3 points higher than all others (52.9 %)' */
export function gapInWords({ dimension, group, value, gap }: ShownGroup, unit: Equalities['unit']): string {
  const named = `${dimension.charAt(0).toUpperCase()}${dimension.slice(1)}, ${group}`
  if (gap === null || value === null) return named
  const inUnit = (text: string) => (unit === 'percent' ? `${text} %` : `${grouped(text)} per 100,000`)
  const { difference, others, direction } = gap
  if (difference === null || others === null) return `${named}: ${inUnit(value)}, ${direction} than all others`
  const size = difference.replace(/^[-−]/, '')
  const points = unit === 'percent' ? `${size} points` : grouped(size)
  return `${named}: ${inUnit(value)}, ${points} ${direction} than all others (${inUnit(others)})`
}

/** How the gaps were judged, as a sentence. */
export function methodInWords(comparisons: number): string {
  if (comparisons === 0) return 'No group can be compared with the others.'
  const many = comparisons === 1 ? 'One comparison was made' : `${comparisons} comparisons were made`
  return `${many}. A gap counts as larger than chance where the interval of the difference leaves out zero, at a confidence that allows for their number: 95 % for all of them together.`
}
