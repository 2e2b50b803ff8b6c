import type { Travel } from '../judgement/direction/direction-of-travel.ts'
import { valueInWords } from '../judgement/value/value-in-words.ts'
import type { Unit } from '../shared/codes.ts'
import { entryOf, reasons } from '../shared/codes.ts'
import type { Indicator } from '../shared/indicator.ts'
import { periodInWords } from '../shared/period/format-period.ts'
import { dayInWords } from '../shared/words.ts'
import type { CellView } from './types.ts'

/** The unit as it stands under a name and behind a range of values: "%", "per 100,000", what is counted. */
export function unitLabel(indicator: Pick<Indicator, 'unit' | 'unitNote'>): string {
  const own: Record<Unit, string> = {
    percent: '%',
    per_100k: 'per 100,000',
    per_1k: 'per 1,000',
    count: indicator.unitNote || 'number',
    score: 'score',
    days: 'days',
    pounds: '£',
  }
  return own[indicator.unit]
}

/** Why a cell has no value, as a sentence part: "not available", "not due until 1 May 2017", "nothing recorded". */
export function reasonInWords(reason: CellView['reason'], until: string, asAt: string): string {
  if (reason === null) return 'nothing recorded'
  if (reason === 'not_due' && until !== '')
    return until < asAt ? `was due on ${dayInWords(until)}` : `not due until ${dayInWords(until)}`
  return entryOf(reasons, reason).label
}

/** "Worse compared with February 2017 (3.5)", or why no direction can be told. */
export function travelSentence(travel: Travel, unit: Unit, shownAt: (period: string) => string | null): string {
  if (travel.direction === null) return `No direction of travel: ${travel.reason}`
  const before = travel.from ? shownAt(travel.from.period) : null
  const with_ = `compared with ${travel.comparedWith}${before === null ? '' : ` (${valueInWords(before, unit)})`}`
  const words = { better: 'Better', worse: 'Worse', no_change: 'No significant change' }
  return `${words[travel.direction]} ${with_}`
}

/** "From 21.7 in March 2016 to 19.3 in March 2017 per 100,000; target 16.5". */
export function evidence(from: CellView | null, to: CellView, indicator: Pick<Indicator, 'unit' | 'unitNote'>): string {
  const behind = indicator.unit === 'per_100k' || indicator.unit === 'per_1k' ? ` ${unitLabel(indicator)}` : ''
  const target = to.target
    ? `target ${valueInWords(to.target.shown, indicator.unit)}`
    : to.targetReason === ''
      ? 'no target'
      : to.targetReason
  const now = valueInWords(String(to.shown), indicator.unit)
  const end = periodInWords(to.period)
  if (from?.shown == null) return `${now}${behind} in ${end}; ${target}`
  const before = valueInWords(from.shown, indicator.unit)
  const start = periodInWords(from.period)
  return before === now
    ? `${now}${behind} in both ${start} and ${end}; ${target}`
    : `From ${before} in ${start} to ${now} in ${end}${behind}; ${target}`
}

/** What a series did, as the title of its chart: "Up from 1.5 in March 2016 to 3.56 in March 2017". */
export function finding(cells: readonly CellView[], unit: Unit): string {
  const valued = cells.filter(cell => cell.value !== null)
  const first = valued[0]
  const last = valued.at(-1)
  if (!first || !last) return 'No value yet'
  const now = valueInWords(String(last.shown), unit)
  if (first === last) return `${now} in ${periodInWords(last.period)}`
  const before = valueInWords(String(first.shown), unit)
  const way = Number(last.value) > Number(first.value) ? 'Up' : 'Down'
  return before === now
    ? `${now} in ${periodInWords(last.period)}, as in ${periodInWords(first.period)}`
    : `${way} from ${before} in ${periodInWords(first.period)} to ${now} in ${periodInWords(last.period)}`
}
