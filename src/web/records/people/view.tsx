import type { Child } from 'hono/jsx'
import type { HeldMeasure } from '../../../measures/holdings/holdings.ts'
import type { CountedPerson, Part, PeopleAnswer, PersonRecord } from '../../../measures/people/people.ts'
import { counted, dayInWords, grouped } from '../../../shared/words.ts'
import { linkTo } from '../../components/wording.ts'
import { monthInWords, queryOf, twelveMonths } from '../choice.ts'
import { DataTable } from '../data-table.tsx'
import { RecordsPage, recordsPath } from '../frame.tsx'
import { measureSlug } from '../measures/slug.ts'
import type { RecordsContext } from '../page.tsx'
import { peopleLink, peopleOnPage } from './link.ts'

type Asked = { readonly breakdown: string; readonly part: Part; readonly page: number }

type Props = {
  readonly answer: PeopleAnswer
  readonly context: RecordsContext
  readonly held: HeldMeasure
  readonly asked: Asked
}

const partWords: Record<Part, string> = {
  numerator: 'in the numerator',
  denominator: 'in the denominator',
  'not-counted': 'in the denominator and not in the numerator',
}

/** Some of the people behind a count, each with the records that the measures read. */
export function PeoplePage({ answer, context, held, asked }: Props) {
  const { choice, month, organisation } = context
  const { measure } = held
  const { breakdown, part } = asked
  const explain = linkTo(recordsPath(organisation.slug, `/measures/${measureSlug(measure)}`), {
    ...queryOf(choice),
    breakdown,
  })
  const noun = answer.counts.replace(/s$/, '')
  return (
    <RecordsPage
      context={context}
      here="/measures"
      title={`${measure}: ${answer.counts === 'people' ? grouped(String(answer.total)) + (answer.total === 1 ? ' person' : ' people') : counted(answer.total, noun)} ${partWords[part]}`}
      choice={choice}
      hasOwnForm
      lead={`${breakdown}, ${twelveMonths(month)}. Each person by pseudonym. No pseudonym can be turned back into a person here: with the key and the file as it was sent, only the list of faulty records can be had with the council’s own identifiers, on the command line.`}
    >
      <p class="section-lead">
        This look is recorded in the audit. <a href={explain}>How the figure came about</a>
      </p>
      {answer.people.length === 0 && <p class="section-lead">Nobody is counted here.</p>}
      {answer.people.map(person => (
        <Person person={person} />
      ))}
      <Pages answer={answer} context={context} measure={measure} asked={asked} />
    </RecordsPage>
  )
}

function Person({ person: each }: { person: CountedPerson }) {
  const facts = [
    each.birthMonth === null ? 'month of birth not known' : `born in ${monthInWords(each.birthMonth)}`,
    each.gender?.toLowerCase(),
    each.accommodation,
    each.dateOfDeath === null ? null : `died on ${dayInWords(each.dateOfDeath)}`,
    each.toldBy === null ? null : `decided by: ${each.toldBy}`,
    each.isCounted ? 'counted' : 'not counted',
  ].filter(Boolean)
  return (
    <details class="records-person">
      <summary>
        {each.place}. {each.person} ({counted(each.records.length, 'record')})
      </summary>
      <p class="records-facts">{facts.join(' · ')}</p>
      {each.records.every(({ decides }) => decides === null) && (
        <p class="records-facts">No single record decides: what the measure takes is presumed from several.</p>
      )}
      <DataTable
        caption={`Records of person ${each.place}`}
        isStacked
        columns={[
          { heading: 'Event' },
          { heading: 'Start' },
          { heading: 'End' },
          { heading: 'What' },
          { heading: 'Outcome' },
          { heading: 'Support reason' },
          { heading: 'What it decides' },
        ]}
        rows={each.records.map(recordCells)}
      />
    </details>
  )
}

function recordCells(record: PersonRecord): Child[] {
  const { eventType, clientType, start, end, what, outcome, supportReason, decides } = record
  const isCarer = clientType !== null && clientType !== 'Service user'
  return [
    `${eventType ?? 'blank'}${isCarer ? ` (${clientType})` : ''}`,
    dayInWords(start),
    end === null ? 'goes on' : dayInWords(end),
    what.join('; ') || '–',
    outcome ?? '–',
    supportReason ?? '–',
    decides === null ? '–' : <strong>{decides}.</strong>,
  ]
}

type PagesProps = Pick<Props, 'answer' | 'context' | 'asked'> & { readonly measure: string }

function Pages({ answer: { total }, context, measure, asked }: PagesProps) {
  const last = Math.ceil(total / peopleOnPage)
  if (last < 2) return null
  const to = (page: number) => peopleLink(context, { measure, ...asked, page }) ?? ''
  return (
    <nav class="records-pages" aria-label="Further people">
      <p>
        Page {asked.page} of {grouped(String(last))}
      </p>
      <ul>
        {asked.page > 1 && (
          <li>
            <a href={to(asked.page - 1)}>The {peopleOnPage} before</a>
          </li>
        )}
        {asked.page < last && (
          <li>
            <a href={to(asked.page + 1)}>The next</a>
          </li>
        )}
      </ul>
    </nav>
  )
}
