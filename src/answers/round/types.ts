/** The work of an organisation in the round: what goes in, how it is done, what comes out, and what it changes for people. */
import type { Direction, Rating, Stage } from '../../shared/codes.ts'
import type { Period } from '../../shared/period/period.ts'
import type { Breakdown } from '../indicator/types.ts'
import type { Observation } from '../observations.ts'
import type { PriorityView, StatedWords } from '../strategy/types.ts'
import type {
  CellView,
  DashboardRow,
  FrameworkView,
  IndicatorView,
  Moment,
  OrganisationView,
  TargetView,
} from '../types.ts'

/** How many indicators of a framework stand where. */
export type Tally = {
  readonly indicators: number
  readonly withValue: number
  readonly rating: Readonly<Record<Rating | 'none', number>>
  readonly travel: Readonly<Record<Direction | 'none', number>>
}

/** An indicator under a heading, judged, with what is said of it. */
export type RoundRow = {
  readonly row: DashboardRow
  /** The value told before the latest one; null where there is none. */
  readonly before: CellView | null
  /** What it is to come to in the reported year; null where nothing is set. */
  readonly target: TargetView | null
  /** By when the target of the latest value is to be reached, where that is another period than the value's; null elsewhere. */
  readonly targetBy: Period | null
  /** How it stands against that target, or why nobody can tell yet. */
  readonly judged: string
  /** "13 admissions by Q2 2017/18, 26 by the year's end at this pace"; empty where nothing is carried forward. */
  readonly yearEnd: string
  /** Whether it is something to be glad of, or something to look at; null: neither, or nobody can tell. */
  readonly point: 'achievement' | 'concern' | null
  /** Value, forecast and direction in one sentence; where there is no value, why. */
  readonly says: string
  /** What documents say of it in words, without a figure; asked for only where a strategy is told. */
  readonly stated: readonly StatedWords[]
}

/** What officers write; Markdown. */
export type NoteView = { readonly slug: string; readonly text: string }

export type NotedAction = {
  readonly type: 'action' | 'review'
  readonly slug: string
  readonly description: string
  readonly ownerRole: string
  readonly raisedOn: string
  readonly dueOn: string
  readonly state: string
}

/** The categories of an indicator, and how they add up to its total or need not. */
export type Categories = {
  readonly indicator: IndicatorView
  readonly period: Period
  readonly breakdown: Breakdown
  readonly sums: string
}

/** A heading of the report: a framework with everything that is said under it. */
export type RoundHeading = {
  readonly framework: FrameworkView
  readonly description: string
  readonly stage: Stage
  readonly byForecast: boolean
  readonly now: Tally
  /** The same by the figures of the quarter before; null where there were none. */
  readonly before: Tally | null
  /** What changed between the two, in a sentence or two. */
  readonly difference: string
  /** How many stand where, in words. */
  readonly summary: string
  readonly sections: readonly { readonly section: string; readonly rows: readonly RoundRow[] }[]
  readonly categories: readonly Categories[]
  readonly notes: {
    readonly summary: readonly NoteView[]
    readonly achievement: readonly NoteView[]
    readonly concern: readonly NoteView[]
  }
  readonly actions: readonly NotedAction[]
}

/** How the ranks among a group of councils moved, as the document prints them. */
export type RankChanges = {
  readonly group: string
  readonly period: Period
  readonly improved: number
  readonly unchanged: number
  readonly declined: number
  readonly rows: readonly {
    readonly indicator: IndicatorView
    readonly rank: string
    readonly previous: string
    readonly change: 'improved' | 'unchanged' | 'declined' | null
    /** The place by the publishers' files; null where none of them was known. */
    readonly byFile: RankByFile | null
  }[]
}

/** A printed rank worked out again from the publishers' files. */
export type RankByFile = {
  /** "133 of 151"; empty where the files give no rank. */
  readonly rank: string
  /** How it agrees with the printed one, why it may differ, or why there is none. */
  readonly says: string
}

export type RoundAnswer = {
  readonly organisation: OrganisationView
  readonly moment: Moment
  readonly areaName: string
  /** The quarter that is reported, and the one before. */
  readonly quarter: Period
  readonly quarterBefore: Period
  /** In the order of the stages. */
  readonly headings: readonly RoundHeading[]
  readonly priorities: readonly PriorityView[]
  readonly ranks: readonly RankChanges[]
  readonly implications: readonly { readonly slug: string; readonly label: string; readonly text: string }[]
  /** The figures by category behind it, as its audience may see them. */
  readonly byCategory: readonly Observation[]
}
