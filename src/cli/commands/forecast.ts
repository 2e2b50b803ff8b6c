import { readFileSync } from 'node:fs'
import { backtestOfFramework, backtestOfSeries } from '../../answers/forecast/backtest-answer.ts'
import { forecastAnswer, forecastView } from '../../answers/forecast/forecast.ts'
import type { BacktestAnswer, ForecastAnswer } from '../../answers/forecast/types.ts'
import { type FrameworkData, frameworkView } from '../../answers/framework-data.ts'
import { NotFound } from '../../answers/not-found.ts'
import { readForecastSeries } from '../../intake/forecast-series/read-forecast-series.ts'
import { boundsOf } from '../../judgement/forecast/series-forecast.ts'
import { backtestJson, forecastJson } from '../forecast-json.ts'
import { headJson, jsonText } from '../json.ts'
import { questionOptions, readOptions } from '../options.ts'
import { ask } from '../question.ts'
import { textTable } from '../table.ts'
import { Told, Usage } from '../usage.ts'
import type { World } from '../world.ts'

const options = {
  ...questionOptions,
  indicator: { type: 'string' },
  backtest: { type: 'boolean' },
  series: { type: 'string' },
} as const

/** `tidemark forecast`: where indicators will stand at the year's end, and how good such forecasts have been. */
export async function run(args: readonly string[], world: World): Promise<void> {
  const { values } = readOptions(args, options)
  const { indicator, series, json = false } = values
  if (series !== undefined) {
    if (!values.backtest) throw new Usage('--series goes with --backtest')
    return tell(backtestOfSeries(readFile(series, world)), json, world)
  }
  if (values.backtest) {
    if (indicator !== undefined) throw new Usage('--indicator does not go with --backtest, which tests all of them')
    return tell(await ask(values, world, backtestOfFramework), json, world)
  }
  const answer = await ask(values, world, data =>
    indicator === undefined ? forecastAnswer(data) : one(indicator, data),
  )
  const forecasts = answer.forecasts.map(forecastJson)
  world.print(json ? jsonText({ ...headJson(answer), indicators: forecasts }) : inWords(answer))
}

function one(slug: string, data: FrameworkData): ForecastAnswer {
  if (!data.members.some(member => member.indicator.indicator === slug))
    throw new NotFound(`The framework ${data.framework.name} has no indicator ${slug}; tidemark forecast lists them`)
  const { organisation, framework, moment } = data
  return { organisation, framework: frameworkView(framework), moment, forecasts: [forecastView(slug, data)] }
}

function inWords({ forecasts }: ForecastAnswer): string {
  return forecasts
    .map(({ indicator, sentences }) => [indicator.name, ...sentences.map(each => `  ${each}`)].join('\n'))
    .join('\n\n')
}

function readFile(path: string, world: World) {
  const { series, errors } = readForecastSeries(readFileSync(path, 'utf8'))
  for (const error of errors) world.warn(`Wrong: ${error}`)
  if (errors.length > 0) throw new Told()
  return series.map(each => ({ ...each, bounds: boundsOf(each.series.unit) }))
}

function tell(answer: BacktestAnswer, json: boolean, world: World): void {
  world.print(json ? jsonText(backtestJson(answer)) : testInWords(answer))
}

function testInWords(answer: BacktestAnswer): string {
  const share = ({ value, n }: BacktestAnswer['all']['mase']) => `${value === null ? '–' : value.toFixed(2)} (n = ${n})`
  const heading = ['Ahead', '80 % interval held', '95 % interval held', 'MASE', 'Against the last value']
  const rows = answer.ahead.map(({ ahead, tally }) => [
    String(ahead),
    share(tally.held80),
    share(tally.held95),
    share(tally.mase),
    share(tally.againstLast),
  ])
  const refused = answer.series.filter(each => each.refused !== '').map(each => `${each.series}: ${each.refused}.`)
  const table = rows.length === 0 ? [] : ['', textTable([heading, ...rows], [])]
  return [...answer.findings, ...table, ...(refused.length > 0 ? ['', ...refused] : [])].join('\n')
}
