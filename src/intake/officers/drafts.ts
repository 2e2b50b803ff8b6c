import { versionIn } from '../../shared/definition-version.ts'
import type { Indicator } from '../../shared/indicator.ts'
import { toPeriod } from '../../shared/period/period.ts'
import type { Draft } from '../exchange/facts-of-rows.ts'
import type { Grid, Problem } from '../grid.ts'
import { problemOf } from '../read/problems.ts'
import { matchIndicators } from './match-indicators.ts'
import { recogniseOfficersSheet } from './recognise.ts'
import { toFacts } from './to-facts.ts'

/** What spreadsheets are read against. */
export type SheetContext = {
  readonly owner: string | null
  /** The area that the owner answers for; null when the register does not know it. */
  readonly area: string | null
  readonly knownOn: string | null
  readonly acceptHeadings: boolean
  readonly definitions: ReadonlyMap<string, readonly { version: string; from: string }[]>
  /** By owner and slug, joined by a space. */
  readonly indicators: ReadonlyMap<string, Indicator>
}

export type SheetDrafts = {
  readonly drafts: readonly Draft[]
  readonly problems: readonly Problem[]
  readonly understood: readonly string[]
}

/** Drafts from officers' own spreadsheets, with what was understood of each; a sheet that is none is told. */
export function draftsOfOfficersSheets(grids: readonly Grid[], context: SheetContext): SheetDrafts {
  const all = grids.map(grid => draftsOfSheet(grid, context))
  return {
    drafts: all.flatMap(each => each.drafts),
    problems: all.flatMap(each => each.problems),
    understood: all.flatMap(each => each.understood),
  }
}

const none = { drafts: [], understood: [] }

function draftsOfSheet(grid: Grid, context: SheetContext): SheetDrafts {
  if (grid.rows.every(row => row.every(cell => cell.type === 'empty'))) return { ...none, problems: [] }
  const recognised = recogniseOfficersSheet(grid, { acceptHeadings: context.acceptHeadings })
  const fault = (code: string, expected: string) => problemOf(grid.file, code, expected, { sheet: grid.sheet })
  if (!recognised)
    return {
      ...none,
      problems: [
        fault(
          'not-understood',
          'this is neither a table of the exchange format (its sheet or file would bear the name of the table, as observations) nor a dashboard with an indicator in each row and a month in each column',
        ),
      ],
    }
  const where = [grid.file, grid.sheet].filter(part => part !== '').join(', ')
  const understood = recognised.understood.map(sentence => `${where}: ${sentence}`)
  const { owner, area, knownOn } = context
  const missing = [
    ...(owner === null ? [fault('no-owner', 'nobody says whose figures these are; say --org NAME')] : []),
    ...(knownOn === null ? [fault('no-known-on', 'nobody says when this was known; say --known-on DATE')] : []),
    ...(owner !== null && area === null
      ? [fault('unknown-organisation', `the register knows no organisation called ${owner}; import its tables first`)]
      : []),
  ]
  if (owner === null || area === null || knownOn === null)
    return { drafts: [], understood, problems: [...recognised.problems, ...missing] }
  const own = [...context.indicators]
    .filter(([key]) => key.startsWith(`${owner} `))
    .map(([key, { name, shortName, polarity, unit }]) => ({
      slug: key.slice(owner.length + 1),
      name,
      shortName,
      polarity,
      unit,
    }))
  const { matched, problems } = matchIndicators(recognised, own)
  const facts = toFacts(recognised, matched, { owner, geography: area, knownOn, document: '' })
  const drafts = facts.map((fact): Draft => {
    const place = { file: grid.file, sheet: grid.sheet, row: rowOf(fact.from.place), letters: {} }
    if (fact.kind === 'target') return { fact, place, row: {}, states: ['value'] }
    const version = versionIn(toPeriod(fact.period), context.definitions.get(fact.indicator) ?? [])
    return { fact: { ...fact, version }, place, row: {}, states: ['value', 'numerator', 'denominator', 'reason'] }
  })
  return { drafts, understood, problems: [...recognised.problems, ...problems] }
}

/** The row of a place such as `Dashboard!E7`. */
function rowOf(place: string): number {
  return Number(/(\d+)$/.exec(place)?.[1] ?? 0)
}
