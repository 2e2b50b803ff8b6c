import { type Definition, type Figure, saltFolders } from '../definition.ts'
import type { Row } from '../engine.ts'
import { rowsOf } from '../figures.ts'
import type { Cell } from './table.ts'

/** SALT knows a person without an NHS number by the local identifier alone, the details by council and identifier together. */
const saltDetails = `(
      select la_code, person_id, person_id as detail_id, birth_month, gender, ethnicity, primary_support_reason from person_detail
      union all
      select distinct on (la_code, local_id) la_code, cast(local_id as uuid), person_id, birth_month, gender, ethnicity,
        primary_support_reason
      from person_detail
      where local_id is not null
    )`
const usualDetails = `(
      select la_code, person_id, person_id as detail_id, birth_month, gender, ethnicity, primary_support_reason from person_detail
    )`

/**
 * Counts the rows of a measure by what is known of their people; needs its tables, the details and the areas. The text is read by
 * DuckDB and PostgreSQL.
 * @param where which rows, as the measure's breakdown says it
 */
export function groupCountSql(definition: Definition, figure: Figure, where: string): string {
  const isRate = figure.denominator === 'population'
  const age = 'cast(floor((p.period_end - d.birth_month) / 365.25) as integer)'
  const isSalt = saltFolders.some(each => each === definition.folder)
  return `select n.la_code, ${age} as age, d.gender, d.ethnicity, d.primary_support_reason as reason, a.area,
      count(case when n.is_in_numerator then 1 end) as numerator,
      count(case when n.is_in_denominator then 1 end) as denominator
    from (
      select la_code, person_id, (${figure.numerator}) as is_in_numerator,
        (${isRate ? 'false' : figure.denominator}) as is_in_denominator
      from ${rowsOf(definition, figure)}
      where ${where}
    ) n
    cross join period p
    left join ${isSalt ? saltDetails : usualDetails} d on d.la_code = n.la_code and d.person_id = n.person_id
    left join equalities_living_area a on a.la_code = n.la_code and a.person_id = d.detail_id
    where n.is_in_numerator or n.is_in_denominator
    group by n.la_code, ${age}, d.gender, d.ethnicity, d.primary_support_reason, a.area
    order by n.la_code, age, d.gender, d.ethnicity, reason, a.area`
}

/** A row of that count. */
export function cellOf(row: Row): Cell {
  const text = (name: string) => (row[name] === null || row[name] === undefined ? null : String(row[name]))
  return {
    details: {
      age: row['age'] === null ? null : Number(row['age']),
      gender: text('gender'),
      ethnicity: text('ethnicity'),
      reason: text('reason'),
      area: text('area'),
    },
    numerator: Number(row['numerator']),
    denominator: Number(row['denominator']),
  }
}
