import type { GroupFigures } from '../../judgement/benchmark/group-figures.ts'
import type { Mark } from '../../shared/codes.ts'
import type { ComparedCouncil, ComparedRow } from '../compared/types.ts'

/** What a paper wants compared with other councils. */
export type ComparisonWish = {
  /**
   * A framework of the council, whose indicators that are national measures are meant; null: the ASCOF, as its last year was numbered
   * that had ended by the meeting.
   */
  readonly framework: string | null
  /** Slugs or codes of national measures; empty: all of the framework. */
  readonly measures: readonly string[]
  /** Groups beside England: `region`, `type`, `neighbours`, or the slug of a list. */
  readonly groups: readonly string[]
  /** Measures that are drawn, among those that are compared. */
  readonly charts: readonly string[]
  /**
   * Whether figures that publishers gave out after the meeting are taken, of years that had ended by then; the paper says so. It is
   * for a paper whose own charts are lost.
   */
  readonly publishedLater: boolean
}

/** Where a council stands in one group by one measure. */
export type GroupPlace = {
  /** As it was asked for: `england`, `region`. */
  readonly asked: string
  readonly name: string
  /** As it stands in a sentence: "the councils of the South West". */
  readonly inWords: string
  /** What is published of the whole area; null where nothing is. */
  readonly whole: { readonly value: number; readonly shown: string } | null
  /** Slugs of its councils. */
  readonly members: readonly string[]
  readonly figures: GroupFigures | null
  readonly row: ComparedRow
  readonly quartile: 1 | 2 | 3 | 4 | null
  /** Between which places the council's lies; null where nothing is known of its chance. */
  readonly between: { readonly lower: number; readonly upper: number } | null
  /** On which side the council stands far out of the group; null where it does not. */
  readonly outlier: 'low' | 'high' | null
}

/** One measure of a council beside others, in the latest year with a figure of the council. */
export type MeasureComparison = {
  /** As the wish names it, or its slug. */
  readonly asked: string
  readonly slug: string
  /** Against England, with the code by which the measure was known in the year; empty where it had none. */
  readonly row: ComparedRow
  /** The last time that can be compared with. */
  readonly before: { readonly period: string; readonly value: number } | null
  /** England first, then the groups asked for. */
  readonly places: readonly GroupPlace[]
  /** All councils of England with a value, best first. */
  readonly councils: readonly ComparedCouncil[]
  /** Of the council's figure. */
  readonly marks: readonly Mark[]
}

/** A council beside others, as a paper shows it. */
export type PaperComparison = {
  readonly asked: ComparisonWish
  readonly council: string
  readonly measures: readonly MeasureComparison[]
  /** Why nothing can be compared; empty where something is. */
  readonly because: string
  /** Measures that cannot be compared, each with the reason. */
  readonly without: readonly { readonly name: string; readonly because: string }[]
  /** Groups that are not known: neighbours whose list is not loaded. */
  readonly missingGroups: readonly string[]
  /** The publishers' documents with the days on which they were known, the earliest first. */
  readonly documents: readonly { readonly title: string; readonly publisher: string; readonly day: string }[]
}
