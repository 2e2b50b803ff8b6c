/** What is known of one indicator, as its page shows it. */
import type { Period } from '../../shared/period/period.ts'
import type { ForecastView } from '../forecast/types.ts'
import type { SignalView } from '../signal/types.ts'
import type {
  CardAnswer,
  CellView,
  DashboardRow,
  FrameworkView,
  Moment,
  OrganisationView,
  RevisionItem,
} from '../types.ts'

/** One version of a figure: what was recorded, by whom, when, and from where. */
export type VersionOfFigure = {
  readonly shown: string | null
  readonly counts: string
  /** "65.0 % became 65.2 %", ready to read. */
  readonly sentence: string
  /** null: it is the first, or says again what was known. */
  readonly change: RevisionItem['change'] | null
  readonly knownOn: string
  /** The UTC instant at which the register wrote it. */
  readonly recordedAt: string
  /** Who recorded it and from where: "Robin (in these pages)"; empty where it may not be said or nobody knows it. */
  readonly recordedBy: string
  /** The document that states it, by its title; empty where none is named. */
  readonly document: string
  readonly file: string
  /** The place in the file: sheet, row, cell. */
  readonly place: string
}

/** Every version of the figure of a period, the one known first at the start. */
export type FigureHistory = {
  readonly period: Period
  /** The version of the definition; empty where there is only one. */
  readonly definition: string
  readonly versions: readonly VersionOfFigure[]
}

/** The same months or quarters of several financial years side by side. */
export type YearsBeside = {
  /** What stands side by side. */
  readonly parts: 'months' | 'quarters'
  readonly years: readonly Period[]
  /** In the order of the financial year; a cell for each year. */
  readonly rows: readonly { readonly label: string; readonly cells: readonly (CellView | null)[] }[]
  /** "March: 3.56 in 2016/17, 1.5 in 2015/16". */
  readonly sentence: string
}

/** The figures of one dimension (age, sex, area), a row for each category. */
export type Breakdown = {
  /** "Age", "Age and sex", "Area". */
  readonly name: string
  readonly periods: readonly Period[]
  readonly rows: readonly { readonly name: string; readonly cells: readonly (CellView | null)[] }[]
}

/** Another indicator, and why it stands beside this one. */
export type LinkedIndicator = {
  readonly name: string
  /** Its slug, where the indicator is known. */
  readonly slug: string | null
  readonly why: string
}

/** The same measure as another owner publishes it for the same area. */
export type OtherOwner = {
  readonly owner: string
  readonly name: string
  readonly rows: readonly {
    readonly period: Period
    readonly own: string | null
    readonly theirs: string | null
    /** "0.2 lower", "the same", or why the two cannot be compared. */
    readonly difference: string
    readonly note: string
  }[]
}

/** Everything that is known of an indicator. */
export type IndicatorAnswer = {
  readonly organisation: OrganisationView
  readonly framework: FrameworkView
  readonly moment: Moment
  /** Whether the framework holds it; else it stands by itself. */
  readonly isMember: boolean
  readonly row: DashboardRow
  readonly verdict: CardAnswer['verdict']
  readonly signal: SignalView
  readonly forecast: ForecastView
  readonly finding: string
  readonly subtitle: string
  readonly ambitions: CardAnswer['ambitions']
  readonly counts: { readonly numerator: string; readonly denominator: string }
  readonly years: YearsBeside | null
  readonly breakdowns: readonly Breakdown[]
  /** Latest period first. */
  readonly history: readonly FigureHistory[]
  readonly definitions: readonly {
    readonly version: string
    readonly from: string
    readonly breaks: boolean
    readonly text: string
  }[]
  readonly source: string
  readonly targets: readonly {
    readonly period: Period
    readonly says: string
    readonly note: string
    readonly knownOn: string
  }[]
  readonly comments: readonly {
    readonly period: string
    readonly text: string
    readonly authorRole: string
    readonly knownOn: string
  }[]
  readonly linked: readonly LinkedIndicator[]
  readonly others: readonly OtherOwner[]
  /** How many actions are agreed about it. */
  readonly actions: number
}
