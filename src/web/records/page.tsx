/** How a page over client-level records is answered: its question goes to a process of its own, and the page says how far it is. */
import type { JSX } from 'hono/jsx/jsx-runtime'
import { NotFound } from '../../answers/not-found.ts'
import type { Holdings } from '../../measures/holdings/holdings.ts'
import type { Answer } from '../route.ts'
import { type OrganisationContext, ofOrganisation, showPage } from '../show-page.ts'
import { choiceOf, type RecordsChoice } from './choice.ts'
import { councilsOf } from './councils.ts'
import { EmptyPage } from './empty.tsx'
import { type FileTable, fileBytes, type RecordsFormat, recordsFormats } from './file-bytes.ts'
import type { RecordsPath } from './pages.ts'
import type { About, AnswerTo, QuestionName, Reply } from './services.ts'
import { FailedPage, NotKnownPage, NoYearPage, UnderwayPage } from './waiting.tsx'

/** What a question and a view are told: the choice is read, and the months are covered. */
export type RecordsContext = OrganisationContext & {
  readonly holdings: Holdings
  readonly choice: RecordsChoice
  readonly month: string
}

type Module<K extends QuestionName> = {
  readonly here: RecordsPath
  readonly name: K
  /** What is asked. @throws NotFound for what there is not */
  readonly about: (context: RecordsContext) => About<K>
  /** What is being worked out, as the page says it that waits. */
  readonly what: (context: RecordsContext) => string
  readonly view: (answer: AnswerTo<K>, context: RecordsContext) => JSX.Element
}

/** How often the page of something under way is shown anew, in seconds; it needs no script. */
const again = '3'

/** A page that shows what a question of the records answers. */
export function recordsPage<K extends QuestionName>({ here, name, about, what, view }: Module<K>): Answer {
  return withRecords(here, async context => {
    const reply = await context.services.records.ask(name, about(context), 'page')
    return shown(context, here, what(context), reply, answer => view(answer, context))
  })
}

/** Answers once the lake is known: where it holds nothing of the organisation, or no whole year, a page says so. */
export function withRecords(
  here: RecordsPath,
  answer: (context: RecordsContext) => Promise<Response>,
  withoutYear?: (context: Omit<RecordsContext, 'month'>) => Promise<Response>,
): Answer {
  return orNotKnown(here, async context => {
    const { services, organisation, frame, query } = context
    const councils = councilsOf(organisation, frame.organisations, services.records.councils())
    if (councils.length === 0) return showPage(context, <EmptyPage context={context} />)
    const held = await services.records.ask('holdings', {}, 'page')
    if (held.kind !== 'answer') return shown(context, here, 'what the records hold', held, () => <p />)
    const choice = choiceOf(query, councils, held.answer)
    const found = { ...context, holdings: held.answer, choice }
    if (withoutYear) return withoutYear(found)
    const { month } = choice
    return month === null
      ? showPage(context, <NoYearPage context={context} here={here} choice={choice} />)
      : answer({ ...found, month })
  })
}

/** Names under which other tools ask for months: here they would choose nothing, and the reader should know. */
const foreign = ['month', 'year'] as const

/** What an address names and the records do not hold is said on a page of theirs. */
function orNotKnown(here: RecordsPath, answer: (context: OrganisationContext) => Promise<Response>): Answer {
  return ofOrganisation(async context => {
    try {
      const wrong = foreign.find(name => context.http.req.query(name) !== undefined)
      if (wrong)
        throw new NotFound(`No page of the records reads “${wrong}”: the twelve months are chosen as to=2026-03.`)
      return await answer(context)
    } catch (error) {
      if (!(error instanceof NotFound)) throw error
      return showPage(context, <NotKnownPage context={context} here={here} why={error.message} />, 404)
    }
  })
}

/** The page of a reply: what was asked, that it is being worked out, or why it cannot be. */
export async function shown<T>(
  context: OrganisationContext,
  here: RecordsPath,
  what: string,
  reply: Reply<T>,
  view: (answer: T) => JSX.Element | Promise<JSX.Element>,
): Promise<Response> {
  if (reply.kind === 'answer') return showPage(context, await view(reply.answer))
  if (reply.kind === 'failed')
    return showPage(context, <FailedPage context={context} here={here} why={reply.why} />, 409)
  context.http.header('Refresh', again)
  return showPage(context, <UnderwayPage context={context} here={here} what={what} reply={reply} />)
}

type FileModule<K extends QuestionName> = Pick<Module<K>, 'here' | 'name' | 'about'> & {
  /** The tables that can be had, by the name of the file. */
  readonly tables: Readonly<Record<string, (answer: AnswerTo<K>, context: RecordsContext) => FileTable>>
}

/** A table of the records as a file, named by the last part of its address: it waits for the answer, however long it takes. */
export function recordsFile<K extends QuestionName>({ here, name, about, tables }: FileModule<K>): Answer {
  return withRecords(here, async context => {
    const { base, format } = fileNamed(context)
    const table = Object.hasOwn(tables, base) ? tables[base] : undefined
    if (!table) throw new NotFound('There is no such file')
    const reply = await context.services.records.ask(name, about(context), 'file')
    if (reply.kind !== 'answer') return shown(context, here, '', reply, () => <p />)
    return fileResponse(
      context,
      base,
      format,
      fileBytes(table(reply.answer, context), format, context.services.today()),
    )
  })
}

/** The name of a file in an address, and its format. @throws NotFound where it is none that there is */
export function fileNamed({ params }: RecordsContext): { readonly base: string; readonly format: RecordsFormat } {
  const [, base = '', ending] = /^([a-z0-9-]+)\.([a-z]+)$/.exec(params['file'] ?? '') ?? []
  const format = recordsFormats.find(each => each === ending)
  if (!format) throw new NotFound('There is no such file')
  return { base, format }
}

const types: Record<RecordsFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  json: 'application/json',
}

/** The Cache-Control of what shows people, one by one: neither the browser nor anything on the way keeps it. */
export const keptNowhere = 'no-store'

/** A file that the reader keeps: its name says the council and the months. @param caching its Cache-Control, where it is not as for all */
export function fileResponse(
  { choice, month }: RecordsContext,
  base: string,
  format: RecordsFormat,
  bytes: Uint8Array<ArrayBuffer>,
  caching?: string,
): Response {
  const name = `${choice.council.code}-${base}-to-${month}`.replace(/[^a-zA-Z0-9-]/g, '-')
  return new Response(bytes, {
    headers: {
      'Content-Type': types[format],
      'Content-Length': String(bytes.byteLength),
      'Content-Disposition': `attachment; filename="${name}.${format}"`,
      ...(caching !== undefined && { 'Cache-Control': caching }),
    },
  })
}
