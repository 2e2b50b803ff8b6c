import type { Child } from 'hono/jsx'
import type { CardAnswer } from '../../answers/types.ts'
import { RatingMark } from './marks.tsx'

/** What the latest value comes to, in words and with its rating. */
export function Verdict({ verdict, children }: { verdict: CardAnswer['verdict']; children?: Child }) {
  const { rating, title, detail } = verdict
  return (
    <div class={`verdict verdict-${(rating ?? 'none').toLowerCase()}`}>
      <p class="verdict-title">
        {rating && <RatingMark rating={rating} />} {title}
      </p>
      <p>{detail}</p>
      {children}
    </div>
  )
}
