import { type Chance, wholeFrom } from '../../shared/chance.ts'
import type { Happening } from './journey.ts'
import type { Person } from './person.ts'

/** A file of a council: what it says that it covers, and when it came. Days are counted from 1 January 1970. */
export type Sent = {
  readonly council: string
  readonly from: number
  readonly to: number
  /** A file of the same period that came again, with mistakes mended. */
  readonly isAgain: boolean
}

const cache = new Map<number, string>()

/** A day as text. @example dayText(0) // '1970-01-01' */
export function dayText(day: number): string {
  const known = cache.get(day)
  if (known !== undefined) return known
  const text = new Date(day * 86_400_000).toISOString().slice(0, 10)
  cache.set(day, text)
  return text
}

/** The day of a text. @example dayOf('1970-01-02') // 1 */
export const dayOf = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000

/** Whether a file of a council tells of something: services while they are open, all else when it has ended. */
function isTold({ kind, start, end, lostFrom }: Happening, sent: Sent): boolean {
  if (lostFrom !== undefined && sent.to >= lostFrom) return false
  if (kind === 'Service') return start <= sent.to && (end === null || end >= sent.from)
  return end !== null && end >= sent.from && end <= sent.to
}

/** The rows of a person in a file, each its values by field; chance makes the mistakes of that file. */
export function rowsOf(
  chance: Chance,
  person: Person,
  happenings: readonly Happening[],
  sent: Sent,
  cared: readonly string[],
): Record<string, string>[] {
  return happenings
    .filter(happening => isTold(happening, sent))
    .flatMap(happening => {
      const row = rowOf(chance, person, happening, sent, cared)
      return chance() < 0.004 ? [row, again(chance, row)] : [row]
    })
}

function rowOf(
  chance: Chance,
  person: Person,
  happening: Happening,
  sent: Sent,
  cared: readonly string[],
): Record<string, string> {
  const { kind, start, end, outcome, service, cost, delivery } = happening
  const isOpen = end === null || end > sent.to
  const isKnownDead = person.died !== null && person.died <= sent.to + 20
  const spelt = (text: string) => misspelt(chance, text)
  return {
    LA_Code: sent.council,
    Reporting_Period_Start_Date: dayText(sent.from),
    Reporting_Period_End_Date: dayText(sent.to),
    NHS_Number: person.nhsNumber,
    LA_Person_Unique_Identifier: person.localId,
    Gender: person.gender,
    Ethnicity: person.ethnicity,
    Date_of_Birth: person.born === null ? '' : dayText(person.born),
    Date_of_Death: isKnownDead && person.died !== null ? dayText(person.died) : '',
    Client_Type: spelt(person.clientType),
    Primary_Support_Reason: person.reason,
    Accommodation_Status: chance() < 0.05 ? 'Unknown' : person.home,
    Employment_Status: person.work,
    Has_Unpaid_Carer: person.hasCarer,
    Client_Funding_Status: person.funding,
    Event_Type: kind,
    Event_Start_Date: chance() < 0.002 && end !== null ? dayText(end + 1) : dayText(start),
    Event_End_Date: isOpen || end === null ? '' : dayText(end),
    Event_Description: happening.isConversation ? 'Conversation 1' : '',
    Event_Outcome: isOpen ? '' : chance() < 0.02 && !sent.isAgain ? '' : spelt(outcome),
    Request_Route_of_Access: happening.route ?? '',
    Assessment_Type: happening.assessment ?? '',
    Service_Type: spelt(service?.[0] ?? ''),
    Service_Component: service?.[1] ?? '',
    Delivery_Mechanism: delivery ?? '',
    Unit_Cost: cost?.[0] ?? '',
    Cost_Frequency_Unit_Type: cost?.[1] ?? '',
    Planned_units_per_week: cost?.[2] ?? '',
    Review_Reason: happening.reviewReason ?? '',
    ...Object.fromEntries(cared.map((id, at) => [`Adult_${at + 1}_Linked_Person_ID`, id])),
  }
}

/** A text with other capitals, or blanks around it: the national database takes them as the same. */
function misspelt(chance: Chance, text: string): string {
  const how = chance()
  if (how > 0.01 || text === '') return text
  return how > 0.005 ? text.toUpperCase() : ` ${text} `
}

/** A row that is there twice: as it is, with another outcome, or open where the other has ended. */
function again(chance: Chance, row: Record<string, string>): Record<string, string> {
  const how = wholeFrom(chance, 1, 3)
  if (how === 1) return row
  if (how === 2) return { ...row, Event_Outcome: 'NFA: Other' }
  return row['Event_Type'] === 'Service' ? { ...row, Event_End_Date: '' } : row
}
