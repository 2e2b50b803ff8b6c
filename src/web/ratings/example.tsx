import type { WorkedExample } from '../../answers/rules-explained/types.ts'
import type { FiguresLink } from '../components/indicator-link.ts'
import { RatingMark } from '../components/marks.tsx'

type Props = {
  /** Which case of the rule it shows. */
  readonly name: string
  readonly example: WorkedExample
  readonly figures: FiguresLink
}

/** A case of a rule: the figures given, the sum, and what came of it. */
export function Example({ name, example: { indicator, given, sum, verdict, rating }, figures }: Props) {
  return (
    <div class="worked">
      <h3>{name}</h3>
      <p>
        <a href={figures(indicator.slug)}>{indicator.name}</a>: {given}
      </p>
      {sum.map(line => (
        <p class="worked-sum">{line}</p>
      ))}
      <p class="worked-verdict">
        {rating && <RatingMark rating={rating} />} {verdict}
      </p>
    </div>
  )
}
