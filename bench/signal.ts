/** How long it takes to judge a thousand series by signal and to draw their control charts. */

import { madeUpFramework } from '../src/answers/made-up.data.ts'
import { signalView } from '../src/answers/signal/signal-view.ts'
import type { SignalView } from '../src/answers/signal/types.ts'
import { chartOfSignal } from '../src/charts/control-chart/chart-of-signal.ts'
import { controlChart } from '../src/charts/control-chart/control-chart.ts'
import { chanceFrom } from '../src/shared/chance.ts'
import { monthsOfShape } from './support/figures.ts'

/** Milliseconds of a core for each of several rounds of so many charts of 36 months; `characters` of SVG shows that they were drawn. */
export function chartsDrawn(count: number, rounds: number): { readonly taken: number[]; readonly characters: number } {
  let characters = 0
  const taken = Array.from({ length: rounds }, (_, round) => {
    const data = figures(count, round)
    characters = 0
    const before = process.cpuUsage()
    for (let at = 0; at < count; at += 1) {
      const view: SignalView = signalView(`indicator-${at}`, data)
      const chart = chartOfSignal(view, 'Bench')
      if (chart) characters += controlChart(chart).length
    }
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return { taken, characters }
}

/** Made-up rates that wander, with a target each; a round has figures of its own, so that nothing is judged already. */
function figures(count: number, seed: number) {
  const chance = chanceFrom(seed + 1)
  const months = monthsOfShape({ months: 36 })
  return madeUpFramework(
    Array.from({ length: count }, (_, at) => {
      let level = 40 + chance() * 20
      const cells = months.map(month => {
        level += (chance() - 0.5) * 2
        return [month, (level + (chance() - 0.5) * 6).toFixed(1)] as const
      })
      return { slug: `indicator-${at}`, cells: Object.fromEntries(cells), targets: { '2024/25': '55' } }
    }),
  )
}
