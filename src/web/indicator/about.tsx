import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { IndicatorAnswer } from '../../answers/indicator/types.ts'
import { entryOf, frequencies, kinds, polarities } from '../../shared/codes.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { isPeriod, toPeriod } from '../../shared/period/period.ts'
import { dayInWords } from '../../shared/words.ts'
import { markdown } from '../components/markdown.ts'
import { linkTo } from '../components/wording.ts'

/** What the indicator is: definition with its versions, which way is good, kind, source, roles and targets, and where these are set. */
export function About({
  answer,
  asAt,
  canSet,
}: {
  answer: IndicatorAnswer
  asAt: string | undefined
  canSet: boolean
}) {
  const { row, counts, source, definitions, targets, organisation } = answer
  const { indicator } = row
  return (
    <section class="section" aria-labelledby="about">
      <h2 id="about">Definition</h2>
      <dl class="about">
        <Fact name="Which way is good">{entryOf(polarities, indicator.polarity).label}</Fact>
        <Fact name="Unit">{[...new Set([indicator.unitLabel, indicator.unitNote])].filter(Boolean).join(', ')}</Fact>
        <Fact name="Kind">{entryOf(kinds, indicator.kind).label}</Fact>
        <Fact name="Frequency">{entryOf(frequencies, indicator.frequency).label}</Fact>
        {counts.numerator && <Fact name="Counted">{counts.numerator}</Fact>}
        {counts.denominator && <Fact name="Out of">{counts.denominator}</Fact>}
        <Fact name="Source">{source || 'not stated'}</Fact>
        <Fact name="Lead">{indicator.lead || 'no lead is named'}</Fact>
        <Fact name="Data owner">{indicator.dataOwner || 'no data owner is named'}</Fact>
      </dl>
      <h3>Versions of the definition</h3>
      {definitions.length === 0 ? (
        <p class="quiet">One definition holds throughout; its text is not recorded.</p>
      ) : (
        <ul class="plain-list">
          {definitions.map(({ version, from, breaks, text }) => (
            <li>
              <strong>
                Version {version}
                {from === '' ? '' : `, from ${periodInWords(toPeriod(from))}`}
                {breaks && ' (the series breaks here)'}:
              </strong>{' '}
              {text}
            </li>
          ))}
        </ul>
      )}
      <h3>Targets</h3>
      {targets.length === 0 ? (
        <p class="quiet">No target is set.</p>
      ) : (
        <ul class="plain-list">
          {targets.map(({ period, says, note, knownOn }) => (
            <li>
              <strong>{periodInWords(period)}:</strong> {says}
              {note && `. ${note}`} <span class="quiet">(known on {dayInWords(knownOn)})</span>
            </li>
          ))}
        </ul>
      )}
      {canSet && (
        <p>
          <a href={linkTo(`/${organisation.slug}/targets/${indicator.slug}`, { 'as-at': asAt })}>
            Try a path of targets, or see what is proposed
          </a>
        </p>
      )}
    </section>
  )
}

function Fact({ name, children }: { name: string; children?: Child }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** What officers have said of it, the latest first. */
export function Comments({ answer: { comments } }: { answer: IndicatorAnswer }) {
  if (comments.length === 0) return null
  return (
    <section class="section" aria-labelledby="comments">
      <h2 id="comments">Comments</h2>
      <ul class="plain-list comments">
        {comments.map(({ period, text, authorRole, knownOn }) => (
          <li>
            <p class="quiet">
              {dayInWords(knownOn)}
              {isPeriod(period) && `, on ${periodInWords(toPeriod(period))}`}
              {authorRole && ` · ${authorRole}`}
            </p>
            {raw(markdown(text))}
          </li>
        ))}
      </ul>
    </section>
  )
}
