/** Who may see what beyond the audience that a page is for. */
import { type Audience, maySee } from '../../shared/audience.ts'

/** What can be granted to a reader besides: to look at the records of people, by pseudonym. */
export type Grant = 'people'

/** A reader, as far as what they may see goes. */
export type ReaderRights = { readonly audience: Audience; readonly grants: readonly Grant[] }

export type Permission =
  | { readonly isGiven: true }
  /** Not given: because the page is for others, or because nobody granted what it needs. */
  | { readonly isGiven: false; readonly because: 'audience' | 'grant' }

/**
 * Whether somebody may look at the records of people. Being an officer is not enough: it is granted by itself, and being granted it
 * makes nobody an officer. The rule is our own: a record says more of a person than any figure.
 */
export function permissionToSeePeople({ audience, grants: held }: ReaderRights): Permission {
  if (!maySee(audience, 'officer')) return { isGiven: false, because: 'audience' }
  return held.includes('people') ? { isGiven: true } : { isGiven: false, because: 'grant' }
}
