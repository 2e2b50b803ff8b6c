import { expect, test } from 'vitest'
import { type Field, placeFields } from './columns.ts'
import { kindOfFile } from './file-kind.ts'

const field = (label: string, name: string, needed = true): Field => ({ label, field: name, keptAs: 'value', needed })
const fields = [
  field('LA Code', 'LA_Code'),
  field('Event Start Date', 'Event_Start_Date'),
  field('Request: Route of Access', 'Request_Route_of_Access'),
  field('Dementia', 'Dementia', false),
]

test('placeFields() finds labels and field names, whatever their capitals and punctuation', () => {
  const placed = placeFields(['la code', 'EVENT_START_DATE', 'Request Route of Access'], fields)
  expect(placed.fields.map(each => each?.field)).toEqual(['LA_Code', 'Event_Start_Date', 'Request_Route_of_Access'])
  expect(placed).toMatchObject({ missing: [], unknown: [], twice: [] })
})

test('placeFields() says what a renamed column may be meant for', () => {
  const placed = placeFields(['LA Code', 'Event Begin Date', 'Request: Route of Access', 'Notes'], fields)
  expect(placed.missing.map(({ label }) => label)).toEqual(['Event Start Date'])
  expect(placed.unknown.map(({ heading, meant }) => [heading, meant?.label])).toEqual([
    ['Event Begin Date', 'Event Start Date'],
    ['Notes', undefined],
  ])
})

test('placeFields() finds a column that is there twice, by either name', () => {
  expect(placeFields(['LA Code', 'LA_Code'], fields).twice.map(({ label }) => label)).toEqual(['LA Code'])
})

test('kindOfFile() knows each table by its columns, and nothing by chance', () => {
  const kinds = [
    ['la_code', 'la_name', 'area_code', 'year', 'gender', 'age_band', 'population'],
    ['la_code', 'la_name', 'area_code'],
    ['field', 'submitted_value', 'cleaned_value', 'kind'],
    ['load_order', 'file', 'la_code', 'import_timestamp'],
    ['LSOA_2011_Code', 'UTLA_2023_Code', 'UTLA_2023_Name'],
    ['NHS_Number', 'APCS_Ident', 'Admission_Date', 'Discharge_Date'],
    ['case_id', 'description'],
  ].map(headings => kindOfFile(headings, fields))
  expect(kinds).toEqual(['populations', 'councils', 'values', 'list of submissions', 'areas', 'hospital-spells', null])
})
