import { expect, test } from 'vitest'
import { parse, parsedSources } from '../support/source-files.ts'
import { docstringFaults } from './docstrings.ts'

test('every exported function has a docstring', () => {
  expect(parsedSources().flatMap(docstringFaults)).toEqual([])
})

const planted = [
  'export function a() {}',
  'export async function a() {}',
  'export default function () {}',
  'export const a = () => 1',
  'export const a = function () {}',
  'export const a = ((b: number) => b) satisfies (b: number) => number',
  'function a() {}\nexport { a }',
  'const a = () => 1\nexport { a as b }',
  '// a remark\nexport function a() {}',
  '/* a remark */\nexport function a() {}',
  '/** */\nexport function a() {}',
  '/** Of another. */\nconst b = 1\nexport function a() {}',
]

test.for(planted)('docstringFaults() finds %s', text => {
  expect(docstringFaults(parse({ path: 'src/shared/a.ts', text }))).toHaveLength(1)
})

test('docstringFaults() lets pass what is said, and what is no function', () => {
  const text = [
    '/** What comes out. */\nexport function a(): void',
    'export function a(b: number): void',
    'export function a() {}',
    '/**\n * What comes out,\n * in two lines.\n */\nexport const c = () => 1',
    'export const d = 1',
    'const e = () => 1',
    'export type F = () => void',
  ].join('\n')
  expect(docstringFaults(parse({ path: 'src/shared/a.ts', text }))).toEqual([])
})
