import { type ParseArgsConfig, parseArgs } from 'node:util'
import { type Audience, audiences } from '../shared/audience.ts'
import { parsePeriod } from '../shared/period/parse-period.ts'
import { typeOf } from '../shared/period/period.ts'
import { isDay } from '../shared/words.ts'
import { Usage } from './usage.ts'

export type OptionSpecs = NonNullable<ParseArgsConfig['options']>

/** The options that every command takes. */
export const commonOptions = {
  home: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies OptionSpecs

/** The options of every question, whomever it is about. */
export const momentOptions = {
  ...commonOptions,
  'as-at': { type: 'string' },
  'recorded-before': { type: 'string' },
  audience: { type: 'string' },
  json: { type: 'boolean' },
} as const satisfies OptionSpecs

/** The options of every question about an organisation. */
export const questionOptions = {
  ...momentOptions,
  org: { type: 'string' },
  framework: { type: 'string' },
} as const satisfies OptionSpecs

/**
 * Reads the arguments of a command.
 * @throws Usage when an option is unknown, lacks its value, or there are words too many or too few
 */
export function readOptions<T extends OptionSpecs>(
  args: readonly string[],
  options: T,
  words: { readonly least: number; readonly most: number; readonly called: string } = { least: 0, most: 0, called: '' },
) {
  let read: ReturnType<typeof parse<T>>
  try {
    read = parse(args, options)
  } catch (error) {
    throw new Usage(refusal(error instanceof Error ? error.message : String(error)))
  }
  const { positionals } = read
  if (positionals.length < words.least) throw new Usage(`${words.called} is missing`)
  if (positionals.length > words.most) throw new Usage(`There is no place for “${positionals[words.most]}” here`)
  return { values: read.values, words: positionals }
}

/** What the parser found wrong, in our words. */
function refusal(message: string): string {
  const option = /'(?:-\w, )?(-[^' <=]*)/.exec(message)?.[1]
  if (option === undefined) return message
  if (message.startsWith('Unknown option')) return `There is no option ${option}`
  return message.includes('does not take an argument') ? `${option} takes no value` : `${option} needs a value`
}

function parse<T extends OptionSpecs>(args: readonly string[], options: T) {
  return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
}

/** A day given as an option. @throws Usage when it is not written as 2017-03-06 */
export function dayOption(name: string, text: string | undefined): string | null {
  if (text === undefined) return null
  if (!isDay(text)) throw new Usage(`--${name} takes a day written as 2017-03-06, not “${text}”`)
  return text
}

/** An instant given as an option. @throws Usage when it is no UTC instant */
export function instantOption(name: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/.test(text)
  if (!isInstant || Number.isNaN(Date.parse(text)))
    throw new Usage(`--${name} takes a UTC instant written as 2017-03-06T09:30:00Z, not “${text}”`)
  return new Date(text).toISOString()
}

/**
 * An audience given as an option: the one without it, or one up to the narrowest that may be asked for.
 * @throws Usage when it is another
 */
export function audienceOption(text: string | undefined, standard: Audience, narrowest: Audience): Audience {
  const allowed = audiences.slice(0, audiences.indexOf(narrowest) + 1)
  const found = allowed.find(each => each === (text ?? standard))
  if (found === undefined) throw new Usage(`--audience takes one of ${allowed.join(', ')}, not “${text}”`)
  return found
}

/** A financial year given as an option, in any spelling. @throws Usage when it is none */
export function yearOption(name: string, text: string | undefined): string | null {
  if (text === undefined) return null
  const parsed = parsePeriod(text)
  if (!parsed.ok || typeOf(parsed.period) !== 'year')
    throw new Usage(`--${name} takes a financial year written as 2016/17, not “${text}”`)
  return parsed.period
}

/** A slug given as an option, which must be there. @throws Usage when it is missing */
export function needed(name: string, text: string | undefined): string {
  if (text === undefined || text === '') throw new Usage(`--${name} is missing`)
  return text
}
