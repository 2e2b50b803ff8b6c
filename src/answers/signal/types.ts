import type { Assurance } from '../../judgement/signal/assurance.ts'
import type { Meaning } from '../../judgement/signal/signal.ts'
import type { Cause, Way } from '../../judgement/signal/special-causes.ts'
import type { Period } from '../../shared/period/period.ts'
import type { DashboardRow, FrameworkView, IndicatorView, Moment, OrganisationView } from '../types.ts'

type SignalPointView = {
  readonly period: Period
  readonly value: number | null
  readonly shown: string | null
  readonly stretch: number
  readonly cause: Cause | null
  readonly way: Way | null
  readonly meaning: Meaning
  /** "concern: above the upper limit", "normal variation", "no value". */
  readonly says: string
}

/** Points between two rebases, with the lines they are judged against. */
export type StretchView = {
  readonly number: number
  readonly from: Period
  readonly to: Period
  readonly points: number
  readonly mean: number | null
  readonly lower: number | null
  readonly upper: number | null
  /** With one decimal more than the indicator's values. */
  readonly shown: { readonly mean: string | null; readonly lower: string | null; readonly upper: string | null }
  /** Why this stretch begins anew; empty for the first. */
  readonly reason: string
  /** How many moving ranges screening left out of the limits. */
  readonly screened: number
  readonly warnings: readonly string[]
}

/** A verdict with its sentence; null code: the sentence says why there is none. */
type VariationView = {
  readonly meaning: Meaning | null
  readonly way: Way | null
  readonly sentence: string
}
type AssuranceView = {
  readonly code: Assurance | null
  readonly sentence: string
  /** Whether the figures contradict the limits, so that what these say of the target is no verdict. */
  readonly isUnsteady: boolean
}

/** What signal says of one indicator. */
export type SignalView = {
  readonly indicator: IndicatorView
  /** Whose figures the chart shows: the indicator's own, or those that underlie it. */
  readonly figures: IndicatorView
  readonly chart: {
    readonly points: readonly SignalPointView[]
    readonly stretches: readonly StretchView[]
    /** Whether jumps too large to be routine are left out of the limits. */
    readonly screening: boolean
    readonly target: { readonly value: number; readonly shown: string; readonly period: Period } | null
  } | null
  /** Whether verdicts may be given, in words and as icons; else there is none, and `reason` says why. */
  readonly icons: boolean
  /** Why there is no chart, or no verdict; empty where there are both. */
  readonly reason: string
  readonly variation: VariationView
  readonly assurance: AssuranceView
  /** Points with a value since the last rebase, as the verdict of the latest stands on them. */
  readonly notes: readonly string[]
  /** A sustained shift that might be a new stretch, if somebody knows why; never done by itself. */
  readonly suggestion: { readonly period: Period; readonly sentence: string } | null
}

export type VariationRow = 'improvement' | 'common' | 'concern' | 'information'
export type AssuranceColumn = 'pass' | 'inconsistent' | 'fail' | 'none'

/** Whether signal bears out an exception by the rules of rating. */
export type SignalFinding = {
  readonly finding: 'signal' | 'normal_variation' | 'cannot_tell'
  readonly sentence: string
}

export type SignalAnswer = {
  readonly organisation: OrganisationView
  readonly framework: FrameworkView
  /** The organisation's frameworks, its committee's first. */
  readonly frameworks: readonly FrameworkView[]
  readonly moment: Moment
  readonly indicators: readonly SignalView[]
  /** Every indicator with both icons' verdicts, by variation and assurance. */
  readonly matrix: readonly {
    readonly variation: VariationRow
    readonly cells: readonly { readonly assurance: AssuranceColumn; readonly indicators: readonly SignalView[] }[]
  }[]
  /** Indicators that stand nowhere in it, with the reason. */
  readonly others: readonly { readonly indicator: SignalView; readonly because: string }[]
  readonly exceptions: readonly (SignalFinding & { readonly row: DashboardRow })[]
  /** Concerns by signal that the rules of rating do not send to committee. */
  readonly missed: readonly { readonly row: DashboardRow; readonly sentence: string }[]
}
