/** How a page module becomes an answer: it asks its question and shows the answer; the rest is the same for all. */
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { OrganisationView } from '../answers/types.ts'
import type { PageContext } from './context.ts'
import { sendBytes } from './encoding.ts'
import type { PageBytes } from './kept-pages.ts'
import type { Answer } from './route.ts'

/** The context of a page of an organisation. */
export type OrganisationContext = PageContext & { readonly organisation: OrganisationView }

export type PageModule<Context, Question> = {
  /** What the page shows, asked of the services. @throws NotFound when it was not known on the asked day */
  readonly question: (context: Context) => Promise<Question>
  readonly view: (answer: Question, context: Context) => JSX.Element
  /** For a page that takes long to make, and has no form that changes anything: it is made once for what it shows. */
  readonly keep?: (answer: Question) => Keeping
}

type Keeping = {
  /** The answer that the page goes with, by its identity. */
  readonly of: object
  /** What else it shows, as text. */
  readonly besides?: string
}

/** The answer of a page that belongs to no organisation. */
export function page<Question>(module: PageModule<PageContext, Question>): Answer {
  return context => answerOf(module, context)
}

/** The answer of a page of an organisation: it is only asked for one that there is. */
export function organisationPage<Question>(module: PageModule<OrganisationContext, Question>): Answer {
  return ofOrganisation(context => answerOf(module, context))
}

/** An answer that belongs to an organisation, page or not: it is only asked for one that there is. */
export function ofOrganisation(answer: (context: OrganisationContext) => Promise<Response>): Answer {
  return context => {
    if (!context.organisation) throw new Error(`${context.path} is the address of no organisation`)
    return answer({ ...context, organisation: context.organisation })
  }
}

async function answerOf<Context extends PageContext, Question>(
  { question, view, keep }: PageModule<Context, Question>,
  context: Context,
): Promise<Response> {
  const answer = await question(context)
  const make = () => bytesOf(view(answer, { ...context, isKept: keep !== undefined }))
  const { asked, path, query, site, frame } = context
  if (!keep || asked.kind === 'wrong') return html(context, await make())
  const { of, besides = '' } = keep(answer)
  return html(
    context,
    await site.kept.get(of, frame.organisations, JSON.stringify([path, query, asked, besides]), make),
  )
}

/** What is said by the status of a page that is not simply there. */
type PageStatus = 400 | 403 | 404 | 409

/** Shows a page as it stands, as after a form that was filled in wrongly. */
export async function showPage(context: PageContext, view: JSX.Element, status?: PageStatus): Promise<Response> {
  return html(context, await bytesOf(view), status)
}

/** A page as it goes to the reader. */
export async function bytesOf(view: JSX.Element): Promise<PageBytes> {
  return new TextEncoder().encode(`<!DOCTYPE html>${await view.toString()}`)
}

/** A day written wrongly is said on the page, and by the status. */
function html({ http, asked }: PageContext, bytes: PageBytes, status?: PageStatus): Promise<Response> {
  const said = status ?? (asked.kind === 'wrong' ? 400 : 200)
  return sendBytes(http, bytes, said, { 'Content-Type': 'text/html; charset=utf-8' })
}
