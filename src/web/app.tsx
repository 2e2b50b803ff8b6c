/** The server over the table of routes: it answers what a row declares, and refuses everything else. */
import { type Context, type Handler, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { NotFound } from '../answers/not-found.ts'
import { maySee } from '../shared/audience.ts'
import { readAssets } from './assets.ts'
import { linkTo } from './components/wording.ts'
import { contextOf, frameOf, type PageContext, type Sent, type Site } from './context.ts'
import { sendBytes } from './encoding.ts'
import { type Refusal, receiveForm, receiveParts } from './forms/forms.tsx'
import { FormFault } from './forms/multipart.ts'
import { bareFrame } from './frame/frame.ts'
import { KeptPages } from './kept-pages.ts'
import {
  badAddress,
  fromElsewhere,
  notFound,
  notPublic,
  notYetKnown,
  type Problem,
  ProblemPage,
  refusals,
  tooLarge,
  wentWrong,
  wrongMethod,
} from './problems/view.tsx'
import { defaultFormBytes, type Route } from './route.ts'
import { routes } from './routes.ts'
import { isReadable } from './security/address.ts'
import { schemeOf, securityHeaders } from './security/headers.ts'
import { isAllowedHost } from './security/host.ts'
import { isFromHere } from './security/origin.ts'
import type { Services } from './services.ts'
import type { Settings } from './settings.ts'
import { bytesOf } from './show-page.ts'

/**
 * The pages over some services, ready to be served.
 * @param declared the table of routes; tests hand in others
 * @throws when stylesheet or typeface are missing
 */
export function createApp(services: Services, settings: Settings, declared: readonly Route[] = routes): Hono {
  const table = declared.filter(row => maySee(settings.audience, row.audience))
  const site: Site = { services, settings, table, assets: readAssets(), kept: new KeptPages() }
  const app = new Hono({ strict: false })
  app.use(securityHeaders(settings))
  app.use(async (http, next) => {
    const host = http.req.header('host') ?? new URL(http.req.url).host
    if (!isAllowedHost(host, settings.allowedHosts))
      return http.text('This server does not answer to that name. Use the address that it was started with.\n', 421)
    if (!isReadable(http.req.url)) return problem(http, site, badAddress, 400)
    return next()
  })
  for (const [path, rows] of Map.groupBy(table, row => row.path)) {
    for (const row of rows) app.on([row.method], [path], ...handlersOf(row, site))
    const methods = rows.flatMap(row => (row.method === 'GET' ? ['GET', 'HEAD'] : [row.method]))
    app.all(path, http => {
      http.header('Allow', methods.join(', '))
      return problem(http, site, wrongMethod, 405)
    })
  }
  app.notFound(http => problem(http, site, nothingThere(settings), 404))
  app.onError((error, http) => {
    services.report?.(error)
    return problem(http, site, wentWrong, 500)
  })
  return app
}

const nothingThere = ({ audience }: Settings) => (audience === 'public' ? notPublic : notFound)

/** What a row goes through: a form only once it comes from here and is small enough. */
function handlersOf(row: Route, site: Site): Handler[] {
  if (row.method === 'GET') return [async http => answered(row, site, http, nothingSent)]
  const fromHere: Handler = (http, next) =>
    sentFromHere(http, site) ? next() : problem(http, site, fromElsewhere, 403)
  if (row.inParts) return [fromHere, http => answeredInParts(row, site, http)]
  return [
    fromHere,
    bodyLimit({
      maxSize: row.formBytes ?? defaultFormBytes,
      onError: http => problem(http, site, tooLarge, 413),
    }),
    async http => {
      const form = await receiveForm(http, site.settings)
      if (typeof form !== 'string') return answered(row, site, http, { ...nothingSent, form })
      return refused(http, site, form)
    },
  ]
}

const nothingSent: Sent = { form: null, parts: null }

/** The answer of a row that reads its form part by part, or that the form is not taken. */
async function answeredInParts(row: Route, site: Site, http: Context): Promise<Response> {
  const parts = await receiveParts(http, site.settings, row.formBytes ?? defaultFormBytes)
  if (typeof parts === 'string') return refused(http, site, parts)
  try {
    return await answered(row, site, http, { ...nothingSent, parts })
  } catch (error) {
    if (error instanceof FormFault) return refused(http, site, error.fault)
    throw error
  }
}

/** That a form is not taken. */
function refused(http: Context, site: Site, why: Refusal | 'large'): Promise<Response> {
  if (why === 'large') return problem(http, site, tooLarge, 413)
  const { what, status } = refusals[why]
  return problem(http, site, what, status)
}

function sentFromHere(http: Context, { settings }: Site): boolean {
  const header = (name: string) => http.req.header(name)
  return isFromHere({
    origin: header('origin'),
    site: header('sec-fetch-site'),
    host: header('host') ?? new URL(http.req.url).host,
    scheme: schemeOf(http, settings.behindTls),
  })
}

/** The answer of a row; what was not known on the asked day is a page of its own. */
async function answered(row: Route, site: Site, http: Context, sent: Sent): Promise<Response> {
  let context: PageContext | undefined
  try {
    context = await contextOf(http, row, site, sent)
    const { asked, path, query } = context
    if (asked.kind === 'elsewhere') return http.redirect(linkTo(path, { 'as-at': asked.asAt, ...query }), 302)
    return await row.answer(context)
  } catch (error) {
    if (!(error instanceof NotFound)) throw error
    const { asked, organisation } = context ?? {}
    const isPast = organisation && asked?.kind === 'past'
    if (!isPast) return problem(http, site, nothingThere(site.settings), 404)
    return problem(http, site, notYetKnown(organisation, asked.asAt), 404, { asked, query: context?.query ?? {} })
  }
}

type Status = 400 | 403 | 404 | 405 | 413 | 415 | 500

/** A page that says what is wrong. It must stand even where the services do not. @param asked the day that can be changed there */
async function problem(
  http: Context,
  site: Site,
  what: Problem,
  status: Status,
  asked?: Parameters<typeof frameOf>[2],
): Promise<Response> {
  const frame = await frameOf(http, site, asked).catch(() => bareFrame(site.assets))
  const bytes = await bytesOf(<ProblemPage frame={frame} problem={what} path={http.req.path} />)
  return sendBytes(http, bytes, status, { 'Content-Type': 'text/html; charset=utf-8' })
}
