/** Reads series to be judged by signal from a JSON file: the format in which the package's expected results are published. */
import { leastBaseline } from '../../judgement/signal/signal.ts'
import { isDay } from '../../shared/words.ts'

export type FileSeries = {
  readonly id: string
  /** Label of a case in which the package's oddity is wanted; null: none. */
  readonly quirk: string | null
  readonly options: {
    readonly improvementDirection: 'increase' | 'decrease' | 'neutral'
    readonly target: number | null
    readonly rebase: readonly string[]
    readonly fixAfter: number | null
    readonly screenOutliers: boolean
  }
  readonly input: readonly { readonly date: string; readonly value: number | null }[]
}

export type SeriesFile = {
  readonly series: readonly FileSeries[]
  /** What is wrong, a sentence each; nothing is judged then. */
  readonly errors: readonly string[]
  /** What was left aside, a sentence each. */
  readonly warnings: readonly string[]
}

const directions = ['increase', 'decrease', 'neutral'] as const
const knownOptions = ['improvement_direction', 'target', 'rebase', 'fix_after_n_points', 'screen_outliers']

type Told = { readonly errors: string[]; readonly warnings: string[] }
type Values = Readonly<Record<string, unknown>>

/** Reads the text of a file and says everything that is wrong with it: where, what, and what to do. */
export function readSeriesFile(text: string): SeriesFile {
  const told: Told = { errors: [], warnings: [] }
  const content = parsed(text, told)
  const list = isObject(content) ? content['series'] : undefined
  if (told.errors.length === 0 && !Array.isArray(list))
    told.errors.push('The file has no list of series: it must hold { "series": [ … ] }')
  const series = Array.isArray(list) ? list.flatMap((each, at) => seriesOf(each, at, told)) : []
  if (Array.isArray(list) && list.length === 0) told.errors.push('The list of series is empty: add at least one')
  return { series, ...told }
}

function parsed(text: string, told: Told): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    told.errors.push(`The file is not JSON: ${error instanceof Error ? error.message : String(error)}`)
    return null
  }
}

function seriesOf(given: unknown, at: number, told: Told): FileSeries[] {
  if (!isObject(given)) {
    told.errors.push(`Series ${at + 1} is ${shown(given)}: it must be an object with id, options and input`)
    return []
  }
  const { id, quirk, options, input } = given
  const where = typeof id === 'string' ? `Series ${at + 1} (${id})` : `Series ${at + 1}`
  const before = told.errors.length
  if (typeof id !== 'string' || id === '') told.errors.push(`${where} has no id: give it a text of its own`)
  if (quirk !== undefined && quirk !== null && typeof quirk !== 'string')
    told.errors.push(`${where}: quirk is ${shown(quirk)}; it must be a text or null`)
  const points = pointsOf(input, where, told)
  const read = optionsOf(options, where, told)
  if (!read || told.errors.length > before) return []
  for (const date of read.rebase)
    if (!points.some(point => point.date === date))
      told.warnings.push(
        `${where}: no point has the rebase date ${date}, which changes nothing; use the date of a point`,
      )
  return [{ id: String(id), quirk: typeof quirk === 'string' ? quirk : null, options: read, input: points }]
}

function optionsOf(given: unknown, where: string, told: Told): FileSeries['options'] | null {
  if (!isObject(given)) {
    told.errors.push(`${where} has no options: give an object with at least improvement_direction`)
    return null
  }
  for (const name of Object.keys(given))
    if (!knownOptions.includes(name))
      told.warnings.push(`${where}: there is no option ${name}; the options are ${knownOptions.join(', ')}`)
  const wrong = (name: string, expected: string) =>
    told.errors.push(`${where}: ${name} is ${shown(given[name])}; it must be ${expected}`)
  const { target = null, fix_after_n_points: fixAfter = null, screen_outliers: screen = true } = given
  const improvementDirection = directions.find(each => each === given['improvement_direction'])
  if (!improvementDirection) wrong('improvement_direction', 'increase, decrease or neutral')
  if (target !== null && !isNumber(target)) wrong('target', 'a number or null')
  const rebase = given['rebase'] ?? []
  const dates = Array.isArray(rebase) && rebase.every(isDayText) ? rebase : null
  if (!dates) wrong('rebase', 'a list of days such as "2024-04-01"')
  const isBaseline = isNumber(fixAfter) && Number.isInteger(fixAfter) && fixAfter >= leastBaseline
  if (fixAfter !== null && !isBaseline)
    wrong('fix_after_n_points', `null or a whole number of ${leastBaseline} or more`)
  if (typeof screen !== 'boolean') wrong('screen_outliers', 'true or false')
  if (!improvementDirection || !dates) return null
  return {
    improvementDirection,
    target: isNumber(target) ? target : null,
    rebase: dates,
    fixAfter: isNumber(fixAfter) ? fixAfter : null,
    screenOutliers: screen !== false,
  }
}

function pointsOf(given: unknown, where: string, told: Told): FileSeries['input'] {
  if (!Array.isArray(given) || given.length === 0) {
    told.errors.push(`${where} has no points: input must be a list of { "date", "value" }`)
    return []
  }
  const seen = new Set<string>()
  return given.flatMap((point: unknown, at) => {
    const place = `${where}, point ${at + 1}`
    const { date, value }: Values = isObject(point) ? point : {}
    if (!isDayText(date)) {
      told.errors.push(`${place}: date is ${shown(date)}; it must be a day such as "2024-04-01"`)
      return []
    }
    if (seen.has(date)) told.errors.push(`${place}: ${date} stands twice; keep one point of each date`)
    seen.add(date)
    if (value === null || isNumber(value)) return [{ date, value }]
    told.errors.push(`${place}: value is ${shown(value)}; it must be a number, or null where it is missing`)
    return []
  })
}

const isObject = (given: unknown): given is Values =>
  typeof given === 'object' && given !== null && !Array.isArray(given)
const isNumber = (given: unknown): given is number => typeof given === 'number' && Number.isFinite(given)
const isDayText = (given: unknown): given is string => typeof given === 'string' && isDay(given)
const shown = (given: unknown) => (given === undefined ? 'missing' : (JSON.stringify(given) ?? '').slice(0, 60))
