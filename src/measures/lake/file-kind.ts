import { type Field, placeFields, plainHeading } from './columns.ts'
import type { ReferenceKind } from './lake.ts'
import { isPostcodeLookUp } from './postcode-columns.ts'

export type FileKind = 'submission' | 'list of submissions' | ReferenceKind

/** The columns by which each kind of file beside the records is known; the first that has them all. */
const known: readonly (readonly [kind: FileKind, columns: readonly string[]])[] = [
  ['values', ['field', 'submitted_value', 'cleaned_value', 'kind']],
  ['list of submissions', ['file', 'la_code', 'import_timestamp']],
  ['group-populations', ['dimension', 'group', 'age_band', 'population']],
  ['populations', ['la_code', 'age_band', 'population']],
  ['hospital-spells', ['nhs_number', 'apcs_ident', 'admission_date', 'discharge_date']],
  ['areas', ['lsoa_2011_code', 'utla_2023_code', 'utla_2023_name']],
  ['councils', ['la_code', 'la_name', 'area_code']],
]

/** A file with so many columns of the specification is meant as client-level records, whatever it lacks. */
const enoughFields = 8

/** What a file is, by its headings; null where Tidemark does not know such a file. */
export function kindOfFile(headings: readonly string[], fields: readonly Field[]): FileKind | null {
  const found = placeFields(headings, fields).fields.filter(field => field !== null)
  if (found.length >= enoughFields) return 'submission'
  const names = new Set(headings.map(plainHeading))
  const listed = known.find(([, columns]) => columns.every(column => names.has(plainHeading(column))))
  return listed?.[0] ?? (isPostcodeLookUp(headings) ? 'postcodes' : null)
}
