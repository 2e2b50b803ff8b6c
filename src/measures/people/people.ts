/** The people behind a figure, by pseudonym, with the records of theirs that the main table holds: a few at a time. */
import { type Asked, withMainTable } from '../ask.ts'
import { figureFolders, tableOf } from '../definition.ts'
import { quoted, type Row } from '../engine.ts'
import { measureNamed } from '../explain/measure-named.ts'
import { makeMeasures } from '../figures.ts'
import { deciding } from './deciding.data.ts'

/** Which of the people of a figure: all whom it divides by, those whom it counts, or those of the first who are not counted. */
export const parts = ['numerator', 'denominator', 'not-counted'] as const
export type Part = (typeof parts)[number]

export type PeopleAsked = {
  readonly measure: string
  readonly breakdown: string
  /** The code of one council. */
  readonly council: string
  readonly part: Part
  /** So many are passed over; the first is 0. */
  readonly from: number
  readonly most: number
}

/** An event of the main table. */
export type PersonRecord = {
  readonly eventType: string | null
  readonly clientType: string | null
  readonly start: string
  /** null while it goes on. */
  readonly end: string | null
  /** Service type, route of access or type of assessment, with the component and how it is delivered. */
  readonly what: readonly string[]
  readonly outcome: string | null
  readonly supportReason: string | null
  /** What it decides, in words; null where it decides nothing of the figure. */
  readonly decides: string | null
}

/** Somebody (or a spell of somebody) whom a figure counts. */
export type CountedPerson = {
  /** Their place in the list, from 1. */
  readonly place: number
  readonly person: string
  readonly isCounted: boolean
  /** What decides whether they are counted, in the words of the records; null where the measure names no such thing. */
  readonly toldBy: string | null
  /** As 1940-05; null where it is not known. */
  readonly birthMonth: string | null
  readonly dateOfDeath: string | null
  readonly gender: string | null
  readonly accommodation: string | null
  readonly records: readonly PersonRecord[]
}

export type PeopleAnswer = {
  readonly counts: string
  readonly total: number
  readonly people: readonly CountedPerson[]
  readonly notes: readonly string[]
}

/**
 * Gives some of the people of a figure of one council.
 * @throws Error when there is no such measure or breakdown
 */
export async function askPeople(asked: Asked, question: PeopleAsked): Promise<PeopleAnswer> {
  const { definition, figure } = measureNamed(question.measure)
  if (figure === undefined || !figureFolders.some(folder => folder === definition.folder))
    throw new Error(
      `The people behind ${question.measure} cannot be looked at one by one: those behind ASCOF measures can`,
    )
  const within = figure.breakdowns[question.breakdown]
  if (within === undefined)
    throw new Error(
      `${figure.measure} has no breakdown ${question.breakdown}; there are ${Object.keys(figure.breakdowns).join(', ')}`,
    )
  const denominator = figure.denominator === 'population' ? 'false' : `(${figure.denominator})`
  const condition: Record<Part, string> = {
    numerator: `(${figure.numerator})`,
    denominator,
    'not-counted': `${denominator} and not coalesce((${figure.numerator}), false)`,
  }
  return withMainTable(asked, async (lake, notes) => {
    await makeMeasures(lake, [definition.folder])
    const from = `from ${tableOf(definition.folder, 'numerator')}
      where la_code = ${quoted(question.council)} and (${within}) and ${condition[question.part]}`
    const [total] = await lake.engine.rows(`select count(*) as total ${from}`)
    const rows = await lake.engine.rows(`
      select cast(person_id as varchar) as person, ${ofSpells.includes(definition.folder) ? 'cluster_no' : 'null'} as spell, coalesce((${figure.numerator}), false) as is_counted,
        ${figure.toldBy ? `cast(${figure.toldBy} as varchar)` : 'cast(null as varchar)'} as told_by
      ${from}
      order by person_id, is_counted, told_by
      limit ${Math.trunc(question.most)} offset ${Math.trunc(question.from)}`)
    const people = [...new Set(rows.map(row => String(row['person'])))]
    const events = people.length === 0 ? [] : await lake.engine.rows(eventsSql(question.council, people))
    const byPerson = Map.groupBy(events, row => String(row['person']))
    const decisions =
      people.length === 0 ? [] : await lake.engine.rows(decidingSql(definition.folder, question.council, people))
    const keyOf = ({ person, spell }: Row, record: unknown) => JSON.stringify([person, spell ?? null, record])
    const reasons = Map.groupBy(decisions, row => keyOf(row, row['record_id']))
    const decidedBy = (row: Row) => (event: Row) =>
      reasons
        .get(keyOf(row, event['record_id']))
        ?.map(({ why }) => String(why))
        .join('. ') ?? null
    return {
      counts: figure.counts,
      total: Number(total?.['total'] ?? 0),
      people: rows.map((row, at) =>
        personOf(row, question.from + at + 1, byPerson.get(String(row['person'])) ?? [], decidedBy(row)),
      ),
      notes,
    }
  })
}

/** Measures that count spells, of which a person may have several. */
const ofSpells: readonly string[] = ['ascof-2a']

/** The records that decide, of these people. */
function decidingSql(folder: string, council: string, people: readonly string[]): string {
  return `select cast(person_id as varchar) as person, spell, record_id, why
    from (${deciding[folder]}) decided
    where la_code = ${quoted(council)} and cast(person_id as varchar) in (${people.map(quoted).join(', ')})`
}

function eventsSql(council: string, people: readonly string[]): string {
  return `select cast(person_id as varchar) as person, record_id, event_type, client_type, event_start, derived_end, service_type,
      service_component, delivery_mechanism, request_route_of_access, assessment_type, event_outcome, primary_support_reason,
      accommodation_status, gender, birth_month, date_of_death
    from main_event
    where la_code = ${quoted(council)} and cast(person_id as varchar) in (${people.map(quoted).join(', ')})
    order by person, event_start, derived_end nulls last, record_id`
}

type Decides = (event: Row) => string | null

function personOf(row: Row, place: number, events: readonly Row[], decides: Decides): CountedPerson {
  const latest = (column: string) => textOf(events.findLast(event => event[column] !== null)?.[column])
  return {
    place,
    person: String(row['person']),
    isCounted: row['is_counted'] === true,
    toldBy: textOf(row['told_by']),
    birthMonth: latest('birth_month')?.slice(0, 7) ?? null,
    dateOfDeath: latest('date_of_death'),
    gender: latest('gender'),
    accommodation: latest('accommodation_status'),
    records: events.map(event => recordOf(event, decides(event))),
  }
}

const whatColumns = [
  'service_type',
  'service_component',
  'delivery_mechanism',
  'request_route_of_access',
  'assessment_type',
] as const

function recordOf(event: Row, decides: string | null): PersonRecord {
  return {
    eventType: textOf(event['event_type']),
    clientType: textOf(event['client_type']),
    start: String(event['event_start']),
    end: textOf(event['derived_end']),
    what: whatColumns.flatMap(column => textOf(event[column]) ?? []),
    outcome: textOf(event['event_outcome']),
    supportReason: textOf(event['primary_support_reason']),
    decides,
  }
}

const textOf = (value: unknown): string | null => (value === null || value === undefined ? null : String(value))
