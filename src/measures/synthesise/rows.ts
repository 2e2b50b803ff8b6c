import type { Chance } from '../../shared/chance.ts'
import { wholeFrom } from '../../shared/chance.ts'
import type { Happening } from './journey.ts'
import type { Person } from './person.ts'
import { type Area, postcodeOf } from './places.ts'
import { mistakes, openServiceWithoutOutcome } from './slips.data.ts'
import { asWritten, blankable, blankRate, carelessness, lot, placeOf } from './slips.ts'

/** A file of a council: what it says that it covers, and when it came. Days are counted from 1 January 1970. */
export type Sent = {
  readonly council: string
  /** The council's number from 0. */
  readonly number: number
  readonly from: number
  readonly to: number
  /** A file of the same period that came again, with mistakes mended. */
  readonly isAgain: boolean
  readonly areas: readonly Area[]
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

type Row = Record<string, string>

/** The rows of a person in a file, each its values by field; chance makes the mistakes of that file. */
export function rowsOf(
  chance: Chance,
  person: Person,
  happenings: readonly Happening[],
  sent: Sent,
  cared: readonly string[],
): Row[] {
  const rows = happenings.flatMap((happening, at) => {
    if (!isTold(happening, sent)) return []
    const row = rowOf(chance, person, happening, at, sent, cared)
    return happens(chance, mistakes.twice) ? [row, again(chance, row)] : [row]
  })
  // somebody who is known only beside another has no event, as the specification wants it; a few councils give some
  if (person.clientType !== knownByAssociation || lot(person.lots, 8_000_000) < 0.1) return rows
  return rows.slice(0, 1).map(withoutEvent)
}

const knownByAssociation = 'Unpaid carer known by association'
const aboutEvent = /^(Event|Request|Assessment|Eligible|Method|Service|Delivery|Unit|Cost|Planned|Review)_/

const withoutEvent = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([field, value]) => [field, aboutEvent.test(field) ? '' : value]))

/** Whether a mistake of so many in a hundred happens. */
const happens = (chance: Chance, inHundred: number): boolean => chance() * 100 < inHundred

/**
 * @param at the happening's place among those of its person: what is left blank of it is so in every file until it is mended
 */
function rowOf(
  chance: Chance,
  person: Person,
  happening: Happening,
  at: number,
  sent: Sent,
  cared: readonly string[],
): Row {
  const { kind, end, outcome, service, cost } = happening
  const isOpen = end === null || end > sent.to
  const spelt = (text: string) => (happens(chance, mistakes.otherSpelling) ? misspelt(chance, text) : text)
  const written = (field: string, value: string, thing: number) => asWritten(value, thing, sent, field)
  const event = person.lots + at * 7919
  const row: Row = {
    LA_Code: sent.council,
    Reporting_Period_Start_Date: dayText(sent.from),
    Reporting_Period_End_Date: dayText(sent.to),
    NHS_Number: person.nhsNumber,
    LA_Person_Unique_Identifier: person.localId,
    Gender: written('Gender', person.gender, person.lots),
    Ethnicity: person.ethnicity,
    Date_of_Birth: birthIn(chance, person),
    Date_of_Death: person.died !== null && person.died <= sent.to ? dayText(person.died) : '',
    Client_Type: spelt(person.clientType),
    Primary_Support_Reason: written('Primary_Support_Reason', person.reason, person.lots),
    Postcode: postcodeOf(sent.areas, person.lots, sent.to),
    Accommodation_Status: person.home,
    Employment_Status: written('Employment_Status', person.work, person.lots),
    Has_Unpaid_Carer: written('Has_Unpaid_Carer', person.hasCarer, person.lots),
    Autism_Spectrum_Disorder_ASD: person.autism,
    Visual_Impairment: person.sight,
    Hearing_Impairment: person.hearing,
    Dementia: person.dementia,
    Client_Funding_Status: written('Client_Funding_Status', person.funding, person.lots),
    Event_Type: kind === 'Service' && happens(chance, mistakes.services) ? 'Services' : kind,
    Event_Start_Date:
      end !== null && !isOpen && happens(chance, mistakes.endBeforeStart) ? dayText(end + 1) : dayText(happening.start),
    Event_End_Date: isOpen ? '' : dayText(end),
    Event_Description: happening.isConversation ? 'Conversation 1' : '',
    Event_Outcome: spelt(written('Event_Outcome', isOpen ? goesOn : outcome, event)),
    Request_Route_of_Access: written('Request_Route_of_Access', happening.route ?? '', event),
    Assessment_Type: happening.assessment ?? '',
    Eligible_Needs_Identified: happening.needs ?? '',
    Method_of_Assessment: written('Method_of_Assessment', happening.assessedBy ?? '', event),
    Service_Type: spelt(written('Service_Type', service?.[0] ?? '', event)),
    Service_Component: written('Service_Component', service?.[1] ?? '', event),
    Delivery_Mechanism: written('Delivery_Mechanism', happening.delivery ?? '', event),
    Unit_Cost: cost?.[0] ?? '',
    Cost_Frequency_Unit_Type: written('Cost_Frequency_Unit_Type', cost?.[1] ?? '', event),
    Planned_units_per_week: cost?.[2] ?? '',
    Review_Reason: written('Review_Reason', happening.reviewReason ?? '', event),
    Review_Outcomes_Achieved: written('Review_Outcomes_Achieved', happening.achieved ?? '', event),
    Method_of_Review: written('Method_of_Review', happening.reviewedWith ?? '', event),
    Total_Hrs_Caring_per_week: person.hoursOfCaring,
    No_of_adults_being_cared_for: cared.length > 0 ? String(cared.length) : '',
    ...Object.fromEntries(cared.map((id, n) => [`Adult_${n + 1}_Linked_Person_ID`, id])),
  }
  for (const field of blankable) {
    if (row[field] === '') continue
    const place = placeOf(field)
    const isForgotten = field === 'Event_Outcome' && isOpen
    const rate = isForgotten ? openServiceWithoutOutcome : blankRate(field, kind)
    const thing = ofPerson.has(field) ? person.lots : event
    if (lot(thing, place) * 100 < rate * carelessness(sent, place)) row[field] = ''
  }
  return row
}

/** What a council does not know of a person stands in none of the person's records. */
const ofPerson: ReadonlySet<string> = new Set([
  'Gender',
  'Ethnicity',
  'Date_of_Birth',
  'Postcode',
  'Employment_Status',
  'Autism_Spectrum_Disorder_ASD',
  'Visual_Impairment',
  'Hearing_Impairment',
  'Dementia',
])

/** What an open service leads to: the specification wants an outcome of every event. */
const goesOn = 'Continuation of support or services'

function birthIn(chance: Chance, { born }: Person): string {
  if (born === null) return ''
  return dayText(happens(chance, mistakes.otherBirth) ? born + 61 : born)
}

/** A text with other capitals, or blanks around it. */
function misspelt(chance: Chance, text: string): string {
  if (text === '') return text
  return chance() > 0.5 ? text.toUpperCase() : ` ${text} `
}

/** A row that is there twice: as it is, with another outcome, or open where the other has ended. */
function again(chance: Chance, row: Row): Row {
  const how = wholeFrom(chance, 1, 3)
  if (how === 1) return row
  if (how === 2) return { ...row, Event_Outcome: 'NFA: Other' }
  return row['Event_Type'] === 'Service' ? { ...row, Event_End_Date: '' } : row
}
