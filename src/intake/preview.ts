/** What a person looks at before an import: small enough for a page, however much is imported. */
import type { Fact, NewFact } from '../shared/facts.ts'
import type { Grid, Problem } from './grid.ts'
import { hasErrors, type ImportResult } from './import.ts'
import { briefly, subjectInWords, type Titles, titleInWords, titlesIn } from './in-words.ts'
import { digestOf, type Plan } from './plan.ts'
import { type Surroundings, surroundingsOf } from './surroundings.ts'
import type { UndoPlan, WhyLeft } from './undo/plan-undo.ts'

/** The most of one list that a page shows; it says how many more there are. */
const mostShown = 200

export type PreviewProblem = Problem & {
  /** The row as it was read, with what stands around the cell; null for a whole sheet or file. */
  readonly around: Surroundings | null
}

/** What a fact speaks of. */
type Subject = {
  /** As a person would call it: "Adults in paid employment, March 2017"; empty where it is known by its slug alone. */
  readonly title: string
  /** As files call it: "observation ld-paid-employment 2017-03". */
  readonly what: string
}

/** One fact that is added, in words. */
export type PreviewChange = Subject & {
  readonly change: string
  readonly knownOn: string
  /** What was said before; null where nothing was. */
  readonly old: string | null
  readonly new: string
}

export type Preview = {
  readonly counts: Plan['counts']
  readonly understood: readonly string[]
  readonly problems: readonly PreviewProblem[]
  readonly errors: number
  readonly warnings: number
  /** Whether wrong headings could be taken as proposed. */
  readonly canAcceptHeadings: boolean
  /** Revised ones first. */
  readonly changes: readonly PreviewChange[]
  /** Whose facts these are. */
  readonly owners: readonly string[]
  /** What stands for this plan, and no other. */
  readonly digest: string
  /** Whether there is anything to store, and nothing in the way. */
  readonly canStore: boolean
}

/**
 * An import that was planned, for a person to look at.
 * @param known the names of the indicators that the register holds; those that the files name count before them
 */
export function previewOf(
  { plan, understood, problems }: ImportResult,
  sheets: readonly Grid[],
  known: Titles,
): Preview {
  const titles = new Map([...known, ...titlesIn(plan.changes.map(({ fact }) => fact))])
  const isError = ({ level }: Problem) => level === 'error'
  const errors = problems.filter(isError)
  const warnings = problems.filter(problem => !isError(problem))
  const order = ['revised', 'new', 'restated']
  const changes = plan.changes.toSorted((a, b) => order.indexOf(a.change) - order.indexOf(b.change))
  return {
    counts: plan.counts,
    understood: understood.slice(0, mostShown),
    problems: [...errors, ...warnings]
      .slice(0, mostShown)
      .map(problem => ({ ...problem, around: surroundingsOf(problem, sheets) })),
    errors: errors.length,
    warnings: warnings.length,
    canAcceptHeadings: errors.some(({ code }) => code === 'wrong-heading'),
    changes: changes.slice(0, mostShown).map(change => inWords(change, titles)),
    owners: [...new Set(plan.changes.map(({ fact }) => fact.owner))].sort(),
    digest: digestOf(plan.changes),
    canStore: !hasErrors(problems) && plan.changes.length > 0,
  }
}

export type UndoPreview = {
  readonly counts: UndoPlan['counts']
  readonly changes: readonly PreviewChange[]
  readonly left: readonly (Subject & { readonly knownOn: string; readonly why: WhyLeft })[]
  readonly digest: string
}

/** An undoing that was planned, for a person to look at. */
export function undoPreviewOf({ changes, left, counts }: UndoPlan, titles: Titles): UndoPreview {
  return {
    counts,
    changes: changes.slice(0, mostShown).map(change => inWords(change, titles)),
    left: left.slice(0, mostShown).map(({ fact, why }) => ({ ...subjectOf(fact, titles), knownOn: fact.knownOn, why })),
    digest: digestOf(changes),
  }
}

type Changed = { readonly change: string; readonly fact: NewFact; readonly old: Fact | null }

function inWords({ change, fact, old }: Changed, titles: Titles): PreviewChange {
  return {
    ...subjectOf(fact, titles),
    change,
    knownOn: fact.knownOn,
    old: old && briefly(old.payload),
    new: change === 'withdrawn' ? 'nothing recorded' : briefly(fact.payload),
  }
}

function subjectOf(fact: Fact | NewFact, titles: Titles): Subject {
  return { title: titleInWords(fact, titles), what: subjectInWords(fact) }
}
