/** Signal as text: a heading and a table in words. */

import type { SignalAnswer, SignalView } from '../answers/signal/types.ts'
import { assuranceNames, variationNames } from '../answers/signal/words.ts'
import type { FileSeries } from '../intake/signal-series/read-series-file.ts'
import type { Signal } from '../judgement/signal/signal.ts'
import { assuranceSentence, pointInWords, variationSentence, warningsOf } from '../judgement/signal/words.ts'
import { periodInShort, periodInWords } from '../shared/period/format-period.ts'
import { counted, dayInWords, grouped } from '../shared/words.ts'
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

/** A framework by variation and assurance, those that stand nowhere in it, and where signal and rating differ. */
export function answerInWords(answer: SignalAnswer): string {
  const heading = ['', ...Object.values(assuranceNames)]
  const count = answer.matrix.map(({ variation, cells }) => [
    variationNames[variation],
    ...cells.map(cell => String(cell.indicators.length)),
  ])
  const placed = answer.matrix.flatMap(({ variation, cells }) =>
    cells
      .filter(cell => cell.indicators.length > 0)
      .map(({ assurance, indicators }) => [
        `\n${variationNames[variation]}, ${assuranceNames[assurance].toLowerCase()}`,
        ...indicators.map(({ indicator }) => `  ${indicator.shortName} (${indicator.slug})`),
      ]),
  )
  const part = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : [`\n${title}`, ...lines])
  return [
    `${answer.organisation.name}, ${answer.framework.name}, as known on ${dayInWords(answer.moment.asAt)}`,
    '',
    textTable([heading, ...count], [1, 2, 3, 4]),
    ...placed.flat(),
    ...part(
      'In neither',
      answer.others.map(({ indicator, because }) => `  ${indicator.indicator.shortName}: ${because}`),
    ),
    ...part(
      'Exceptions by rating, and what signal says of them',
      answer.exceptions.map(({ row, sentence }) => `  ${row.indicator.shortName}: ${sentence}`),
    ),
    ...part(
      'Concerns that the ratings do not show',
      answer.missed.map(({ row, sentence }) => `  ${row.indicator.shortName}: ${sentence}`),
    ),
    ...part(
      'Suggestions',
      answer.indicators.flatMap(view => (view.suggestion ? [`  ${view.suggestion.sentence}`] : [])),
    ),
  ].join('\n')
}

/** One indicator: its verdicts, and each point with the lines it is judged against. */
export function viewInWords(view: SignalView): string {
  const { chart } = view
  if (!chart) return `${view.indicator.shortName} (${view.indicator.slug})\n${view.reason}`
  const rows = chart.points.map(point => {
    const shown = chart.stretches.find(stretch => stretch.number === point.stretch)?.shown
    const numbers = [point.shown, shown?.lower, shown?.mean, shown?.upper]
    return [periodInShort(point.period), ...numbers.map(text => (text == null ? '–' : grouped(text))), point.says]
  })
  return [
    `${view.indicator.shortName} (${view.indicator.slug})`,
    // Without a verdict both say the same: why there is none.
    ...new Set([view.variation.sentence, view.assurance.sentence]),
    ...view.notes,
    ...(chart.screening ? [] : ['Not screened: every jump counts towards the limits.']),
    ...chart.stretches.flatMap(({ from, reason, warnings, screened }) => [
      ...(reason === '' ? [] : [`A new stretch from ${periodInWords(from)}: ${reason}`]),
      ...warnings.map(warning => `From ${periodInWords(from)}: ${warning}`),
      ...(screened === 0
        ? []
        : [
            `From ${periodInWords(from)}: ${counted(screened, 'jump')} too large to be routine left out of the limits.`,
          ]),
    ]),
    ...(view.suggestion ? [view.suggestion.sentence] : []),
    '',
    textTable([['Period', 'Value', 'Lower limit', 'Mean', 'Upper limit', 'What it is'], ...rows], [1, 2, 3, 4]),
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
