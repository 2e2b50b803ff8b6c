import { periodInWords } from '../../shared/period/format-period.ts'
import type { Period } from '../../shared/period/period.ts'
import type { ControlChartInput, ControlChartStretch, PointSign } from './input.ts'

type Meaning = 'common' | 'improvement' | 'concern' | 'high' | 'low'

type JudgedStretch = {
  readonly from: Period
  readonly to: Period
  readonly mean: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly shown: { readonly mean: string | null; readonly lower: string | null; readonly upper: string | null }
  readonly reason: string
  readonly screened: number
  readonly warnings: readonly string[]
}

/** What the chart needs of an indicator judged by signal. */
type JudgedSeries = {
  readonly figures: { readonly name: string }
  readonly variation: { readonly sentence: string }
  readonly assurance: { readonly code: string | null; readonly sentence: string; readonly isUnsteady: boolean }
  readonly reason: string
  readonly notes: readonly string[]
  readonly chart: {
    readonly points: readonly {
      readonly period: Period
      readonly value: number | null
      readonly shown: string | null
      readonly meaning: Meaning
    }[]
    readonly stretches: readonly JudgedStretch[]
    readonly screening: boolean
    readonly target: { readonly value: number; readonly shown: string } | null
  } | null
}

const signs: Record<Meaning, PointSign> = {
  common: 'common',
  improvement: 'improvement',
  concern: 'concern',
  high: 'neither',
  low: 'neither',
}

/**
 * The control chart of an indicator, as signal judges it.
 * @param owner whose figure it is
 * @returns null where signal allows none; the answer's `reason` says why
 */
export function chartOfSignal(view: JudgedSeries, owner: string): ControlChartInput | null {
  const { chart } = view
  if (!chart) return null
  const last = chart.points.findLast(point => point.value !== null)
  const title = `${view.figures.name}${last ? `, ${last.shown} in ${periodInWords(last.period)}` : ''}`
  const verdict = view.assurance.code === null && !view.assurance.isUnsteady ? [] : [view.assurance.sentence]
  return {
    sentence: [`${title}.`, view.variation.sentence, ...verdict].join(' '),
    points: chart.points.map(({ period, value, shown, meaning }) => ({ period, value, shown, sign: signs[meaning] })),
    stretches: chart.stretches.map(stretchOf),
    target: chart.target,
    owner,
    screened: chart.screening ? chart.stretches.reduce((sum, stretch) => sum + stretch.screened, 0) : null,
    warnings: [view.reason, ...view.notes, ...(chart.stretches.at(-1)?.warnings ?? [])].filter(each => each !== ''),
  }
}

function stretchOf({ from, to, mean, lower, upper, shown, reason }: JudgedStretch): ControlChartStretch {
  const line = (value: number | null, text: string | null) =>
    value === null || text === null ? null : { value, shown: text }
  return {
    from,
    to,
    mean: line(mean, shown.mean),
    lower: line(lower, shown.lower),
    upper: line(upper, shown.upper),
    reason,
  }
}
