import type { Line, LinesAnswer } from '../../../../answers/lines/lines.ts'
import type { CellView } from '../../../../answers/types.ts'
import { figure, symbolsOf } from '../../../../answers/wording.ts'
import { type Direction, entryOf, reasons } from '../../../../shared/codes.ts'
import { periodInWords } from '../../../../shared/period/format-period.ts'
import { grouped } from '../../../../shared/words.ts'
import { numberColumn, rowHeader, textColumn, valueCell } from '../../cells.ts'
import type { Context, Teller } from '../../context.ts'
import { paragraph } from '../../say.ts'
import type { Block, Cell } from '../../types.ts'

const directions: Readonly<Record<Direction, Cell>> = {
  better: { text: 'Better', compared: 'better' },
  worse: { text: 'Worse', compared: 'worse' },
  no_change: { text: 'No change', compared: 'same' },
}

/** Every measure line by line: two years, the area beside it, its rank, three quarters, target, forecast, direction, comments. */
export const lines: Teller = ({ report, note }, _, id) => {
  const answer = report.lines
  if (!answer || answer.lines.length === 0) return []
  const { periods, areaName } = answer
  const year = periods[1]
  return [
    paragraph(
      'Statutory and local variants of one measure stand one after the other. A value’s letter is its rating by forecast: G meets its target, A falls just short, R misses it. Notes at the end of this paper give the comments.',
    ),
    {
      block: 'table',
      id: `${id}-table`,
      caption: 'Every measure, line by line',
      description:
        'A row for each measure: two years, the area beside it, its rank, three quarters, the target, and the direction.',
      columns: [
        textColumn('Code', 0.9),
        rowHeader('Measure', 3.4),
        ...periods.slice(0, 2).map(period => numberColumn(periodInWords(period), 1)),
        ...(areaName === '' || !year ? [] : [numberColumn(`${areaName} ${year}`, 1)]),
        textColumn('Rank', 1.2),
        textColumn('Rank before', 1.2),
        ...periods.slice(2).map(period => numberColumn(periodInWords(period), 1.1)),
        numberColumn('Target', 0.9),
        textColumn('Direction', 1.3),
      ],
      rows: answer.lines.map(line => lineCells(line, answer, note)),
      size: 'wide',
    },
    ...counts(answer, id),
  ]
}

/** How many people stand behind the shares of those lines that give them; nothing where none does. */
function counts({ lines, periods }: LinesAnswer, id: string): Block[] {
  const counted = lines.filter(line => line.cells.some(cell => countsOf(cell) !== ''))
  if (counted.length === 0) return []
  return [
    {
      block: 'table',
      id: `${id}-counts`,
      caption: 'The people behind the shares',
      description: 'For each measure that gives them: how many people of how many, in two years and three quarters.',
      columns: [
        textColumn('Code', 0.9),
        rowHeader('Measure', 3.4),
        ...periods.map(period => textColumn(periodInWords(period), 1.8)),
      ],
      rows: counted.map(({ row: { indicator }, cells }) => [
        { text: indicator.reference || '–' },
        { text: indicator.shortName },
        ...cells.map(cell => ({ text: countsOf(cell) || '–' })),
      ]),
      size: 'wide',
    },
  ]
}

/** "3,683 of 3,689"; empty where a value is no share of counted people, or they are not told. */
function countsOf(cell: CellView | null): string {
  if (!cell || cell.value === null || cell.numerator === null || cell.denominator === null) return ''
  return `${grouped(String(cell.numerator))} of ${grouped(String(cell.denominator))}`
}

function lineCells(line: Line, { areaName }: LinesAnswer, note: Context['note']): Cell[] {
  const { row, cells, area, rank, rankBefore, comments, target } = line
  const { indicator, travel } = row
  const said = comments.map(text => note(`${indicator.reference || indicator.slug}: ${text}`)).join(' ')
  return [
    { text: indicator.reference || '–' },
    { text: [indicator.shortName, said].filter(Boolean).join(' ') },
    ...cells.slice(0, 2).map(cell => cellOf(cell, line)),
    ...(areaName === '' ? [] : [areaCell(area)]),
    { text: rank || '[x]' },
    { text: rankBefore || '[x]' },
    ...cells.slice(2).map(cell => cellOf(cell, line)),
    target ? { text: figure(target.shown), value: target.value } : { text: 'none' },
    travel.direction === null ? { text: '–' } : directions[travel.direction],
  ]
}

/** A value with its rating, and beneath it the people counted where no share of them is told. */
function cellOf(cell: CellView | null, { row }: Line): Cell {
  if (cell === null) return { text: '[x]' }
  const shown = valueCell(cell, row.indicator)
  const { numerator, denominator } = cell
  return cell.value === null || numerator === null || denominator !== null || row.indicator.unit === 'count'
    ? shown
    : { ...shown, text: `${shown.text} (${grouped(String(numerator))})` }
}

function areaCell(area: Line['area']): Cell {
  if (!area) return { text: '[x]' }
  if (area.shown === null) return { text: area.reason ? entryOf(reasons, area.reason).shorthand : '[x]' }
  return {
    text: [figure(area.shown), ...symbolsOf({ reason: null, marks: area.marks })].join(' '),
    value: area.value ?? 0,
  }
}
