import type { Moved } from '../../../measures/moved/moved.ts'
import type { FileTable } from '../file-bytes.ts'
import type { MovedChoice } from './route.tsx'

/** What moved as a table of a file. */
export function movedTable(council: string, { held, from, to }: MovedChoice, moved: readonly Moved[]): FileTable {
  return {
    title: `What moved in ${held.measure} from ${from} to ${to}`,
    council,
    columns: [
      'council',
      'measure',
      'breakdown',
      'part',
      'from_month',
      'from',
      'late',
      'corrected_in',
      'corrected_out',
      'new',
      'left',
      'died',
      'to',
      'to_month',
    ],
    rows: moved.flatMap(each =>
      (['numerator', 'denominator'] as const).flatMap(part => {
        const counts = each[part]
        if (!counts) return []
        const steps = [counts.late, counts.correctedIn, counts.correctedOut, counts.new, counts.left, counts.died]
        return [[each.council, each.measure, each.breakdown, part, from, counts.from, ...steps, counts.to, to]]
      }),
    ),
  }
}
