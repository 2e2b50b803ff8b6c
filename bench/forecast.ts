/** How long it takes to forecast monthly series of ten years and to test what would have been said at every past point. */
import { backtestOfSeries } from '../src/answers/forecast/backtest-answer.ts'
import { boundsOf } from '../src/judgement/forecast/series-forecast.ts'
import type { Series } from '../src/judgement/series.ts'
import { chanceFrom } from '../src/shared/chance.ts'
import { shiftMonths, toPeriod } from '../src/shared/period/period.ts'

/** Milliseconds of a core, with how many forecasts were tested, which shows that they were made. */
export function forecastAndTested(count: number): { readonly taken: number; readonly said: number } {
  const given = Array.from({ length: count }, (_, seed) => ({
    id: String(seed),
    series: wandering(seed),
    bounds: boundsOf('count'),
  }))
  const before = process.cpuUsage()
  const { all } = backtestOfSeries(given)
  const { user, system } = process.cpuUsage(before)
  return { taken: (user + system) / 1000, said: all.forecasts }
}

/** Counts that wander, with a season in every other series, so that all methods have work. */
function wandering(seed: number): Series {
  const chance = chanceFrom(seed + 1)
  let level = 200
  const points = Array.from({ length: 120 }, (_, at) => {
    level = Math.max(level + (chance() - 0.5) * 20, 20)
    const season = seed % 2 === 0 ? 0 : 40 * Math.sin((Math.PI * at) / 6)
    const value = Math.round(Math.max(level + season + (chance() - 0.5) * 40, 0))
    return { period: shiftMonths(toPeriod('2015-04'), at), value, marks: [] }
  })
  return { polarity: 'none', unit: 'count', kind: 'in_period', frequency: 'monthly', decimals: 0, points }
}
