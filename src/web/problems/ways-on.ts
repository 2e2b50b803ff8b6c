/** Where somebody may have meant to go who came to an address that leads nowhere. */
import { nearestWord } from '../../shared/folded.ts'
import { linkTo } from '../components/wording.ts'
import type { Frame } from '../frame/frame.ts'
import type { FrameLink } from '../frame/links.ts'

type WayOn = { readonly href: string; readonly words: string }

export type WaysOn = {
  /** What the address may have meant, in place of each part that is not known; null where nothing is near. */
  readonly meant: WayOn | null
  /** The words of the address, to be searched for within the organisation; null where there is no search. */
  readonly search: { readonly action: string; readonly words: string } | null
}

/** The ways on from a path, over the links that its reader has. */
export function waysOn(path: string, { links, organisations, organisation, asAt }: Frame): WaysOn {
  const [first = '', ...rest] = path.split('/').filter(Boolean).map(decoded)
  const words = wordsOf(rest.at(-1) ?? '')
  const search = links.search === null ? null : { action: links.search, words }
  if (!organisation) {
    const slug = nearestWord(
      first,
      organisations.map(each => each.slug),
    )
    const meant = organisations.find(each => each.slug === slug)
    const home = links.organisations.find(link => pathOf(link) === `/${slug}`)
    return { meant: meant && home ? { href: home.href, words: meant.name } : null, search }
  }
  const page = nearestLink(rest[0] ?? '', [...links.organisation, ...links.more])
  return { meant: page && { href: linkTo(pathOf(page), { 'as-at': asAt }), words: page.words }, search }
}

function nearestLink(written: string, pages: readonly FrameLink[]): FrameLink | null {
  const last = (page: FrameLink) => pathOf(page).split('/').slice(2).join('/')
  const named = pages.filter(page => last(page) !== '')
  const near = nearestWord(written, named.map(last))
  return named.find(page => last(page) === near) ?? null
}

const pathOf = ({ href }: WayOn) => href.split('?')[0] ?? ''

/** A part of an address as words. @example wordsOf('dtoc-social_care') // 'dtoc social care' */
function wordsOf(part: string): string {
  return part
    .replace(/[^\p{L}\p{N}()]+/gu, ' ')
    .trim()
    .slice(0, 60)
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
