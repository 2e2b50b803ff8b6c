import type { Period } from '../../shared/period/period.ts'
import type { PictureSize } from '../drawing/picture.ts'

export type PointMark = 'provisional' | 'estimated' | 'break' | 'not_comparable'

export type LineChartPoint = {
  readonly period: Period
  /** Null where there is none: the line has a gap. */
  readonly value: number | null
  /** The value as the table beside it shows it. */
  readonly shown: string | null
  readonly marks: readonly PointMark[]
  /** Counting begins anew here, as each April where it adds up through the year: no line leads here from the point before. */
  readonly anew?: boolean | undefined
}

type LineChartTarget = {
  readonly period: Period
  readonly value: number
  readonly shown: string
  /** Another promise begins here: no line leads here from the target before. */
  readonly anew?: boolean | undefined
  /** A line leads here from what stands before it, which need not be the period before. */
  readonly joined?: boolean | undefined
}

/** What the series is set beside: the family group, the region, England. */
export type Benchmark = {
  readonly name: string
  /** Oldest first, joined and parted as those of the series itself. */
  readonly points: readonly LineChartPoint[]
}

/** Between which values the middle half of a group lies. */
export type Band = {
  /** As the note says it: "the middle half of England's councils". */
  readonly name: string
  /** Oldest first. Years stand in one piece as long as the later is joined to the one before. */
  readonly points: readonly {
    readonly period: Period
    readonly lower: number
    readonly upper: number
    readonly joined: boolean
  }[]
}

/** Within which values something lies, so many times in a hundred. */
type Range = { readonly lower: number; readonly upper: number }

/** What is expected after the last value, with how sure that is. */
export type Fan = {
  /** Oldest first, all of them after the last value. */
  readonly points: readonly {
    readonly period: Period
    readonly value: number
    /** In which eight of ten futures lie, and 95 of a hundred; null where that cannot be said. */
    readonly likely: Range | null
    readonly nearlySure: Range | null
  }[]
  /** What is expected of the last of them, as the table beside it shows it; empty where there is no room to say it. */
  readonly shown: string
  /** The target to come, drawn with it. */
  readonly target?: LineChartTarget | undefined
  /** Where there is little room: with the shortest of notes, and without the target to come. */
  readonly isPlain?: boolean | undefined
}

export type LineChartInput = {
  /** What the chart says, for whoever cannot see it. */
  readonly sentence: string
  /** Oldest first. Two neighbours are joined by a line when both have a value and no break stands between them. */
  readonly points: readonly LineChartPoint[]
  readonly targets: readonly LineChartTarget[]
  /** At most three, each with a dash and a shape of its own. */
  readonly benchmarks?: readonly Benchmark[] | undefined
  /** Lies behind everything else. */
  readonly band?: Band | undefined
  /** Opens from the last value on; left out of charts that are too low for it. */
  readonly fan?: Fan | undefined
  /** Whose figure it is; stands under the last value. */
  readonly owner: string
  /** How many decimals the axis may show at most. */
  readonly decimals: number
  /** Whether the axis starts from zero; left out: where the values are not far from it as a share. */
  readonly fromZero?: boolean | undefined
}

/** Sizes in which the pages show charts. Text is 13 px in each: a chart is never scaled down, another size is shown instead. */
export const chartSizes = {
  wide: { width: 640, height: 340 },
  narrow: { width: 288, height: 290 },
  small: { width: 288, height: 210 },
} as const satisfies Record<string, PictureSize>
