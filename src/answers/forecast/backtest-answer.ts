import { backtest, type Said, type Tally, tally } from '../../judgement/forecast/backtest.ts'
import type { Bounds } from '../../judgement/forecast/outcomes.ts'
import type { Series } from '../../judgement/series.ts'
import { counted } from '../../shared/words.ts'
import { type FrameworkData, frameworkView } from '../framework-data.ts'
import { NotFound } from '../not-found.ts'
import { forecastView } from './forecast.ts'
import { forecastable } from './forecastable.ts'
import type { BacktestAnswer, ForecastsAnswer, ForecastView, PastForecasts, TestedSeries } from './types.ts'

/** What a backtest is held against: how often an 80 % interval should hold, and the error that it should stay below. */
const goals = { heldLeast: 0.75, heldMost: 0.85, maseBelow: 1 } as const

/** Every forecast of a framework's indicators tested on its own past, as the audience of the data may see it. */
export function backtestOfFramework(data: FrameworkData): BacktestAnswer {
  return gathered(data.members.map(({ indicator }) => testOf(indicator.indicator, data)))
}

/**
 * Every indicator of a framework with its forecast and how good such forecasts have been, for a page.
 * @param pause lets others have their turn between two indicators, as the tests of many take a while
 */
export async function forecastsAnswer(data: FrameworkData, pause: () => Promise<void>): Promise<ForecastsAnswer> {
  const forecasts: ForecastView[] = []
  const series: TestedSeries[] = []
  for (const { indicator } of data.members) {
    forecasts.push(forecastView(indicator.indicator, data))
    series.push(testOf(indicator.indicator, data))
    await pause()
  }
  const found = gathered(series)
  const { organisation, frameworks, moment } = data
  return {
    organisation,
    framework: frameworkView(data.framework),
    frameworks,
    moment,
    forecasts,
    backtest: { ...found, series: found.series.map(each => ({ ...each, said: [] })) },
  }
}

/**
 * What would have been said of an indicator of a framework at every past point, beside what came.
 * @throws NotFound when the framework has no such indicator
 */
export function pastForecasts(slug: string, data: FrameworkData): PastForecasts {
  const { organisation, framework, moment, members } = data
  if (!members.some(({ indicator }) => indicator.indicator === slug))
    throw new NotFound(
      `${framework.payload.name} of ${organisation.name} has no indicator called ${slug} on ${moment.asAt}`,
    )
  return { indicator: forecastable(slug, data).row.view.indicator, tested: testOf(slug, data) }
}

function testOf(slug: string, data: FrameworkData): TestedSeries {
  const { series, bounds, reason } = forecastable(slug, data)
  return tested(slug, series, reason === '' ? backtest(series, bounds) : { refused: reason, said: [] })
}

/** The same of series that stand in no register. */
export function backtestOfSeries(
  given: readonly { readonly id: string; readonly series: Series; readonly bounds: Bounds }[],
): BacktestAnswer {
  return gathered(given.map(({ id, series, bounds }) => tested(id, series, backtest(series, bounds))))
}

function tested(id: string, series: Series, { refused, said }: ReturnType<typeof backtest>): TestedSeries {
  const points = series.points.filter(point => point.value !== null).length
  return { series: id, points, refused, said, tally: tally(said) }
}

function gathered(series: readonly TestedSeries[]): BacktestAnswer {
  const said = series.flatMap(each => each.said)
  const by = <K extends Said['method'] | number>(key: (each: Said) => K) =>
    [...Map.groupBy(said, key)].map(([of, own]) => ({ of, tally: tally(own) }))
  const all = tally(said)
  return {
    all,
    ahead: by(each => each.ahead)
      .map(each => ({ ahead: each.of, tally: each.tally }))
      .sort((a, b) => a.ahead - b.ahead),
    methods: by(each => each.method).map(each => ({ method: each.of, tally: each.tally })),
    findings: findingsOf(all, series),
    series,
  }
}

function findingsOf({ held80, mase, againstLast, forecasts }: Tally, series: readonly TestedSeries[]): string[] {
  const refused = series.filter(each => each.refused !== '').length
  const none = refused === 0 ? [] : [`${counted(refused, 'series', 'series')} could not be tested: each says why.`]
  if (forecasts === 0) return [...none, 'Nothing was forecast, so nothing can be said about how good forecasts are.']
  return [...none, heldFinding(held80), maseFinding(mase), lastFinding(againstLast)]
}

function heldFinding({ value, n }: Tally['held80']): string {
  if (value === null) return 'No forecast had an interval: the last value was carried on throughout.'
  const says = `The range of eight in ten held ${(value * 100).toFixed(1)} times in a hundred (n = ${n.toLocaleString('en-GB')})`
  if (value < goals.heldLeast) return `${says}: too narrow.`
  if (value > goals.heldMost) return `${says}: wider than need be.`
  return `${says}: between 75 and 85, as it should.`
}

function maseFinding({ value, n }: Tally['mase']): string {
  if (value === null) return 'The error has no scale: no series moved from one year to the next.'
  const says = `The mean error is ${value.toFixed(2)} times that of taking the same period of the year before (MASE, n = ${n.toLocaleString('en-GB')})`
  return value < goals.maseBelow
    ? `${says}: smaller, as it should be.`
    : `${says}: not smaller, so the forecasts do not help.`
}

function lastFinding({ value, n }: Tally['againstLast']): string {
  if (value === null) return 'The last value was never wrong.'
  const says = `On the very same forecasts the error is ${value.toFixed(2)} times that of simply taking the last value (n = ${n.toLocaleString('en-GB')})`
  if (value < 0.95) return `${says}.`
  return `${says}: the figures wander, and hardly anything beats their last value. What a forecast adds here is how sure one can be.`
}
