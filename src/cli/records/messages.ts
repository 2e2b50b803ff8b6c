/** What the process that answers questions of the records is asked, and what it says. */
import type { About, AnswerTo, QuestionName } from '../../web/records/services.ts'

export type RecordsRequest = {
  readonly home: string
  readonly memory: string
  readonly day: string
  readonly name: QuestionName
  readonly about: About<QuestionName>
}

export type RecordsMessage =
  | { readonly answer: AnswerTo<QuestionName> }
  /** It cannot be answered: in words for a reader, or what went wrong for whoever runs the server. */
  | { readonly why: string }
  | { readonly error: string }
