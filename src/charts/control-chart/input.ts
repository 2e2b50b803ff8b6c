import type { Period } from '../../shared/period/period.ts'

/** What a point is: normal variation, or a signal that is good, bad, or neither. */
export type PointSign = 'common' | 'improvement' | 'concern' | 'neither'

export type ControlChartPoint = {
  readonly period: Period
  /** Null where there is none: the line has a gap. */
  readonly value: number | null
  /** The value as the table beside it shows it. */
  readonly shown: string | null
  readonly sign: PointSign
}

type Line = { readonly value: number; readonly shown: string }

/** Points between two step changes, with the lines they are judged against; null: no limits can be drawn. */
export type ControlChartStretch = {
  readonly from: Period
  readonly to: Period
  readonly mean: Line | null
  readonly lower: Line | null
  readonly upper: Line | null
  /** Why a new stretch begins here; empty for the first. */
  readonly reason: string
}

export type ControlChartInput = {
  /** What the chart says, for whoever cannot see it. */
  readonly sentence: string
  /** Oldest first. */
  readonly points: readonly ControlChartPoint[]
  readonly stretches: readonly ControlChartStretch[]
  readonly target: Line | null
  /** Whose figure it is; stands under the last value. */
  readonly owner: string
  /** How many jumps too large to be routine were left out of the limits; null where screening is off. */
  readonly screened: number | null
  /** What a reader must know before trusting it, a sentence each. */
  readonly warnings: readonly string[]
}

/** Sizes in which the pages show control charts. Text is 13 px in each. */
export const controlChartSizes = {
  wide: { width: 640, height: 380 },
  narrow: { width: 320, height: 400 },
} as const satisfies Record<string, { width: number; height: number }>
