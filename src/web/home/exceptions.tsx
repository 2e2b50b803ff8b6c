import type { ExceptionItem, OverviewAnswer } from '../../answers/types.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { counted } from '../../shared/words.ts'
import { cardLink } from '../components/card-link.ts'
import { RatingMark } from '../components/marks.tsx'
import { withUnit } from '../components/wording.ts'
import { dashboardLink } from '../dashboard/choice.ts'
import { exceptionWords } from '../dashboard/words.ts'

/** The indicators that the rules send to committee, each with all of its reasons. */
export function Exceptions({ overview, asAt }: { overview: OverviewAnswer; asAt: string | undefined }) {
  const { exceptions, organisation } = overview.exceptions
  const rows = dashboardLink(organisation.slug, { exception: 'any' }, asAt)
  return (
    <section class="section" aria-labelledby="exceptions">
      <h2 id="exceptions">Exceptions</h2>
      <p class="section-lead">
        {exceptions.length === 0
          ? 'The rules send no indicator to committee.'
          : `The rules send ${counted(exceptions.length, 'indicator')} to committee. `}
        {exceptions.length > 0 && <a href={rows}>See {exceptions.length === 1 ? 'it' : 'them'} on the dashboard</a>}
      </p>
      {exceptions.length > 0 && (
        <ol class="exceptions">
          {exceptions.map(item => (
            <Exception item={item} link={cardLink(organisation.slug, item.row, asAt)} />
          ))}
        </ol>
      )}
    </section>
  )
}

function Exception({ item: { row, reasons }, link }: { item: ExceptionItem; link: string }) {
  const { indicator, latest } = row
  const rating = latest?.rating ?? null
  return (
    <li class={`exception ${rating ? `exception-${rating.toLowerCase()}` : ''}`}>
      <p class="exception-name">
        <a href={link}>{indicator.shortName}</a>
      </p>
      <p class="exception-value">
        {rating && (
          <>
            <RatingMark rating={rating} /> <strong>{rating}</strong>
            {latest?.shown != null && ', '}
          </>
        )}
        {latest?.shown != null && `${withUnit(latest.shown, indicator)} in ${periodInWords(latest.period)}`}
      </p>
      <ul class="exception-reasons">
        {reasons.map(({ rule, detail }) => (
          <li>
            <strong>{exceptionWords[rule]}:</strong> {detail}
          </li>
        ))}
      </ul>
    </li>
  )
}
