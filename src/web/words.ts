import type { AboutDataAnswer } from '../answers/about-data/about-data.ts'
import type { FindingsAnswer } from '../answers/findings/findings.ts'
import type { NationalFigures } from '../answers/organisations/national-figures.ts'
import type { RulesExplainedAnswer } from '../answers/rules-explained/types.ts'
import type { SearchAnswer } from '../answers/search/search.ts'
import type { StrategyAnswer } from '../answers/strategy/types.ts'
import type { Moment } from '../answers/types.ts'
import type { Audience } from '../shared/audience.ts'

/** The questions of the pages that explain: search, rules, findings, data. */
export type WordsServices = {
  /** Whatever holds the words that were asked for. @throws NotFound when there is no such organisation */
  readonly search: (organisation: string, text: string, moment: Moment, audience: Audience) => Promise<SearchAnswer>
  /** The rules with examples from the organisation's own figures. @throws NotFound when there is no such organisation */
  readonly rulesExplained: (organisation: string, moment: Moment, audience: Audience) => Promise<RulesExplainedAnswer>
  /** @throws NotFound when there is no such organisation */
  readonly findings: (organisation: string, moment: Moment, audience: Audience) => Promise<FindingsAnswer>
  /** What figures there are. @throws NotFound when there is no such organisation */
  readonly aboutData: (organisation: string, moment: Moment, audience: Audience) => Promise<AboutDataAnswer>
  /** What there is of national publishers; null where there is nothing. */
  readonly nationalFigures: (moment: Moment) => Promise<NationalFigures | null>
  /** Priorities and objectives with their measures. @throws NotFound when there is no such organisation */
  readonly strategy: (organisation: string, moment: Moment, audience: Audience) => Promise<StrategyAnswer>
  /** Every fact of an organisation as a zip of tables, for officers. @throws NotFound when there is no such organisation */
  readonly ownCopy: (organisation: string, moment: Moment) => Promise<Uint8Array<ArrayBuffer>>
}
