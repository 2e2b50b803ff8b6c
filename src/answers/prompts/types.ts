import type { Period } from '../../shared/period/period.ts'

/** The six prompts for the discussion of an exception. */
export const promptCodes = ['why', 'impact', 'predicted', 'improve', 'when', 'learn'] as const
export type PromptCode = (typeof promptCodes)[number]

/** What a change is made of; the parts as shown add up to the change as shown. */
export type Contributions = {
  /** "Age", or "What is counted, and out of how many". */
  readonly name: string
  /** Whether the parts are the counts of the value, or the categories of a breakdown. */
  readonly of: 'counts' | 'categories'
  readonly from: Period
  readonly to: Period
  /** The change of the value, in its unit: "-3.2". */
  readonly change: string
  readonly parts: readonly Contribution[]
}

export type Contribution = {
  readonly name: string
  /** Unrounded, in the unit of the indicator. */
  readonly value: number
  /** With its sign: "+1.2". */
  readonly shown: string
  /** What it went from and to: "331 to 324". */
  readonly counts: string
}

export type PromptView = {
  readonly code: PromptCode
  readonly question: string
  /** What the figures answer, in sentences; empty where they cannot. */
  readonly answers: readonly string[]
  readonly contributions: readonly Contributions[]
  /** What is left for the lead to write; empty where the figures say it all. */
  readonly left: string
}
