import type { CardAnswer, Moment, OrganisationView, OverviewAnswer } from '../answers/types.ts'
import type { Manifest } from '../paper/publication/manifest.ts'
import type { Audience } from '../shared/audience.ts'
import type { ImportServices } from './import/services.ts'

/** All that the pages ask of the rest of Tidemark, each question for an audience. Whoever starts the server hands it in. */
export type Services = {
  /** Those of which the audience may see anything. */
  readonly organisations: (audience: Audience) => Promise<readonly OrganisationView[]>
  /** @throws NotFound when there is no such organisation */
  readonly overview: (organisation: string, moment: Moment, audience: Audience) => Promise<OverviewAnswer>
  /** @throws NotFound when there is no such organisation or card */
  readonly card: (organisation: string, card: string, moment: Moment, audience: Audience) => Promise<CardAnswer>
  /** Every version of every paper of an organisation that was published for the audience, in the order of meetings and versions. */
  readonly publications: (organisation: string, audience: Audience) => Promise<readonly Manifest[]>
  /** The frozen bytes of a file that the manifest of the version names, else null. @throws when they were changed */
  readonly publishedFile: (
    place: Pick<Manifest, 'organisation' | 'meeting' | 'version'>,
    file: string,
    audience: Audience,
  ) => Promise<Uint8Array<ArrayBuffer> | null>
  readonly imports: ImportServices
  /** The day in Europe/London at a UTC instant: YYYY-MM-DD. */
  readonly dayOf: (instant: string) => string
  /** The day it is in Europe/London: YYYY-MM-DD. */
  readonly today: () => string
  /** Is told of what went wrong; the reader sees only a plain sentence. */
  readonly report?: ((error: unknown) => void) | undefined
}
