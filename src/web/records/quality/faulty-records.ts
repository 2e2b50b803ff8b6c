import type { IdentifiedRecord } from '../../../measures/quality/identified.ts'
import type { FaultyRecord } from '../../../measures/quality/quality.ts'
import type { FileCell, FileTable } from '../file-bytes.ts'

const columns = [
  'council',
  'file',
  'row',
  'rule',
  'field',
  'what_is_wrong',
  'person',
  'event_type',
  'service_type',
  'support_reason',
  'start',
  'end',
] as const

/**
 * The list to send back to teams: file and row find a record, the person is a pseudonym. Records name no team, so that a spreadsheet
 * has a sheet for each type of service, and for each kind of event that is none.
 */
export function faultyRecordsTable(council: string, records: readonly FaultyRecord[]): FileTable {
  return table(council, columns, records.map(rowOf))
}

/** The same with what the council calls each person: it names people, and is for whoever mends their records. */
export function identifiedTable(council: string, records: readonly IdentifiedRecord[]): FileTable {
  return table(
    council,
    [...columns, 'nhs_number', 'la_person_unique_identifier'],
    records.map(each => [...rowOf(each), each.nhsNumber, each.localIdentifier]),
  )
}

function table(council: string, names: readonly string[], rows: readonly (readonly FileCell[])[]): FileTable {
  const [event, service] = [columns.indexOf('event_type'), columns.indexOf('service_type')]
  const partOf = (row: readonly FileCell[]) => {
    const kind = String(row[event] || 'No kind of event')
    return /service/i.test(kind) ? String(row[service] || 'Service, type not given') : kind
  }
  return { title: 'Faulty records of the latest file', council, columns: names, rows, partOf }
}

const rowOf = (each: FaultyRecord): readonly FileCell[] => [
  each.council,
  each.file,
  each.row,
  each.rule,
  each.field,
  each.says,
  each.person,
  each.eventType,
  each.serviceType,
  each.supportReason,
  each.eventStart,
  each.eventEnd,
]
