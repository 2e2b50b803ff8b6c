/** What a fault costs: the measures once more with the fault mended, and the people that this adds and takes away. */
import type { Asked } from '../ask.ts'
import { counts, excess } from '../compared/difference.ts'
import { definitionOf, figureFolders, hasDenominator, tableFolders } from '../definition.ts'
import { countedFigure, type FigureRow, figuresOf, type Member, makeMeasure, membersByBreakdown } from '../figures.ts'
import {
  dropMainTables,
  type LakeQuestions,
  makeMainTable,
  makePersonDetails,
  makeSaltViews,
  setCutOff,
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

type Counted = {
  readonly figure: Pick<FigureRow, 'council' | 'measure' | 'breakdown' | 'numerator' | 'denominator' | 'outcome'>
  readonly isShare: boolean
  readonly numerator: ReadonlyMap<string, number>
  readonly denominator: ReadonlyMap<string, number>
}

/** What each of the rules costs that say how they are mended; needs quality_row, and leaves the tables of the last mend. */
export async function costsOf(lake: LakeQuestions, asked: Asked, broken: readonly Rule[]): Promise<Cost[]> {
  const { engine } = lake
  const [setting] = await engine.rows('select table_start, table_end, cut_off from setting')
  const table = {
    span: { start: String(setting?.['table_start']), end: String(setting?.['table_end']) },
    cutOff: String(setting?.['cut_off']),
    key: asked.key,
    kind: 'joined',
  } as const
  await setCutOff(engine, table.cutOff)
  await makeSaltViews(engine)
  const now = await countedOf(lake)
  await engine.run(`
    create or replace table quality_later as
      select distinct k.record_id, f.submission_no
      from keyed_event k
      join reference_period f on f.la_code = k.la_code and f.ref_no > k.ref_no
      where k.is_cropped;
    alter view record rename to record_as_sent`)
  const costs: Cost[] = []
  for (const rule of broken) {
    if (!rule.mend) continue
    await engine.run(`
      create or replace table quality_faulty as ${faultySql(rule)};
      create or replace view record as ${mendedSql(rule.mend)}`)
    await dropMainTables(engine)
    await makeMainTable(lake, table)
    await makePersonDetails(lake, yearTo(table.span.end.slice(0, 7)))
    await makeSaltViews(engine)
    const mended = await countedOf(lake)
    for (const key of new Set([...now.keys(), ...mended.keys()])) {
      const [before, after] = [now.get(key), mended.get(key)]
      const known = before ?? after
      if (known) costs.push(...costOf(rule, rule.mend, before ?? nobody(known), after ?? nobody(known)))
    }
  }
  return costs
}

/** The records with the faulty ones mended. */
function mendedSql({ with: columns, leftOut, goesOn }: Mend): string {
  if (goesOn)
    return `select * from record_as_sent
      union all by name
      select r.* replace (l.submission_no as submission_no)
      from record_as_sent r
      join quality_later l on l.record_id = r.record_id`
  if (leftOut)
    return 'select * from record_as_sent r where r.record_id not in (select f.record_id from quality_faulty f)'
  const isFaulty = 'r.record_id in (select f.record_id from quality_faulty f)'
  const replaced = Object.entries(columns ?? {}).map(
    ([column, sql]) => `case when ${isFaulty} then ${sql} else r.${column} end as ${column}`,
  )
  return `select r.* replace (${replaced.join(', ')}) from record_as_sent r`
}

/** A group that one of two computations does not have: nobody is in it. */
const nobody = ({ figure, isShare }: Counted): Counted => ({
  figure: { ...figure, numerator: 0, denominator: isShare ? 0 : figure.denominator },
  isShare,
  numerator: new Map(),
  denominator: new Map(),
})

async function countedOf(lake: LakeQuestions): Promise<Map<string, Counted>> {
  const { engine } = lake
  const found = new Map<string, Counted>()
  for (const definition of [...figureFolders, ...tableFolders].map(definitionOf)) {
    await makeMeasure(lake, definition)
    const rows = await figuresOf(engine, definition)
    for (const figure of definition.figures)
      for (const [breakdown, members] of await membersByBreakdown(engine, definition, figure)) {
        const own = rows.filter(each => each.measure === figure.measure && each.breakdown === breakdown)
        for (const row of own) add(found, row, hasDenominator(figure), members)
      }
    for (const each of definition.counted) {
      const figure = await countedFigure(engine, definition, each)
      for (const [breakdown, members] of await membersByBreakdown(engine, definition, figure))
        for (const [council, own] of Map.groupBy(members, member => member.council)) {
          const { measure } = figure
          const row = { council, measure, breakdown, numerator: own.length, denominator: null, outcome: null }
          add(found, row, false, own)
        }
    }
  }
  return found
}

/** Adds a figure with the people whom it counts. */
function add(
  found: Map<string, Counted>,
  figure: Counted['figure'],
  isShare: boolean,
  members: readonly Member[],
): void {
  const own = members.filter(({ council }) => council === figure.council)
  const people = (is: (member: Member) => boolean) => counts(own.filter(is).map(({ person }) => person))
  found.set(`${figure.council} ${figure.measure} ${figure.breakdown}`, {
    figure,
    isShare,
    numerator: people(({ inNumerator }) => inNumerator),
    denominator: people(({ inDenominator }) => inDenominator),
  })
}

function costOf(rule: Rule, mend: Mend, before: Counted, after: Counted): Cost[] {
  const change = (part: 'numerator' | 'denominator'): Change => ({
    now: before.figure[part] ?? 0,
    hidden: excess(after[part], before[part]),
    added: excess(before[part], after[part]),
    ifMended: after.figure[part] ?? 0,
  })
  const numerator = change('numerator')
  const denominator = before.isShare ? change('denominator') : null
  const parts = [numerator, ...(denominator ? [denominator] : [])]
  if (parts.every(({ hidden, added }) => hidden === 0 && added === 0)) return []
  const { council, measure, breakdown, outcome } = before.figure
  return [
    {
      council,
      rule: rule.rule,
      says: rule.says,
      mended: mend.says,
      measure,
      breakdown,
      numerator,
      denominator,
      outcome,
      outcomeIfMended: after.figure.outcome,
    },
  ]
}
