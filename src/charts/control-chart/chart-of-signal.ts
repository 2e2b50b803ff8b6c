import type { SignalView, StretchView } from '../../answers/signal/types.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import type { ControlChartInput, ControlChartStretch, PointSign } from './input.ts'

const signs: Record<NonNullable<SignalView['variation']['meaning']>, PointSign> = {
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
export function chartOfSignal(view: SignalView, owner: string): ControlChartInput | null {
  const { chart } = view
  if (!chart) return null
  const last = chart.points.findLast(point => point.value !== null)
  const title = `${view.figures.name}${last ? `, ${last.shown} in ${periodInWords(last.period)}` : ''}`
  const verdict = view.assurance.code === null ? [] : [view.assurance.sentence]
  return {
    sentence: [`${title}.`, view.variation.sentence, ...verdict].join(' '),
    points: chart.points.map(({ period, value, shown, meaning }) => ({ period, value, shown, sign: signs[meaning] })),
    stretches: chart.stretches.map(stretchOf),
    target: chart.target,
    owner,
    screened: chart.stretches.reduce((sum, stretch) => sum + stretch.screened, 0),
    warnings: [view.reason, ...view.notes, ...(chart.stretches.at(-1)?.warnings ?? [])].filter(each => each !== ''),
  }
}

function stretchOf({ from, to, mean, lower, upper, shown, reason }: StretchView): ControlChartStretch {
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
