import type { AllCouncilsAnswer, ComparedAnswer, MeasureComparedAnswer } from '../../answers/compared/types.ts'
import type { CoverageAnswer } from '../../answers/coverage/coverage.ts'
import type { Moment } from '../../answers/types.ts'

/** A document of a publisher as pages name it. */
export type PublishedDocument = { readonly title: string; readonly publisher: string; readonly licence: string }

/** What is there of national publishers, with the documents by their slugs. */
export type CoveragePageAnswer = {
  readonly coverage: CoverageAnswer
  readonly documents: ReadonlyMap<string, PublishedDocument>
}

/**
 * The questions of the pages that compare councils. They are asked of published figures, so that no audience sees less, and of what a
 * council prints of its own lists, as members may see it.
 */
export type ComparedServices = {
  /** A council's profile among a group; null: England. @throws NotFound when there is no such organisation; NotAmong when there is no such group */
  readonly compared: (organisation: string, group: string | null, moment: Moment) => Promise<ComparedAnswer>
  /** One measure over all councils of a group. @throws NotFound when there is none; NotAmong when there is no such year or group */
  readonly measureCompared: (
    organisation: string,
    asked: { readonly measure: string; readonly group: string | null; readonly period: string | null },
    moment: Moment,
  ) => Promise<MeasureComparedAnswer>
  /** One measure over all councils of England; period null: the latest. @throws NotFound when there is none; NotAmong when there is no such year */
  readonly allCouncils: (
    organisation: string,
    asked: { readonly measure: string; readonly period: string | null },
    moment: Moment,
  ) => Promise<AllCouncilsAnswer>
  readonly coverage: (moment: Moment) => Promise<CoveragePageAnswer>
}
