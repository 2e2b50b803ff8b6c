import type { CellView } from '../../answers/types.ts'
import { entryOf, marks } from '../../shared/codes.ts'
import { capitalised } from '../../shared/words.ts'
import { Hidden, RatingMark } from './marks.tsx'
import { figure, symbolsOf } from './wording.ts'

/** A cell's value with its symbols and rating, or the symbol of why there is none; words say what the signs mean. */
export function CellValue({ cell, strong = false }: { cell: CellView; strong?: boolean }) {
  const symbols = symbolsOf(cell).join(' ')
  if (cell.value === null || cell.shown === null) {
    const reason = capitalised(cell.reasonInWords || 'nothing recorded')
    return (
      <>
        <span class="symbol" aria-hidden="true">
          {symbols || '[x]'}
        </span>
        <Hidden>{reason}</Hidden>
      </>
    )
  }
  const meaning = cell.marks.map(mark => entryOf(marks, mark).label).join(', ')
  return (
    <>
      {strong ? <b>{figure(cell.shown)}</b> : figure(cell.shown)}
      {symbols && (
        <>
          {' '}
          <span class="symbol" aria-hidden="true">
            {symbols}
          </span>
          <Hidden>({meaning})</Hidden>
        </>
      )}
      {cell.rating && (
        <>
          {' '}
          <RatingMark rating={cell.rating} />
          <Hidden>{cell.rating}</Hidden>
        </>
      )}
    </>
  )
}
