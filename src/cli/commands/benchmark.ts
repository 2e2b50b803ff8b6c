import { type Benchmark, benchmark, loadFigures } from '../../answers/benchmark/benchmark.ts'
import { frameworkBenchmarks } from '../../answers/benchmark/framework-benchmarks.ts'
import { findCouncil } from '../../answers/national/find-council.ts'
import { findGroup } from '../../answers/national/find-group.ts'
import { findMeasure } from '../../answers/national/find-measure.ts'
import { loadNational } from '../../answers/national/national-data.ts'
import { valueInWords } from '../../judgement/value/value-in-words.ts'
import { entryOf, reasons } from '../../shared/codes.ts'
import { roundedText } from '../../shared/rounding.ts'
import { capitalised } from '../../shared/words.ts'
import { jsonText } from '../json.ts'
import { benchmarkJson, benchmarksJson } from '../national-json.ts'
import { needed, questionOptions, readOptions, yearOption } from '../options.ts'
import { momentOf } from '../question.ts'
import { textTable } from '../table.ts'
import { Usage } from '../usage.ts'
import { type World, withRegister } from '../world.ts'

const options = {
  ...questionOptions,
  indicator: { type: 'string' },
  group: { type: 'string' },
  period: { type: 'string' },
} as const

/** `tidemark benchmark`: the place of a council among others. */
export async function run(args: readonly string[], world: World): Promise<void> {
  const { values } = readOptions(args, options)
  const org = needed('org', values.org)
  const period = yearOption('period', values.period)
  if (values.indicator !== undefined && values.framework !== undefined)
    throw new Usage('--indicator and --framework exclude each other: ask for one measure, or for all of a framework')
  const moment = momentOf(values, world)
  // Whoever sits at the machine holds the register itself.
  const audience = 'officer'
  await withRegister(values.home, world, async register => {
    const { reader } = await register.reader.pinned()
    const data = await loadNational(reader, moment)
    const council = findCouncil(data, org)
    const group = findGroup(data, council, values.group ?? 'england')
    if (values.indicator === undefined) {
      const framework = values.framework ?? null
      const answer = await frameworkBenchmarks(reader, data, { council, group, framework, period, audience })
      if (values.json) return world.print(jsonText(benchmarksJson(moment, council, answer)))
      world.print(`${council.name} among the councils of ${group.name}\n`)
      world.print(asTable(answer.benchmarks))
      for (const { measure, because } of answer.without) world.print(`${measure.code || measure.slug}: ${because}`)
      return
    }
    const measure = findMeasure(data, council, values.indicator)
    const figures = await loadFigures(reader, data, council, [measure.slug], audience)
    const own = figures.get(measure.slug) ?? { published: [], own: [] }
    const answer = benchmark(data, own, { council, measure, group, period })
    world.print(values.json ? jsonText(benchmarkJson(moment, answer)) : asText(answer))
  })
}

function asText(answer: Benchmark): string {
  const { council, measure, rank, interval, previous, figures, group, published, unit } = answer
  // A mean lies between values: it has a decimal more than they have.
  const say = (value: number, more = 0) => valueInWords(roundedText(value, answer.decimals + more), unit)
  const code = measure.code === '' ? '' : ` (${measure.code} of ${measure.edition})`
  return [
    `${council.name}, ${answer.name}${code}, ${answer.period}: ${shownIn(answer)}`,
    rank
      ? `Place ${placeIn(answer)} of ${rank.of}${interval ? `, between ${interval.lower} and ${interval.upper} (${answer.intervalBasis})` : ` (${answer.intervalBasis})`}; quartile ${answer.quartile}, where 1 is best`
      : `No place: ${answer.rankReason}`,
    againstEngland(answer),
    previous
      ? `Last time, ${previous.period}: place ${previous.rank}${previous.tied ? '=' : ''} of ${previous.of}${previous.direction ? `; ${previous.direction} since` : ''}`
      : `No last time: ${answer.previousReason}`,
    figures
      ? `${group.name}, ${figures.councils} councils: mean ${say(figures.mean, 1)}, median ${say(figures.median)}, quartiles ${say(figures.lowerQuartile)} and ${say(figures.upperQuartile)}, from ${say(figures.least)} to ${say(figures.most)}${published ? `; published for the whole: ${valueInWords(String(published.value), unit)}` : ''}`
      : `${group.name}: no council has a figure`,
    ...answer.notes,
    `Figures: ${answer.publisher}`,
  ].join('\n')
}

function againstEngland({ significance, unit, decimals }: Benchmark): string {
  const { standing, reason, england, lower, upper } = significance
  if (standing === null) return `Whether it differs from England cannot be told: ${reason}`
  const say = (value: number | null) => valueInWords(roundedText(Number(value), decimals), unit)
  const words = standing === 'similar' ? 'similar to' : `significantly ${standing} than`
  return `${capitalised(words)} England’s ${valueInWords(String(england), unit)}: the 95 % interval is ${say(lower)} to ${say(upper)}`
}

function asTable(benchmarks: readonly Benchmark[]): string {
  const heading = ['Code', 'Measure', 'Year', 'Value', 'Place', 'of', 'Quartile', 'Between', 'Last time', 'Median']
  const rows = benchmarks.map(each => [
    each.measure.code,
    each.name,
    each.period,
    shownIn(each),
    placeIn(each),
    String(each.rank?.of ?? ''),
    String(each.quartile ?? ''),
    each.interval ? `${each.interval.lower} to ${each.interval.upper}` : '',
    each.previous ? `${each.previous.rank} (${each.previous.period})` : '',
    each.figures ? roundedText(each.figures.median, each.decimals) : '',
  ])
  return textTable([heading, ...rows], [3, 4, 5, 6, 7, 9])
}

function placeIn({ rank }: Benchmark): string {
  return rank ? `${rank.rank}${rank.tied ? '=' : ''}` : '–'
}

function shownIn({ shown, reason, unit }: Benchmark): string {
  if (shown !== null) return valueInWords(shown, unit)
  return reason === null || reason === 'not_recorded' ? 'nothing recorded' : entryOf(reasons, reason).label
}
