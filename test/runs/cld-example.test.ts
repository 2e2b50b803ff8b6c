import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { definitionOf, figureFolders } from '../../src/measures/definition.ts'
import { figuresOf, makeMeasures, makeSteps, unknownsOf } from '../../src/measures/figures.ts'
import { importRecords } from '../../src/measures/lake/import.ts'
import { readKey } from '../../src/measures/lake/key.ts'
import {
  type LakeQuestions,
  loadSubmissions,
  makeMainTable,
  makePersonDetails,
  makeSaltViews,
  openLake,
  setCutOff,
  setPeriod,
  type Variants,
} from '../../src/measures/main-table.ts'
import { type Span, yearTo } from '../../src/measures/period.ts'
import { roundedText } from '../../src/shared/rounding.ts'
import { type Cells, exampleInput, expectedFiles, expectedRows, lines, underKey } from '../fixtures/cld/expected.ts'
import { memberSelects, stages } from '../fixtures/cld/selects.data.ts'
import { root } from '../support/source-files.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

// The national scripts' results on the example, each file of them: what we count, whom we count, and every row on the way.

const home = makeTemporaryFolder()
const catalogue = join(root, 'catalogue')
const joined: Span = { start: '2023-04-01', end: '2026-03-31' }
const years = [yearTo('2025-03'), yearTo('2026-03')]
const asDescribed = { variant: 'as-described', blankComponent: 'left-out' } as const
const compared = new Set<string>()
let lake: LakeQuestions
let key: Uint8Array

type Row = Readonly<Record<string, unknown>>

const rowsOf = (sql: string) => lake.engine.rows(sql)

/** Compares our rows with an expected file, by some columns; those of `people` hold identifiers. */
function expectSame(
  name: string,
  rows: readonly Row[],
  columns: readonly string[],
  people: readonly string[] = [],
): void {
  compared.add(name)
  const expected: Cells[] = underKey(expectedRows(name), key, people)
  expect(lines(rows, columns)).toEqual(lines(expected, columns))
}

async function mainTable(kind: Variants['key']): Promise<void> {
  await makeMainTable(lake, { span: joined, cutOff: '2026-05-05', key: kind, kind: 'joined' })
  await makePersonDetails(lake, yearTo('2026-03'))
}

beforeAll(async () => {
  const imported = await importRecords({
    home: home.path,
    catalogue,
    paths: [exampleInput],
    council: null,
    release: null,
    importedAt: '2026-11-22 12:00:00',
    memory: '1GB',
    progress: () => {},
  })
  expect(imported.problems.filter(({ level }) => level === 'error')).toEqual([])
  key = readKey(home.path)
  lake = await openLake(home.path, catalogue, '1GB')
  await loadSubmissions(lake, home.path, 'derived')
})

afterAll(() => {
  lake.close()
  home.remove()
})

test('every submission covers the period that the national rule derives', () => {
  const rows = lake.lake.submissions.map(each => ({
    la_code: each.council,
    import_timestamp: each.importedAt,
    stated_start: each.statedStart,
    stated_end: each.statedEnd,
    derived_start: each.derivedStart,
    derived_end: each.derivedEnd,
    rows_with_end_before_import_month: each.endedRows,
  }))
  expectSame('submission_periods', rows, Object.keys(rows[0] ?? {}))
})

test('the main tables hold the rows that the national scripts keep, by both keys', async () => {
  const counts: Row[] = []
  const kept: Record<string, Set<unknown>> = {}
  for (const kind of ['cleaned', 'raw'] as const) {
    await mainTable(kind)
    kept[kind] = new Set((await rowsOf('select record_id from main_event')).map(row => row['record_id']))
    counts.push(...(await rowsOf(stages(`joined 2023-04-01 to 2026-03-31, ${kind}-value key`, true))))
  }
  const all = [...new Set([...(kept['raw'] ?? []), ...(kept['cleaned'] ?? [])])]
  const isKept = (kind: string, id: unknown) => (kept[kind]?.has(id) ? 'yes' : 'no')
  const difference = all
    .map(id => ({ record_id: id, kept_with_raw_key: isKept('raw', id), kept_with_cleaned_key: isKept('cleaned', id) }))
    .filter(row => row.kept_with_raw_key !== row.kept_with_cleaned_key)
  expectSame('main_joined_key_difference', difference, ['record_id', 'kept_with_raw_key', 'kept_with_cleaned_key'])

  const rows = await rowsOf(`
    select m.*, cast(person_id as varchar) as person_id, ref_start as ref_period_start, ref_end as ref_period_end,
      event_start as start, case when is_cropped then 'yes' else 'no' end as cropped, event_outcome as outcome,
      case when latest_age >= 65 then '65 and above' when latest_age >= 18 then '18 to 64'
        when latest_age is null then 'Unknown' else 'Under 18' end as working_age_band
    from main_event m`)
  const [first] = expectedRows('main_joined_rows')
  expectSame('main_joined_rows', rows.map(withPerson), Object.keys(first ?? {}), ['person_id'])
  expectSame(
    'submissions_selected',
    await rowsOf(`
      select n.la_name, strftime(s.imported_at, '%Y-%m-%d %H:%M:%S') as import_timestamp, q.quarter_start, q.quarter_end,
        f.ref_start as reference_period_start, f.ref_end as reference_period_end
      from selected_submission q
      join submission s on s.submission_no = q.submission_no
      join council_name n on n.la_code = q.la_code
      join reference_period f on f.submission_no = q.submission_no and f.la_code = q.la_code`),
    ['la_name', 'import_timestamp', 'quarter_start', 'quarter_end', 'reference_period_start', 'reference_period_end'],
  )

  for (const span of years) {
    await makeMainTable(lake, { span, cutOff: '2026-05-05', key: 'raw', kind: 'single' })
    counts.push(...(await rowsOf(stages(`single ${span.start} to ${span.end}, raw-value key`, false))))
    const name = `main_single_${span.start.slice(0, 4)}_record_ids`
    expectSame(name, await rowsOf('select record_id from main_event'), ['record_id'])
  }
  expectSame('main_row_counts', counts, ['table', 'stage', 'la_code', 'event_type', 'rows'])
})

/** DuckDB names a second column person_id:1, which is the text that we asked for. */
const withPerson = (row: Row): Row => ({ ...row, person_id: row['person_id:1'] ?? row['person_id'] })

test('the latest details of every person are those of the official script', async () => {
  await mainTable('raw')
  const rows = await rowsOf(`
    select d.*, cast(d.person_id as varchar) as person_id, d.local_id as la_person_id_latest, h.settled,
      d.birth_month as birth_month_start, d.age as age_at_2026_03_31,
      case when d.age >= 65 then '65 and above' when d.age >= 18 then '18 to 64' when d.age >= 1 then 'Under 18'
        else 'Unknown' end as age_band
    from person_detail d
    left join accommodation h on h.accommodation_status = d.accommodation_status`)
  const [first] = expectedRows('person_details')
  expectSame('person_details', rows.map(withPerson), Object.keys(first ?? {}), ['person_id', 'la_person_id_latest'])
})

async function allFigures() {
  const figures: Row[] = []
  const unknowns: Row[] = []
  for (const span of years) {
    await setPeriod(lake.engine, span, asDescribed)
    await makeMeasures(lake)
    for (const definition of figureFolders.map(definitionOf)) {
      figures.push(
        ...(await figuresOf(lake.engine, definition)).map(figure => ({ ...figure, la_code: figure.council })),
      )
      unknowns.push(...(await unknownsOf(lake.engine, definition)).map(each => ({ ...each, la_code: each.council })))
    }
  }
  const named = figures.map(row => ({ ...row, period_start: row['periodStart'], period_end: row['periodEnd'] }))
  return { figures: named, unknowns }
}

const figureColumns = [
  ...['period', 'period_start', 'period_end', 'la_code'],
  ...['measure', 'breakdown', 'numerator', 'denominator', 'outcome'],
]

test('ASCOF 2A, 2B, 2C, 2E and 3D equal the official scripts, by both keys', async () => {
  for (const [kind, file] of [
    ['cleaned', 'cleaned_key_measures'],
    ['raw', 'measures'],
  ] as const) {
    await mainTable(kind)
    const { figures, unknowns } = await allFigures()
    expectSame(file, figures, figureColumns)
    if (kind === 'raw')
      expectSame('measures_unknowns', unknowns, ['period', 'la_code', 'measure', 'description', 'count'])
  }
})

test('the same people and spells are counted as by the official scripts', async () => {
  await mainTable('raw')
  const found = new Map<string, Row[]>(memberSelects.map(([file]) => [file, []]))
  const outcomes: Row[] = []
  for (const span of years) {
    await setPeriod(lake.engine, span, asDescribed)
    await makeMeasures(lake)
    for (const [file, select] of memberSelects) {
      const sql = `select p.label as period, m.*, cast(m.person_id as varchar) as person from (${select}) m cross join period p`
      found.get(file)?.push(...(await rowsOf(sql)).map(row => ({ ...row, person_id: row['person'] })))
    }
    outcomes.push(...(await rowsOf(definitionOf('ascof-2a').tables['2A-outcomes'] ?? '')))
  }
  for (const [file, rows] of found)
    expectSame(file, rows, ['period', 'measure', 'age_band', 'role', 'la_code', 'person_id', 'detail'], ['person_id'])
  const [first] = expectedRows('ascof_2a_by_outcome')
  const named = outcomes.map(row => ({ ...row, la_code: row['council'] }))
  expectSame('ascof_2a_by_outcome', named, Object.keys(first ?? {}))
})

test('waiting times equal the official script, request by request', async () => {
  for (const [kind, file] of [
    ['cleaned', 'cleaned_key_waiting_times'],
    ['raw', 'waiting_times'],
  ] as const) {
    await mainTable(kind)
    await setPeriod(lake.engine, yearTo('2026-03'), asDescribed)
    await makeSteps(lake, definitionOf('waiting-times'))
    const rows = await rowsOf('select m.*, waits as n from waiting_times_median m')
    expectSame(file, rows, ['la_code', 'quarter_start', 'age_band', 'metric', 'median_days', 'n'])
  }
  const members = await rowsOf('select n.*, cast(person_id as varchar) as person from waiting_times_numerator n')
  const [first] = expectedRows('waiting_times_members')
  const named = members.map(row => ({ ...row, person_id: row['person'] }))
  expectSame('waiting_times_members', named, Object.keys(first ?? {}), ['person_id'])

  const left = async (...reasons: string[]) => {
    const out = reasons.map(reason => `'${reason}'`).join(', ')
    const sql = `select count(*) as n from waiting_times_population
      where record_id not in (select record_id from waiting_times_exclusions where reason in (${out}))`
    return (await rowsOf(sql))[0]?.['n']
  }
  const stageCounts = [
    ['requests of service users from 1 April 2023', await left('')],
    ['aged 25 or over', await left('under 25')],
    ['not existing clients', await left('under 25', 'existing client')],
    ['outcome indicates progress or invalid', await left('under 25', 'existing client', 'nothing was to follow')],
    ['kept after the overlap rule', (await rowsOf('select count(*) as n from waiting_times_kept'))[0]?.['n']],
  ].map(([stage, requests]) => ({ stage, requests }))
  expectSame('waiting_times_stage_counts', stageCounts, ['stage', 'requests'])
})

test('ASCOF 2D equals the official script', async () => {
  await mainTable('raw')
  const [one, two, combinations, members]: Row[][] = [[], [], [], []]
  const percent = (row: Row): Row => ({
    ...row,
    group: row['group_name'],
    outcome_percent:
      row['numerator'] === null || row['denominator'] === null
        ? null
        : Number(roundedText((100 * Number(row['numerator'])) / Number(row['denominator']), 2)),
  })
  for (const span of [yearTo('2025-12'), ...years]) {
    await setPeriod(lake.engine, span, asDescribed)
    await makeSteps(lake, definitionOf('ascof-2d'))
    one?.push(...(await rowsOf('select * from ascof_2d_part1')).map(percent))
    two?.push(...(await rowsOf('select * from ascof_2d_part2')).map(percent))
    combinations?.push(...(await rowsOf('select * from ascof_2d_combinations')))
    members?.push(
      ...(await rowsOf(`
        select distinct p.label as period, '2D(1)' as list, n.area, cast(n.person_id as varchar) as person_id,
          cluster_start || ' to ' || cluster_end || ' | outcome ' || has_died || is_readmitted || has_entered_care as detail
        from ascof_2d_numerator n cross join period p
        union all
        select p.label, '2D(2) denominator', n.area, cast(n.person_id as varchar),
          spell_id || ' | ' || discharge_date || ' | ' || client_type
        from ascof_2d_population n cross join period p`)),
    )
  }
  const counts = ['period', 'area', 'client_type', 'group', 'numerator', 'denominator', 'outcome_percent']
  expectSame('ascof_2d_part1', one ?? [], [...counts, 'died', 'readmitted', 'entered_care'])
  expectSame('ascof_2d_part2', two ?? [], counts)
  expectSame('ascof_2d_combinations', combinations ?? [], [
    'period',
    'area',
    'client_type',
    'died_readmitted_care',
    'clusters',
  ])
  expectSame('members_2d', members ?? [], ['period', 'list', 'area', 'person_id', 'detail'], ['person_id'])
})

/** What a step makes in both years, with the period and the person as text. */
async function inBothYears(variant: Variants['variant'], wanted: Readonly<Record<string, string>>) {
  const found: Record<string, Row[]> = {}
  for (const span of years) {
    await setPeriod(lake.engine, span, { ...asDescribed, variant })
    const cutOff = `${span.end.slice(0, 4)}-05-05`
    await setCutOff(lake.engine, cutOff)
    await makeSaltViews(lake.engine)
    for (const folder of ['salt-lts001', 'salt-lts003', 'salt-lts004', 'salt-sts001', 'salt-sts002a'])
      await makeSteps(lake, definitionOf(folder))
    for (const [name, sql] of Object.entries(wanted)) found[name] = [...(found[name] ?? []), ...(await rowsOf(sql))]
  }
  return found
}

const people = (table: string, columns: string) => `
  select p.label as period, ${columns}, n.la_code, cast(n.person_id as varchar) as person_id
  from ${table} n cross join period p`

test('SALT tables LTS001, LTS003 and LTS004 equal the official scripts', async () => {
  const found = await inBothYears('as-described', {
    salt_lts001: 'select *, table_name as "table" from salt_lts001_count',
    members_lts001: people(
      'salt_lts001_numerator',
      'n.table_name as "table", n.row_value, n.service_type, n.mechanism as delivery_mechanism',
    ),
    salt_lts003: 'select * from salt_lts003_count',
    members_lts003: people('salt_lts003_numerator', `'LTS003' as "table", n.support_provided`),
    salt_lts004: 'select *, table_name as "table" from salt_lts004_count',
    members_lts004: people('salt_lts004_numerator', 'n.table_name as "table", n.gender, n.status'),
  })
  for (const [name, rows] of Object.entries(found)) {
    const [first] = expectedRows(name)
    expectSame(name, rows, Object.keys(first ?? {}), name.startsWith('members') ? ['person_id'] : [])
  }
})

/** How the official scripts write an outcome of each type of record, and its mapped text. */
function asWritten(row: Row): Row {
  const { record_type: type, final_outcome: outcome, category } = row
  const none = outcome === null
  const text =
    type === 2 || type === 3 || none ? outcome : `${type === 4 ? 'No Service Found' : 'No_Chronology'}_${outcome}`
  return { ...row, final_outcome: text, category }
}

test('SALT tables STS001 and STS002a equal the official scripts, and their description where that is asked for', async () => {
  const select = {
    sts001: 'select *, row_count as "rows" from salt_sts001_count',
    sts001_rows: people(
      'salt_sts001_numerator',
      `n.cluster_start, n.cluster_end, n.age as age_at_period_end, n.route_of_access, n.request_outcome, n.record_type,
      n.final_outcome, n.category`,
    ),
    sts002a: 'select *, row_count as "rows" from salt_sts002a_count',
    sts002a_rows: people(
      'salt_sts002a_numerator',
      'n.cluster_start, n.cluster_end, n.outcome, n.record_type, n.final_outcome, n.category',
    ),
  }
  // The mapped text is the category with a prefix; the note is about the comparison.
  const ours = (name: string) =>
    Object.keys(expectedRows(name)[0] ?? {}).filter(column => column !== 'final_outcome_mapped' && column !== 'note')
  for (const [variant, middle] of [
    ['as-described', '_as_described'],
    ['official', ''],
  ] as const) {
    const found = await inBothYears(variant, select)
    for (const [name, rows] of Object.entries(found)) {
      const file = `salt_${name.replace('_rows', '')}${middle}${name.endsWith('_rows') ? '_rows' : ''}`
      expectSame(file, rows.map(asWritten), ours(file), name.endsWith('_rows') ? ['person_id'] : [])
    }
  }
})

test('every expected file was compared', () => {
  // cross_check.csv compares the official port with the other implementation, and holds no result of its own
  expect(expectedFiles.filter(name => !compared.has(name))).toEqual(['cross_check'])
})
