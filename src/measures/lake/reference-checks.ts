/** What is wrong in the rows of a table beside the records, told by file, row and column; never by what stands there. */
import type { Problem } from '../../intake/grid.ts'
import { type Engine, quoted } from '../engine.ts'
import { groupPopulationFault } from '../equalities/populations.ts'
import type { ReferenceKind } from './lake.ts'
import { problem } from './submission-checks.ts'

/** So many problems of one kind are told. */
const toldAtMost = 20

/** The problems of a table's rows. @param parquet what was kept of it, a row for each of the file's */
export async function referenceProblems(
  engine: Engine,
  kind: ReferenceKind,
  file: string,
  parquet: string,
): Promise<Problem[]> {
  const rows = `(select file_row_number + 2 as row_no, * from read_parquet(${quoted(parquet)}, file_row_number = true))`
  if (kind === 'postcodes') return postcodeProblems(engine, file, rows)
  return kind === 'group-populations' ? groupProblems(engine, file, rows) : []
}

/** A look-up that could give two areas, none, or the postcode itself. */
async function postcodeProblems(engine: Engine, file: string, rows: string): Promise<Problem[]> {
  const [counted] = await engine.rows(
    `select count(*) as found from ${rows} where postcode is not null and area_code is not null`,
  )
  if (Number(counted?.['found']) === 0)
    return [problem(file, 'error', 'no-areas', 'the look-up holds no postcode with an area')]
  const isPostcode = (column: string) =>
    `regexp_full_match(plain_postcode(${column}), '[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}')`
  const checks: readonly (readonly [code: string, says: (other: number) => string, select: string])[] = [
    [
      'postcode-twice',
      other => `the postcode of row ${other} is there again, in another area`,
      `select max(row_no) as row_no, min(row_no) as other from ${rows} where area_code is not null
        group by postcode having postcode is not null and min(area_code) <> max(area_code)`,
    ],
    [
      'area-named-twice',
      other => `the area of row ${other} is there again by the same code, with another name`,
      `select max(row_no) as row_no, min(row_no) as other from ${rows} where postcode is not null
        group by area_code having min(area_name) <> max(area_name)`,
    ],
    [
      'area-is-postcode',
      () => 'the area is a postcode: postcodes are not kept, so that an area must be larger than one',
      `select row_no, 0 as other from ${rows} where ${isPostcode('area_code')} or ${isPostcode('area_name')}`,
    ],
    [
      'no-postcode',
      () => 'the postcode is missing',
      `select row_no, 0 as other from ${rows} where postcode is null and area_code is not null`,
    ],
  ]
  const problems: Problem[] = []
  for (const [code, says, select] of checks)
    for (const row of await engine.rows(`${select} order by 1 limit ${toldAtMost}`))
      problems.push(problem(file, 'error', code, says(Number(row['other'])), Number(row['row_no'])))
  return problems
}

/** Inhabitants of no group, of a group twice, or of no number. */
async function groupProblems(engine: Engine, file: string, rows: string): Promise<Problem[]> {
  const found = await engine.rows(
    `select row_no, la_code, dimension, group_name, age_band, population_text,
      min(row_no) over (partition by la_code, dimension, group_name, age_band) as first_row
    from ${rows} order by row_no`,
  )
  if (found.length === 0) return [problem(file, 'error', 'no-rows', 'the table holds no rows')]
  const problems = found.flatMap(row => {
    const text = (name: string) => String(row[name] ?? '')
    const told = (code: string, says: string) => [problem(file, 'error', code, says, Number(row['row_no']))]
    if (text('la_code') === '') return told('no-council', 'the code of the council is missing')
    const fault = groupPopulationFault({
      dimension: text('dimension'),
      group: text('group_name'),
      ageBand: text('age_band'),
      population: text('population_text'),
    })
    if (fault !== null) return told('wrong-group', fault)
    return row['first_row'] === row['row_no'] ? [] : told('group-twice', `row ${row['first_row']} says it already`)
  })
  return problems.slice(0, toldAtMost)
}
