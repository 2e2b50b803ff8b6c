import type { FactKey, FactKind } from '../shared/facts.ts'
import type { Indicator } from '../shared/indicator.ts'
import { periodInWords } from '../shared/period/format-period.ts'
import { isPeriod } from '../shared/period/period.ts'

/** What a fact speaks of, in a few words, as `observation ld-paid-employment 2017-03`. */
export function subjectInWords({ kind, indicator, breakdown, period, name }: FactKey & { kind: FactKind }): string {
  return [kind, indicator, breakdown, period, name].filter(part => part !== '').join(' ')
}

/** The names of indicators, by owner and slug with a space between. */
export type Titles = ReadonlyMap<string, string>

/** The names of the indicators that some facts tell of. */
export function titlesIn(facts: readonly (FactKey & { kind: FactKind; payload: unknown })[]): Titles {
  return new Map(
    facts.flatMap(({ kind, owner, indicator, payload }) =>
      kind === 'indicator' && payload !== null ? [[`${owner} ${indicator}`, (payload as Indicator).name] as const] : [],
    ),
  )
}

/**
 * What a fact speaks of, as a person would call it: "Adults in paid employment, March 2017".
 * @returns empty where it speaks of no indicator, or of one whose name is not known
 */
export function titleInWords({ owner, indicator, breakdown, period }: FactKey, titles: Titles): string {
  const title = titles.get(`${owner} ${indicator}`)
  if (title === undefined) return ''
  return [title, breakdown, isPeriod(period) ? periodInWords(period) : period].filter(part => part !== '').join(', ')
}

/** What a payload says, in a few words: a value where it has one. */
export function briefly(payload: unknown): string {
  if (typeof payload !== 'object' || payload === null) return '–'
  const said = Object.entries(payload).filter(
    ([, value]) => value !== null && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0),
  )
  const value = new Map<string, unknown>(said)
  if (value.has('value')) {
    const counts = value.has('denominator') ? ` (${value.get('numerator')} / ${value.get('denominator')})` : ''
    return `${value.get('value')}${counts}`
  }
  if (value.has('reason')) return String(value.get('reason'))
  const text = said
    .map(([name, each]) => `${name} ${typeof each === 'object' ? JSON.stringify(each) : each}`)
    .join(', ')
  return text.length > 80 ? `${text.slice(0, 77)}...` : text
}
