import type { OrganisationView } from '../../answers/types.ts'
import type { Audience } from '../../shared/audience.ts'
import type { Assets } from '../assets.ts'
import type { AskedDay } from './day.ts'
import type { Links } from './links.ts'

export type Looks = Pick<Assets, 'stylesheet' | 'scripts' | 'mark' | 'font'>

/** What every page stands in. */
export type Frame = {
  readonly assets: Looks
  /** All that the reader can change to. */
  readonly organisations: readonly OrganisationView[]
  readonly organisation: OrganisationView | null
  /** The past day as known; undefined for today. Links to other pages keep it. */
  readonly asAt: string | undefined
  /** The day as known with what stays of the address when it changes; null on a page that is the same on each day. */
  readonly day: {
    readonly asked: AskedDay
    readonly path: string
    readonly keep: Readonly<Record<string, string>>
  } | null
  readonly links: Links
  readonly audience: Audience
}

/** A frame around a page that belongs to no organisation and leads nowhere. */
export function bareFrame(assets: Looks): Frame {
  const links: Links = { start: null, organisations: [], organisation: [], more: [], footer: [], search: null }
  return { assets, organisations: [], organisation: null, asAt: undefined, day: null, links, audience: 'public' }
}
