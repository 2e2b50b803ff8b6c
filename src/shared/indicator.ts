import type { Frequency, Kind, PeopleIn, Polarity, Unit } from './codes.ts'
import type { DecimalText } from './rounding.ts'

/** What is measured, as its owner defines it. */
export type Indicator = {
  readonly name: string
  readonly shortName: string
  readonly description: string
  readonly topic: string
  readonly polarity: Polarity
  readonly unit: Unit
  /** What one is counted in where the unit alone does not say it: "people", "days of delay". */
  readonly unitNote: string
  /** Decimals shown; null: the most common among the printed values. */
  readonly decimals: number | null
  readonly kind: Kind
  readonly frequency: Frequency
  /** Months after the end of a period until its value can be expected. */
  readonly timeLag: number
  /** Exact counts are computed with; rounded counts (national and regional rows) are context only. */
  readonly counts: 'exact' | 'rounded'
  /** Whether a percentage may lie outside 0 to 100 (a change, a variance). */
  readonly mayExceed100: boolean
  /** Which of its counts are of people, and so hidden where they are small. */
  readonly peopleIn: PeopleIn
  readonly numeratorLabel: string
  readonly denominatorLabel: string
  readonly lead: string
  readonly dataOwner: string
  readonly source: string
  /** Slugs of indicators on the same subject on another basis. */
  readonly related: readonly string[]
  /** The national measure that it is, where the code in its framework does not say it; `none`: it is none, whatever the code. */
  readonly measure?: string
}

/** From which period a definition holds, and whether the series breaks there. */
export type Definition = {
  /** First period under this definition; empty: from the first of all. */
  readonly from: string
  readonly breaks: boolean
  readonly text: string
}

/** A number as a document printed it, with its own decimals; null where there is none. */
export type Printed = DecimalText | null
