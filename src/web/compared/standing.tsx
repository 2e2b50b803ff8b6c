import { raw } from 'hono/html'
import type { Significance } from '../../answers/benchmark/significance.ts'
import { standingMark } from '../../charts/drawing/standing-signs.ts'
import { standingWords } from './words.ts'

/** How a figure stands to England's: a mark with its word. */
export function Standing({ significance }: { significance: Significance }) {
  const mark = standingMark(significance.standing ?? 'unknown', 7, 7, 4.8)
  return (
    <span class="standing">
      {raw(`<svg class="standing-mark" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">${mark}</svg>`)}{' '}
      {standingWords(significance)}
    </span>
  )
}
