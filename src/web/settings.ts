import type { Grant } from '../judgement/permission/permission.ts'
import type { Audience } from '../shared/audience.ts'

/** How the pages are served. Whoever starts the server hands it in. */
export type Settings = {
  /** Whom every reader is taken for: there is no sign-in yet. */
  readonly audience: Audience
  /** What every reader may do beyond that. */
  readonly grants: readonly Grant[]
  /** Names under which the server may be asked: "localhost:3000"; a name without a port holds for every port. */
  readonly allowedHosts: readonly string[]
  /** Whether a proxy that takes TLS stands before the server, so that its X-Forwarded-Proto can be believed. */
  readonly behindTls: boolean
  /** Random bytes, new for each process, which forms' tokens are made with. */
  readonly secret: Uint8Array
  readonly now: () => Date
}
