import type { FaultyRecord } from '../../../measures/quality/quality.ts'
import type { FileTable } from '../file-bytes.ts'

/** The list to send back to teams: file and row find a record, the person is a pseudonym. */
export function faultyRecordsTable(council: string, records: readonly FaultyRecord[]): FileTable {
  return {
    title: 'Faulty records of the latest file',
    council,
    columns: ['council', 'file', 'row', 'rule', 'field', 'what_is_wrong', 'person', 'event_type', 'start', 'end'],
    rows: records.map(each => [
      each.council,
      each.file,
      each.row,
      each.rule,
      each.field,
      each.says,
      each.person,
      each.eventType,
      each.eventStart,
      each.eventEnd,
    ]),
  }
}
