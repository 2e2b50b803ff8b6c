import { readFileSync, writeFileSync } from 'node:fs'
import { type FrameworkData, frameworkView } from '../../answers/framework-data.ts'
import { NotFound } from '../../answers/not-found.ts'
import { signalAnswer } from '../../answers/signal/signal-answer.ts'
import { type QuirkChoice, quirkChoices, signalOfSeries } from '../../answers/signal/signal-of-series.ts'
import { signalView } from '../../answers/signal/signal-view.ts'
import type { SignalView } from '../../answers/signal/types.ts'
import { chartOfSignal } from '../../charts/control-chart/chart-of-signal.ts'
import { controlChart } from '../../charts/control-chart/control-chart.ts'
import { readSeriesFile } from '../../intake/signal-series/read-series-file.ts'
import { headJson, jsonText } from '../json.ts'
import { questionOptions, readOptions } from '../options.ts'
import { ask } from '../question.ts'
import { signalJson, signalViewJson } from '../signal-json.ts'
import { expectedJson } from '../signal-series.ts'
import { answerInWords, seriesInWords, viewInWords } from '../signal-words.ts'
import { Told, Usage } from '../usage.ts'
import type { World } from '../world.ts'

const options = {
  ...questionOptions,
  indicator: { type: 'string' },
  series: { type: 'string' },
  quirks: { type: 'string' },
  chart: { type: 'string' },
} as const

/** `tidemark signal`: what is a signal and what is only chance, of a framework or of series in a file. */
export async function run(args: readonly string[], world: World): Promise<void> {
  const { values } = readOptions(args, options)
  if (values.series !== undefined) return ofFile(values.series, quirkChoice(values.quirks), values.json ?? false, world)
  if (values.quirks !== undefined) throw new Usage('--quirks goes with --series')
  const { indicator, chart } = values
  if (indicator === undefined) {
    if (chart !== undefined) throw new Usage('--chart goes with --indicator')
    const answer = await ask(values, world, signalAnswer)
    return world.print(values.json ? jsonText(signalJson(answer)) : answerInWords(answer))
  }
  const answer = await ask(values, world, data => ({ ...headOf(data), view: signalView(known(indicator, data), data) }))
  if (chart !== undefined) drawTo(chart, answer.view, answer.organisation.name)
  world.print(
    values.json ? jsonText({ ...headJson(answer), ...signalViewJson(answer.view) }) : viewInWords(answer.view),
  )
}

function drawTo(path: string, view: SignalView, owner: string): void {
  const chart = chartOfSignal(view, owner)
  if (!chart) throw new Error(`${view.indicator.slug} has no chart to draw. ${view.reason}`)
  writeFileSync(path, `${controlChart(chart)}\n`)
}

const headOf = ({ organisation, framework, moment }: FrameworkData) => ({
  organisation,
  framework: frameworkView(framework),
  moment,
})

function known(slug: string, data: FrameworkData): string {
  if (data.members.some(member => member.indicator.indicator === slug)) return slug
  throw new NotFound(`The framework ${data.framework.name} has no indicator ${slug}; tidemark signal lists them`)
}

function ofFile(path: string, quirks: QuirkChoice, json: boolean, world: World): void {
  const { series, errors, warnings } = readSeriesFile(readFileSync(path, 'utf8'))
  for (const warning of warnings) world.warn(`Look again: ${warning}`)
  for (const error of errors) world.warn(`Wrong: ${error}`)
  if (errors.length > 0) throw new Told()
  const judged = series.map(each => ({ each, signal: signalOfSeries(each, quirks) }))
  world.print(
    json
      ? jsonText({
          series: judged.map(({ each, signal }) => ({
            id: each.id,
            expected: expectedJson(signal, each.options.target),
          })),
        })
      : judged.map(({ each, signal }) => seriesInWords(each, signal)).join('\n\n'),
  )
}

function quirkChoice(text: string | undefined): QuirkChoice {
  const choice = quirkChoices.find(each => each === (text ?? 'labelled'))
  if (!choice) throw new Usage(`--quirks takes ${quirkChoices.join(', ')}, not “${text}”`)
  return choice
}
