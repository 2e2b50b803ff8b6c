/** What the workbench of targets shows: a path with what it means, and everything that stands around it. */
import type { Pace } from '../../judgement/path/pace.ts'
import type { PathShape, PathState, Polarity, Profile, VolumeRule } from '../../shared/codes.ts'
import type { Period } from '../../shared/period/period.ts'
import type { DecimalText } from '../../shared/rounding.ts'
import type { YearValue } from '../../shared/year-values.ts'
import type { BenchmarkView, CellView, FrameworkView, IndicatorView, Moment, OrganisationView } from '../types.ts'

/** What somebody asks of a path: what the form holds. Numbers stand as they were typed. */
export type AskedPath = {
  readonly shape: PathShape
  /** Empty: the latest full year with a value. */
  readonly from: Period | null
  readonly goal: DecimalText | null
  readonly by: Period | null
  /** How far the path goes; null: to the goal. */
  readonly until: Period | null
  readonly own: readonly YearValue[]
  readonly profile: Profile
  /** Of which group, where its figures give the goal. */
  readonly group: string
  readonly population: string
  readonly outOf: DecimalText | null
  readonly volumeRule: VolumeRule
}

/** What a target means in people. Numbers are unrounded. */
export type PeopleView = {
  readonly count: number
  readonly countShown: string
  readonly outOf: number
  readonly outOfShown: string
  /** Out of whom, and how that is known: "on the population projected for 2018/19". */
  readonly said: string
  /** How many there are now, where that is what changes: "the figure of March 2026". */
  readonly source: string
  /** Of days: how many beds, or people at a time, they take; null where that cannot be told, or no days are counted. */
  readonly placesShown: string | null
}

/** One year of a path. */
export type PathYear = {
  readonly period: Period
  /** null: the year has no target, and none is filled in. */
  readonly target: { readonly value: number; readonly shown: string } | null
  readonly people: PeopleView | null
  /** The target that the year is rated by today, as it is shown; null: none. */
  readonly present: string | null
}

export type PathView = {
  readonly shape: PathShape
  readonly profile: Profile
  readonly baseline: { readonly period: Period; readonly value: number; readonly shown: string }
  readonly goal: { readonly period: Period; readonly value: number; readonly shown: string } | null
  /** Of which group and year the goal is; empty where it is no group's. */
  readonly basis: string
  readonly years: readonly PathYear[]
  /** What the baseline means in people; null where it cannot be told. */
  readonly peopleNow: PeopleView | null
  /** Why no target is put into people; empty where it is. */
  readonly noPeople: string
  /** What the counts of the years are of: people, or days with the places that they take. */
  readonly countsOf: {
    readonly counts: 'People' | 'Days' | 'Beds'
    readonly places: 'Beds' | 'People at a time' | null
  }
  /** What it means, in sentences: in people, beside the forecast, beside other councils. */
  readonly meaning: readonly string[]
  readonly forecast: readonly string[]
  /** How it is rated on its way and at its goal, where neither too high nor too low is good; else null. */
  readonly band: string | null
  readonly pace: Pace
  readonly paceSentence: string
  /** The targets of the months or quarters of each year; empty where the path has none between its years. */
  readonly parts: readonly { readonly period: Period; readonly shown: string }[]
  /** History without its targets, then the periods to come with those of the path. */
  readonly cells: readonly CellView[]
  /** What a reader must know before agreeing: a target worse than the present result, a target that is replaced. */
  readonly warnings: readonly string[]
}

/** What is written beside a path. */
export type PathWords = {
  readonly definition: string
  readonly owner: string
  /** Which way is good as it is printed, and as it is used. */
  readonly polarityPrinted: Polarity
  readonly polarityUsed: Polarity
  /** Markdown. */
  readonly rationale: string
  readonly citation: string
  /** Markdown. */
  readonly factors: string
  /** Markdown. */
  readonly alternatives: string
  readonly note: string
}

/** A path as it is kept. */
export type KeptPathView = {
  readonly seq: number
  readonly state: PathState
  readonly knownOn: string
  readonly agreedBy: string
  readonly agreedOn: string
  /** That the proposal was written down after the decision, in a sentence; empty where it was not. */
  readonly writtenAfter: string
  readonly path: PathView
  readonly words: PathWords
  /** What the form starts from. */
  readonly asked: AskedPath
}

/** One version of what was kept. */
export type PathVersion = {
  readonly seq: number
  readonly state: PathState
  readonly knownOn: string
  readonly recordedAt: string
  readonly who: string
  /** "2017/18 28.86; 2018/19 25.00". */
  readonly targets: string
  readonly agreedBy: string
  readonly agreedOn: string
  readonly note: string
}

export type GroupOption = { readonly slug: string; readonly name: string }

/** The same measure of another age group. */
export type AgeGroupView = {
  readonly slug: string
  readonly name: string
  readonly baseline: string
  readonly state: PathState | null
  readonly targets: readonly { readonly period: Period; readonly shown: string }[]
}

export type WorkbenchAnswer = {
  readonly organisation: OrganisationView
  readonly framework: FrameworkView
  readonly moment: Moment
  readonly indicator: IndicatorView
  readonly areaName: string
  readonly history: readonly CellView[]
  /** The latest figure of whatever period: what a sheet calls current performance. */
  readonly current: { readonly period: Period; readonly shown: string } | null
  /** Full years and other periods from which a path may start, the latest first. */
  readonly baselines: readonly { readonly period: Period; readonly shown: string }[]
  /** The next financial years, for which targets can be set. */
  readonly years: readonly Period[]
  readonly benchmarks: readonly BenchmarkView[]
  /** What the lines of other areas say, what parts them, or why there is none, in sentences. */
  readonly beside: readonly string[]
  /** What is known of the subject on another basis, in sentences. */
  readonly related: readonly string[]
  readonly groups: readonly GroupOption[]
  /** Measures that count a population, with what is known of each. */
  readonly populations: readonly GroupOption[]
  readonly kept: KeptPathView | null
  /** What was asked for; null where nothing was, or it cannot be drawn. */
  readonly asked: PathView | null
  /** Why what was asked for cannot be drawn; empty where it can. */
  readonly refusal: string
  readonly versions: readonly PathVersion[]
  /** The number of the last version that anybody saved, withdrawn or not: what a further one builds on; null where there is none. */
  readonly seen: number | null
  readonly ageGroups: readonly AgeGroupView[]
}

/** The indicators of a framework with their paths. */
export type TargetsAnswer = {
  readonly organisation: OrganisationView
  readonly framework: FrameworkView
  readonly frameworks: readonly FrameworkView[]
  readonly moment: Moment
  readonly years: readonly Period[]
  readonly rows: readonly {
    readonly indicator: IndicatorView
    readonly latest: CellView | null
    readonly state: PathState | null
    readonly agreedBy: string
    readonly agreedOn: string
    /** Of each of the years: the target that is proposed or agreed; null where there is none. */
    readonly targets: readonly (string | null)[]
  }[]
}
