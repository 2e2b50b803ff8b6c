import type { RankChanges } from '../../../../answers/round/types.ts'
import { periodInWords } from '../../../../shared/period/format-period.ts'
import { counted } from '../../../../shared/words.ts'
import { rowHeader, textColumn } from '../../cells.ts'
import type { Teller } from '../../context.ts'
import { paragraph } from '../../say.ts'
import type { Block } from '../../types.ts'

const changes = {
  improved: { text: 'Better', compared: 'better' },
  declined: { text: 'Worse', compared: 'worse' },
  unchanged: { text: 'No change', compared: 'same' },
} as const

/** How the ranks that documents print moved, for each group of councils. */
export const ranks: Teller = ({ report }, _, id) => (report.round?.ranks ?? []).flatMap(each => ranksOf(each, id))

function ranksOf({ group, period, improved, unchanged, declined, rows }: RankChanges, id: string): Block[] {
  const untold = rows.filter(row => row.change === null).length
  return [
    paragraph(
      `Of ${counted(improved + unchanged + declined, 'rank')} printed for ${periodInWords(period)} with an earlier one beside it, ${improved} improved, ${unchanged} did not change and ${declined} declined.${untold === 0 ? '' : ` ${counted(untold, 'rank has', 'ranks have')} no earlier one.`}`,
    ),
    {
      block: 'table',
      id: `${id}-${group}`,
      caption: `Ranks of ${periodInWords(period)} as printed`,
      description: 'A row for each measure: its rank, the one before, and whether it is better.',
      columns: [
        textColumn('Code', 0.7),
        rowHeader('Measure', 4),
        textColumn('Rank', 1.6),
        textColumn('Before', 1.6),
        textColumn('Change', 1.6),
      ],
      rows: rows.map(({ indicator, rank, previous, change }) => [
        { text: indicator.reference || '–' },
        { text: indicator.shortName },
        { text: rank },
        { text: previous || 'not printed' },
        change === null ? { text: 'not told' } : changes[change],
      ]),
      size: 'wide',
    },
  ]
}
