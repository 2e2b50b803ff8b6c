import { expect, test } from 'vitest'
import { trackedPaths, trackedTexts } from '../support/tracked-files.ts'
import { textFaults } from './text.ts'

test('no kept file says what none may', () => {
  expect(trackedTexts().flatMap(textFaults)).toEqual([])
})

test('the kept files are read', () => {
  const paths = trackedPaths()
  expect(paths).toContain('package.json')
  expect(paths).toContain('test/rules/text.test.ts')
  expect(paths.filter(path => path.startsWith('node_modules/'))).toEqual([])
})

/** Written in two halves, so that this file itself keeps the rule. */
const planted: readonly [path: string, ...halves: string[]][] = [
  ['src/a.test.ts', 'test.sk', `ip('a', () => {})`],
  ['src/a.test.ts', 'describe.on', `ly('a', () => {})`],
  ['test/runs/a.test.ts', 'test.to', `do('a')`],
  ['src/a.ts', '// TO', 'DO: later'],
  ['docs/a.md', 'FIX', 'ME'],
  ['docs/a.md', 'open /ho', 'me/jo/tidemark'],
  ['docs/a.md', 'open /Use', 'rs/jo/tidemark'],
  ['docs/a.md', 'open C:', String.raw`\Users\jo`],
  ['docs/a.md', 'write to jo', '@norfolk.gov.uk'],
  ['docs/a.md', 'call 0160', '3 123456'],
  ['docs/a.md', 'call 020 7', '946 0018'],
  ['docs/a.md', 'call +44 16', '03 123456'],
]

test.for(planted)('textFaults() finds what is planted in %s: %s…', ([path, ...halves]) => {
  expect(textFaults({ path, text: `first line\n${halves.join('')}\n` })).toEqual([
    expect.stringContaining(`${path}:2: `),
  ])
})

test('textFaults() reads names too', () => {
  expect(textFaults({ path: ['docs/TO', 'DO.md'].join(''), text: '' })).toHaveLength(1)
})

test('textFaults() lets pass what only looks alike', () => {
  const text = [
    'map.skip to the end, rows.only, 0.1234567890, 01234, 2016-12-31T01:02:03',
    'jo@example.org, editor@council.example, postgres://tidemark@127.0.0.1/x, hucre@1.0.0',
    'https://www.example.org/home/page, src/work/a.ts',
  ].join('\n')
  expect(textFaults({ path: 'docs/a.md', text })).toEqual([])
})
