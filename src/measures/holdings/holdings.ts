/** What the lake holds: its files, which of them serves which quarter, and for which months the measures can be asked. */
import type { Asked } from '../ask.ts'
import { definitionOf, type Figure, figureFolders } from '../definition.ts'
import type { ReferenceKind, Submission } from '../lake/lake.ts'
import {
  collectionStart,
  cutOffAfter,
  type LakeQuestions,
  loadSubmissions,
  openLake,
  servedSpan,
  setTable,
} from '../main-table.ts'
import { daysLater, quarterOf, yearTo } from '../period.ts'

/** A file as the lake lists it, without its fingerprint and its place. */
export type HeldFile = Omit<Submission, 'sha256' | 'parquet' | 'firstRecord'>

/** A quarter of a council, and the number of the file that serves it; null where none does. */
export type HeldQuarter = {
  readonly council: string
  readonly start: string
  readonly end: string
  readonly file: number | null
}

export type HeldMeasure = {
  readonly measure: string
  readonly title: string
  readonly edition: string
  readonly counts: string
  readonly unit: Figure['unit']
  readonly decimals: number
  readonly breakdowns: readonly string[]
  /** Whether it is divided by the people who live there, and not by people of the records. */
  readonly isRate: boolean
  readonly source: { readonly repository: string; readonly commit: string; readonly script: string }
}

export type Holdings = {
  readonly files: readonly HeldFile[]
  /** From the first quarter that any file serves to the last, for every council. */
  readonly quarters: readonly HeldQuarter[]
  /** Of each council the months, as 2026-03, whose twelve months are served; the latest first. */
  readonly months: Readonly<Record<string, readonly string[]>>
  /** The day up to which files count; null where none serves a quarter. */
  readonly cutOff: string | null
  /** The tables beside the records, by their kind. */
  readonly references: readonly { readonly kind: ReferenceKind; readonly file: string }[]
  readonly measures: readonly HeldMeasure[]
}

/** Says what the lake holds. It reads no record. @throws Error when there are none */
export async function askHoldings(asked: Asked): Promise<Holdings> {
  const lake = await openLake(asked.home, asked.catalogue, asked.memory)
  try {
    const tableEnd = servedSpan(lake.lake, asked.periods, asked.cutOff)?.end ?? null
    const cutOff = tableEnd === null ? null : (asked.cutOff ?? cutOffAfter(tableEnd))
    const quarters = tableEnd === null || cutOff === null ? [] : await quartersOf(lake, asked, tableEnd, cutOff)
    const councils = [...new Set(lake.lake.submissions.map(({ council }) => council))]
    return {
      files: lake.lake.submissions.map(({ sha256: _, parquet: _p, firstRecord: _f, ...file }) => file),
      quarters,
      months: Object.fromEntries(
        councils.map(council => [council, monthsOf(quarters.filter(each => each.council === council))]),
      ),
      cutOff,
      references: Object.entries(lake.lake.references).map(([kind, { file }]) => ({
        kind: kind as ReferenceKind,
        file,
      })),
      measures: heldMeasures(),
    }
  } finally {
    lake.close()
  }
}

async function quartersOf(lake: LakeQuestions, asked: Asked, end: string, cutOff: string): Promise<HeldQuarter[]> {
  await loadSubmissions(lake, asked.home, asked.periods)
  await setTable(lake.engine, { span: { start: collectionStart, end }, cutOff, key: asked.key, kind: 'joined' })
  await lake.make('common/selected_submission')
  const rows = await lake.engine.rows(`
    with served as (select min(quarter_start) as first, max(quarter_start) as last from selected_submission)
    select q.quarter_start, q.quarter_end, c.la_code, s.submission_no
    from quarter q
    cross join (select distinct la_code from submission) c
    cross join served v
    left join selected_submission s on s.quarter_start = q.quarter_start and s.la_code = c.la_code
    where q.quarter_start between v.first and v.last
    order by c.la_code, q.quarter_start`)
  return rows.map(row => ({
    council: String(row['la_code']),
    start: String(row['quarter_start']),
    end: String(row['quarter_end']),
    file: row['submission_no'] === null ? null : Number(row['submission_no']),
  }))
}

/** The months whose twelve months lie in quarters that are served, the latest first. */
export function monthsOf(quarters: readonly Pick<HeldQuarter, 'start' | 'file'>[]): string[] {
  const served = quarters.filter(({ file }) => file !== null)
  const starts = new Set(served.map(({ start }) => start))
  const isServed = (day: string) => starts.has(quarterOf(day).start)
  const months = served.flatMap(({ start }) => [0, 1, 2].map(more => daysLater(start, 15 + 30 * more).slice(0, 7)))
  return months
    .filter(month => {
      const { start, end } = yearTo(month)
      return [0, 92, 184, 275].every(days => isServed(daysLater(start, days))) && isServed(end)
    })
    .sort()
    .reverse()
}

function heldMeasures(): HeldMeasure[] {
  return figureFolders.map(definitionOf).flatMap(({ title, edition, source, figures }) =>
    figures.map(({ measure, counts, unit, decimals, breakdowns, denominator }) => ({
      measure,
      title,
      edition,
      counts,
      unit,
      decimals,
      breakdowns: Object.keys(breakdowns),
      isRate: denominator === 'population',
      source,
    })),
  )
}
