/** What the process that takes records in is asked, and what it says. */
import type { Problem } from '../../../intake/grid.ts'
import type { Taken } from '../../../web/records/intake/services.ts'

export type TakeInRequest = {
  readonly home: string
  readonly memory: string
  /** The folder of the files, which the process removes when it ends. */
  readonly folder: string
  readonly files: readonly { readonly path: string; readonly name: string }[]
  /** As 2026-04-25 10:15:20. */
  readonly importedAt: string
  readonly organisation: { readonly slug: string; readonly name: string }
  /** The code of the organisation's own council; null where it is not known. */
  readonly own: string | null
  /** Codes of councils that other organisations of the register are. */
  readonly others: readonly string[]
}

export type TakeInMessage =
  | { readonly kind: 'reading'; readonly done: number; readonly total: number }
  | ({ readonly kind: 'taken' } & Taken)
  | { readonly kind: 'refused'; readonly problems: readonly Problem[]; readonly total: number }
  /** Another process takes records in. */
  | { readonly kind: 'busy' }
  /** It cannot be done: in words for a reader, or what went wrong for whoever runs the server. */
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'broken'; readonly error: string }

export type TakeInResult = Exclude<TakeInMessage, { readonly kind: 'reading' }>
