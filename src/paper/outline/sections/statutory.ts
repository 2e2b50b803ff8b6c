import type { StatutoryAnswer, StatutoryComparison, StatutoryRow } from '../../../answers/statutory/statutory.ts'
import type { CellView, IndicatorView } from '../../../answers/types.ts'
import { figure } from '../../../answers/wording.ts'
import { type Direction, entryOf, type Polarity, reasons } from '../../../shared/codes.ts'
import type { Period } from '../../../shared/period/period.ts'
import { counted, listed, numberWord } from '../../../shared/words.ts'
import { countCell, numberColumn, rowHeader, textColumn, valueCell } from '../cells.ts'
import type { Context, Teller } from '../context.ts'
import { heading, paragraph } from '../say.ts'
import type { Cell, Table } from '../types.ts'
import { besideFigure, furthestBehind, mostDrawn } from './behind.ts'

const goodIs: Record<Polarity, string> = {
  bigger: 'High',
  smaller: 'Low',
  on_target: 'On target',
  none: 'For information',
}
const comparedAs: Record<Direction, 'better' | 'worse' | 'same'> = {
  better: 'better',
  worse: 'worse',
  no_change: 'same',
}

/** The statutory results: how they compare in a sentence each, then a table for each section of the framework. */
export const statutory: Teller = (context, _, id) => {
  const { report } = context
  const answer = report.statutory
  const rows = answer?.sections.flatMap(section => section.rows) ?? []
  const results = rows.flatMap(row => row.result ?? [])
  if (!answer || results.length === 0) return []
  const behind = furthestBehind(rows)
  return [
    paragraph(overall(answer, rows, results)),
    paragraph(
      `“Better” and “worse” say how the result of ${answer.areaName} compares with the figure beside them, by which way is good. It is the same where both are equal at the decimals shown.`,
    ),
    ...(behind.length === 0 ? [] : [paragraph(behindInWords(behind.length, answer))]),
    ...answer.sections.flatMap(({ section, rows: own }, at) => [
      ...(section === '' ? [] : [heading(section, `${id}-${at + 1}`)]),
      sectionTable(context, answer, section, own, `${id}-${at + 1}-table`),
      ...own
        .filter(row => behind.includes(row))
        .map(row => besideFigure(row, answer, `${id}-${at + 1}-${row.indicator.slug}`)),
    ]),
  ]
}

/** Why some results are drawn. */
function behindInWords(count: number, { areaName }: StatutoryAnswer): string {
  const most = count < mostDrawn ? '' : `; at most ${numberWord(mostDrawn)} are drawn, those furthest behind`
  return `Where the result of ${areaName} is worse than the figure of every other area, a chart sets it beside them${most}.`
}

function overall(
  { comparators, areaName }: StatutoryAnswer,
  rows: readonly StatutoryRow[],
  results: readonly CellView[],
): string {
  const provisional = results.filter(cell => cell.marks.includes('provisional')).length
  const first = `${counted(results.length, 'result is', 'results are')} known${
    provisional === 0
      ? ''
      : `, ${provisional === results.length ? (provisional === 1 ? 'and provisional' : 'all provisional') : `${provisional} of them provisional`}`
  }.`
  const sentences = comparators.flatMap((comparator, at) => {
    const told = rows.flatMap(row => row.comparisons[at]?.result ?? [])
    if (told.length === 0) return []
    const of = (direction: Direction) => told.filter(each => each === direction).length
    const who = comparator.isOwn ? `what ${areaName} had the last time` : comparator.inSentence
    const groups = (
      [
        ['better', 'better'],
        ['worse', 'worse'],
        ['no_change', 'the same'],
      ] as const
    ).flatMap(([direction, word]) => (of(direction) === 0 ? [] : [{ count: of(direction), word }]))
    const parts = groups.map(({ count, word }, place) =>
      place === 0 ? `${count} ${count === 1 ? 'is' : 'are'} ${word}` : `${count} ${word}`,
    )
    return [`Compared with ${who}, ${listed(parts)}.`]
  })
  return [first, ...sentences].join(' ')
}

function sectionTable(
  context: Context,
  answer: StatutoryAnswer,
  section: string,
  rows: readonly StatutoryRow[],
  id: string,
): Table {
  const period = onlyOne(rows.map(row => row.result?.period ?? null))
  const headings = answer.comparators.map((comparator, at) => {
    const when = onlyOne(rows.map(row => row.comparisons[at]?.period ?? null))
    return {
      text: `${comparator.name}${when === null ? (comparator.isOwn ? ', the last time' : '') : ` ${when}`}`,
      when,
    }
  })
  const named = section === '' ? answer.framework.name : `${answer.framework.name}: ${section}`
  return {
    block: 'table',
    id,
    caption: named,
    description:
      'A row for each measure: which way is good, counts, target and result, then what it is compared with and whether the result is better or worse.',
    columns: [
      textColumn('Measure', 0.9),
      rowHeader('What it measures', 5.1),
      textColumn('Good is', 0.8),
      numberColumn('Numerator', 1),
      numberColumn('Denominator', 1),
      numberColumn('Target', 0.8),
      numberColumn(period === null ? 'Result' : `Result ${period}`, 1.1),
      ...headings.map(({ text }) => numberColumn(text, 1.75)),
    ],
    rows: rows.map(({ indicator, result, comparisons }): Cell[] => [
      { text: indicator.reference || indicator.slug },
      { text: indicator.name },
      { text: goodIs[indicator.polarity] },
      countCell(result, 'numerator'),
      countCell(result, 'denominator'),
      result?.target ? { text: figure(result.target.shown), value: result.target.value } : { text: 'none' },
      resultCell(context, indicator, result, period === null),
      ...comparisons.map((each, at) => comparisonCell(each, headings[at]?.when ?? null)),
    ]),
    size: 'wide',
  }
}

/** The result, with its period where results have several, and a note where the document prints another than its counts give. */
function resultCell({ note }: Context, indicator: IndicatorView, result: CellView | null, isDated: boolean): Cell {
  if (!result) return { text: '[x]' }
  const cell = withPeriod(valueCell(result, indicator), isDated ? result.period : null)
  if (!result.mismatch) return cell
  const { published, computed } = result.mismatch
  const said = note(
    `${indicator.reference || indicator.slug}: printed as ${published}; its own counts give ${computed}, which is judged.`,
  )
  return { ...cell, text: `${cell.text} ${said}` }
}

function comparisonCell(each: StatutoryComparison, when: Period | null): Cell {
  const { shown, value, period, reason, result } = each
  if (shown === null || value === null) return { text: reason ? entryOf(reasons, reason).shorthand : '[x]' }
  return withPeriod(
    { text: figure(shown), value, compared: result === null ? null : comparedAs[result] },
    when === null ? period : null,
  )
}

function withPeriod(cell: Cell, period: Period | null): Cell {
  return period === null ? cell : { ...cell, text: `${cell.text} (${period})` }
}

/** The one period that they all have; null when they differ. Those without one do not count. */
function onlyOne(periods: readonly (Period | null)[]): Period | null {
  const different = [...new Set(periods.filter(period => period !== null))]
  return different.length === 1 ? (different[0] ?? null) : null
}
