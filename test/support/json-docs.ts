/** What docs/json.md says of an answer, beside the answer. */
import { expect } from 'vitest'

/** Every key at any depth, but for what facts say, which the exchange format describes. */
export function keysOf(value: unknown, isPayload = false): string[] {
  if (Array.isArray(value)) return value.flatMap(each => keysOf(each))
  if (typeof value !== 'object' || value === null || isPayload) return []
  const inImport = 'knownOn' in value && 'change' in value
  return Object.entries(value).flatMap(([key, each]) => [
    key,
    ...keysOf(each, inImport && (key === 'old' || key === 'new')),
  ])
}

/** Whether an answer holds all that an example shows; a list of the example shows some of its items. */
export function holds(answer: unknown, example: unknown): boolean {
  if (Array.isArray(example))
    return Array.isArray(answer) && example.every(part => answer.some(each => holds(each, part)))
  if (typeof example !== 'object' || example === null) return Object.is(answer, example)
  if (typeof answer !== 'object' || answer === null) return false
  const own = answer as Record<string, unknown>
  return Object.entries(example).every(([key, part]) => key in own && holds(own[key], part))
}

/** Expects that a section names every key of an answer, and that the one example in it is true of the answer. */
export function expectDescribed(answer: unknown, own: string, besides: string) {
  const told = new Set([...`${own}${besides}`.matchAll(/`([A-Za-z0-9_]+)`/g)].map(([, key]) => key))
  expect(keysOf(answer).filter(key => !told.has(key))).toEqual([])
  const examples = [...own.matchAll(/```json\n([\s\S]*?)```/g)].map(([, each]) => JSON.parse(String(each)))
  expect(examples).toHaveLength(1)
  expect(holds(answer, examples[0]), JSON.stringify(answer).slice(0, 500)).toBe(true)
}
