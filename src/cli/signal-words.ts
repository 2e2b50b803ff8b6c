/** Signal as text: a heading and a table in words. */

import type { FileSeries } from '../intake/signal-series/read-series-file.ts'
import type { Signal } from '../judgement/signal/signal.ts'
import { assuranceSentence, pointInWords, variationSentence, warningsOf } from '../judgement/signal/words.ts'
import { textTable } from './table.ts'

/** One series of a file: its verdicts, and each point with the lines it is judged against. */
export function seriesInWords({ id, options }: FileSeries, signal: Signal): string {
  const latest = signal.points.findLast(point => point.value !== null)
  return [
    id,
    latest ? variationSentence(latest) : 'There is no value to judge.',
    ...(signal.assurance ? [assuranceSentence(signal.assurance)] : []),
    ...(options.screenOutliers ? [] : ['Moving ranges are not screened.']),
    ...signal.stretches.flatMap(stretch => warningsOf(stretch).map(warning => `From ${stretch.from}: ${warning}`)),
    '',
    pointTable(signal),
  ].join('\n')
}

/** Every point of a signal with its lines and what it is. */
function pointTable({ points, stretches }: Signal): string {
  const linesOf = new Map(stretches.map(({ number, lines }) => [number, lines]))
  const rows = points.map(point => {
    const lines = linesOf.get(point.stretch)
    const numbers = [point.value, lines?.lower, lines?.mean, lines?.upper]
    return [point.date, ...numbers.map(numberText), pointInWords(point)]
  })
  return textTable([['Date', 'Value', 'Lower limit', 'Mean', 'Upper limit', 'What it is'], ...rows], [1, 2, 3, 4])
}

/** A number for reading: four digits after the point at most. */
const numberText = (value: number | null | undefined) =>
  value == null ? '–' : String(Math.round(value * 10_000) / 10_000 + 0)
