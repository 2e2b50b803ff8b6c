/** Runs the worked cases of a measure: a few rows by hand, and the answer that they must give. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { definitionOf } from '../../src/measures/definition.ts'
import { type Engine, openEngine, quoted } from '../../src/measures/engine.ts'
import { makeSteps } from '../../src/measures/figures.ts'
import {
  loadLists,
  makeIn,
  makeMainTable,
  makePersonDetails,
  makeSaltViews,
  setCutOff,
  setPeriod,
  type Variants,
} from '../../src/measures/main-table.ts'
import { measureText } from '../../src/measures/sql-text.ts'
import { root } from './source-files.ts'

type Given = Readonly<Record<string, string | number>>

export type Case = {
  readonly case: string
  readonly given: readonly Given[]
  readonly spells?: readonly Given[]
  readonly submissions?: readonly Given[]
  readonly variants?: Partial<Pick<Variants, 'key' | 'variant' | 'blankComponent'>>
  readonly expect: readonly string[]
}

export type Cases = { readonly needs: readonly string[]; readonly answer: string; readonly cases: readonly Case[] }

/** The cases of a measure's folder. */
export const casesOf = (folder: string): Cases => parse(measureText(`${folder}/cases.yaml`))

/** Words that a case may use for the long names of the specification. */
const shortNames: Readonly<Record<string, string>> = {
  'st-max': 'Short term support: ST-Max',
  nursing: 'Long term support: Nursing care',
  residential: 'Long term support: Residential care',
  community: 'Long term support: Community',
  prison: 'Long term support: Prison',
  'low level': 'Short term support: Ongoing low level',
  'other short': 'Short term support: Other short term',
  'to carer': 'Unpaid carer support: Direct to unpaid carer',
  'for cared-for': 'Unpaid carer support: Support involving the person cared-for',
  carer: 'Unpaid carer',
  dp: 'Direct payment',
  managed: 'CASSR managed personal budget',
  commissioned: 'CASSR commissioned support',
  reablement: 'Progress to reablement/ST-Max',
  assess: 'Progress to assessment, review or reassessment',
  'not mapped': 'Release 1 specification only: Not mapped',
  plan: 'Progress to support planning or services',
  continue: 'Continuation of support or services',
  hospital: 'Admitted to hospital',
  moved: 'NFA: Responsibility moved to another local authority',
  nhs: 'NFA: Referral to NHS services or NHS funded social care',
  'self-funded': 'NFA: Self-funded client or under 12wk disregard',
  advice: 'NFA: Information and advice or signposting',
  declined: 'NFA: Support declined',
  deceased: 'NFA: Deceased',
  planned: 'NFA: Support ended as planned',
  other: 'NFA: Other',
  ld: 'Learning disability support',
  blank: '',
}

/** The rows of a case, by the word that a case uses and the column that it fills. */
const columns: Readonly<Record<string, string>> = {
  client: 'client_type',
  event: 'event_type',
  type: 'service_type',
  component: 'service_component',
  delivery: 'delivery_mechanism',
  outcome: 'event_outcome',
  route: 'request_route_of_access',
  assessment: 'assessment_type',
  reason: 'primary_support_reason',
  home: 'accommodation_status',
  work: 'employment_status',
  gender: 'gender',
  ethnicity: 'ethnicity',
  carer: 'has_unpaid_carer',
  funding: 'client_funding_status',
  area: 'area',
}
const keyColumns = ['client_type', 'request_route_of_access', 'assessment_type', 'service_type', 'service_component']
const ordinary: Given = {
  person: 'A',
  council: '901',
  born: '1950-01',
  client: 'Service user',
  event: 'Service',
  in: 1,
}

const idOf = (name: string, first: number) =>
  `${first}0000000-0000-0000-0000-${Buffer.from(name).toString('hex').padStart(12, '0')}`
const text = (value: string | number | undefined) => {
  const long = shortNames[String(value ?? '')] ?? String(value ?? '')
  return long === '' ? 'cast(null as varchar)' : quoted(long)
}
const date = (value: string | number | undefined) =>
  value === undefined || value === '' ? 'cast(null as date)' : `date ${quoted(String(value))}`
const uuid = (value: string | null) => (value === null ? 'cast(null as uuid)' : `cast(${quoted(value)} as uuid)`)

function record(given: Given, at: number): string {
  const row = { ...ordinary, ...given }
  const person = String(row['person'])
  const hasNhs = row['nhs'] !== 'none'
  const local = row['local'] === 'none' ? null : idOf(String(row['local'] ?? person), 1)
  const values = [
    `${row['in']} as submission_no`,
    `${at + 1} as record_id`,
    `${quoted(String(row['council']))} as la_code`,
    `${uuid(hasNhs ? idOf(person, 2) : local)} as person_id`,
    `${uuid(hasNhs ? idOf(person, 2) : null)} as nhs_id`,
    `${uuid(local)} as local_id`,
    `${row['born'] === 'unknown' ? date('') : date(`${row['born']}-01`)} as birth_month`,
    `${date(row['died'])} as date_of_death`,
    `${date(row['from'])} as event_start`,
    `${date(row['to'])} as event_end`,
    `${row['conversation'] ?? 'cast(null as integer)'} as conversation`,
    ...Object.entries(columns).map(([word, column]) => `${text(row[word])} as ${column}`),
    ...keyColumns.map(column => {
      const word = Object.entries(columns).find(([, each]) => each === column)?.[0] ?? ''
      return `lower(${text(row[`${word}-raw`] ?? row[word])}) as ${column}_raw`
    }),
    ...['unit_cost', 'planned_units_per_week'].map(column => `cast(null as decimal(18, 2)) as ${column}`),
    'cast(null as varchar) as cost_frequency_unit_type',
    ...[1, 2, 3].map(
      n => `${uuid(row[`adult-${n}`] ? idOf(String(row[`adult-${n}`]), 1) : null)} as adult_${n}_linked_person_id`,
    ),
  ]
  return `select ${values.join(', ')}`
}

function spell(given: Given, at: number): string {
  const row: Given = {
    born: '1940-01',
    sex: '1',
    lsoa: 'E01',
    admission: '21',
    discharge: '1',
    to: '19',
    managed: 'EM',
    treatment: '300',
    ...given,
  }
  return `select ${[
    `${uuid(idOf(String(row['person'] ?? 'A'), 2))} as person_id`,
    `'S${at + 1}' as spell_id, true as is_last_episode`,
    `${date(row['in'])} as admission_date, ${date(row['out'])} as discharge_date`,
    `${date(`${row['born']}-01`)} as birth_month`,
    `${text(row['sex'])} as sex, ${text(row['lsoa'])} as lsoa_2011_code, ${text(row['admission'])} as admission_method`,
    `${text(row['discharge'])} as discharge_method, ${text(row['to'])} as discharge_destination`,
    `${text(row['managed'])} as management_type, ${text(row['treatment'])} as treatment_function_code`,
  ].join(', ')}`
}

const oneSubmission: readonly Given[] = [{ imported: '2026-04-25', from: '2023-04-01', to: '2026-03-31' }]
const period = { start: '2025-04-01', end: '2026-03-31' }

/** One engine for all cases: to start one takes longer than a case. */
let opened: Promise<Engine> | undefined
function shared(): Promise<Engine> {
  opened ??= openEngine({ memory: '256MB', overflow: null, threads: 1 })
  return opened
}

/** What a case answers: a text a row, in order. */
export async function answerOf(folder: string, { needs, answer }: Cases, given: Case): Promise<string[]> {
  const engine = await shared()
  await prepare(engine, given)
  const make = makeIn(engine)
  const variants = { key: 'cleaned', variant: 'as-described', blankComponent: 'left-out', ...given.variants } as const
  await setPeriod(engine, period, variants)
  await setCutOff(engine, '2026-05-05')
  const lake = { engine, make }
  if (needs.includes('main table')) {
    const span = { start: '2023-04-01', end: '2026-03-31' }
    await makeMainTable(lake, { span, cutOff: '2026-05-05', key: variants.key, kind: 'joined' })
    await makePersonDetails(lake, period)
    await make('common/client_event')
  }
  if (needs.includes('salt records')) await makeSaltViews(engine)
  if (needs.includes('salt-sts001')) await makeSteps(lake, definitionOf('salt-sts001'))
  if (needs.includes('ascof-2a')) await makeSteps(lake, definitionOf('ascof-2a'))
  if (existsSync(join(root, 'src/measures', folder, 'measure.yaml'))) await makeSteps(lake, definitionOf(folder))
  return (await engine.rows(answer)).map(row => String(Object.values(row)[0]))
}

async function prepare(engine: Engine, { given, spells = [], submissions = oneSubmission }: Case): Promise<void> {
  await loadLists(engine, join(root, 'catalogue'))
  const councils = [...new Set(['901', ...given.map(row => String(row['council'] ?? '901'))])]
  const sent = submissions.flatMap((each, at) =>
    councils.map(
      council => `select ${at + 1} as submission_no, '${council}' as la_code,
        cast('${each['imported']} 10:00:00' as timestamp) as imported_at, ${date(each['from'])} as stated_start,
        ${date(each['to'])} as stated_end, ${date(each['from'])} as covers_from, ${date(each['to'])} as covers_to`,
    ),
  )
  const names = [...new Set(given.map(row => String(row['person'] ?? 'A')))]
  const none = 'where false'
  await engine.run(`
    create or replace table record as ${given.map(record).join(' union all ')};
    create or replace table submission as select distinct on (submission_no, la_code) * from (${sent.join(' union all ')});
    create or replace table person_name as ${names
      .flatMap(name => [1, 2].map(first => `select ${uuid(idOf(name, first))} as person_id, ${quoted(name)} as name`))
      .join(' union all ')};
    create or replace table hospital_spell as ${spells.length > 0 ? spells.map(spell).join(' union all ') : `${spell({ in: '2025-01-01', out: '2025-01-02' }, 0)} ${none}`};
    create or replace table area as select 'E01' as lsoa_2011_code, 'E06' as utla_2023_code, 'Eastmere' as utla_2023_name;
    create or replace table council_name as select '901' as la_code, 'Eastmere' as la_name, 'E06' as area_code;
    create or replace table population as select '901' as la_code, '18 to 64' as age_band, 1000 as population`)
}
