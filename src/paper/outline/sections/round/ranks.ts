import { byFileInWords, rankBefore, rankChangesInWords } from '../../../../answers/round/rank-changes.ts'
import type { RankChanges } from '../../../../answers/round/types.ts'
import { periodInWords } from '../../../../shared/period/format-period.ts'
import { dayInWords } from '../../../../shared/words.ts'
import { rowHeader, textColumn } from '../../cells.ts'
import type { Teller } from '../../context.ts'
import { paragraph } from '../../say.ts'
import type { Block } from '../../types.ts'

const changeCells = {
  improved: { text: 'Better', compared: 'better' },
  declined: { text: 'Worse', compared: 'worse' },
  unchanged: { text: 'No change', compared: 'same' },
} as const

/** How the ranks that documents print moved, for each group of councils. */
export const ranks: Teller = ({ report }, { ranksPublishedLater }, id) => {
  const all = report.round?.ranks ?? []
  const isChecked = all.some(({ rows }) => rows.some(row => row.byFile !== null))
  return [
    ...all.flatMap(each => ranksOf(each, id)),
    ...(isChecked && ranksPublishedLater
      ? [
          paragraph(
            `The last column is worked out from files that were published after ${dayInWords(report.meeting.date)}, with later corrections. Nothing else here was known later than that day.`,
          ),
        ]
      : []),
  ]
}

function ranksOf(changes: RankChanges, id: string): Block[] {
  const { group, period, rows } = changes
  const isChecked = rows.some(row => row.byFile !== null)
  return [
    paragraph(rankChangesInWords(changes)),
    {
      block: 'table',
      id: `${id}-${group}`,
      caption: `Ranks of ${periodInWords(period)} as printed`,
      description: `A row for each measure: its rank, the one before, whether it is better${isChecked ? ', and what the publishers’ files give' : ''}.`,
      columns: [
        textColumn('Code', 0.7),
        rowHeader('Measure', 4),
        textColumn('Rank', 1.6),
        textColumn('Before', 1.6),
        textColumn('Change', 1.6),
        ...(isChecked ? [textColumn('By the publishers’ files', 3.6)] : []),
      ],
      rows: rows.map(row => [
        { text: row.indicator.reference || '–' },
        { text: row.indicator.shortName },
        { text: row.rank },
        { text: rankBefore(row) },
        row.change === null ? { text: 'not told' } : changeCells[row.change],
        ...(isChecked ? [{ text: byFileInWords(row.byFile) }] : []),
      ]),
      size: 'wide',
    },
  ]
}
