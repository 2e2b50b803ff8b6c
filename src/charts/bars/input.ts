import type { Period } from '../../shared/period/period.ts'

export type Bar = {
  /** Null where there is none: nothing is drawn, and `shown` says why. */
  readonly value: number | null
  /** The value as it stands at the end of its bar, grouped and with its symbols: "1,140 [p]"; or why there is none: "withheld [c]". */
  readonly shown: string
}

export type BarGroup = {
  /** What the bars are of: a measure, an area, a period. */
  readonly name: string
  /** Where bars stand in a row of periods: the axis says it in few letters, the year only with the first shown of each. */
  readonly period?: Period | undefined
  /** The bar that the chart is about. */
  readonly main?: Bar | undefined
  /** What it is set beside: drawn in stripes. */
  readonly beside?: Bar | undefined
  readonly target?: { readonly value: number; readonly shown: string } | undefined
}

export type BarsInput = {
  /** What the chart says, for whoever cannot see it. */
  readonly sentence: string
  /** From top to bottom, or from left to right. */
  readonly groups: readonly BarGroup[]
  /** Bars that lie across, each under the name of its group or beside it, or that stand up along a row of periods. */
  readonly direction: 'across' | 'up'
  /** What plain and striped bars are; left out where the names of the groups say it. */
  readonly key?: { readonly main: string; readonly beside: string } | undefined
}
