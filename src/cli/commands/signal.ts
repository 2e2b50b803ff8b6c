import { readFileSync } from 'node:fs'
import { type QuirkChoice, quirkChoices, signalOfSeries } from '../../answers/signal/signal-of-series.ts'
import { readSeriesFile } from '../../intake/signal-series/read-series-file.ts'
import { jsonText } from '../json.ts'
import { questionOptions, readOptions } from '../options.ts'
import { expectedJson } from '../signal-series.ts'
import { seriesInWords } from '../signal-words.ts'
import { Told, Usage } from '../usage.ts'
import type { World } from '../world.ts'

const options = {
  ...questionOptions,
  indicator: { type: 'string' },
  series: { type: 'string' },
  quirks: { type: 'string' },
} as const

/** `tidemark signal`: what is a signal and what is only chance, of a framework or of series in a file. */
export async function run(args: readonly string[], world: World): Promise<void> {
  const { values } = readOptions(args, options)
  if (values.series !== undefined) return ofFile(values.series, quirkChoice(values.quirks), values.json ?? false, world)
  if (values.quirks !== undefined) throw new Usage('--quirks goes with --series')
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
