import { expect, test } from 'vitest'
import { isFromHere } from './origin.ts'

const sent = { origin: undefined, site: undefined, host: 'localhost:3000', scheme: 'http' } as const

test.each([
  [{ origin: 'http://localhost:3000' }, true],
  [{ origin: 'http://LOCALHOST:3000', site: 'same-origin' }, true],
  [{ site: 'same-origin' }, true],
  [{}, false],
  [{ origin: 'null' }, false],
  [{ origin: '' }, false],
  [{ origin: 'http://localhost:3001' }, false],
  [{ origin: 'https://localhost:3000' }, false],
  [{ origin: 'http://localhost:3000.attacker.example' }, false],
  [{ origin: 'http://localhost:3000', site: 'cross-site' }, false],
  [{ origin: 'http://attacker.example', site: 'same-origin' }, false],
  [{ site: 'same-site' }, false],
  [{ site: 'none' }, false],
] as const)('isFromHere(%o) is %s', (said, expected) => {
  expect(isFromHere({ ...sent, ...said })).toBe(expected)
})

test('isFromHere() asks for https behind a proxy that takes TLS', () => {
  expect(isFromHere({ ...sent, origin: 'https://localhost:3000', scheme: 'https' })).toBe(true)
  expect(isFromHere({ ...sent, origin: 'http://localhost:3000', scheme: 'https' })).toBe(false)
})
