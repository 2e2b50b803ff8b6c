/** What an organisation's strategy wants, with the measures under each part, and what documents say in words alone. */
import type { Period } from '../../shared/period/period.ts'
import type { RoundRow, Tally } from '../round/types.ts'
import type { FrameworkView, Moment, OrganisationView } from '../types.ts'

/** What a document says of a measure in words, without a figure. */
export type StatedWords = {
  readonly period: Period
  readonly text: string
  /** Where the year is projected to end, or that the council is an outlier; null: only a comparison. */
  readonly tells: 'outturn' | 'outlier' | null
  /** The title of the document. */
  readonly document: string
}

/** By indicator. */
export type Said = ReadonlyMap<string, readonly StatedWords[]>

/** A strategic priority or objective with the measures under it. */
export type PriorityView = {
  readonly slug: string
  readonly type: 'priority' | 'objective'
  readonly order: number
  /** "Objective 2": its place among those of its type. */
  readonly name: string
  readonly text: string
  /** Why it has no measures, or whose reading they are. */
  readonly note: string
  readonly rows: readonly RoundRow[]
  /** Of its own measures; null where it has none. */
  readonly tally: Tally | null
  /** The frameworks whose counts stand for it. */
  readonly fedBy: readonly { readonly framework: FrameworkView; readonly tally: Tally }[]
  /** How many of its measures, or of those that feed it, stand where; empty where nothing is counted. */
  readonly says: string
}

export type StrategyAnswer = {
  readonly organisation: OrganisationView
  readonly framework: FrameworkView
  readonly moment: Moment
  /** In their order; priorities before objectives. */
  readonly priorities: readonly PriorityView[]
  /** Every measure of the framework, in its order. */
  readonly measures: readonly RoundRow[]
  /** Measures of which a document says something in words, those of the framework first. */
  readonly stated: readonly RoundRow[]
}
