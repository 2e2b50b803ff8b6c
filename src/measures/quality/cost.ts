/**
 * What a fault costs: the measures once more with the fault mended, and the people that this adds and takes away. A fault changes
 * what is counted of those alone who have a faulty record, or who share an identifier with somebody who has: the measures are
 * computed once of everybody, and then of them.
 */
import type { Asked } from '../ask.ts'
import {
  type CountedBy,
  type Definition,
  definitionOf,
  type Figure,
  figureFolders,
  hasDenominator,
  tableFolders,
  tableOf,
} from '../definition.ts'
import { type Engine, quoted, type Row } from '../engine.ts'
import { makeMeasures, outcomeOf, rowsOf } from '../figures.ts'
import {
  dropMainTables,
  type LakeQuestions,
  makeMainTable,
  makePersonDetails,
  makeSaltViews,
  setCutOff,
  type TableAsked,
} from '../main-table.ts'
import { yearTo } from '../period.ts'
import { faultySql } from './broken.ts'
import type { Mend, Rule } from './rules.data.ts'

/** A figure that a fault changes. As it is + hidden − added gives what it would be if the fault were mended. */
export type Cost = {
  readonly council: string
  readonly rule: string
  readonly says: string
  /** What is taken to be so, once it is mended. */
  readonly mended: string
  readonly measure: string
  readonly breakdown: string
  readonly numerator: Change
  /** null where the denominator is the population. */
  readonly denominator: Change | null
  readonly outcome: number | null
  readonly outcomeIfMended: number | null
}

type Change = {
  readonly now: number
  /** People (or spells of them) whom the fault hides. */
  readonly hidden: number
  /** People (or spells of them) who are counted by the fault alone. */
  readonly added: number
  readonly ifMended: number
}

/** Whose records are computed again: everybody's gives the same costs, and takes as long as the measures for each fault. */
type Among = 'touched' | 'everybody'

/** What each of the rules costs that say how they are mended; needs quality_row, and leaves the tables of the last mend. */
export async function costsOf(
  lake: LakeQuestions,
  asked: Asked,
  broken: readonly Rule[],
  among: Among = 'touched',
): Promise<Cost[]> {
  const { engine } = lake
  const parts = [...figureFolders, ...tableFolders].map(definitionOf).flatMap(partsOf)
  const table = await tableAsked(engine, asked)
  await setCutOff(engine, table.cutOff)
  await makeSaltViews(engine)
  await countPeople(lake, parts, 'quality_now')
  const now = await totalsOf(engine)
  await engine.run(`
    create or replace table quality_later as
      select distinct k.record_id, f.submission_no
      from keyed_event k
      join reference_period f on f.la_code = k.la_code and f.ref_no > k.ref_no
      where k.is_cropped;
    alter view record rename to record_as_sent;
    create or replace table quality_tie as ${tieSql}`)
  const costs: Cost[] = []
  for (const rule of broken) {
    if (!rule.mend) continue
    await engine.run(`
      create or replace table quality_faulty as ${faultySql(rule)};
      create or replace table quality_touched as ${touchedSql(among)};
      create or replace table quality_record as
        select * from record_as_sent r where r.person_id in (select t.person_id from quality_touched t);
      create or replace table quality_mended_record as ${mendedSql(rule.mend)};
      create or replace view record as select * from quality_mended_record`)
    await dropMainTables(engine)
    await makeMainTable(lake, table)
    await makePersonDetails(lake, yearTo(table.span.end.slice(0, 7)))
    await makeSaltViews(engine)
    await countPeople(lake, parts, 'quality_mended')
    for (const row of await engine.rows(changedSql)) {
      const part = parts[Number(row['part'])]
      if (part) costs.push(costOf(rule, rule.mend, part, now, row))
    }
  }
  return costs
}

/** The main table that is set. */
async function tableAsked(engine: Engine, { key }: Asked): Promise<TableAsked> {
  const [setting] = await engine.rows('select table_start, table_end, cut_off from setting')
  return {
    span: { start: String(setting?.['table_start']), end: String(setting?.['table_end']) },
    cutOff: String(setting?.['cut_off']),
    key,
    kind: 'joined',
  }
}

/**
 * Which people share an identifier, both ways round: of the records of one person, whose NHS number or local identifier another
 * may have too, and whom a carer's records name.
 */
const tieSql = `
  with named as (
    select distinct person_id,
      unnest([nhs_id, local_id, adult_1_linked_person_id, adult_2_linked_person_id, adult_3_linked_person_id]) as identifier
    from record_as_sent
    where person_id is not null
  ),
  other as (select person_id, identifier from named where identifier <> person_id)
  select person_id as one, identifier as other from other
  union
  select identifier, person_id from other`

/** The identifiers of everybody whom the faulty records touch. */
const touchedSql = (among: Among): string => {
  const records = among === 'everybody' ? '' : 'join quality_faulty f on f.record_id = r.record_id'
  return `
    with recursive touched as (
      select distinct r.person_id from record_as_sent r ${records} where r.person_id is not null
      union
      select s.other from touched t join quality_tie s on s.one = t.person_id
    )
    select person_id from touched`
}

/** The records of those who are touched, with the faulty ones mended. */
function mendedSql({ with: columns, leftOut, goesOn }: Mend): string {
  if (goesOn)
    return `select * from quality_record
      union all by name
      select r.* replace (l.submission_no as submission_no)
      from quality_record r
      join quality_later l on l.record_id = r.record_id`
  if (leftOut)
    return 'select * from quality_record r where r.record_id not in (select f.record_id from quality_faulty f)'
  const isFaulty = 'r.record_id in (select f.record_id from quality_faulty f)'
  const replaced = Object.entries(columns ?? {}).map(
    ([column, sql]) => `case when ${isFaulty} then ${sql} else r.${column} end as ${column}`,
  )
  return `select r.* replace (${replaced.join(', ')}) from quality_record r`
}

/** What is counted: a figure with its breakdowns, or a table by its labels, which are breakdowns too. */
type Part = { readonly measure: string; readonly figure: Figure | null; readonly selects: readonly string[] }

const partsOf = (definition: Definition): Part[] => [
  ...definition.figures.map(figure => ({
    measure: figure.measure,
    figure,
    selects: Object.entries(figure.breakdowns).map(([breakdown, where], at) =>
      peopleSql({
        place: at,
        breakdown: quoted(breakdown),
        from: `${rowsOf(definition, figure)} where ${where}`,
        numerator: figure.numerator,
        denominator: hasDenominator(figure) ? figure.denominator : 'false',
      }),
    ),
  })),
  ...definition.counted.map(counted => ({
    measure: counted.measure,
    figure: null,
    selects: [labelledSql(definition, counted, 0, quoted('Total')), labelledSql(definition, counted, 1, counted.label)],
  })),
]

function labelledSql({ folder }: Definition, { where }: CountedBy, place: number, breakdown: string): string {
  const from = `${tableOf(folder, 'numerator')} where ${where}`
  return peopleSql({ place, breakdown, from, numerator: 'true', denominator: 'false' })
}

type People = {
  readonly place: number
  readonly breakdown: string
  readonly from: string
  readonly numerator: string
  readonly denominator: string
}

/** How often each person is counted: somebody may be for several spells. */
const peopleSql = ({ place, breakdown, from, numerator, denominator }: People): string => `
  select ${place} as breakdown_place, ${breakdown} as breakdown, la_code, person_id,
    count(case when (${numerator}) then 1 end) as numerator, count(case when (${denominator}) then 1 end) as denominator
  from ${from}
  group by all`

/** Makes every measure, and a table of how often each figure counts whom. */
async function countPeople(lake: LakeQuestions, parts: readonly Part[], into: string): Promise<void> {
  await makeMeasures(lake, [...figureFolders, ...tableFolders])
  const selects = parts.flatMap((part, at) => part.selects.map(select => `select ${at} as part, * from (${select})`))
  await lake.engine.run(`create or replace table ${into} as ${selects.join(' union all ')}`)
}

/** The counts of everybody, by council, figure and breakdown, and the population that they are divided by. */
type Totals = {
  readonly counted: ReadonlyMap<string, { readonly numerator: number; readonly denominator: number }>
  readonly population: ReadonlyMap<string, number>
}

async function totalsOf(engine: Engine): Promise<Totals> {
  const counted = await engine.rows(`
    select la_code, part, breakdown, sum(numerator) as numerator, sum(denominator) as denominator
    from quality_now
    group by la_code, part, breakdown`)
  const population = await engine.rows(
    'select la_code, age_band, sum(population) as inhabitants from population group by la_code, age_band',
  )
  return {
    counted: new Map(
      counted.map(row => [
        `${row['la_code']} ${row['part']} ${row['breakdown']}`,
        { numerator: Number(row['numerator']), denominator: Number(row['denominator']) },
      ]),
    ),
    population: new Map(population.map(row => [`${row['la_code']} ${row['age_band']}`, Number(row['inhabitants'])])),
  }
}

/** Whom the mended records add to each figure, and whom they take away. */
const changedSql = `
  with touched_now as (
    select n.* from quality_now n where n.person_id in (select t.person_id from quality_touched t)
  ),
  changed as (
    select
      coalesce(n.part, m.part) as part,
      coalesce(n.breakdown_place, m.breakdown_place) as breakdown_place,
      coalesce(n.breakdown, m.breakdown) as breakdown,
      coalesce(n.la_code, m.la_code) as la_code,
      coalesce(m.numerator, 0) - coalesce(n.numerator, 0) as numerator,
      coalesce(m.denominator, 0) - coalesce(n.denominator, 0) as denominator
    from touched_now n
    full join quality_mended m
      on m.part = n.part and m.breakdown = n.breakdown and m.la_code = n.la_code and m.person_id = n.person_id
  )
  select part, breakdown_place, breakdown, la_code,
    sum(greatest(numerator, 0)) as hidden_numerator,
    sum(greatest(-numerator, 0)) as added_numerator,
    sum(greatest(denominator, 0)) as hidden_denominator,
    sum(greatest(-denominator, 0)) as added_denominator
  from changed
  where numerator <> 0 or denominator <> 0
  group by part, breakdown_place, breakdown, la_code
  order by part, breakdown_place, breakdown, la_code`

function costOf(rule: Rule, mend: Mend, { measure, figure }: Part, { counted, population }: Totals, row: Row): Cost {
  const [council, breakdown] = [String(row['la_code']), String(row['breakdown'])]
  const now = counted.get(`${council} ${row['part']} ${breakdown}`)
  const change = (part: 'numerator' | 'denominator'): Change => {
    const [hidden, added] = [Number(row[`hidden_${part}`]), Number(row[`added_${part}`])]
    const before = now?.[part] ?? 0
    return { now: before, hidden, added, ifMended: before + hidden - added }
  }
  const numerator = change('numerator')
  const denominator = figure && hasDenominator(figure) ? change('denominator') : null
  const outcome = (when: 'now' | 'ifMended'): number | null => {
    if (!figure) return null
    const inhabitants = figure.denominator === 'population' ? population.get(`${council} ${breakdown}`) : undefined
    return outcomeOf(numerator[when], denominator ? denominator[when] : (inhabitants ?? null), figure)
  }
  return {
    council,
    rule: rule.rule,
    says: rule.says,
    mended: mend.says,
    measure,
    breakdown,
    numerator,
    denominator,
    outcome: outcome('now'),
    outcomeIfMended: outcome('ifMended'),
  }
}
