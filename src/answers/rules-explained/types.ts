import type { Rating } from '../../shared/codes.ts'
import type { SettingName } from '../../shared/settings.ts'
import type { FrameworkView, Moment, OrganisationView } from '../types.ts'

/** A case of a rule as it happened: real figures put into the rule, and what came of it. */
export type WorkedExample = {
  readonly indicator: { readonly slug: string; readonly name: string }
  /** The figures that the rule was given. */
  readonly given: string
  /** The figures put into the rule, a line a step; empty where nothing is calculated. */
  readonly sum: readonly string[]
  readonly verdict: string
  readonly rating: Rating | null
}

export type RuleCase = {
  readonly name: string
  /** null: nothing of the kind is among the indicators on that day. */
  readonly example: WorkedExample | null
}

/** A number of a rule: what it is by default, and what the framework has in its place. */
export type RuleSetting = {
  readonly name: SettingName
  readonly means: string
  readonly standard: string
  /** null where the framework keeps the default. */
  readonly own: string | null
}

export type ExplainedRule = {
  /** As in the list of rules. */
  readonly number: number
  readonly slug: string
  readonly title: string
  readonly says: readonly string[]
  readonly settings: readonly RuleSetting[]
  readonly cases: readonly RuleCase[]
}

export type RulesExplainedAnswer = {
  readonly organisation: OrganisationView
  readonly framework: FrameworkView
  readonly moment: Moment
  readonly rules: readonly ExplainedRule[]
}
