/**
 * Every kind of fact that the register holds, with the shape of what it says. A fact's key (owner, indicator, geography,
 * breakdown, period, definition version, name) says what it speaks of; its payload is what it says. A later fact with the
 * same key supersedes the earlier one and never replaces it.
 */
import type { Mark, Profile, Purpose, ReasonCode, SummaryGroup } from './codes.ts'
import type { Definition, Indicator, Printed } from './indicator.ts'

type Payloads = {
  /** key: name = slug of the organisation (also the owner) */
  organisation: {
    readonly name: string
    readonly type: 'council' | 'publisher'
    readonly geography: string
    readonly committeeFramework: string
    readonly invented: boolean
    readonly notice: string
    readonly licence: string
  }
  /** key: name = source document */
  source: {
    readonly title: string
    readonly publisher: string
    readonly date: string
    readonly dateAssigned: boolean
    readonly licence: string
    readonly note: string
  }
  /** key: name = slug of the geography */
  geography: {
    readonly name: string
    readonly type: string
    readonly inSentence: string
    /** The code of the statistics office; a council has no two at a time, so it tells areas of a publisher's file apart. */
    readonly onsCode?: string
    /** The number by which social-care returns know it: 607. */
    readonly cassrCode?: string
    /** Codes and names that the same area had before or has elsewhere, with semicolons between. */
    readonly aliases?: string
    /** Slugs of the region and of the type of council that it belongs to. */
    readonly region?: string
    readonly councilType?: string
    /** First and last financial year of the council; empty: before and after all figures. */
    readonly from?: string
    readonly to?: string
    /** The councils whose areas it took over, in whole or in part. */
    readonly predecessors?: readonly string[]
  }
  /** key: name = slug of the framework */
  framework: {
    readonly name: string
    readonly edition: string
    readonly description: string
    readonly rating: 'target' | 'forecast'
    readonly settings: Readonly<Record<string, number>>
    readonly baselinePeriod: string
    /** From whom small numbers are hidden: public, member; empty: from both. */
    readonly suppressFor: readonly string[]
    /** Where its figures are published already, so that they are not hidden: a citation; empty where they are not. */
    readonly publishedElsewhere: string
    /** The day of that publication: it speaks of what was known by then; empty where there is none. */
    readonly publishedOn: string
  }
  /** key: indicator, name = slug of the framework */
  membership: {
    readonly section: string
    readonly order: number
    readonly reference: string
    readonly member: boolean
  }
  /** key: indicator */
  indicator: Indicator
  /** key: indicator, version */
  definition: Definition
  /** key: indicator, geography, breakdown, period, version */
  observation: {
    readonly value: Printed
    readonly numerator: Printed
    readonly denominator: Printed
    /** Of a survey: how many people answered, and half the width of the 95 % interval that its publisher gives. */
    readonly respondents?: Printed
    readonly marginOfError?: Printed
    readonly reason: ReasonCode | null
    readonly until: string
    readonly marks: readonly Mark[]
    readonly note: string
  }
  /** key: indicator, geography, breakdown, period (that of the goal), name = purpose */
  target: {
    /** null withdraws the target, with a note that says why */
    readonly value: Printed
    readonly profile: Profile
    readonly purpose: Purpose
    readonly baselinePeriod: string
    readonly baselineValue: Printed
    /** Which parts of the target a person chose where the document is silent: "period", "profile". */
    readonly assigned: readonly string[]
    readonly note: string
  }
  /** key: name = slug of the group */
  group: { readonly name: string; readonly description: string; readonly members: readonly string[] }
  /** key: name = slug of the card */
  card: {
    readonly title: string
    /** The first decides whether the card is an exception. */
    readonly indicators: readonly string[]
    readonly supplementary: readonly string[]
    readonly lead: string
    readonly dataOwner: string
    readonly linked: string
    /** Markdown under each heading of the standard format. */
    readonly why: string
    readonly explains: string
    readonly success: string
    readonly action: string
  }
  /** key: indicator, period, name */
  commentary: { readonly text: string; readonly authorRole: string }
  /** key: name = action */
  action: {
    readonly indicators: readonly string[]
    readonly description: string
    readonly ownerRole: string
    readonly raisedOn: string
    readonly dueOn: string
    readonly listedOn: readonly string[]
    readonly note: string
  }
  /** key: name = action and date of the update, joined by a space */
  action_update: {
    readonly action: string
    readonly date: string
    readonly state: 'open' | 'done' | 'cannot_be_completed'
    readonly text: string
    readonly complete: boolean
  }
  /** key: name = meeting */
  meeting: { readonly framework: string; readonly committee: string; readonly date: string; readonly title: string }
  /** key: name = recommendation */
  recommendation: {
    readonly meeting: string
    readonly number: number
    readonly verb: 'note' | 'agree' | 'delegate' | 'receive'
    readonly text: string
    readonly due: string
  }
  /** key: name = budget line, period = financial year */
  budget_line: {
    readonly name: string
    readonly budget: Printed
    readonly forecast: Printed
    readonly unit: string
    readonly note: string
  }
  /** key: name = risk */
  risk: { readonly name: string; readonly score: string; readonly ownerRole: string; readonly note: string }
  /** key: indicator, name = "budget LINE" or "risk RISK" */
  link: {
    readonly rule: 'budget' | 'risk'
    readonly to: string
    readonly reason: string
    readonly active: boolean
  }
  /** key: indicator, geography, period, name = group */
  rank: {
    readonly rank: number
    readonly of: number | null
    readonly tied: boolean
    readonly previousRank: number | null
    readonly previousOf: number | null
    readonly direction: string
    readonly basis: string
    readonly note: string
  }
  /** key: name = id of the sentence's figure */
  stated_figure: {
    readonly indicator: string
    readonly period: string
    readonly value: Printed
    readonly unit: string
    readonly precision: string
    readonly statement: string
  }
  /** key: indicator, period, name = its number */
  stated_comparison: {
    readonly comparison: string
    /** What it tells besides: where the year is projected to end, or that the council is an outlier. */
    readonly tells?: 'outturn' | 'outlier'
  }
  /** key: name = id */
  priority: {
    readonly type: 'priority' | 'objective'
    readonly order: number
    readonly text: string
    /** Slugs of the indicators by which it is followed, in their order. */
    readonly indicators?: readonly string[]
    /** Slugs of frameworks whose counts stand for it. */
    readonly fedBy?: readonly string[]
    /** Why it has no measures, or whose reading it is. */
    readonly note?: string
  }
  /** key: name = option */
  follow_up_option: {
    readonly order: number
    readonly name: string
    readonly description: string
    readonly listedOn: readonly string[]
  }
  /** key: indicator, period, name = framework */
  override: { readonly group: SummaryGroup; readonly reason: string }
  /** key: indicator, period (the first of the new stretch) */
  rebase: {
    readonly reason: string
    /** false takes an earlier decision back. */
    readonly active: boolean
  }
  /** key: name = id */
  finding: {
    readonly order: number
    /** Part of the document, as it names it. */
    readonly part: string
    /** What it speaks of, where what is printed does not say it. */
    readonly subject: string
    readonly printed: string
    /** What the rules or the figures give in its place; empty where only two printed things disagree. */
    readonly given: string
    readonly why: string
    readonly indicators: readonly string[]
  }
}

export type FactKind = keyof Payloads

/** What a fact speaks of. Parts that do not apply are empty. */
export type FactKey = {
  readonly owner: string
  readonly indicator: string
  readonly geography: string
  readonly breakdown: string
  readonly period: string
  readonly version: string
  readonly name: string
}

/** A fact before the register has written it. */
export type NewFact<K extends FactKind = FactKind> = {
  [Each in K]: FactKey & {
    readonly kind: Each
    /** The day on which the organisation knew it: YYYY-MM-DD, Europe/London. */
    readonly knownOn: string
    readonly payload: Payloads[Each]
    readonly from: Origin
  }
}[K]

/** Where a fact came from: the document, and the file and place in it that were read. */
export type Origin = { readonly document: string; readonly file: string; readonly place: string }

/** A fact as the register holds it. `payload` is null where it was redacted. */
export type Fact<K extends FactKind = FactKind> = {
  [Each in K]: FactKey & {
    readonly kind: Each
    readonly seq: number
    readonly knownOn: string
    readonly recordedAt: string
    readonly actor: string
    readonly payload: Payloads[Each]
    readonly from: Origin
  }
}[K]

/** A fact's key as one text, the same for facts that supersede one another. */
export function keyText(kind: FactKind, key: FactKey): string {
  return JSON.stringify([
    kind,
    key.owner,
    key.indicator,
    key.geography,
    key.breakdown,
    key.period,
    key.version,
    key.name,
  ])
}

/** The empty key of an owner, to spread a fact's own parts over. */
export function keyOf(owner: string, parts: Partial<FactKey> = {}): FactKey {
  return { owner, indicator: '', geography: '', breakdown: '', period: '', version: '', name: '', ...parts }
}

/** Those of the facts that are of one kind. */
export function ofKind<K extends FactKind>(facts: readonly Fact[], kind: K): Fact<K>[] {
  return facts.filter((fact): fact is Fact => fact.kind === kind) as unknown as Fact<K>[]
}
