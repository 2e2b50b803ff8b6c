import { checkDrafts } from '../../src/intake/check/check-drafts.ts'
import { factsOfRows, type ReadContext } from '../../src/intake/exchange/facts-of-rows.ts'
import { readTable, tableOf } from '../../src/intake/exchange/read-table.ts'
import type { Grid, Problem } from '../../src/intake/grid.ts'
import { hasErrors } from '../../src/intake/import.ts'
import { draftsOfOfficersSheets } from '../../src/intake/officers/drafts.ts'
import type { ReadLimits } from '../../src/intake/read/limits.ts'
import { problemOf } from '../../src/intake/read/problems.ts'
import { type FileContent, openReader } from '../../src/intake/read/reader.ts'
import type { Indicator } from '../../src/shared/indicator.ts'
import { recordsOf } from '../../test/fixtures/workbooks/write-workbook.ts'

/** How a file ended. All but `failed` are what the program promises. */
export type Trial = {
  readonly outcome: 'draft' | 'problems' | 'out-of-time' | 'out-of-memory' | 'failed'
  /** For what failed: what happened. */
  readonly why: string
  readonly milliseconds: number
  readonly peakBytes: number | null
}

const owner = 'norfolk'
const knownOn = '2017-06-19'

/** An indicator of the fixtures, with no more said of it than the dashboards need. */
function indicatorOf(record: Record<string, string>): Indicator {
  const { name = '', short_name: shortName = '', polarity, unit } = record
  const silent = {
    description: '',
    topic: '',
    unitNote: '',
    decimals: null,
    kind: 'not_stated',
    frequency: 'monthly',
    timeLag: 0,
    peopleIn: 'both',
  } as const
  const labels = { numeratorLabel: '', denominatorLabel: '', lead: '', dataOwner: '', source: '', related: [] }
  const judged = { polarity, unit, counts: 'exact', mayExceed100: false } as Pick<
    Indicator,
    'polarity' | 'unit' | 'counts' | 'mayExceed100'
  >
  return { name, shortName, ...silent, ...labels, ...judged }
}

const indicators = new Map(
  recordsOf('norfolk-indicators.csv').map(record => [`${owner} ${record['slug']}`, indicatorOf(record)]),
)
const known = {
  organisations: new Set([owner]),
  indicators,
  geographies: new Set([owner]),
  names: new Set<string>(),
}
const context: ReadContext = {
  owner,
  knownOn,
  areas: new Map([[owner, owner]]),
  sourceDates: new Map(),
  definitions: new Map(),
}

/** What an import makes of a file's sheets before anything is compared with a register: drafts and problems. */
function understood(grids: readonly Grid[]): { drafts: number; problems: Problem[] } {
  const tables = grids.flatMap(grid => {
    const table = tableOf(grid)
    return table ? [readTable(grid, table)] : []
  })
  const facts = factsOfRows(
    tables.flatMap(table => table.rows),
    context,
  )
  const sheets = draftsOfOfficersSheets(
    grids.filter(grid => tableOf(grid) === null),
    { ...context, area: owner, acceptHeadings: true, indicators },
  )
  const drafts = [...facts.drafts, ...sheets.drafts]
  const problems = [...tables.flatMap(table => table.problems), ...facts.problems, ...sheets.problems]
  const nothing =
    drafts.length === 0 && !hasErrors(problems) ? [problemOf('all', 'nothing-found', 'there is nothing to import')] : []
  return { drafts: drafts.length, problems: [...problems, ...checkDrafts(drafts, known), ...nothing] }
}

const unprintable = /[^\P{Cc}\t\r\n]/u

/** Whether a problem says where, what, and what to do, without a character that does not print. */
function isLocated({ file, code, expected, found, sheet, column }: Problem): boolean {
  return (
    file !== '' && code !== '' && expected.length > 10 && !unprintable.test(file + sheet + column + found + expected)
  )
}

/** Tries files in one reading process, which is started anew only where it had to be stopped. */
export function openTrials(limits: ReadLimits) {
  const reader = openReader(limits)
  const tryFile = async (file: FileContent): Promise<Trial> => {
    const read = await reader.read(file)
    const { milliseconds, peakBytes } = read
    const failed = (why: string): Trial => ({ outcome: 'failed', why, milliseconds, peakBytes })
    if (read.outcome === 'crashed') return failed('the reading process ended by itself')
    try {
      const { drafts, problems } = understood(read.grids)
      const all = [...read.problems, ...problems]
      const unlocated = all.find(problem => !isLocated(problem))
      if (unlocated) return failed(`a problem does not say where or what: ${JSON.stringify(unlocated)}`)
      if (read.outcome !== 'answered') return { outcome: read.outcome, why: '', milliseconds, peakBytes }
      if (all.some(({ level }) => level === 'error')) return { outcome: 'problems', why: '', milliseconds, peakBytes }
      return drafts > 0
        ? { outcome: 'draft', why: '', milliseconds, peakBytes }
        : failed('neither a draft nor a problem')
    } catch (error) {
      return failed(error instanceof Error ? String(error.stack) : String(error))
    }
  }
  return { tryFile, close: reader.close, pid: reader.pid }
}
