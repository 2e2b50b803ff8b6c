/** The questions of the pages over client-level records. Whoever starts the server answers them in a process of its own. */
import type { ShownEqualities } from '../../answers/equalities/for-audience.ts'
import type { PublishedFigures } from '../../answers/reconcile/published-figures.ts'
import type { FiguresAnswer, TableAnswer } from '../../measures/ask.ts'
import type { ExplainAnswer } from '../../measures/explain/explain.ts'
import type { Holdings } from '../../measures/holdings/holdings.ts'
import type { MovedAnswer } from '../../measures/moved/moved.ts'
import type { Part, PeopleAnswer, PeopleAsked } from '../../measures/people/people.ts'
import type { QualityAnswer } from '../../measures/quality/quality.ts'
import type { PublishedOf, Reconciliation } from '../../measures/reconcile/reconcile.ts'
import type { RecordsFormat } from './file-bytes.ts'
import type { IntakeServices } from './intake/services.ts'

/** Twelve months up to the end of a month, as 2026-03. */
type Month = { readonly month: string }
/** Its code. */
type OfCouncil = { readonly council: string }

/** Every question: what it is asked about, and what answers it. A further one is a row here and one in src/cli/records/answers.ts. */
type RecordsQuestions = {
  readonly holdings: { readonly about: Readonly<Record<never, never>>; readonly answer: Holdings }
  readonly measures: { readonly about: Month; readonly answer: FiguresAnswer }
  readonly table: { readonly about: Month & { readonly name: string }; readonly answer: TableAnswer }
  readonly explain: {
    readonly about: Month & OfCouncil & { readonly measure: string }
    readonly answer: ExplainAnswer
  }
  /** What is wrong, without what it costs. */
  readonly quality: { readonly about: Month & OfCouncil; readonly answer: QualityAnswer }
  /** What the faults do to the measures: it takes many times as long, so that it keeps no other question waiting. */
  readonly costs: { readonly about: Month & OfCouncil; readonly answer: Pick<QualityAnswer, 'costs'> }
  /** The list of faulty records to send back to teams, as the bytes of a file: it may be long. */
  readonly 'faulty-records': {
    readonly about: Month & OfCouncil & { readonly format: RecordsFormat }
    readonly answer: { readonly bytes: Uint8Array<ArrayBuffer>; readonly records: number }
  }
  /** The measures by groups of people, as officers see them or as may be shared. */
  readonly equalities: {
    readonly about: Month & OfCouncil & { readonly audience: 'officer' | 'public' }
    readonly answer: {
      readonly tables: readonly ShownEqualities[]
      readonly notes: readonly string[]
      /** Why there are no areas, or not of everybody. */
      readonly aboutAreas: readonly string[]
    }
  }
  /** The figures of a financial year beside those that were published. */
  readonly reconcile: {
    readonly about: Month & OfCouncil & { readonly published: PublishedOf }
    readonly answer: Reconciliation
  }
  readonly moved: {
    readonly about: OfCouncil & { readonly measure: string; readonly from: string; readonly to: string }
    readonly answer: MovedAnswer
  }
  readonly people: { readonly about: Month & PeopleAsked; readonly answer: PeopleAnswer }
}

export type QuestionName = keyof RecordsQuestions
export type About<K extends QuestionName> = RecordsQuestions[K]['about']
export type AnswerTo<K extends QuestionName> = RecordsQuestions[K]['answer']

/** What comes of a question by the time that a page is shown. */
export type Reply<T> =
  | { readonly kind: 'answer'; readonly answer: T }
  | {
      readonly kind: 'underway'
      /** Whole seconds since it was asked. */
      readonly seconds: number
      /** Questions that are answered before it. */
      readonly before: number
    }
  /** It cannot be answered, in words that a person is meant to read. */
  | { readonly kind: 'failed'; readonly why: string }

/** A council of which there are records. */
export type HeldCouncil = { readonly code: string; readonly name: string }

/** That somebody saw records of people on these pages, for the audit: never whose. */
export type Look = { readonly organisation: string; readonly council: string; readonly month: string } & (
  | {
      readonly what: 'people'
      readonly measure: string
      readonly breakdown: string
      readonly part: Part
      /** The page of the list, from 1: with the rest it says who was shown, to whoever may ask again. */
      readonly page: number
      readonly people: number
      readonly records: number
    }
  | { readonly what: 'faulty records'; readonly format: RecordsFormat; readonly records: number }
)

export type RecordsServices = {
  /** The taking in of records, and what can be done with a file afterwards. */
  readonly intake: IntakeServices
  /** The councils of which there are records, now. */
  readonly councils: () => readonly HeldCouncil[]
  /**
   * Asks a question. Two who ask the same at once wait for one answer, which is kept until the records change.
   * @param patience a page is shown after a while even without an answer; a file waits for it
   */
  readonly ask: <K extends QuestionName>(
    name: K,
    about: About<K>,
    patience: 'page' | 'file',
  ) => Promise<Reply<AnswerTo<K>>>
  /** What publishers printed of a council, and of the country, for a financial year, as 2024/25. */
  readonly published: (council: string, year: string) => Promise<PublishedFigures>
  /** Writes into the audit that somebody saw records of people. It is written before they are shown. */
  readonly recordLook: (look: Look) => Promise<void>
}
