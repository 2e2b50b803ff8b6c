/** Rating and direction: a shape beside words, never colour alone. The shapes are pictures, the words say the same. */
import { raw } from 'hono/html'
import { type Direction, entryOf, type Rating, ratings } from '../../shared/codes.ts'

const shapes: Record<Rating, string> = {
  Green: 'M6 1a5 5 0 1 1 0 10a5 5 0 1 1 0-10z',
  Amber: 'M6 .8L11.6 11H.4z',
  Red: 'M6 .2L11.8 6L6 11.8L.2 6z',
}

/** The shape of a rating as text: circle, triangle or diamond. */
function ratingShape(rating: Rating): string {
  const look = `class="mark mark-${rating.toLowerCase()}" viewBox="0 0 12 12" width="12" height="12"`
  return `<svg ${look} aria-hidden="true"><path d="${shapes[rating]}"/></svg>`
}

/** Shape and letter of a rating as text, and its word for whoever hears the page. */
export function ratingSign(rating: Rating): string {
  const { letter } = entryOf(ratings, rating)
  const sign = `${ratingShape(rating)}<span class="letter" aria-hidden="true">${letter}</span>`
  return `<span class="sign sign-${rating.toLowerCase()}">${sign}<span class="visually-hidden">${rating}</span></span>`
}

/** The shape of a rating, to stand before its word. */
export function RatingMark({ rating }: { rating: Rating }) {
  return raw(ratingShape(rating))
}

const arrows: Record<Direction, string> = {
  better: 'M2 10L10 2M4 2h6v6',
  worse: 'M2 2L10 10M4 10h6V4',
  no_change: 'M1 6h10M7 2l4 4l-4 4',
}

const directionWords: Record<Direction, string> = { better: 'better', worse: 'worse', no_change: 'no change' }

/** A direction of travel: its arrow and its word. */
export function DirectionMark({ direction }: { direction: Direction }) {
  return (
    <span class={`direction direction-${direction.replace('_', '-')}`}>
      <svg class="arrow" viewBox="0 0 12 12" width="11" height="11" aria-hidden="true">
        <path d={arrows[direction]} />
      </svg>{' '}
      {directionWords[direction]}
    </span>
  )
}

/** Words for whoever hears the page. */
export function Hidden({ children }: { children?: unknown }) {
  return <span class="visually-hidden">{children}</span>
}
