/** Any chart: what a paper holds in a figure, drawn without its asking which kind it is. */
import { bars, barsSize } from './bars/bars.ts'
import type { BarsInput } from './bars/input.ts'
import type { PictureSize } from './drawing/picture.ts'
import type { LineChartInput } from './line-chart/input.ts'
import { lineChart } from './line-chart/line-chart.ts'
import { type RankedDotsInput, rankedDots } from './ranked-dots/ranked-dots.ts'

/** What is drawn: a series over time, bars from zero, or the councils of a group from worst to best. */
export type ChartInput = LineChartInput | BarsInput | RankedDotsInput

/** A chart as SVG text. Where bars lie across, its height is their own: see `chartSize`. */
export function chart(input: ChartInput, size: PictureSize): string {
  if ('dots' in input) return rankedDots(input, size)
  return 'groups' in input ? bars(input, size) : lineChart(input, size)
}

/** The size that a chart takes where a size is offered. */
export function chartSize(input: ChartInput, size: PictureSize): PictureSize {
  return 'groups' in input ? barsSize(input, size) : size
}
