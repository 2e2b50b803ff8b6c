import type { Mark } from '../../shared/codes.ts'
import { compareText } from '../../shared/compare-text.ts'
import type { Fact } from '../../shared/facts.ts'
import type { Period } from '../../shared/period/period.ts'
import { dayInWords } from '../../shared/words.ts'
import type { CellView, DashboardRow, FrameworkView, IndicatorView, Moment, OrganisationView } from '../types.ts'
import { type Lateness, latenessOf } from './lateness.ts'

/** What there is of one indicator, and what is missing. */
export type Coverage = {
  readonly indicator: IndicatorView
  readonly first: Period | null
  /** The latest period with a value. */
  readonly last: Period | null
  readonly values: number
  /** Periods recorded without a value. */
  readonly without: number
  readonly marks: readonly Mark[]
  /** Documents that its figures came from, by title and day. */
  readonly documents: readonly string[]
  /** The latest day on which a figure of it became known; null where there is none. */
  readonly knownOn: string | null
  /** Targets in whose period or profile a person chose what the document does not say. */
  readonly assignedTargets: number
  readonly lateness: Lateness
}

export type SourceView = {
  readonly slug: string
  readonly title: string
  readonly publisher: string
  readonly date: string
  /** Whether the document bears no date, and somebody chose one. */
  readonly dateAssigned: boolean
  readonly licence: string
  readonly note: string
  /** Figures of this page that came from it, with or without a value. */
  readonly figures: number
}

export type AboutDataAnswer = {
  readonly organisation: OrganisationView
  readonly moment: Moment
  readonly frameworks: readonly { readonly framework: FrameworkView; readonly rows: readonly Coverage[] }[]
  readonly sources: readonly SourceView[]
  readonly counts: {
    readonly indicators: number
    readonly values: number
    readonly late: number
    readonly documents: number
  }
}

/** What of a register is told about: the judged rows of every framework, and the documents. */
export type Told = {
  readonly organisation: OrganisationView
  readonly moment: Moment
  readonly frameworks: readonly { readonly framework: FrameworkView; readonly rows: readonly DashboardRow[] }[]
  /** Months after a period until its figure can be expected, by indicator. */
  readonly timeLags: ReadonlyMap<string, number>
  readonly sources: readonly Fact<'source'>[]
}

/** What data there is: of each indicator from when to when, from whom, known since when, and what is late. */
export function aboutData({ organisation, moment, frameworks, timeLags, sources }: Told): AboutDataAnswer {
  const titles = new Map(
    sources.map(({ name, payload: { title, date } }) => [name, date === '' ? title : `${title}, ${dayInWords(date)}`]),
  )
  const told = frameworks.map(({ framework, rows }) => ({
    framework,
    rows: rows.map(row => coverageOf(row, { titles, timeLags, asAt: moment.asAt })),
  }))
  // An indicator of several frameworks is counted once.
  const once = [...new Map(told.flatMap(({ rows }) => rows.map(row => [row.indicator.slug, row]))).values()]
  const cells = [
    ...new Map(frameworks.flatMap(({ rows }) => rows.map(row => [row.indicator.slug, row.history]))).values(),
  ].flat()
  return {
    organisation,
    moment,
    frameworks: told,
    sources: sources
      .map(fact => viewOfSource(fact, cells))
      .toSorted((a, b) => compareText(a.date, b.date) || compareText(a.slug, b.slug)),
    counts: {
      indicators: once.length,
      values: once.reduce((sum, { values }) => sum + values, 0),
      late: once.filter(({ lateness }) => lateness.periods > 0).length,
      documents: sources.length,
    },
  }
}

type Beside = {
  readonly titles: ReadonlyMap<string, string>
  readonly timeLags: ReadonlyMap<string, number>
  readonly asAt: string
}

function coverageOf({ indicator, history, latest }: DashboardRow, { titles, timeLags, asAt }: Beside): Coverage {
  const valued = history.filter(cell => cell.value !== null)
  const days = history.flatMap(cell => cell.knownOn ?? [])
  const documents = new Set(history.flatMap(cell => cell.from?.document || []))
  return {
    indicator,
    first: valued[0]?.period ?? null,
    last: latest?.period ?? null,
    values: valued.length,
    without: history.length - valued.length,
    marks: [...new Set(history.flatMap(cell => cell.marks))],
    documents: [...documents].map(document => titles.get(document) ?? document),
    knownOn: days.toSorted(compareText).at(-1) ?? null,
    assignedTargets: history.filter(({ target }) => target?.how === 'given' && target.assigned).length,
    lateness: latenessOf(history, { frequency: indicator.frequency, timeLag: timeLags.get(indicator.slug) ?? 0, asAt }),
  }
}

function viewOfSource({ name, payload }: Fact<'source'>, cells: readonly CellView[]): SourceView {
  const { title, publisher, date, dateAssigned, licence, note } = payload
  const figures = cells.filter(cell => cell.from?.document === name).length
  return { slug: name, title, publisher, date, dateAssigned, licence, note, figures }
}
