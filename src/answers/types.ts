/**
 * What the answers are made of. Every answer is plain data, complete enough that command line, API, pages and papers only
 * show it: numbers unrounded beside the text that is shown, absent values null beside the reason.
 */
import type { Audience } from '../shared/audience.ts'
import type {
  Direction,
  Frequency,
  Kind,
  Mark,
  Polarity,
  Rating,
  ReasonCode,
  SummaryGroup,
  Unit,
} from '../shared/codes.ts'
import type { Origin } from '../shared/facts.ts'
import type { Period } from '../shared/period/period.ts'
import type { ChanceView, ForecastView } from './forecast/types.ts'
import type { PromptView } from './prompts/types.ts'
import type { SignalFinding, SignalView } from './signal/types.ts'

/** The moment as at which a question is answered. */
export type Moment = {
  /** Facts known on this day or before; YYYY-MM-DD, Europe/London. */
  readonly asAt: string
  /** Only what this register had recorded before this UTC instant, when given. */
  readonly recordedBefore?: string | undefined
}

export type OrganisationView = {
  readonly slug: string
  readonly name: string
  readonly geography: string
  readonly invented: boolean
  readonly notice: string
  readonly licence: string
  readonly committeeFramework: string
}

export type FrameworkView = { readonly slug: string; readonly name: string; readonly edition: string }

export type IndicatorView = {
  readonly slug: string
  readonly name: string
  readonly shortName: string
  readonly polarity: Polarity
  readonly unit: Unit
  readonly unitNote: string
  /** The unit as it stands under a name: "%", "per 100,000", "score". */
  readonly unitLabel: string
  readonly decimals: number
  readonly kind: Kind
  readonly frequency: Frequency
  readonly lead: string
  readonly dataOwner: string
  readonly section: string
  readonly reference: string
}

export type TargetView = {
  readonly value: number
  readonly shown: string
  /** given: stated for this very period; otherwise worked out from a profile. */
  readonly how: 'given' | 'flat' | 'line' | 'seasonal'
  readonly derived: boolean
  /** Whether a person chose its period or profile where the document is silent. */
  readonly assigned: boolean
}

/** One period of one indicator: a value with its rating, or the reason for none. */
export type CellView = {
  readonly period: Period
  readonly value: number | null
  readonly shown: string | null
  readonly numerator: number | null
  readonly denominator: number | null
  /** Why there is no value; null when there is one. */
  readonly reason: ReasonCode | null
  /** The same in words, as "not available yet" or "nothing recorded". */
  readonly reasonInWords: string
  readonly marks: readonly Mark[]
  readonly note: string
  /** The audiences from which the value is hidden, as the number of people behind it is small or gives another away. */
  readonly suppressedFor: readonly Audience[]
  /** What was published, and what its own counts give at the same decimals; only where the two differ. */
  readonly mismatch?: { readonly published: string; readonly computed: string }
  readonly target: TargetView | null
  /** Why there is no target; empty when there is one. */
  readonly targetReason: string
  readonly rating: Rating | null
  /** Distance from target as a share of it, adverse positive. */
  readonly variance: number | null
  /** "8.0 % above target", or why there is no rating. */
  readonly ratingReason: string
  readonly knownOn: string | null
  readonly from: Origin | null
}

export type TravelView = {
  readonly direction: Direction | null
  readonly comparedWith: string
  readonly reason: string
  /** "Worse than in February 2017 (3.5)", ready to read. */
  readonly sentence: string
}

export type DashboardRow = {
  readonly indicator: IndicatorView
  /** Slug of the report card that this indicator belongs to, where there is one with words. */
  readonly card: string | null
  /** One for each column of the dashboard; null where no value is expected (a quarterly indicator in other months). */
  readonly cells: readonly (CellView | null)[]
  /** Every period known, oldest first, also those before the dashboard's first column. */
  readonly history: readonly CellView[]
  /** The latest period with a value; null when there is none. */
  readonly latest: CellView | null
  readonly travel: TravelView
  /** The same against the same period a year before. */
  readonly onAYear: TravelView
  readonly reasons: readonly ExceptionReasonView[]
}

export type DashboardAnswer = {
  readonly organisation: OrganisationView
  readonly framework: FrameworkView
  readonly moment: Moment
  readonly periods: readonly Period[]
  readonly rows: readonly DashboardRow[]
  readonly headline: Headline
}

/** A dashboard of any framework up to any period, with what a reader can choose from. */
export type BoardAnswer = {
  readonly dashboard: DashboardAnswer
  /** The organisation's frameworks, its committee's first. */
  readonly frameworks: readonly FrameworkView[]
  /** The periods with which the columns can end, the latest first. */
  readonly ends: readonly Period[]
  /** What signal says of each indicator, by its slug. */
  readonly signals: ReadonlyMap<string, SignalView>
  /** How likely those indicators meet the target of their year's end of which that can be said, by slug. */
  readonly chances: ReadonlyMap<string, ChanceView>
  readonly lastMeeting: OverviewAnswer['lastMeeting']
}

export type Headline = {
  /** "5 of the 6 indicators with a target are off target". */
  readonly title: string
  /** One or two sentences on what moved. */
  readonly lead: string
  readonly counts: {
    readonly indicators: number
    readonly withTarget: number
    readonly red: number
    readonly amber: number
    readonly green: number
    readonly offTarget: number
    readonly deteriorating: number
    readonly exceptions: number
  }
}

export type ExceptionRule = 'off-target' | 'deteriorating' | 'budget' | 'risk'
/** A rule by which indicators go to committee, with the numbers that hold in the framework. */
export type ExceptionRuleView = { readonly rule: ExceptionRule; readonly label: string; readonly says: string }
type ExceptionReasonView = { readonly rule: ExceptionRule; readonly detail: string }

export type ExceptionItem = {
  readonly row: DashboardRow
  readonly reasons: readonly ExceptionReasonView[]
  /** Whether it is a signal or within normal variation, or why that cannot be told. */
  readonly signal: SignalFinding
  /** Where it will stand at its year's end. */
  readonly forecast: ForecastView
}

export type ExceptionsAnswer = {
  readonly organisation: OrganisationView
  readonly framework: FrameworkView
  readonly moment: Moment
  /** In the order in which reasons are given. */
  readonly rules: readonly ExceptionRuleView[]
  readonly exceptions: readonly ExceptionItem[]
  /** Concerns by signal that no rule of rating sends to committee, each with its sentence. */
  readonly missed: readonly { readonly row: DashboardRow; readonly sentence: string }[]
}

export type SummaryItem = {
  readonly row: DashboardRow
  readonly group: SummaryGroup
  /** Favourable change as a share of the earlier value; null when nothing can be compared. */
  readonly change: number | null
  /** "From 21.7 in March 2016 to 19.3 in March 2017 per 100,000; target 16.5." */
  readonly evidence: string
  /** Which step of the rule decided, in words. */
  readonly because: string
  /** What an officer put in place of the rule's group, and why. */
  readonly override: { readonly ruleGroup: SummaryGroup | null; readonly reason: string } | null
}

export type SummaryAnswer = {
  readonly organisation: OrganisationView
  readonly framework: FrameworkView
  readonly moment: Moment
  readonly groups: readonly {
    readonly group: SummaryGroup
    readonly label: string
    /** The rule of the group in words. */
    readonly rule: string
    readonly items: readonly SummaryItem[]
  }[]
  /** Indicators that cannot be placed, with the reason. */
  readonly unplaced: readonly { readonly row: DashboardRow; readonly because: string }[]
}

export type VersionView = {
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly reason: string | null
}

export type RevisionItem = {
  readonly indicator: IndicatorView
  readonly period: Period
  readonly change: 'revised' | 'added' | 'detail' | 'withdrawn'
  readonly old: VersionView | null
  readonly new: VersionView | null
  readonly oldShown: string | null
  readonly newShown: string | null
  /** Whether the period stood in the dashboard of the earlier day: page and paper show only these. */
  readonly inEarlierDashboard: boolean
  /** "65.0 % became 65.2 %", ready to read. */
  readonly sentence: string
}

export type OtherRevision = {
  readonly what: 'target' | 'definition' | 'membership'
  readonly indicator: string
  readonly name: string
  readonly period: string
  readonly change: 'revised' | 'added' | 'withdrawn'
  readonly old: string | null
  readonly new: string | null
}

export type RevisionsAnswer = {
  readonly organisation: OrganisationView
  readonly framework: FrameworkView
  readonly from: string
  readonly to: string
  readonly revisions: readonly RevisionItem[]
  readonly others: readonly OtherRevision[]
}

/** What a series is set beside: the figures of another area, as the council printed them. */
export type BenchmarkView = {
  /** "Family group". */
  readonly name: string
  /** Those of the periods shown that it has, oldest first. */
  readonly figures: readonly Pick<CellView, 'period' | 'value' | 'shown' | 'reason' | 'marks'>[]
}

/** A series drawn in a chart or shown in a table. */
export type SeriesView = {
  readonly indicator: IndicatorView
  readonly cells: readonly CellView[]
  /** From the nearest area to the widest. */
  readonly benchmarks: readonly BenchmarkView[]
}

export type CardAnswer = {
  readonly organisation: OrganisationView
  readonly framework: FrameworkView
  readonly moment: Moment
  /** Slug of the card; the deciding indicator's slug where nobody has written one yet. */
  readonly slug: string
  readonly title: string
  /** The row of the indicator that decides, with its verdict. */
  readonly row: DashboardRow
  /** "Red: off target by 137.3 %", and the sentence below it. */
  readonly verdict: { readonly rating: Rating | null; readonly title: string; readonly detail: string }
  /** Whether the row's indicator shows a signal or only chance. */
  readonly signal: SignalView
  /** The six prompts on the row's indicator, answered as far as the figures can. */
  readonly prompts: readonly PromptView[]
  /** Where the row's indicator will stand at its year's end. */
  readonly forecast: ForecastView
  /** What the chart shows: the periods of the dashboard that this indicator holds. */
  readonly chart: readonly CellView[]
  /** What the chart sets it beside, from the nearest area to the widest. */
  readonly benchmarks: readonly BenchmarkView[]
  /** The same as a finding: "Up from 1.5 in March 2016 to 3.56 in March 2017". */
  readonly finding: string
  /** "Days of delay per 100,000 population, Norfolk, March 2016 to March 2017". */
  readonly subtitle: string
  readonly words: {
    /** Markdown; empty where the card has no words under the heading. */
    readonly why: string
    readonly explains: string
    readonly success: string
    readonly action: string
    readonly linked: string
    readonly knownOn: string
    /** Whether they were written longer than a quarter before the moment. */
    readonly isOld: boolean
  } | null
  readonly lead: string
  readonly dataOwner: string
  readonly others: readonly SeriesView[]
  readonly supplementary: readonly SeriesView[]
  /** Ambitions: shown, never rated. */
  readonly ambitions: readonly { readonly period: Period; readonly shown: string; readonly note: string }[]
  readonly actions: readonly ActionView[]
  /** Days on which earlier words of this card were known, latest first. */
  readonly earlier: readonly string[]
}

export type ActionView = {
  readonly slug: string
  readonly description: string
  readonly ownerRole: string
  readonly raisedOn: string
  readonly dueOn: string
  readonly state: 'open' | 'done' | 'overdue' | 'cannot_be_completed'
  readonly updates: readonly { readonly date: string; readonly text: string }[]
}

/** Everything that the overview page of an organisation shows. */
export type OverviewAnswer = {
  readonly dashboard: DashboardAnswer
  readonly exceptions: ExceptionsAnswer
  readonly summary: SummaryAnswer
  /** Since the last meeting of the committee before the day; null when there was none. */
  readonly revisions: RevisionsAnswer | null
  readonly lastMeeting: { readonly date: string; readonly committee: string } | null
  readonly nextMeeting: { readonly date: string; readonly committee: string } | null
  /** The six prompts on each exception, by its slug. */
  readonly prompts: ReadonlyMap<string, readonly PromptView[]>
}
