import { expect, test } from 'vitest'
import { type FactKey, keyOf, keyText, type NewFact } from './facts.ts'

test('keyText() is the same for facts that supersede one another, and differs with any part', () => {
  const key = keyOf('norfolk', { indicator: 'dtoc-social-care-rate', geography: 'norfolk', period: '2017-03' })
  expect(keyText('observation', key)).toBe(keyText('observation', { ...key }))
  const parts: (keyof FactKey)[] = ['owner', 'indicator', 'geography', 'breakdown', 'period', 'version', 'name']
  const others = parts.map(part => keyText('observation', { ...key, [part]: 'other' }))
  expect(new Set([...others, keyText('observation', key), keyText('target', key)]).size).toBe(parts.length + 2)
})

test('keyText() cannot be confused by separators in a part', () => {
  expect(keyText('card', keyOf('a', { name: 'b","c' }))).not.toBe(
    keyText('card', keyOf('a', { name: 'b', period: 'c' })),
  )
})

test('a fact of one kind does not take the payload of another', () => {
  const key = keyOf('norfolk', { name: 'adult-social-care' })
  const wrong: NewFact = {
    ...key,
    kind: 'risk',
    knownOn: '2017-03-06',
    from: { document: 'd', file: 'f', place: 'p' },
    // @ts-expect-error a risk is not told like a commentary
    payload: { text: 'said', authorRole: 'director' },
  }
  expect(wrong.kind).toBe('risk')
})
