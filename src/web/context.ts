/** What a page is told of the request, of its reader and of the site that it stands in. */
import type { Context } from 'hono'
import { NotFound } from '../answers/not-found.ts'
import type { Moment, OrganisationView } from '../answers/types.ts'
import type { Audience } from '../shared/audience.ts'
import type { Assets } from './assets.ts'
import type { Form } from './forms/form.ts'
import type { FormPart } from './forms/multipart.ts'
import { type AskedDay, readDay } from './frame/day.ts'
import type { Frame } from './frame/frame.ts'
import { linksOf } from './frame/links.ts'
import type { KeptPages } from './kept-pages.ts'
import type { Route } from './route.ts'
import type { Services } from './services.ts'
import type { Settings } from './settings.ts'

/** All that holds for every request. */
export type Site = {
  readonly services: Services
  readonly settings: Settings
  readonly assets: Assets
  /** The rows that the reader may ask for. */
  readonly table: readonly Route[]
  readonly kept: KeptPages
}

export type PageContext = {
  readonly site: Site
  readonly services: Services
  /** Whom the answers are for: every question of the services takes it. */
  readonly audience: Audience
  /** The address without its query. */
  readonly path: string
  /** The named parts of the path, decoded. */
  readonly params: Readonly<Record<string, string>>
  /** What the row of the page reads of its address. */
  readonly query: Readonly<Record<string, string>>
  readonly asked: AskedDay
  /** The moment as at which to answer: the asked day, or today where it was written wrongly. */
  readonly moment: Moment
  readonly organisation: OrganisationView | null
  readonly frame: Frame
  /** What was sent with a POST; null otherwise. Read it with `readForm`. */
  readonly form: Form | null
  /** What was sent with a POST whose row takes it in parts; null otherwise. Read it with `readParts`. */
  readonly parts: AsyncIterable<FormPart> | null
  /** Whether the page goes to other readers too. */
  readonly isKept: boolean
  /** The request as it came, and what goes with the response. */
  readonly http: Context
}

/** What came with a request. */
export type Sent = Pick<PageContext, 'form' | 'parts'>

/**
 * What the page of a row is told.
 * @throws NotFound when the path names an organisation that there is not
 */
export async function contextOf(http: Context, row: Route, site: Site, { form, parts }: Sent): Promise<PageContext> {
  const { services, settings } = site
  const given = http.req.query()
  const params = http.req.param() as Readonly<Record<string, string>>
  const query = Object.fromEntries(
    // What is empty chooses nothing: a form sends every field.
    (row.query ?? []).flatMap(name => (given[name] ? [[name, given[name]]] : [])),
  )
  const asked = readDay(given, services.today())
  const frame = await frameOf(http, site, { asked, query })
  if (row.path.startsWith('/:org') && !frame.organisation)
    throw new NotFound(`There is no organisation ${params['org']}`)
  const moment = { asAt: asked.asAt ?? services.today() }
  const { audience } = settings
  const path = pathOf(http)
  const { organisation } = frame
  const isKept = false
  return {
    site,
    services,
    audience,
    path,
    params,
    query,
    asked,
    moment,
    organisation,
    frame,
    form,
    parts,
    isKept,
    http,
  }
}

type Asked = { readonly asked?: AskedDay; readonly query?: Readonly<Record<string, string>> }

/** The frame of whatever stands at the address, also where no page does. */
export async function frameOf(http: Context, site: Site, { asked, query = {} }: Asked = {}): Promise<Frame> {
  const { services, settings, assets, table } = site
  const organisations = await services.organisations(settings.audience)
  const path = pathOf(http)
  const slug = path.split('/')[1]
  const organisation = organisations.find(each => each.slug === slug) ?? null
  const asAt = asked?.kind === 'past' ? asked.asAt : undefined
  const then = asAt === undefined ? organisations : await services.organisations(settings.audience, asAt)
  const known = new Set(then.map(each => each.slug))
  const links = linksOf(table, { organisations, organisation, asAt, known, path })
  const day = asked ? { asked, path, keep: query } : null
  return { assets, organisations, organisation, asAt, day, links, audience: settings.audience }
}

/** The path of a request as links write it: without a slash at its end. */
function pathOf(http: Context): string {
  return http.req.path.replace(/(?<=.)\/+$/, '')
}
