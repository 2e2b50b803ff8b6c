/** How a measure came about: its own steps of SQL, and how many rows each of them leaves. */
import { type Asked, withMeasure } from '../ask.ts'
import { type Definition, type Figure, hasDenominator, type ToldStep, tableOf } from '../definition.ts'
import { type Engine, quoted } from '../engine.ts'
import { type FigureRow, figuresOf, rowsOf } from '../figures.ts'
import { measureText } from '../sql-text.ts'
import { councilCode } from './council.ts'
import { figureOf, measureNamed } from './measure-named.ts'

/** One step on the way to a figure: what it takes out (or starts with), and what is left after it. */
type Step = {
  readonly kind: 'start' | 'kept' | 'excluded' | 'merged' | 'group' | 'denominator' | 'numerator'
  readonly what: string
  readonly change: number
  readonly left: number
}

/** A figure of one council with the steps that led to it; what is left after the last one is the numerator. */
export type Explanation = FigureRow & { readonly counts: string; readonly steps: readonly Step[] }

export type ExplainAnswer = { readonly explanations: readonly Explanation[]; readonly notes: readonly string[] }

/**
 * Explains a measure for one council, or for all.
 * @param council its code or name; null takes every council
 * @throws Error when there is no such measure or council
 */
export async function askExplanation(asked: Asked, measure: string, council: string | null): Promise<ExplainAnswer> {
  const named = measureNamed(measure)
  return withMeasure(asked, named.definition, async (lake, notes) => {
    const code = council === null ? null : councilCode(lake.lake.submissions, council)
    const all = await explain(lake.engine, named.definition, await figureOf(lake.engine, named))
    return { explanations: all.filter(each => code === null || each.council === code), notes }
  })
}

/** The explanations of a figure, for every council and breakdown; needs the tables of its measure. */
async function explain(engine: Engine, definition: Definition, figure: Figure): Promise<Explanation[]> {
  const figures = await figuresOf(engine, { ...definition, figures: [figure] })
  const toRows = await countsToRows(engine, definition, figure)
  const groups = await groupsOf(engine, definition, figure)
  return figures.map(row => {
    const own = toRows.map(({ counts, ...step }) => ({ ...step, count: counts.get(row.council) ?? 0 }))
    const group = groups.filter(each => each.council === row.council && each.breakdown === row.breakdown)
    return { ...row, counts: figure.counts, steps: running([...own, ...stepsInGroup(group, figure, row)]) }
  })
}

type Counted = Pick<Step, 'kind' | 'what'> & {
  readonly count: number
  /** Whether the count says how many there are after the step; otherwise how many the step takes out. */
  readonly isLeft: boolean
}

function running(counted: readonly Counted[]): Step[] {
  let left = 0
  const steps = counted.map(({ kind, what, count, isLeft }) => {
    const change = isLeft ? count - left : -count
    left += change
    return { kind, what, change, left }
  })
  return steps.filter(({ kind, change }) => change !== 0 || (kind !== 'merged' && kind !== 'excluded'))
}

type CountedByCouncil = Omit<Counted, 'count'> & { readonly counts: ReadonlyMap<string, number> }

/** The steps up to the rows that a figure counts. */
async function countsToRows(engine: Engine, definition: Definition, figure: Figure): Promise<CountedByCouncil[]> {
  const { folder, steps } = definition
  const told: readonly ToldStep[] =
    figure.told ?? [...steps.slice(0, steps.indexOf('exclusions') + 1), 'numerator'].map(step => ({ step }))
  const found: CountedByCouncil[] = []
  for (const [at, { step, where, says }] of told.entries()) {
    if (step === 'exclusions') {
      found.push(...(await excluded(engine, folder, told[at - 1]?.step ?? 'population')))
      continue
    }
    const counts = await countsOf(
      engine,
      `select la_code, count(*) as row_count from ${tableOf(folder, step)} where ${where ?? 'true'} group by la_code`,
    )
    const isMerged = at === told.length - 1 && says === undefined
    const what = says ?? (isMerged ? 'each of them counted once' : saysOf(folder, step))
    found.push({ kind: at === 0 ? 'start' : isMerged ? 'merged' : 'kept', what, counts, isLeft: true })
  }
  return found
}

/** How many rows of a step each reason for leaving one out takes away. */
async function excluded(engine: Engine, folder: string, from: string): Promise<CountedByCouncil[]> {
  const found: CountedByCouncil[] = []
  const reasons = await reasonsOf(engine, folder)
  const keys = await keysOf(engine, folder)
  for (const [at, reason] of reasons.entries()) {
    const counts = await countsOf(
      engine,
      excludedSql(tableOf(folder, from), folder, keys, reason, reasons.slice(0, at)),
    )
    found.push({ kind: 'excluded', what: reason, counts, isLeft: false })
  }
  return found
}

async function countsOf(engine: Engine, sql: string): Promise<ReadonlyMap<string, number>> {
  return new Map((await engine.rows(sql)).map(row => [String(row['la_code']), Number(row['row_count'])]))
}

/** What a step keeps, in the words of the first sentence of its file. */
function saysOf(folder: string, step: string): string {
  const comment = measureText(`${folder}/${step}.sql`)
    .split('\n')
    .filter(line => line.startsWith('--'))
    .map(line => line.slice(2).trim())
    .join(' ')
  return comment.split(/\.(?: |$)/)[0] ?? comment
}

/** The reasons for leaving a row out, in the order in which exclusions.sql names them: of several, the first counts. */
async function reasonsOf(engine: Engine, folder: string): Promise<string[]> {
  const text = measureText(`${folder}/exclusions.sql`)
  const rows = await engine.rows(`select distinct reason from ${tableOf(folder, 'exclusions')}`)
  const place = (reason: string) => text.indexOf(quoted(reason))
  return rows.map(row => String(row['reason'])).sort((a, b) => place(a) - place(b))
}

/** The columns by which an exclusion finds its row of the population. */
async function keysOf(engine: Engine, folder: string): Promise<string[]> {
  const columns = await engine.rows(`describe ${tableOf(folder, 'exclusions')}`)
  return columns.map(column => String(column['column_name'])).filter(name => name !== 'reason')
}

/** Counts the rows that go for a reason and for none of those before it. */
function excludedSql(
  from: string,
  folder: string,
  keys: readonly string[],
  reason: string,
  before: readonly string[],
): string {
  const among = (reasons: readonly string[]) => `exists (
    select 1 from ${tableOf(folder, 'exclusions')} x
    where ${keys.map(key => `x.${key} = p.${key}`).join(' and ')} and x.reason in (${reasons.map(quoted).join(', ')}))`
  return `select p.la_code, count(*) as row_count from ${from} p
    where ${among([reason])}${before.length > 0 ? ` and not ${among(before)}` : ''}
    group by p.la_code`
}

type Group = {
  readonly council: string
  readonly breakdown: string
  readonly inDenominator: boolean
  readonly inNumerator: boolean
  readonly told: string
  readonly count: number
}

/** The rows of each breakdown by whether they are in the denominator and in the numerator, and why. */
async function groupsOf(engine: Engine, definition: Definition, figure: Figure): Promise<Group[]> {
  const isCounted = hasDenominator(figure)
  const groups: Group[] = []
  for (const [breakdown, where] of Object.entries(figure.breakdowns)) {
    const rows = await engine.rows(`
      select la_code, coalesce(${isCounted ? `(${figure.denominator})` : 'true'}, false) as in_denominator,
        coalesce((${figure.numerator}), false) as in_numerator,
        ${figure.toldBy ? `coalesce(${figure.toldBy}, 'not known')` : `''`} as told, count(*) as row_count
      from ${rowsOf(definition, figure)}
      where ${where}
      group by all
      order by row_count desc, told`)
    for (const row of rows)
      groups.push({
        council: String(row['la_code']),
        breakdown,
        inDenominator: row['in_denominator'] === true,
        inNumerator: row['in_numerator'] === true,
        told: String(row['told']),
        count: Number(row['row_count']),
      })
  }
  return groups
}

/** The steps from all rows of a council to those of one breakdown, its denominator and its numerator. */
function stepsInGroup(groups: readonly Group[], figure: Figure, row: FigureRow): Counted[] {
  const total = (some: readonly Group[]) => some.reduce((sum, { count }) => sum + count, 0)
  const outside = groups.filter(group => !group.inDenominator)
  const inside = groups.filter(group => group.inDenominator)
  const without = inside.filter(group => !group.inNumerator)
  const because = (why: string, some: readonly Group[]): Counted[] =>
    some.map(({ told, count }) => ({
      kind: 'excluded',
      what: told === '' ? why : `${why}: ${told}`,
      count,
      isLeft: false,
    }))
  const denominator: Counted[] = hasDenominator(figure)
    ? [
        ...because('not in the denominator', outside),
        { kind: 'denominator', what: 'the denominator', count: total(inside), isLeft: true },
      ]
    : []
  return [
    { kind: 'group', what: `of the group ${row.breakdown}`, count: total(groups), isLeft: true },
    ...denominator,
    ...because('not in the numerator', without),
    { kind: 'numerator', what: 'the numerator', count: total(inside) - total(without), isLeft: true },
  ]
}
