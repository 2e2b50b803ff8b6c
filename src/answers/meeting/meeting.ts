import type { Reader } from '../../register/index.ts'
import { ofKind } from '../../shared/facts.ts'
import { listed } from '../../shared/words.ts'
import type { FrameworkData } from '../framework-data.ts'
import { NotFound } from '../not-found.ts'

type Recommendation = {
  readonly number: number
  readonly verb: 'note' | 'agree' | 'delegate' | 'receive'
  readonly text: string
  /** The day by which something is to be received; empty where there is none. */
  readonly due: string
}

export type MeetingAnswer = {
  readonly slug: string
  readonly committee: string
  readonly date: string
  readonly title: string
  /** What the committee is asked, in the order of its numbers. */
  readonly recommendations: readonly Recommendation[]
  /** What earlier meetings asked to receive, latest meeting first. */
  readonly earlier: readonly (Recommendation & { readonly meetingDate: string })[]
  /** The standard list of what members can ask for next. */
  readonly followUpOptions: readonly { readonly order: number; readonly name: string; readonly description: string }[]
}

/**
 * The meeting of a framework's committee on a day, with what it is asked to decide.
 * @throws NotFound when no meeting is known on that day
 */
export async function meeting(reader: Reader, data: FrameworkData, date: string): Promise<MeetingAnswer> {
  const found = data.meetings.find(each => each.payload.date === date)
  if (!found) {
    const days = data.meetings.map(each => each.payload.date).sort()
    const known = days.length === 0 ? 'none is known' : `its meetings are on ${listed(days)}`
    throw new NotFound(`No meeting of ${data.organisation.name} on ${date} was known on that day: ${known}`)
  }
  const facts = await reader.current(['recommendation', 'follow_up_option'], data.moment, {
    owner: data.organisation.slug,
  })
  const asked = ofKind(facts, 'recommendation')
  const of = (name: string) =>
    asked
      .filter(fact => fact.payload.meeting === name)
      .map(({ payload: { number, verb, text, due } }): Recommendation => ({ number, verb, text, due }))
      .sort((a, b) => a.number - b.number)
  return {
    slug: found.name,
    committee: found.payload.committee,
    date,
    title: found.payload.title,
    recommendations: of(found.name),
    earlier: data.meetings
      .filter(each => each.payload.date < date)
      .sort((a, b) => (a.payload.date < b.payload.date ? 1 : -1))
      .flatMap(each =>
        of(each.name)
          .filter(({ verb }) => verb === 'receive')
          .map(own => ({ ...own, meetingDate: each.payload.date })),
      ),
    followUpOptions: ofKind(facts, 'follow_up_option')
      .map(({ payload: { order, name, description } }) => ({ order, name, description }))
      .sort((a, b) => a.order - b.order),
  }
}
