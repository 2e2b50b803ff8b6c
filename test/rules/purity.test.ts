import { expect, test } from 'vitest'
import { parse, parsedSources } from '../support/source-files.ts'
import { purityFaults } from './purity.ts'

test('shared, judgement, answers, charts and paper see no clock, chance or environment', () => {
  expect(parsedSources().flatMap(purityFaults)).toEqual([])
})

const planted = [
  'const a = Date.now()',
  `const a = Date['now']()`,
  'const a = new Date()',
  'const a = Date()',
  'const { now } = Date',
  'const a = Math.random()',
  'const a = Math[name]()',
  `const a = process.env['HOME']`,
  'const { env } = process',
  'const a = performance.now()',
  'const a = globalThis.Date',
  'const a = crypto.randomUUID()',
  `import { randomBytes } from 'node:crypto'`,
  `const a = fetch('http://127.0.0.1')`,
  'setTimeout(() => {}, 1)',
]

test.for(planted)('purityFaults() finds %s', text => {
  expect(purityFaults(parse({ path: 'src/answers/a.ts', text }))).toHaveLength(1)
  expect(purityFaults(parse({ path: 'src/cli/a.ts', text }))).toEqual([])
})

test('purityFaults() lets pass what is given', () => {
  const text = `const a = new Date(0); const b = Date.UTC(2026, 0, 1); const c = Math.round(performance.value); const d: Date = a`
  expect(purityFaults(parse({ path: 'src/shared/a.ts', text }))).toEqual([])
})
