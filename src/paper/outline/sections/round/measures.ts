import type { Categories, RoundRow } from '../../../../answers/round/types.ts'
import { figure } from '../../../../answers/wording.ts'
import type { Direction } from '../../../../shared/codes.ts'
import { periodInShort, periodInWords } from '../../../../shared/period/format-period.ts'
import { capitalised, listed } from '../../../../shared/words.ts'
import { numberColumn, rowHeader, textColumn, valueCell } from '../../cells.ts'
import { list, paragraph, sentence, strong } from '../../say.ts'
import type { Block, Cell, Table } from '../../types.ts'

const comparedAs: Readonly<Record<Direction, 'better' | 'worse' | 'same'>> = {
  better: 'better',
  worse: 'worse',
  no_change: 'same',
}

/** Measures with their values, targets, directions and what is said in words; those with neither figure nor words by the reason. */
export function measuresOf(rows: readonly RoundRow[], caption: string, id: string): Block[] {
  const told = rows.filter(({ row, stated }) => row.latest || stated.length > 0)
  const untold = Map.groupBy(
    rows.filter(row => !told.includes(row)),
    row => row.says,
  )
  return [
    ...(told.length === 0 ? [] : [measuresTable(told, caption, id)]),
    ...[...untold].map(([reason, own]) =>
      paragraph([
        strong('Without a figure: '),
        sentence(`${listed(own.map(({ row }) => row.indicator.shortName))} (${reason})`),
      ]),
    ),
  ]
}

function measuresTable(rows: readonly RoundRow[], caption: string, id: string): Table {
  const hasWords = rows.some(({ stated }) => stated.length > 0)
  return {
    block: 'table',
    id,
    caption,
    description: `A row for each measure: its latest period and value, its target, how it stands against it, and its direction${hasWords ? '; and what is said of it in words' : ''}.`,
    columns: [
      rowHeader('Measure', 2.7),
      textColumn('Period', 1.7),
      numberColumn('Value', 1.1),
      numberColumn('Target', 1),
      textColumn('Against the target', 2.4),
      textColumn('Direction', 2.4),
      ...(hasWords ? [textColumn('In words', 3.4)] : []),
    ],
    rows: rows.map((each): Cell[] => {
      const { row, yearEnd, judged } = each
      const { indicator, latest } = row
      return [
        { text: measureName(indicator) },
        latest
          ? { text: periodInWords(latest.period), short: periodInShort(latest.period) }
          : { text: 'in words only' },
        latest ? valueCell(latest, indicator) : { text: '[x]' },
        targetCell(each),
        { text: [judged, yearEnd].filter(Boolean).join('; ') },
        directionCell(row),
        ...(hasWords ? [{ text: inWords(each) }] : []),
      ]
    }),
    size: 'wide',
  }
}

/** "1G Settled homes, learning disability (%)". */
export function measureName({ reference, shortName, unit, unitNote, unitLabel }: RoundRow['row']['indicator']): string {
  const told = unit === 'percent' ? '%' : unitNote || unitLabel
  const behind = told === 'number' || told === 'score' ? '' : ` (${told})`
  return `${reference === '' ? '' : `${reference} `}${shortName}${behind}`
}

/** A target, and by when it is to be reached where that is not the period of the value. */
export function targetCell({ target, targetBy }: RoundRow): Cell {
  if (!target) return { text: 'none' }
  const by = targetBy === null ? '' : ` by ${periodInWords(targetBy)}`
  return { text: `${figure(target.shown)}${by}`, value: target.value }
}

/** What is said of a measure, year by year, in one cell. */
function inWords({ stated }: RoundRow): string {
  if (stated.length === 0) return 'nothing'
  return stated.map(({ period, text }) => `${periodInWords(period)}: ${sentence(capitalised(text))}`).join(' ')
}

function directionCell({ travel }: RoundRow['row']): Cell {
  const { direction, reason } = travel
  if (direction === null) return { text: reason }
  return {
    text: travel.sentence.replace('compared with the baseline, ', 'compared with '),
    compared: comparedAs[direction],
  }
}

/** The categories of an indicator in one table, and beneath it how each kind of them adds up. */
export function categoriesOf(categories: readonly Categories[], id: string): Block[] {
  return [...Map.groupBy(categories, each => each.indicator.slug)].flatMap(([slug, own]): Block[] => {
    const [first] = own
    if (!first) return []
    const hasNotes = own.some(({ breakdown }) => breakdown.rows.some(row => row.cells[0]?.note))
    const table: Table = {
      block: 'table',
      id: `${id}-${slug}-categories`,
      caption: `${first.indicator.shortName} by category, ${periodInWords(first.period)}`,
      description: 'A row for each category: by what it is told, which it is, and its figure.',
      columns: [
        textColumn('By', 2),
        rowHeader('Category', 3),
        numberColumn('Figure', 1),
        ...(hasNotes ? [textColumn('Note', 4)] : []),
      ],
      rows: own.flatMap(({ indicator, breakdown }) =>
        breakdown.rows.map(({ name, cells: [cell] }): Cell[] => [
          { text: breakdown.name },
          { text: name },
          cell ? valueCell({ ...cell, rating: null }, indicator) : { text: '[x]' },
          ...(hasNotes ? [{ text: cell?.note || '–' }] : []),
        ]),
      ),
      size: 'wide',
    }
    const sums = own.filter(each => each.sums !== '')
    return [
      table,
      ...(sums.length === 0 ? [] : [list(sums.map(each => [strong(`${each.breakdown.name}. `), each.sums]))]),
    ]
  })
}
