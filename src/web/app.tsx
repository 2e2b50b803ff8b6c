/** Every route of the pages. All of them only show: nothing here changes anything. */
import { type Context, Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { NotFound } from '../answers/not-found.ts'
import type { OrganisationView } from '../answers/types.ts'
import { type Assets, readAssets } from './assets.ts'
import { CardPage } from './card/page.tsx'
import { type AskedDay, readDay } from './components/day.ts'
import type { Frame } from './components/page.tsx'
import { linkTo } from './components/wording.ts'
import { KeptPages, type PageBytes } from './kept-pages.ts'
import { OrganisationsPage } from './organisations/page.tsx'
import { OverviewPage } from './overview/page.tsx'
import { PapersPage } from './papers/page.tsx'
import { paperFile } from './papers/paper-file.ts'
import { notFound, notYetKnown, type Problem, ProblemPage, wentWrong } from './problems/page.tsx'
import { securityHeaders } from './security/headers.ts'
import { isAllowedHost } from './security/host.ts'
import type { Services } from './services.ts'

const keptPages = new KeptPages()

/** The pages over some services, ready to be served. @throws when stylesheet or typeface are missing */
export function createApp(services: Services): Hono {
  const assets = readAssets()
  const app = new Hono({ strict: false })
  app.use(securityHeaders())
  app.use(async (context, next) => {
    const host = context.req.header('host') ?? new URL(context.req.url).host
    if (!isAllowedHost(host, services.allowedHosts))
      return context.text('This server does not answer to that name. Use the address that it was started with.\n', 421)
    return next()
  })
  app.get('/assets/:name', context => asset(context, assets))
  app.get('/', context => chooseOrganisation(context, services, assets))
  app.get('/:org', context => overview(context, services, assets))
  app.get('/:org/cards/:card', context => card(context, services, assets))
  app.get('/:org/papers', context => papers(context, services, assets))
  app.get('/:org/papers/:meeting/:version/:file', async context => {
    const found = await paperFile(services, context.req.param())
    return found ?? problem(context, services, assets, notFound, 404)
  })
  app.notFound(context => problem(context, services, assets, notFound, 404))
  app.onError((error, context) => {
    services.report?.(error)
    return problem(context, services, assets, wentWrong, 500)
  })
  return app
}

type Status = 200 | 400 | 404 | 500

async function page(context: Context, view: JSX.Element, status: Status = 200): Promise<Response> {
  return html(context, await bytesOf(view), status)
}

async function bytesOf(view: JSX.Element): Promise<PageBytes> {
  return new TextEncoder().encode(`<!DOCTYPE html>${await view.toString()}`)
}

function html(context: Context, bytes: PageBytes, status: Status): Response {
  return context.body(bytes, status, { 'Content-Type': 'text/html; charset=utf-8' })
}

function asset(context: Context, assets: Assets): Response {
  const found = assets.byPath.get(context.req.path)
  if (!found) return context.text('There is no such file.\n', 404)
  const headers = { 'Cache-Control': 'public, max-age=31536000, immutable', ETag: found.etag }
  if (context.req.header('if-none-match') === found.etag) return context.body(null, 304, headers)
  return context.body(found.body, 200, { ...headers, 'Content-Type': found.type })
}

type Choices = { readonly organisation?: OrganisationView | null; readonly asked?: AskedDay }

async function frameOf(services: Services, assets: Assets, { organisation = null, asked }: Choices): Promise<Frame> {
  const asAt = asked?.kind === 'past' ? asked.asAt : undefined
  return { assets, organisations: await services.organisations(), organisation, asAt }
}

async function chooseOrganisation(context: Context, services: Services, assets: Assets): Promise<Response> {
  const frame = await frameOf(services, assets, {})
  const [only, second] = frame.organisations
  if (only && !second) return context.redirect(`/${only.slug}`, 302)
  const moment = { asAt: services.today() }
  const overviews = await Promise.all(frame.organisations.map(({ slug }) => services.overview(slug, moment)))
  return page(context, <OrganisationsPage frame={frame} overviews={overviews} />)
}

async function overview(context: Context, services: Services, assets: Assets): Promise<Response> {
  const slug = context.req.param('org') ?? ''
  const query = context.req.query()
  const counts = query['counts'] === '1'
  const asked = readDay(query, services.today())
  if (asked.kind === 'elsewhere')
    return context.redirect(
      linkTo(`/${encodeURIComponent(slug)}`, { 'as-at': asked.asAt, counts: counts ? '1' : undefined }),
      302,
    )
  const answer = await services.overview(slug, { asAt: asked.asAt }).catch(unlessUnknown)
  if (!answer) return problem(context, services, assets, await unknownOn(services, slug, asked), 404)
  const frame = await frameOf(services, assets, { organisation: answer.dashboard.organisation, asked })
  const make = () => bytesOf(<OverviewPage frame={frame} overview={answer} asked={asked} counts={counts} />)
  if (asked.kind === 'wrong') return html(context, await make(), 400)
  return html(context, await keptPages.get(answer, frame.organisations, JSON.stringify([asked, counts]), make), 200)
}

async function card(context: Context, services: Services, assets: Assets): Promise<Response> {
  const organisation = context.req.param('org') ?? ''
  const slug = context.req.param('card') ?? ''
  const asked = readDay(context.req.query(), services.today())
  if (asked.kind === 'elsewhere') {
    const here = `/${encodeURIComponent(organisation)}/cards/${encodeURIComponent(slug)}`
    return context.redirect(linkTo(here, { 'as-at': asked.asAt }), 302)
  }
  const answer = await services.card(organisation, slug, { asAt: asked.asAt }).catch(unlessUnknown)
  if (!answer) return problem(context, services, assets, await unknownOn(services, organisation, asked), 404)
  const frame = await frameOf(services, assets, { organisation: answer.organisation, asked })
  return page(context, <CardPage frame={frame} card={answer} asked={asked} />, asked.kind === 'wrong' ? 400 : 200)
}

async function papers(context: Context, services: Services, assets: Assets): Promise<Response> {
  const slug = context.req.param('org') ?? ''
  // The list is the same on each day; the day is kept for the way back.
  const frame = await frameOf(services, assets, { asked: readDay(context.req.query(), services.today()) })
  const organisation = frame.organisations.find(each => each.slug === slug)
  if (!organisation) return problem(context, services, assets, notFound, 404)
  const publications = await services.publications(slug)
  const props = { frame: { ...frame, organisation }, organisation, publications, dayOf: services.dayOf }
  return page(context, <PapersPage {...props} />)
}

/** For what is not in the register as it was known; any other error is thrown on. */
function unlessUnknown(error: unknown): null {
  if (error instanceof NotFound) return null
  throw error
}

/** What to say of a page that is not there: on a past day it may only not have been known yet. */
async function unknownOn(services: Services, slug: string, asked: AskedDay): Promise<Problem> {
  const organisation = (await services.organisations()).find(each => each.slug === slug)
  if (!organisation || asked.kind !== 'past') return notFound
  return notYetKnown(organisation, asked.asAt)
}

/** A page that says what is wrong. It must stand even where the services do not. */
async function problem(
  context: Context,
  services: Services,
  assets: Assets,
  what: Problem,
  status: 404 | 500,
): Promise<Response> {
  const frame = await frameOf(services, assets, {}).catch(
    (): Frame => ({ assets, organisations: [], organisation: null, asAt: undefined }),
  )
  return page(context, <ProblemPage frame={frame} problem={what} />, status)
}
