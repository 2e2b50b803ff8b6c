import type { Polarity, ReasonCode } from '../../shared/codes.ts'
import type { Period } from '../../shared/period/period.ts'
import type { DecimalText } from '../../shared/rounding.ts'
import type { Problem } from '../grid.ts'

/** What was made of an officers' sheet: its blocks of figures, what was understood of its layout, and what is wrong. */
export type Recognised = {
  readonly file: string
  readonly sheet: string
  readonly blocks: readonly Block[]
  /** Sentences that say how the sheet was read, for the person who has to agree. */
  readonly understood: readonly string[]
  readonly problems: readonly Problem[]
}

/** Indicators under one heading. Rows are numbered from 1 and columns lettered, as the spreadsheet does. */
export type Block = {
  readonly headingRow: number
  readonly periods: readonly BlockPeriod[]
  readonly rows: readonly OfficerRow[]
}

type BlockPeriod = {
  readonly column: string
  /** What stands there. */
  readonly heading: string
  readonly period: Period
  /** Whether the period is what the neighbours say and not what the heading says. */
  readonly proposed: boolean
}

export type OfficerRow = {
  readonly row: number
  readonly label: string
  readonly polarity: Polarity | null
  readonly target: { readonly text: DecimalText; readonly cell: string } | null
  /** Whether the row's values are shown with a percent sign. */
  readonly percent: boolean
  readonly values: readonly OfficerValue[]
}

export type OfficerValue = {
  readonly period: Period
  readonly value: DecimalText | null
  readonly numerator: DecimalText | null
  readonly denominator: DecimalText | null
  readonly reason: ReasonCode | null
  /** The cell, as `Dashboard!E7`. */
  readonly place: string
}
