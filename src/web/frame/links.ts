/** The links of the frame, all read from the table of routes: what is not declared is not linked to. */
import type { OrganisationView } from '../../answers/types.ts'
import { linkTo } from '../components/wording.ts'
import type { Route } from '../route.ts'

export type FrameLink = {
  readonly href: string
  readonly words: string
  /** "page" on the page itself, "true" on what lies below it. */
  readonly current: 'page' | 'true' | undefined
}

export type Links = {
  /** The first page of all; null where there is none. */
  readonly start: string | null
  readonly organisations: readonly FrameLink[]
  /** Within the organisation, in the order of the table; where the page itself is one of `more`, it ends the row. */
  readonly organisation: readonly FrameLink[]
  /** Within the organisation too, less often asked for. */
  readonly more: readonly FrameLink[]
  readonly footer: readonly FrameLink[]
  /** Where the header's search goes; null as long as there is no such page. */
  readonly search: string | null
}

type Where = {
  readonly organisations: readonly OrganisationView[]
  readonly organisation: OrganisationView | null
  readonly asAt: string | undefined
  /** Slugs of the organisations known on that day: of the others there is only what is known today. */
  readonly known: ReadonlySet<string>
  /** The path of the page that the links stand on. */
  readonly path: string
}

/** The links for a page that stands somewhere, over the rows that its reader may ask for. */
export function linksOf(table: readonly Route[], { organisations, organisation, asAt, known, path }: Where): Links {
  const rows = (place: NonNullable<Route['link']>['place']) => table.filter(row => row.link?.place === place)
  const within = (row: Route, slug: string) => row.path.replace(':org', slug)
  const first = rows('organisation')[0]
  const search = rows('search')[0]
  const to = (target: string, words: string, current: FrameLink['current'], isThen = true): FrameLink => ({
    href: linkTo(target, { 'as-at': isThen ? asAt : undefined }),
    words,
    current,
  })
  const ways = (place: 'organisation' | 'more') =>
    organisation
      ? rows(place).map(row => {
          const target = within(row, organisation.slug)
          return to(target, row.link?.words ?? '', currentAt(path, target, row === first))
        })
      : []
  const more = ways('more')
  return {
    start: table.some(row => row.path === '/') ? linkTo('/', { 'as-at': asAt }) : null,
    organisations: first
      ? organisations.map(({ slug, name }) =>
          to(within(first, slug), name, slug === organisation?.slug ? 'true' : undefined, known.has(slug)),
        )
      : [],
    organisation: [...ways('organisation'), ...more.filter(link => link.current)],
    more: more.filter(link => !link.current),
    footer: rows('footer').map(row => to(row.path, row.link?.words ?? '', currentAt(path, row.path, false))),
    search: search && organisation ? within(search, organisation.slug) : null,
  }
}

/** Everything of an organisation lies below its first page, which is current only when it is the page itself. */
function currentAt(path: string, target: string, isFirst: boolean): FrameLink['current'] {
  if (path === target) return 'page'
  return !isFirst && path.startsWith(`${target}/`) ? 'true' : undefined
}
