/** A council's own figures beside those that a publisher printed, and what explains the difference, each cause computed again. */
import { type Asked, missingReferences, tooLate, withMainTable } from '../ask.ts'
import { definitionOf, type Figure, figureFolders } from '../definition.ts'
import type { Engine } from '../engine.ts'
import { councilCode } from '../explain/council.ts'
import { type FigureRow, figuresOf, makeMeasure, makeMeasures, outcomeOf } from '../figures.ts'
import { readLake, type Submission } from '../lake/lake.ts'
import { cutOffAfter, dropMainTables, type LakeQuestions, makeMainTable, makePersonDetails } from '../main-table.ts'
import { daysLater, type Span, yearTo } from '../period.ts'
import { type Cause, causes } from './causes.data.ts'
import { publishedMeasures } from './published.data.ts'

/** What a publisher printed of a council for the year. */
export type Published = {
  /** The indicator's slug, and whose figure it is. */
  readonly indicator: string
  readonly owner: string
  /** The owner's name. */
  readonly publisher: string
  readonly value: number
  readonly numerator: number | null
  readonly denominator: number | null
  readonly document: string
}

/** The published figures of a council, and those of the whole country. */
export type PublishedOf = { readonly own: readonly Published[]; readonly national: readonly Published[] }

type Counts = { readonly numerator: number; readonly denominator: number | null }
type Own = Counts & { readonly value: number | null }

const countsOf = ({ numerator, denominator }: Counts): Counts => ({ numerator, denominator })

/** A cause that was tried: the figure as it would be, and how much of the difference that takes away. */
type Tried = {
  readonly cause: string
  readonly says: string
  readonly figure: Own
  /** The figure less the council's own. */
  readonly change: number | null
  /** The share of the difference that this explains: 1 all of it, below 0 where it makes the difference larger; null where there is none. */
  readonly explains: number | null
}

export type Reconciled = {
  readonly measure: string
  readonly breakdown: string
  readonly unit: Figure['unit']
  readonly decimals: number
  readonly own: Own
  readonly published: Published | null
  /** The same measure of the whole country. */
  readonly national: Published | null
  /** The council's own less the published value. */
  readonly difference: number | null
  /** Whether rounding alone can make the difference: of the value, or of published counts to the nearest five. */
  readonly isWithinRounding: boolean
  readonly tried: readonly Tried[]
}

export type Reconciliation = {
  readonly council: string
  readonly period: Span
  /** Files that came by this day make the council's own figures. */
  readonly cutOff: string
  readonly measures: readonly Reconciled[]
  /** Causes that could not be tried, and why; what else must be known. */
  readonly notes: readonly string[]
}

/**
 * Sets a council's figures of a year beside the published ones, and tries each cause of a difference.
 * @param asked its span is the year; its cut-off day, where none is said, the national one: 35 days after the year's end
 * @param published what was printed for the year: of this council, and of the country
 * @throws Error when the records do not cover the year, or there is no such council
 */
export async function askReconciliation(
  asked: Asked & { readonly span: Span },
  said: string,
  { own: published, national }: PublishedOf,
): Promise<Reconciliation> {
  const { submissions } = readLake(asked.home)
  const council = councilCode(submissions, said)
  const cutOff = asked.cutOff ?? cutOffAfter(asked.span.end)
  const base = { ...asked, cutOff }
  const { figures: own, notes } = await withMainTable(base, async (lake, told) => {
    const notes = [...notesOf(council, submissions, cutOff, told), ...about2d(lake), notPublished]
    return { figures: await ownFigures(lake, council), notes }
  })
  const small = smallFiles(submissions.filter(each => each.council === council))
  const tried: { cause: Cause; figures: readonly FigureRow[] }[] = []
  for (const cause of causes) {
    const why = needless(cause, base, small)
    if (why) notes.push(`Not tried, ${cause.cause}: ${why}`)
    else tried.push({ cause, figures: await figuresUnder(cause, base, council, small) })
  }
  const measures = publishedMeasures.flatMap(({ measure, breakdown, indicators }) => {
    const definition = definitionOfMeasure(measure)
    const mine = own.find(each => each.measure === measure && each.breakdown === breakdown)
    if (!mine || !definition) return []
    const first = (all: readonly Published[]) =>
      indicators.flatMap(slug => all.filter(({ indicator }) => indicator === slug))[0] ?? null
    const same = tried.flatMap(({ cause, figures }) => {
      const figure = figures.find(each => each.measure === measure && each.breakdown === breakdown)
      return figure ? [{ cause, figure }] : []
    })
    return [{ ...reconciled(mine, definition, first(published), same), national: first(national) }]
  })
  return { council, period: asked.span, cutOff, measures, notes }
}

/** What is told of all councils, as it is of one: of the files that came too late and the quarters that are missing its own only. */
function notesOf(council: string, all: readonly Submission[], cutOff: string, told: readonly string[]): string[] {
  const late = tooLate(all, cutOff)
  const own = tooLate(
    all.filter(each => each.council === council),
    cutOff,
  )
  const isOthers = (note: string) => note.startsWith('Council ') && !note.startsWith(`Council ${council} `)
  return [...told.filter(note => !late.includes(note) && !isOthers(note)), ...own]
}

const notPublished =
  'Waiting times and SALT tables are not set beside published figures: what publishers print of them is no indicator of the register. The commands “cld waiting-times” and “cld table” give the council’s own, to compare by hand'

/** Of which months the published figures of ASCOF 2D are, or what keeps the council's own from being computed. */
function about2d(lake: LakeQuestions): string[] {
  return missingReferences(lake).length > 0
    ? [
        'ASCOF 2D is left out: it needs tables of hospital spells, areas and councils, and not all of them were imported',
      ]
    : [
        'The national tables of ASCOF 2D run a quarter behind: “cld table 2D(1) --as-at 2024-12” gives the own figure of such months, here of 2024',
      ]
}

const ascof2d = definitionOf('ascof-2d')

/** ASCOF 2D(2), of which the measure's table has the counts: spells of reablement that the council gave, of its discharges. */
const offered: Figure = {
  measure: 'ASCOF 2D(2)',
  counts: 'discharges',
  unit: 'percent',
  decimals: 2,
  numerator: '',
  denominator: '',
  breakdowns: {},
}

function definitionOfMeasure(measure: string): Figure | undefined {
  const figures = [...figureFolders.flatMap(folder => definitionOf(folder).figures), ...ascof2d.figures, offered]
  return figures.find(each => each.measure === measure)
}

/** The figures of a council under what is set; those of ASCOF 2D where the tables that it needs were imported. */
async function ownFigures(lake: LakeQuestions, council: string): Promise<FigureRow[]> {
  const { engine } = lake
  await makeMeasures(lake)
  const has2d = missingReferences(lake).length === 0
  if (has2d) await makeMeasure(lake, ascof2d)
  const rows: FigureRow[] = []
  for (const definition of [...figureFolders.map(definitionOf), ...(has2d ? [ascof2d] : [])])
    rows.push(...(await figuresOf(engine, definition)))
  return [...rows, ...(has2d ? await offeredBy(engine) : [])].filter(each => each.council === council)
}

async function offeredBy(engine: Engine): Promise<FigureRow[]> {
  const rows = await engine.rows(`
    select n.la_code, t.period, p.period_start, p.period_end, coalesce(t.numerator, 0) as numerator,
      coalesce(t.denominator, 0) as denominator
    from ascof_2d_part2 t
    join council_name n on n.la_name = t.area
    cross join period p
    where t.client_type = 'Total' and t.group_name = 'Total'`)
  return rows.map(row => {
    const [numerator, denominator] = [Number(row['numerator']), Number(row['denominator'])]
    return {
      period: String(row['period']),
      periodStart: String(row['period_start']),
      periodEnd: String(row['period_end']),
      council: String(row['la_code']),
      measure: offered.measure,
      breakdown: 'Total',
      numerator,
      denominator,
      outcome: outcomeOf(numerator, denominator, offered),
    }
  })
}

/** Why a cause need not or cannot be tried; null where it is. */
function needless({ asked, records, cutOffDays }: Cause, base: Asked, small: readonly Submission[]): string | null {
  if (records === 'no small files' && small.length === 0)
    return 'no file holds less than half as many records as the council’s files usually do'
  const isSame = asked && Object.entries(asked).every(([name, value]) => base[name as keyof typeof asked] === value)
  if (isSame) return 'the council’s own figures are computed so already'
  if (typeof cutOffDays === 'number' && base.span !== null) {
    const later = daysLater(base.span.end, cutOffDays)
    if (base.cutOff !== null && later <= base.cutOff)
      return `the council’s own figures use files up to ${base.cutOff} already`
  }
  return null
}

/** A file is small with less than half as many records as the middle one of its council. */
function smallFiles(submissions: readonly Submission[]): Submission[] {
  const sizes = submissions.map(({ rows }) => rows).sort((a, b) => a - b)
  const middle = sizes[Math.floor(sizes.length / 2)] ?? 0
  return submissions.filter(({ rows }) => rows < middle / 2)
}

async function figuresUnder(
  { asked, cutOffDays, records }: Cause,
  base: Asked & { readonly span: Span },
  council: string,
  small: readonly Submission[],
): Promise<FigureRow[]> {
  const cutOff =
    cutOffDays === undefined ? base.cutOff : cutOffDays === 'all' ? null : daysLater(base.span.end, cutOffDays)
  return withMainTable({ ...base, ...asked, cutOff }, async lake => {
    if (records) await retell(lake, base, records, small)
    return ownFigures(lake, council)
  })
}

/** Makes the main table again from records that say something else. */
async function retell(
  lake: LakeQuestions,
  { key }: Asked,
  records: NonNullable<Cause['records']>,
  small: readonly Submission[],
): Promise<void> {
  const { engine } = lake
  const [setting] = await engine.rows('select table_start, table_end, cut_off from setting')
  const span = { start: String(setting?.['table_start']), end: String(setting?.['table_end']) }
  if (records === 'no deaths')
    await engine.run(`
      alter view record rename to record_as_sent;
      create view record as select r.* replace (cast(null as date) as date_of_death) from record_as_sent r`)
  else
    await engine.run(`delete from submission where submission_no in (${small.map(({ number }) => number).join(', ')})`)
  await dropMainTables(engine)
  await makeMainTable(lake, { span, cutOff: String(setting?.['cut_off']), key, kind: 'joined' })
  await makePersonDetails(lake, yearTo(span.end.slice(0, 7)))
}

type Same = { readonly cause: Cause; readonly figure: FigureRow }

function reconciled(
  own: FigureRow,
  figure: Figure,
  published: Published | null,
  same: readonly Same[],
): Omit<Reconciled, 'national'> {
  const exact = ({ numerator, denominator }: Counts) =>
    denominator === null || denominator === 0
      ? null
      : (numerator * (figure.unit === 'percent' ? 100 : 100_000)) / denominator
  const mine = exact(own)
  const difference = mine === null || published === null ? null : mine - published.value
  const triedAs = (cause: string, says: string, counts: Counts): Tried => {
    const value = exact(counts)
    const change = value === null || mine === null ? null : value - mine
    const explains = change === null ? null : shareExplained(difference, change)
    return { cause, says, figure: { value, ...counts }, change, explains }
  }
  const inhabitants = figure.denominator === 'population' ? (published?.denominator ?? null) : null
  const tried = [
    ...(inhabitants === null
      ? []
      : [
          triedAs('inhabitants', 'with the publisher’s number of inhabitants', {
            ...countsOf(own),
            denominator: inhabitants,
          }),
        ]),
    ...same.map(({ cause: { cause, says }, figure: row }) => triedAs(cause, says, countsOf(row))),
  ]
  return {
    measure: own.measure,
    breakdown: own.breakdown,
    unit: figure.unit,
    decimals: figure.decimals,
    own: { value: mine, ...countsOf(own) },
    published,
    difference,
    isWithinRounding: published !== null && mine !== null && isRounding(own, published, figure),
    tried,
  }
}

/**
 * How much of a difference a change takes away: all of it where the figure then stands where the published one does.
 * @example shareExplained(10, -4) // 0.4: four of ten are gone
 * @example shareExplained(10, -13) // 0.7: three are left, on the other side
 */
export function shareExplained(difference: number | null, change: number): number | null {
  if (difference === null || Math.abs(difference) < 1e-9) return null
  return 1 - Math.abs(difference + change) / Math.abs(difference)
}

/** Whether the published value is one that the own counts give once they are rounded as publishers do. */
function isRounding({ numerator, denominator }: FigureRow, published: Published, { unit, decimals }: Figure): boolean {
  if (denominator === null || denominator === 0) return false
  const times = unit === 'percent' ? 100 : 100_000
  const half = 0.5 * 10 ** -decimals + 1e-9
  const exact = (times * numerator) / denominator
  if (Math.abs(exact - published.value) <= half) return true
  const [least, most] =
    unit === 'percent'
      ? [(numerator - 2.5) / (denominator + 2.5), (numerator + 2.5) / (denominator - 2.5)]
      : [(numerator - 2.5) / denominator, (numerator + 2.5) / denominator]
  const isRounded = [published.numerator, published.denominator].every(count => count === null || count % 5 === 0)
  return isRounded && published.value >= times * least - half && published.value <= times * most + half
}
