/** From the answer to its picture: what signal says of an indicator is what its chart and its signs show. */
import { expect, test } from 'vitest'
import { type MadeUp, madeUpFramework, monthsFrom } from '../answers/made-up.data.ts'
import { signalView } from '../answers/signal/signal-view.ts'
import { chartOfSignal } from '../charts/control-chart/chart-of-signal.ts'
import { controlChart } from '../charts/control-chart/control-chart.ts'
import { iconsOfSignal } from '../charts/signal-icons/icons-of-signal.ts'

const calm = Array.from({ length: 16 }, (_, at) => String(at % 2 === 0 ? 49 : 51))
const view = (values: readonly string[], more: Partial<MadeUp> = {}) =>
  signalView('a', madeUpFramework([{ slug: 'a', name: 'A share', cells: monthsFrom('2015-12', values), ...more }]))

test('chartOfSignal() says in its name what the points and the target say', () => {
  const chart = chartOfSignal(view([...calm, '70'], { targets: { '2017/18': '80' } }), 'Anywhere')
  expect(chart?.sentence).toBe(
    'A share, 70.0 in April 2017. A signal of improvement: the latest value is above the upper limit. By the limits of December 2015 to April 2017, the target will be missed consistently, unless the process changes; but most points are signals, so these limits describe no steady level.',
  )
  // The spike lifts the mean over all that came before it.
  expect(chart?.points.map(point => point.sign)).toEqual([...calm.map(() => 'concern'), 'improvement'])
  expect(chart && controlChart(chart)).toContain('chart-sign-improvement')
})

test('chartOfSignal() carries the warnings of a chart that deserves no icon', () => {
  expect(chartOfSignal(view(calm, { kind: 'not_stated' }), 'Anywhere')?.warnings[0]).toContain('not stated')
  expect(chartOfSignal(view(calm, { kind: 'rolling_12' }), 'Anywhere')).toBeNull()
})

test('iconsOfSignal() names the signs, and none where they would say too much', () => {
  const icons = (values: readonly string[], more: Partial<MadeUp> = {}) => iconsOfSignal(view(values, more))
  expect(icons(calm, { targets: { '2016/17': '30' } })).toEqual({ variation: 'common', assurance: 'pass' })
  expect(icons([...calm, '70'])).toEqual({ variation: 'improvement_high', assurance: null })
  expect(icons([...calm, '70'], { polarity: 'smaller' })).toMatchObject({ variation: 'concern_high' })
  expect(icons([...calm, '30'], { polarity: 'none' })).toMatchObject({ variation: 'neutral_low' })
  expect(icons(calm.slice(0, 12))).toEqual({ variation: null, assurance: null })
  expect(icons(calm, { kind: 'cumulative' })).toEqual({ variation: null, assurance: null })
})
