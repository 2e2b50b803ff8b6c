/** The measures of one council at the end of every month that its records cover, as observations for the register. */
import { createHash } from 'node:crypto'
import { roundedText } from '../../shared/rounding.ts'
import { dayInWords } from '../../shared/words.ts'
import { type Asked, withMainTable } from '../ask.ts'
import { type Definition, definitionOf, figureFolders } from '../definition.ts'
import type { Engine } from '../engine.ts'
import { councilCode } from '../explain/council.ts'
import { type FigureRow, figuresOf, makeMeasures, makeSteps } from '../figures.ts'
import { type LakeQuestions, setPeriod } from '../main-table.ts'
import { daysLater, quarterOf, yearTo } from '../period.ts'
import { type MonthlyIndicator, monthlyIndicators } from './indicators.data.ts'

/** A value for the register: about numbers of people, never about a person. */
type MonthlyObservation = {
  readonly indicator: string
  readonly breakdown: string
  /** The month at whose end it holds, as 2025-12. */
  readonly period: string
  readonly value: string
  readonly numerator: string
  readonly denominator: string
  readonly reason: '' | 'not_available' | 'not_applicable'
  readonly marks: readonly ('provisional' | 'estimated')[]
  readonly note: string
}

export type MonthlyRun = {
  readonly council: string
  /** What the run read and how it counted, as twelve characters: the same files and rules give the same run. */
  readonly run: string
  /** The day on which the latest file that it read was received. */
  readonly knownOn: string
  readonly files: readonly string[]
  readonly observations: readonly MonthlyObservation[]
  readonly notes: readonly string[]
}

/** The folders of the vital signs that records can give. */
export const vitalFolders = ['vital-long-term', 'vital-requests', 'vital-reablement'] as const

/**
 * Computes every measure at the end of every month whose twelve months the council's records cover.
 * @param council its code or name; null where the lake holds one council's records
 * @throws Error when the council is not said and there are several, or no month is covered
 */
export async function askMonthly(asked: Asked, council: string | null): Promise<MonthlyRun> {
  return withMainTable({ ...asked, span: null }, async (lake, notes) => {
    const code = onlyCouncil(lake, council)
    const served = await quartersOf(lake.engine, code)
    const months = monthsOf(served)
    if (months.length === 0)
      throw new Error(
        `The records of council ${code} cover no twelve months: tidemark cld submissions lists what they cover`,
      )
    const definitions = [...figureFolders, ...vitalFolders].map(definitionOf)
    const observations: MonthlyObservation[] = []
    for (const month of months) {
      await setPeriod(lake.engine, yearTo(month), asked)
      await makeMeasures(lake)
      for (const folder of vitalFolders) await makeSteps(lake, definitionOf(folder))
      for (const definition of definitions) {
        const figures = (await figuresOf(lake.engine, definition)).filter(each => each.council === code)
        observations.push(...observationsOf(definition, figures, month, served))
      }
    }
    const used = lake.lake.submissions.filter(({ number }) => served.some(({ submission }) => submission === number))
    return {
      council: code,
      run: runOf({
        files: used.map(({ sha256 }) => sha256),
        versions: definitions.map(({ folder, version }) => `${folder} ${version}`),
        variants: [asked.key, asked.variant, asked.blankComponent, asked.periods],
        population: lake.lake.references.populations?.path ?? '',
      }),
      knownOn:
        used
          .map(({ importedAt }) => importedAt.slice(0, 10))
          .sort()
          .at(-1) ?? '',
      files: used.map(({ file }) => file),
      observations,
      notes,
    }
  })
}

function onlyCouncil({ lake }: LakeQuestions, said: string | null): string {
  if (said !== null) return councilCode(lake.submissions, said)
  const [first, second] = [...new Set(lake.submissions.map(({ council }) => council))].sort()
  if (first === undefined || second !== undefined)
    throw new Error('The records are of several councils: say --council CODE')
  return first
}

/** A quarter of a council, and the submission that serves it. */
type Served = { readonly start: string; readonly end: string; readonly submission: number; readonly received: string }

async function quartersOf(engine: Engine, council: string): Promise<Served[]> {
  const rows = await engine.rows(`
    select q.quarter_start, q.quarter_end, q.submission_no, cast(s.imported_at as date) as received, q.la_code
    from selected_submission q
    join submission s on s.submission_no = q.submission_no
    order by q.quarter_start`)
  return rows
    .filter(row => row['la_code'] === council)
    .map(row => ({
      start: String(row['quarter_start']),
      end: String(row['quarter_end']),
      submission: Number(row['submission_no']),
      received: String(row['received']),
    }))
}

/** The months whose twelve months lie in quarters that are served, every one of them. */
function monthsOf(served: readonly Served[]): string[] {
  const starts = new Set(served.map(({ start }) => start))
  const months = served.flatMap(({ start }) => [0, 1, 2].map(more => daysLater(start, 15 + 30 * more).slice(0, 7)))
  const isServed = (day: string) => starts.has(quarterOf(day).start)
  return months.filter(month => {
    const { start, end } = yearTo(month)
    return [0, 92, 184, 275].every(days => isServed(daysLater(start, days))) && isServed(end)
  })
}

function observationsOf(
  definition: Definition,
  figures: readonly FigureRow[],
  month: string,
  served: readonly Served[],
): MonthlyObservation[] {
  return monthlyIndicators
    .filter(({ folder }) => folder === definition.folder)
    .flatMap(indicator =>
      figures
        .filter(({ measure, breakdown }) => measure === indicator.measure && breakdown in indicator.breakdowns)
        .map(figure => observationOf(definition, indicator, figure, month, served)),
    )
}

function observationOf(
  definition: Definition,
  indicator: MonthlyIndicator,
  figure: FigureRow,
  month: string,
  served: readonly Served[],
): MonthlyObservation {
  const { start, end } = yearTo(month)
  const last = served.find(each => each.start <= end && each.end >= end)
  const isFinal = served.some(each => each.end.endsWith('-03-31') && each.end >= end)
  const needs = daysLater(start, -indicator.looksBack)
  const isShort = !served.some(each => each.start <= needs && each.end >= needs)
  const decimals = definition.figures.find(({ measure }) => measure === figure.measure)?.decimals ?? 1
  const { numerator, denominator, outcome } = figure
  const reason = denominator === null ? 'not_available' : denominator === 0 ? 'not_applicable' : ''
  const has = reason === '' && outcome !== null
  return {
    indicator: indicator.slug,
    breakdown: indicator.breakdowns[figure.breakdown] ?? '',
    period: month,
    value: has ? roundedText(outcome, decimals) : '',
    numerator: has ? String(numerator) : '',
    denominator: has ? String(denominator) : '',
    reason,
    marks: [...(isFinal ? [] : (['provisional'] as const)), ...(isShort ? (['estimated'] as const) : [])],
    note: [
      `Computed by the rule of ${figure.measure}, version ${definition.version}, from the file received on ${last ? dayInWords(last.received) : 'no known day'}.`,
      ...(isShort
        ? [`The records begin less than ${indicator.looksBack} days before: some who are not new may count.`]
        : []),
    ].join(' '),
  }
}

/** A name for what a run rests on. */
function runOf(rests: Readonly<Record<string, string | readonly string[]>>): string {
  return createHash('sha256').update(JSON.stringify(rests)).digest('hex').slice(0, 12)
}
