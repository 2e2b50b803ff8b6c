import type { OverviewAnswer } from '../../answers/types.ts'
import type { Rating } from '../../shared/codes.ts'
import { dayInWords, grouped } from '../../shared/words.ts'
import { RatingMark } from '../components/marks.tsx'
import { shownRevisions } from './revisions.tsx'

/** What counts most, each with a way to where it is shown. */
export function Tiles({ overview }: { overview: OverviewAnswer }) {
  const { counts } = overview.dashboard.headline
  const { revisions } = overview
  const shown = revisions ? shownRevisions(revisions) : []
  const revised = shown.filter(item => item.change === 'revised').length
  const added = shown.filter(item => item.change === 'added').length
  return (
    <ul class="tiles">
      <RatingTile rating="Red" count={counts.red} says="off target" to="#exceptions" />
      <RatingTile rating="Amber" count={counts.amber} says="just short of target" to="#dashboard" />
      <RatingTile rating="Green" count={counts.green} says="on target or better" to="#dashboard" />
      <li class="tile tile-worse">
        <a href="#exceptions">
          <span class="tile-count">{counts.deteriorating}</span>{' '}
          <span class="tile-label">worse three times in a row</span>
        </a>
      </li>
      {revisions && (
        <li class="tile tile-revised">
          <a href="#revisions">
            <span class="tile-count">{revised === 0 ? added : revised}</span>{' '}
            <span class="tile-label">
              {changed(revised, added)} since {dayInWords(revisions.from)}
            </span>
          </a>
        </li>
      )}
    </ul>
  )
}

type RatingCount = { readonly rating: Rating; readonly count: number; readonly says: string; readonly to: string }

function RatingTile({ rating, count, says, to }: RatingCount) {
  return (
    <li class={`tile tile-${rating.toLowerCase()}`}>
      <a href={to}>
        <span class="tile-count">{count}</span>{' '}
        <span class="tile-label">
          <RatingMark rating={rating} /> {rating}: {says}
        </span>
      </a>
    </li>
  )
}

/** What the number of the tile counts; what there is none of is left out. */
function changed(revised: number, added: number): string {
  const noun = (count: number) => (count === 1 ? 'figure' : 'figures')
  if (revised === 0) return added === 0 ? 'figures revised or added' : `${noun(added)} added`
  return `${noun(revised)} revised${added > 0 ? ` and ${grouped(String(added))} added` : ''}`
}
