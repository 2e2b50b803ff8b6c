import type { PreviewProblem } from '../../intake/preview.ts'
import type { WhyLeft } from '../../intake/undo/plan-undo.ts'
import { counted, listed } from '../../shared/words.ts'
import type { ListedImport } from './services.ts'

/** What an import did, in one sentence without its full stop. */
export function whatItDid({ counts, undid }: Pick<ListedImport, 'counts' | 'undid'>): string {
  if (undid) {
    const parts = [
      `${counted(undid.restored, 'fact')} restored`,
      `${undid.withdrawn} withdrawn`,
      ...(undid.left > 0 ? [`${undid.left} left as they were`] : []),
    ]
    return `Import ${undid.n} undone: ${listed(parts)}`
  }
  const restated = counts.restated > 0 ? [`${counts.restated} restated by another document`] : []
  return listed([`${counts.new} new`, `${counts.revised} revised`, ...restated])
}

/** Where a problem is: file, sheet, row and column. */
export function placeInWords({ file, sheet, row, column }: PreviewProblem): string {
  return [file, sheet && `sheet ${sheet}`, row !== null && `row ${row}`, column && `column ${column}`]
    .filter(Boolean)
    .join(', ')
}

/** Why the undoing of an import leaves a fact as it is. */
export const leftWords: Readonly<Record<WhyLeft, string>> = {
  'changed-since': 'A later import changed it',
  'cannot-be-withdrawn': 'It was new, and what is of its kind cannot be withdrawn: put it right by a further import',
  redacted: 'What it said was taken out of the register on purpose',
}
