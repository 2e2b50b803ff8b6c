import type { Categories, RoundRow } from '../../../../answers/round/types.ts'
import { figure } from '../../../../answers/wording.ts'
import type { Direction } from '../../../../shared/codes.ts'
import { periodInShort, periodInWords } from '../../../../shared/period/format-period.ts'
import { listed } from '../../../../shared/words.ts'
import { numberColumn, rowHeader, textColumn, valueCell } from '../../cells.ts'
import { list, paragraph, sentence, strong } from '../../say.ts'
import type { Block, Cell, Table } from '../../types.ts'

const comparedAs: Readonly<Record<Direction, 'better' | 'worse' | 'same'>> = {
  better: 'better',
  worse: 'worse',
  no_change: 'same',
}

/** Measures with their values, targets and directions; those without a figure in words, with the reason. */
export function measuresOf(rows: readonly RoundRow[], caption: string, id: string): Block[] {
  const told = rows.filter(({ row }) => row.latest)
  const untold = Map.groupBy(
    rows.filter(({ row }) => !row.latest),
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
  return {
    block: 'table',
    id,
    caption,
    description:
      'A row for each measure: its latest period and value, its target, how it stands against it, and its direction.',
    columns: [
      rowHeader('Measure', 2.7),
      textColumn('Period', 1.7),
      numberColumn('Value', 1.1),
      numberColumn('Target', 1),
      textColumn('Against the target', 2.4),
      textColumn('Direction', 2.4),
    ],
    rows: rows.map(({ row, yearEnd, target, judged }): Cell[] => {
      const { indicator, latest } = row
      const unit = indicator.unit === 'percent' ? '%' : indicator.unitNote || indicator.unitLabel
      return [
        {
          text: `${indicator.reference === '' ? '' : `${indicator.reference} `}${indicator.shortName}${unit === 'number' || unit === 'score' ? '' : `, ${unit}`}`,
        },
        latest ? { text: periodInWords(latest.period), short: periodInShort(latest.period) } : { text: '[x]' },
        latest ? valueCell(latest, indicator) : { text: '[x]' },
        target ? { text: figure(target.shown), value: target.value } : { text: 'none' },
        { text: [judged, yearEnd].filter(Boolean).join('; ') },
        directionCell(row),
      ]
    }),
    size: 'wide',
  }
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
