import type { CardAnswer, Moment, OrganisationView, OverviewAnswer } from '../answers/types.ts'
import type { Manifest } from '../paper/publication/manifest.ts'

/** All that the pages ask of the rest of Tidemark. Whoever starts the server hands it in. */
export type Services = {
  readonly organisations: () => Promise<readonly OrganisationView[]>
  /** @throws NotFound when there is no such organisation */
  readonly overview: (organisation: string, moment: Moment) => Promise<OverviewAnswer>
  /** @throws NotFound when there is no such organisation or card */
  readonly card: (organisation: string, card: string, moment: Moment) => Promise<CardAnswer>
  /** Every version of every published paper of an organisation, in the order of meetings and versions. */
  readonly publications: (organisation: string) => Promise<readonly Manifest[]>
  /** The frozen bytes of a file that the manifest of the version names, else null. @throws when they were changed */
  readonly publishedFile: (
    place: Pick<Manifest, 'organisation' | 'meeting' | 'version'>,
    file: string,
  ) => Promise<Uint8Array<ArrayBuffer> | null>
  /** The day in Europe/London at a UTC instant: YYYY-MM-DD. */
  readonly dayOf: (instant: string) => string
  /** The day it is in Europe/London: YYYY-MM-DD. */
  readonly today: () => string
  /** Names under which the server may be asked: "localhost:3000"; a name without a port holds for every port. */
  readonly allowedHosts: readonly string[]
  /** Is told of what went wrong; the reader sees only a plain sentence. */
  readonly report?: ((error: unknown) => void) | undefined
}
