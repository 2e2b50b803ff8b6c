/** How values and symbols read wherever an answer is shown. */
import { entryOf, frequencies, kinds, marks, type Polarity, polarities, reasons } from '../shared/codes.ts'
import { isDecimalText } from '../shared/rounding.ts'
import { grouped } from '../shared/words.ts'
import type { CellView, IndicatorView } from './types.ts'

const nbsp = '\u00a0'

/** A shown value with thousands separators and a true minus, whichever way it came. */
export function figure(shown: string): string {
  return isDecimalText(shown) ? grouped(shown) : shown
}

/** A value with its unit, as a sentence says it. @example withUnit('88.6', indicator) // '88.6 %' */
export function withUnit(
  shown: string,
  indicator: Pick<IndicatorView, 'unit' | 'unitLabel'> & Partial<Pick<IndicatorView, 'unitNote'>>,
): string {
  const value = figure(shown)
  if (indicator.unit === 'percent') return `${value}${nbsp}%`
  if (indicator.unit === 'pounds') {
    const millions = /\bmillion\b/.test(indicator.unitNote ?? '') ? `${nbsp}million` : ''
    return `${value.startsWith('−') ? `−£${value.slice(1)}` : `£${value}`}${millions}`
  }
  if (indicator.unit === 'count' || indicator.unit === 'score') return value
  return `${value}${nbsp}${indicator.unitLabel}`
}

/** The symbols of a cell: for why there is no value, or for what must be known of the one there is. */
export function symbolsOf(cell: Pick<CellView, 'reason' | 'marks'>): readonly string[] {
  const none = cell.reason === null ? [] : [entryOf(reasons, cell.reason).shorthand]
  return [...none, ...cell.marks.map(mark => entryOf(marks, mark).shorthand)]
}

/** A council's name as its line is labelled: without the words that every council's has. */
export function ownerOf(name: string): string {
  return name.replace(/\s+(County|City|Borough|Metropolitan|District)?\s*Council$/i, '')
}

const ways: Record<Polarity, string> = {
  bigger: 'bigger is better',
  smaller: 'smaller is better',
  on_target: 'neither too high nor too low',
  none: 'for information',
}

/** Which way is good, as it stands under a name. */
function wayOf(indicator: IndicatorView): string {
  return ways[indicator.polarity]
}

/** What stands under an indicator's name, once for all of its cells. @example '%, bigger is better' */
export function unitLine(indicator: IndicatorView): string {
  const every = indicator.frequency === 'monthly' ? [] : [entryOf(frequencies, indicator.frequency).label.toLowerCase()]
  return [indicator.unitLabel, wayOf(indicator), ...every].join(' · ')
}

/** An indicator's full name with its unit behind it, where the name does not say it. @example 'Average days waited', not 'Average days waited, days' */
export function nameWithUnit({ name, unit, unitLabel }: Pick<IndicatorView, 'name' | 'unit' | 'unitLabel'>): string {
  const saysUnit =
    /%|per cent|100,000|per 1,000|proportion|percentage|number|rate of/i.test(name) ||
    (unit === 'days' && /\bdays\b/i.test(name)) ||
    unit === 'count' ||
    unit === 'score'
  return saysUnit ? name : `${name}, ${unitLabel}`
}

/** Everything about how an indicator is counted. */
export function definitionLine(indicator: IndicatorView): string {
  const kind = indicator.kind === 'not_stated' ? [] : [entryOf(kinds, indicator.kind).label.toLowerCase()]
  const note = ['', indicator.unitLabel].includes(indicator.unitNote) ? [] : [indicator.unitNote]
  const every = entryOf(frequencies, indicator.frequency).label.toLowerCase()
  return [
    indicator.unitLabel,
    ...note,
    entryOf(polarities, indicator.polarity).label.toLowerCase(),
    every,
    ...kind,
  ].join(' · ')
}
