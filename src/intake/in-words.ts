import type { FactKey, FactKind } from '../shared/facts.ts'

/** What a fact speaks of, in a few words, as `observation ld-paid-employment 2017-03`. */
export function subjectInWords({ kind, indicator, breakdown, period, name }: FactKey & { kind: FactKind }): string {
  return [kind, indicator, breakdown, period, name].filter(part => part !== '').join(' ')
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
