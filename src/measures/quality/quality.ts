/** What is wrong with the records: counts by rule, kind of event and file, and the list to send back. */
import { type Asked, withMainTable } from '../ask.ts'
import { type Engine, quoted } from '../engine.ts'
import { councilCode } from '../explain/council.ts'
import type { LakeQuestions } from '../main-table.ts'
import { breaks } from './broken.ts'
import { type Cost, costsOf } from './cost.ts'
import { type Rule, rules } from './rules.data.ts'

/** How many records a rule is about, and how many of them are wrong. */
type Count = { readonly rows: number; readonly wrong: number }

/** A rule that some records of a council break. */
export type Fault = {
  readonly council: string
  readonly rule: string
  readonly field: string
  readonly says: string
  /** The council's latest file, by kind of event. */
  readonly latest: readonly (Count & { readonly eventType: string })[]
  /** Every file of the council, in the order in which they came. */
  readonly trend: readonly (Count & { readonly file: string; readonly importedAt: string })[]
}

/** A record that breaks a rule: the file and its row find it, the person is a pseudonym. */
export type FaultyRecord = {
  readonly council: string
  readonly file: string
  readonly row: number
  readonly rule: string
  readonly field: string
  readonly says: string
  readonly person: string
  readonly eventType: string
  /** Empty where the event is no service, or does not say which. */
  readonly serviceType: string
  readonly supportReason: string
  readonly eventStart: string
  readonly eventEnd: string
}

export type QualityAnswer = {
  readonly faults: readonly Fault[]
  readonly costs: readonly Cost[]
  /** The faulty records of each council's latest file; empty unless they are asked for. */
  readonly records: readonly FaultyRecord[]
  readonly notes: readonly string[]
}

/**
 * Says what is wrong with the records, and what it does to the measures of the period that is asked for.
 * @param council its code or name; null takes every council
 * @param withCosts whether everything is computed once more for each fault, which takes many times as long
 * @throws Error when there is no such council
 */
export async function askQuality(
  asked: Asked,
  {
    council,
    withRecords,
    withCosts = true,
  }: { readonly council: string | null; readonly withRecords: boolean; readonly withCosts?: boolean },
): Promise<QualityAnswer> {
  return withMainTable(asked, async (lake, notes) => {
    const code = council === null ? null : councilCode(lake.lake.submissions, council)
    const isAsked = (each: { readonly council: string }) => code === null || each.council === code
    await lake.make('quality/row')
    const faults = (await faultsOf(lake)).filter(isAsked)
    const records = withRecords ? (await recordsOf(lake)).filter(isAsked) : []
    if (!withCosts) return { faults, records, costs: [], notes }
    const broken = new Set(faults.map(({ rule }) => rule))
    const costs = await costsOf(
      lake,
      asked,
      rules.filter(({ rule }) => broken.has(rule)),
    )
    return { faults, records, costs: costs.filter(isAsked), notes }
  })
}

async function faultsOf({ engine, lake }: LakeQuestions): Promise<Fault[]> {
  const columns = rules.map(
    (rule, at) =>
      `count(case when ${rule.applies} then 1 end) as rows_${at}, count(case when ${breaks(rule)} then 1 end) as wrong_${at}`,
  )
  const counted = await engine.rows(`
    select submission_no, coalesce(event_type, 'blank') as event_type, ${columns.join(', ')}
    from quality_row
    group by submission_no, coalesce(event_type, 'blank')
    order by event_type`)
  const councils = [...new Set(lake.submissions.map(({ council }) => council))].sort()
  return councils.flatMap(council => {
    const files = lake.submissions
      .filter(each => each.council === council)
      .sort((a, b) => (a.importedAt < b.importedAt ? -1 : 1))
      .map(each => ({ ...each, counts: counted.filter(row => Number(row['submission_no']) === each.number) }))
    return rules.flatMap((rule, at) => {
      const countOf = (row: Readonly<Record<string, unknown>>): Count => ({
        rows: Number(row[`rows_${at}`]),
        wrong: Number(row[`wrong_${at}`]),
      })
      const trend = files.map(({ file, importedAt, counts }) => ({ file, importedAt, ...summed(counts.map(countOf)) }))
      if (trend.every(({ wrong }) => wrong === 0)) return []
      const latest = (files.at(-1)?.counts ?? [])
        .map(row => ({ eventType: String(row['event_type']), ...countOf(row) }))
        .filter(({ rows }) => rows > 0)
      return [{ council, rule: rule.rule, field: rule.field, says: rule.says, latest, trend }]
    })
  })
}

function summed(counts: readonly Count[]): Count {
  return counts.reduce((sum, each) => ({ rows: sum.rows + each.rows, wrong: sum.wrong + each.wrong }), {
    rows: 0,
    wrong: 0,
  })
}

/** The faulty records of each council's latest file. The first row of a file is its heading. */
async function recordsOf({ engine, lake }: LakeQuestions): Promise<FaultyRecord[]> {
  const latest = new Map<string, { number: number; importedAt: string; file: string }>()
  for (const each of lake.submissions)
    if ((latest.get(each.council)?.importedAt ?? '') <= each.importedAt) latest.set(each.council, each)
  const files = new Map([...latest.values()].map(({ number, file }) => [number, file]))
  const of = (rule: Rule) => `select ${quoted(rule.rule)} as rule, submission_no, la_code, place_in_file,
      cast(person_id as varchar) as person, event_type, service_type,
      primary_support_reason, event_start, event_end
    from quality_row
    where submission_no in (${[...files.keys()].join(', ')}) and ${breaks(rule)}`
  const rows = await rowsInOrder(engine, rules.map(of).join(' union all '))
  const byName = new Map(rules.map(rule => [rule.rule, rule]))
  const text = (value: unknown) => (value === null ? '' : String(value))
  return rows.map(row => ({
    council: text(row['la_code']),
    file: files.get(Number(row['submission_no'])) ?? '',
    row: Number(row['place_in_file']) + 2,
    rule: text(row['rule']),
    field: byName.get(text(row['rule']))?.field ?? '',
    says: byName.get(text(row['rule']))?.says ?? '',
    person: text(row['person']),
    eventType: text(row['event_type']),
    serviceType: text(row['service_type']),
    supportReason: text(row['primary_support_reason']),
    eventStart: text(row['event_start']),
    eventEnd: text(row['event_end']),
  }))
}

const rowsInOrder = (engine: Engine, sql: string) =>
  engine.rows(`select * from (${sql}) order by la_code, place_in_file, rule`)
