import type { GroupFigures } from '../../judgement/benchmark/group-figures.ts'
import type { Rank } from '../../judgement/benchmark/ranks.ts'
import type { Reach } from '../../judgement/benchmark/reach.ts'
import type { Standing } from '../../judgement/benchmark/standing.ts'
import type { Direction, Polarity, ReasonCode, Unit } from '../../shared/codes.ts'
import type { HistoryPoint } from '../benchmark/history.ts'
import type { Significance } from '../benchmark/significance.ts'
import type { Moment, OrganisationView } from '../types.ts'
import type { GroupChoice } from './groups.ts'
import type { ComparedSource } from './sources.ts'

/** A council's figure of one measure among those of a group. */
export type ComparedRow = {
  readonly measure: string
  /** What the newest edition that has it calls it; empty where none does. */
  readonly code: string
  readonly name: string
  readonly polarity: Polarity
  readonly unit: Unit
  readonly period: string
  readonly publisher: string
  readonly shown: string | null
  readonly value: number | null
  readonly reason: ReasonCode | 'not_recorded' | null
  readonly rank: Rank | null
  readonly rankReason: string | null
  /** The place as it is said aloud, as "second highest of 16" or "56th of 151 (1 is best)"; null where there is none. */
  readonly place: string | null
  readonly significance: Significance
  /** Since the last time that can be compared with; null where there is none, no end is the good one, or the change is not clear. */
  readonly direction: Direction | null
  /** Whether the change since then is no larger than chance explains. */
  readonly isUnclear: boolean
  /** The same in words with both values, or why there is none. */
  readonly since: string
  readonly figures: GroupFigures | null
  /** Between which of the group's values a picture of it is drawn; null where it has none. */
  readonly reach: Reach | null
  /** How many decimals the group's figures are shown with. */
  readonly decimals: number
  /** Slugs of the documents that state the figures of the year. */
  readonly documents: readonly string[]
}

type Asking = {
  readonly organisation: OrganisationView
  readonly moment: Moment
}

type Among = {
  /** What states the figures that are shown. */
  readonly sources: readonly ComparedSource[]
  /** The council's name among the publishers' councils. */
  readonly council: string
  readonly group: {
    readonly asked: string
    readonly name: string
    /** As it stands in a sentence: "the family group". */
    readonly inWords: string
  }
  readonly groups: readonly GroupChoice[]
}

/** Why a council cannot be compared at all. */
type NotCompared = Asking & {
  readonly kind: 'none'
  readonly because: string
  /** What can be seen of all councils nevertheless, by the edition that numbers it. */
  readonly sections: readonly { readonly name: string; readonly measures: readonly MeasureName[] }[]
}

type MeasureName = { readonly slug: string; readonly code: string; readonly name: string }

/** A council's profile over all measures of national publishers. */
export type ComparedAnswer =
  | NotCompared
  | (Asking &
      Among & {
        readonly kind: 'profile'
        /** By the edition that numbers the measures, the newest first. */
        readonly sections: readonly { readonly name: string; readonly rows: readonly ComparedRow[] }[]
        /** What stands out of the first of them, in sentences. */
        readonly findings: readonly string[]
      })

/** A council of the group in the order of one measure. */
export type ComparedCouncil = {
  readonly slug: string
  readonly name: string
  /** Of the statistics office; empty where it is not known. */
  readonly onsCode: string
  readonly value: number
  readonly shown: string
  readonly rank: Rank | null
  readonly quartile: 1 | 2 | 3 | 4 | null
  readonly significance: Significance
  readonly isAsking: boolean
  /** Whether it is one of those that the asking council is held to be like. */
  readonly isLike: boolean
  readonly counts: { readonly numerator: number; readonly denominator: number } | null
}

/** A council in a funnel. */
export type FunnelPlace = {
  /** How many people stand behind its figure: those of whom it is a share, or its population. */
  readonly size: number
  /** Which limits it lies beyond: those that 5 % would by chance, or those that 0.2 % would; null where rounded counts decide. */
  readonly beyond: 'neither' | 'inner' | 'outer' | null
  /** How it stands to the middle; similar where it lies within the limits, or that cannot be told. */
  readonly standing: Standing
}

type FunnelPoint = { readonly size: number; readonly value: number }

/** The limits of one level, from the smallest size to the largest. */
export type FunnelLine = {
  readonly level: number
  readonly lower: readonly FunnelPoint[]
  readonly upper: readonly FunnelPoint[]
}

/** Limits that allow for how much councils differ beyond chance, with the places beside them; or why there are none. */
export type WidenedLimits =
  | { readonly kind: 'none'; readonly because: string }
  | {
      readonly kind: 'limits'
      /** How many times the spread that chance would give them councils have, in variances. */
      readonly times: number
      readonly lines: readonly FunnelLine[]
      readonly places: ReadonlyMap<string, FunnelPlace>
    }

/** Which councils lie further from the whole than their size explains; or why that cannot be told. */
export type Funnel =
  | { readonly kind: 'none'; readonly because: string }
  | {
      readonly kind: 'funnel'
      readonly middle: number
      /** Whether the middle is what the publisher says of England, or all councils of the group together. */
      readonly middleIs: 'england' | 'group'
      readonly isRate: boolean
      /** Those that 5 % lie beyond by chance, and those that 0.2 % do. */
      readonly lines: readonly FunnelLine[]
      /** By the slugs of the councils; those without counts are not in it. */
      readonly places: ReadonlyMap<string, FunnelPlace>
      /** The same with limits that allow for how much councils differ. */
      readonly widened: WidenedLimits
      /** How many councils give a figure without counts. */
      readonly without: number
      readonly roundedCounts: boolean
    }

/** One year of the council and of the group. */
export type ComparedYear = Omit<HistoryPoint, 'rank'> & { readonly shown: string | null; readonly place: Rank | null }

/** What one of the groups comes to in the year, and the council's place in it. */
export type GroupBeside = GroupChoice & {
  /** null where no council of it has a value. */
  readonly figures: GroupFigures | null
  /**
   * What its publisher says of it as a whole, which is no mean of councils, or what the council prints of a list of its own, with its name; null where nothing is said.
   */
  readonly published: { readonly value: number; readonly printedBy: string | null } | null
  readonly place: string | null
  /** Why there is no place; null where there is one. */
  readonly rankReason: string | null
}

/** One measure of one year over all councils of a group. */
export type MeasureComparedAnswer = Asking &
  Among & {
    readonly row: ComparedRow
    /** Years with figures, the latest first. */
    readonly periods: readonly string[]
    /** How sure the place is; null where nothing is known of it. */
    readonly between: { readonly lower: number; readonly upper: number } | null
    readonly betweenBasis: string
    /** Best first; those of equal value by name. */
    readonly councils: readonly ComparedCouncil[]
    /** Whom the council is held to be like; empty where that is not known, or is the group itself. */
    readonly like: string
    /** Every group that the council can be set among, England first. */
    readonly besides: readonly GroupBeside[]
    readonly funnel: Funnel
    readonly years: readonly ComparedYear[]
    /** From which years on figures are not comparable with earlier ones, and why. */
    readonly breaks: readonly { readonly from: string; readonly text: string }[]
    /** The title of the document that states the council's figure; empty where it has none. */
    readonly document: string
    readonly notes: readonly string[]
  }

/** A council among all that were there in a year. */
export type CouncilAmongAll = {
  readonly slug: string
  readonly name: string
  readonly region: { readonly slug: string; readonly name: string }
  /** What kind of council it is, in words. */
  readonly type: string
  readonly value: number | null
  readonly shown: string | null
  /** Why there is no value; null where there is one. */
  readonly reason: ReasonCode | 'not_recorded' | null
  readonly rank: Rank | null
  /** 1 is the best, or of a figure for information the highest; null where there is no value. */
  readonly quartile: 1 | 2 | 3 | 4 | null
  readonly isAsking: boolean
  readonly isLike: boolean
}

/** One measure of one year over all councils of England. */
export type AllCouncilsAnswer = Asking & {
  /** The asking council's name among the publishers' councils; null where it is none of them. */
  readonly council: string | null
  readonly measure: string
  readonly code: string
  readonly name: string
  readonly polarity: Polarity
  readonly unit: Unit
  readonly period: string
  /** Years with figures, the latest first. */
  readonly periods: readonly string[]
  /** By name. */
  readonly councils: readonly CouncilAmongAll[]
  /** Whom the asking council is held to be like; empty where that is not known. */
  readonly like: string
  /** What the publisher says of England; null where it says nothing. */
  readonly england: string | null
  readonly figures: GroupFigures | null
  readonly decimals: number
  /** The title of the document that states the figures. */
  readonly document: string
  readonly sources: readonly ComparedSource[]
}
