import type { Said, Tally } from '../../judgement/forecast/backtest.ts'
import type { Interval } from '../../judgement/forecast/outcomes.ts'
import type { Rating } from '../../shared/codes.ts'
import type { Period } from '../../shared/period/period.ts'
import type { FrameworkView, IndicatorView, Moment, OrganisationView } from '../types.ts'

/** By which method something was forecast. */
export type MethodCode = Said['method']

/** What one method expects of the year's end. */
export type YearEndView = {
  readonly method: MethodCode
  /** "straight line", "level with a slope that dies away". */
  readonly label: string
  /** Why this method, or on what it rests, as a sentence part. */
  readonly because: string
  readonly value: number
  readonly shown: string
  /** Null without a probability. */
  readonly likely: Interval | null
  readonly nearlySure: Interval | null
  readonly rating: Rating | null
  readonly ratingReason: string
}

/** Whether and when the target is met on the path expected. */
export type OnTrackView = {
  readonly code: 'on_track' | 'by' | 'not_within_two_years' | 'not_this_year'
  /** The first period in which it is; null unless by one. */
  readonly period: Period | null
  /** The target of the latest value, where it meets that and another is aimed at; else null. */
  readonly metToday: string | null
}

/** What is expected of one period on the way to the year's end. */
export type PathPoint = {
  readonly period: Period
  readonly value: number
  /** Null without a probability. */
  readonly likely: Interval | null
  readonly nearlySure: Interval | null
}

/** A forecast in sentences that a councillor understands, by what they speak of. */
export type ForecastWords = {
  /** What is expected, and how sure that is; or that nothing is, and why. */
  readonly expected: readonly string[]
  /** That the range is too narrow by its tests; empty where it is not. */
  readonly caveat: readonly string[]
  /** What it means for the target. */
  readonly target: readonly string[]
  /** When the target is met on the present path, and what it would take. */
  readonly onTrack: readonly string[]
  /** How such forecasts have done. */
  readonly tested: readonly string[]
  /** How it was made. */
  readonly method: readonly string[]
}

export type ForecastView = {
  readonly indicator: IndicatorView
  /** Why nothing is forecast, as a sentence; empty where something is. */
  readonly reason: string
  readonly latest: { readonly period: Period; readonly value: number; readonly shown: string } | null
  readonly yearEnd: {
    readonly period: Period
    readonly expected: YearEndView
    readonly others: readonly YearEndView[]
  } | null
  /** From the period after the latest to the year's end; of what adds up over the year its end alone. */
  readonly path: readonly PathPoint[]
  readonly target: { readonly value: number; readonly shown: string } | null
  /** Why there is no target, or nothing is held against it; empty where it is. */
  readonly targetReason: string
  /** The share of outcomes drawn that meet the target; null without a probability. */
  readonly chance: number | null
  readonly onTrack: OnTrackView | null
  /** What each period left must bring, in the unit and in people where that is known; null where there is no target. */
  readonly needed: { readonly each: number; readonly periods: number; readonly people: number | null } | null
  /** How such forecasts of this series have done at every past point; null where nothing is forecast. */
  readonly tested: Tally | null
  readonly words: ForecastWords
  /** All of it in sentences, in the order of the words; how it was tested says what the caveat says. */
  readonly sentences: readonly string[]
}

/** How likely an indicator meets its target, in as few words as a table has room for. */
export type ChanceView = {
  readonly chance: number
  /** "92 in 100", "under 1 in 100". */
  readonly shown: string
  /** The same in the fewest signs: "92 %", "< 1 %". */
  readonly brief: string
  /** Whether no forecast of the series at a past point had a range, so that the chance rests on none that was tested. */
  readonly isUntested: boolean
  readonly sentence: string
}

export type ForecastAnswer = {
  readonly organisation: OrganisationView
  readonly framework: FrameworkView
  readonly moment: Moment
  readonly forecasts: readonly ForecastView[]
}

/** A series with what would have been said of it. */
export type TestedSeries = {
  readonly series: string
  readonly points: number
  readonly refused: string
  readonly said: readonly Said[]
  readonly tally: Tally
}

/** Every indicator of a framework with its forecast, and how good such forecasts have been. */
export type ForecastsAnswer = {
  readonly organisation: OrganisationView
  readonly framework: FrameworkView
  /** The organisation's frameworks, its committee's first. */
  readonly frameworks: readonly FrameworkView[]
  readonly moment: Moment
  readonly forecasts: readonly ForecastView[]
  /** Without what was said of each: that is asked of one indicator at a time. */
  readonly backtest: BacktestAnswer
}

/** What would have been said of one indicator at every past point. */
export type PastForecasts = { readonly indicator: IndicatorView; readonly tested: TestedSeries }

export type BacktestAnswer = {
  readonly all: Tally
  readonly ahead: readonly { readonly ahead: number; readonly tally: Tally }[]
  readonly methods: readonly { readonly method: MethodCode; readonly tally: Tally }[]
  /** Whether the goals are met, and why not, in sentences. */
  readonly findings: readonly string[]
  readonly series: readonly TestedSeries[]
}
