import { periodInWords } from '../../shared/period/format-period.ts'
import type { Period } from '../../shared/period/period.ts'
import { dayInWords } from '../../shared/words.ts'
import { linkTo } from '../components/wording.ts'
import { type AskedDay, fieldsOf } from './day.ts'
import type { Frame } from './frame.ts'

export type BandProps = {
  /** The asked day, with the page's own path and what else of its address stays as it is. */
  readonly day: NonNullable<Frame['day']>
  /** The latest period that the page shows. */
  readonly dataTo?: Period | null
  /** Days that are worth a look. */
  readonly meetings?: readonly { readonly date: string; readonly committee: string }[]
}

/** The day as known: which it is, to what month the data go, the way back to today and to another day. */
export function AsAtBand({ day: { path, asked, keep }, dataTo = null, meetings = [] }: BandProps) {
  const past = asked.kind === 'past'
  const day = asked.asAt ?? ''
  const wrong = asked.kind === 'wrong' ? asked : null
  return (
    <section id="day-known" class={past ? 'band band-past' : 'band'} aria-label="Day as known">
      <div class="band-inner">
        <p class="band-words">
          {past ? 'As known on ' : 'As known today, '}
          <strong>{dayInWords(day)}</strong>
          {dataTo === null ? '' : ` · data to ${periodInWords(dataTo)}`}
          {past && (
            <span class="band-back">
              {' · '}
              <a href={linkTo(path, keep)}>Back to today</a>
            </span>
          )}
        </p>
        <details class="band-choose" open={wrong !== null}>
          <summary>Choose another day</summary>
          <DayForm path={path} keep={keep} asked={asked} />
          {meetings.length > 0 && (
            <p class="band-meetings">
              {meetings.map(({ date, committee }, at) => (
                <>
                  {at > 0 && ' · '}
                  <a href={linkTo(path, { ...keep, 'as-at': date })}>
                    {committee}, {dayInWords(date)}
                  </a>
                </>
              ))}
            </p>
          )}
        </details>
      </div>
    </section>
  )
}

function DayForm({ path, keep, asked }: BandProps['day']) {
  const wrong = asked.kind === 'wrong' ? asked : null
  const fields = wrong ? wrong.fields : fieldsOf(asked.asAt ?? '')
  const described = wrong ? 'day-hint day-error' : 'day-hint'
  return (
    <form class={wrong ? 'day-form day-form-wrong' : 'day-form'} method="get" action={path}>
      {Object.entries(keep).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <fieldset aria-describedby={described}>
        <legend>Show what was known on</legend>
        <p id="day-hint" class="hint">
          For example, 19 6 2017
        </p>
        {wrong && (
          <p id="day-error" class="error-message">
            <span class="visually-hidden">Error: </span>
            {wrong.problem}
          </p>
        )}
        <div class="day-fields">
          <Field name="day" label="Day" width={2} value={fields.day} wrong={wrong !== null} />
          <Field name="month" label="Month" width={2} value={fields.month} wrong={wrong !== null} />
          <Field name="year" label="Year" width={4} value={fields.year} wrong={wrong !== null} />
          <button class="button" type="submit">
            Show this day
          </button>
        </div>
      </fieldset>
    </form>
  )
}

type FieldProps = {
  readonly name: 'day' | 'month' | 'year'
  readonly label: string
  readonly width: 2 | 4
  readonly value: string
  readonly wrong: boolean
}

function Field({ name, label, width, value, wrong }: FieldProps) {
  return (
    <div class="day-field">
      <label for={`as-at-${name}`}>{label}</label>
      <input
        class={`input input-width-${width}`}
        id={`as-at-${name}`}
        name={name}
        type="text"
        inputmode="numeric"
        value={value}
        aria-invalid={wrong ? 'true' : undefined}
      />
    </div>
  )
}

/** The summary at the top of a page whose form was filled in wrongly, which leads to the field. */
export function DayError({ asked }: { asked: AskedDay }) {
  if (asked.kind !== 'wrong') return null
  return (
    <div class="error-summary">
      <div role="alert">
        <h2>There is a problem</h2>
        <ul>
          <li>
            <a href="#as-at-day">{asked.problem}</a>
          </li>
        </ul>
        <p>The page shows what is known today.</p>
      </div>
    </div>
  )
}
