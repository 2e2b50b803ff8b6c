/** What a row of the table of routes says of a page. */
import type { Audience } from '../shared/audience.ts'
import type { PageContext } from './context.ts'

/** Answers one request: shows a page, gives a file, or takes a form and leads on. */
export type Answer = (context: PageContext) => Promise<Response>

export type Route = {
  readonly method: 'GET' | 'POST'
  /** As ":org/cards/:card" under "/"; a path that begins with ":org" belongs to an organisation. */
  readonly path: string
  /** The least that somebody must be to ask for it. */
  readonly audience: Audience
  readonly answer: Answer
  /** What the page reads of its address, apart from the day as known: all other names are dropped. */
  readonly query?: readonly string[]
  /** The most bytes that a form may have; `defaultFormBytes` where nothing is said. */
  readonly formBytes?: number
  /** Whether its files are too large for memory: the answer reads the form part by part, with `readParts`. Its token is checked first. */
  readonly inParts?: true
  /** Where a link to it stands in the frame of every page, and its words: rows give the order. `more` unfolds beside `organisation`. */
  readonly link?: { readonly place: 'organisation' | 'more' | 'footer' | 'search'; readonly words: string }
}

/** The most bytes of a form that carries no file. */
export const defaultFormBytes = 64 * 1024
