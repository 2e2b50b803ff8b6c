import type { ActionLogAnswer } from '../answers/actions/action-log.ts'
import type { CardsAnswer } from '../answers/cards/cards.ts'
import type { ForecastsAnswer, PastForecasts } from '../answers/forecast/types.ts'
import type { IndicatorAnswer } from '../answers/indicator/types.ts'
import type { RoundAnswer } from '../answers/round/types.ts'
import type { SignalAnswer } from '../answers/signal/types.ts'
import type { BoardAnswer, CardAnswer, Moment, OrganisationView, OverviewAnswer } from '../answers/types.ts'
import type { Manifest } from '../paper/publication/manifest.ts'
import type { Audience } from '../shared/audience.ts'
import type { WordsServices } from './words.ts'

/** What the figures of an indicator can be had as. */
export const indicatorFormats = ['csv', 'ods', 'json'] as const
export type IndicatorFormat = (typeof indicatorFormats)[number]

import type { ComparedServices } from './compared/services.ts'
import type { ImportServices } from './import/services.ts'
import type { RecordsServices } from './records/services.ts'
import type { TargetsServices } from './targets/services.ts'

/** All that the pages ask of the rest of Tidemark, each question for an audience. Whoever starts the server hands it in. */
export type Services = WordsServices &
  ComparedServices &
  TargetsServices & {
    /** Those of which the audience may see anything, as known on a day: today where none is given. */
    readonly organisations: (audience: Audience, asAt?: string) => Promise<readonly OrganisationView[]>
    /** @throws NotFound when there is no such organisation */
    readonly overview: (organisation: string, moment: Moment, audience: Audience) => Promise<OverviewAnswer>
    /**
     * The dashboard of a framework, its columns up to a period; null: the committee's framework, the latest period.
     * @throws NotFound when there is no such organisation or framework
     */
    readonly board: (
      organisation: string,
      choice: { readonly framework: string | null; readonly end: string | null },
      moment: Moment,
      audience: Audience,
    ) => Promise<BoardAnswer>
    /** @throws NotFound when there is no such organisation or card */
    readonly card: (organisation: string, card: string, moment: Moment, audience: Audience) => Promise<CardAnswer>
    /** The report card of every indicator of the committee's framework. @throws NotFound when there is no such organisation */
    readonly cards: (organisation: string, moment: Moment, audience: Audience) => Promise<CardsAnswer>
    /** Everything known of an indicator. @throws NotFound when there is no such organisation or indicator */
    readonly indicator: (
      organisation: string,
      indicator: string,
      moment: Moment,
      audience: Audience,
    ) => Promise<IndicatorAnswer>
    /** The same as a file. @throws NotFound when there is no such organisation or indicator */
    readonly indicatorFile: (
      organisation: string,
      indicator: string,
      format: IndicatorFormat,
      moment: Moment,
      audience: Audience,
    ) => Promise<Uint8Array<ArrayBuffer>>
    /** Every action with its updates. @throws NotFound when there is no such organisation */
    readonly actions: (organisation: string, moment: Moment, audience: Audience) => Promise<ActionLogAnswer>
    /** Every version of every paper of an organisation that was published for the audience, in the order of meetings and versions. */
    readonly publications: (organisation: string, audience: Audience) => Promise<readonly Manifest[]>
    /** The frozen bytes of a file that the manifest of the version names, else null. @throws when they were changed */
    readonly publishedFile: (
      place: Pick<Manifest, 'organisation' | 'meeting' | 'version'>,
      file: string,
      audience: Audience,
    ) => Promise<Uint8Array<ArrayBuffer> | null>
    /**
     * What is a signal and what is only chance, of a framework; null: the committee's.
     * @throws NotFound when there is no such organisation or framework
     */
    readonly signal: (
      organisation: string,
      framework: string | null,
      moment: Moment,
      audience: Audience,
    ) => Promise<SignalAnswer>
    /** The work in the round; null where no framework says its stage. @throws NotFound when there is no such organisation */
    readonly round: (
      organisation: string,
      moment: Moment,
      audience: Audience,
    ) => Promise<{ readonly round: RoundAnswer | null }>
    /**
     * Every indicator of a framework with its forecast, and how good such forecasts have been; null: the committee's.
     * @throws NotFound when there is no such organisation or framework
     */
    readonly forecasts: (
      organisation: string,
      framework: string | null,
      moment: Moment,
      audience: Audience,
    ) => Promise<ForecastsAnswer>
    /** What would have been said of one of them at every past point. @throws NotFound when there is none of that name */
    readonly pastForecasts: (
      organisation: string,
      choice: { readonly framework: string | null; readonly indicator: string },
      moment: Moment,
      audience: Audience,
    ) => Promise<PastForecasts>
    readonly imports: ImportServices
    /** What is being done in the background for an organisation, in words; null or left out: nothing. */
    readonly underWay?: (organisation: string) => string | null
    /** For officers alone: no page of another audience asks it. */
    readonly records: RecordsServices
    /** The day in Europe/London at a UTC instant: YYYY-MM-DD. */
    readonly dayOf: (instant: string) => string
    /** The day it is in Europe/London: YYYY-MM-DD. */
    readonly today: () => string
    /** Is told of what went wrong; the reader sees only a plain sentence. */
    readonly report?: ((error: unknown) => void) | undefined
  }
