import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { homeIn } from '../support/home.ts'
import { expectDescribed, holds, keysOf } from '../support/json-docs.ts'
import { root } from '../support/source-files.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

const folder = makeTemporaryFolder()
const home = homeIn(join(folder.path, 'register'))
const england = homeIn(join(folder.path, 'england'))
const leicester = homeIn(join(folder.path, 'leicester'))
const text = readFileSync(join(root, 'docs/json.md'), 'utf8')
const sections = new Map(
  text
    .split(/^## /m)
    .slice(1)
    .map(section => [section.slice(0, section.indexOf('\n')), section]),
)
const section = (name: string) => sections.get(name) ?? ''

const delays = 'indicator,period,value,owner,known_on\ndtoc-social-care-rate,2017-03,9.99,norfolk,2017-06-19\n'

beforeAll(async () => {
  await home.text(['import', join(root, 'examples/norfolk')])
  writeFileSync(join(folder.path, 'observations.csv'), delays)
  await home.text(['import', join(folder.path, 'observations.csv')])
  await home.text(['undo', '2', '--why', 'The wrong month'])
  await england.text(['import', join(root, 'examples/england')])
  await leicester.text(['import', join(root, 'examples/leicester')])
  await home.text(['publish', '--org', 'norfolk', '--meeting', '2017-06-19', '--format', 'csv'])
  mkdirSync(join(folder.path, 'bad'))
  const bad = 'indicator,period,value,owner,known_on\nld-paid-employment,2017-04,fifty,norfolk,2017-07-01\n'
  writeFileSync(join(folder.path, 'bad/observations.csv'), bad)
})
afterAll(folder.remove)

const general = [section('What holds everywhere'), section('A cell'), section('An indicator')].join('\n')
const june = ['--org', 'norfolk', '--as-at', '2017-06-19']
const vectors = join(root, 'test/fixtures/statistics/spc-vectors.json')
const wales = join(root, 'test/fixtures/forecast/wales.csv')
const documented = [
  ['dashboard', ['dashboard', ...june], 0],
  ['exceptions', ['exceptions', ...june], 0],
  ['summary', ['summary', ...june], 0],
  ['signal', ['signal', ...june], 0],
  ['signal of series in a file', ['signal', '--series', vectors], 0],
  ['targets', ['targets', '--org', 'norfolk', '--framework', 'best-practice-targets'], 0],
  [
    'targets show',
    ['targets', 'show', 'requests-to-assessment', '--org', 'norfolk', '--goal', '26', '--by', '2018/19'],
    0,
  ],
  ['forecast', ['forecast', ...june], 0],
  ['forecast backtest', ['forecast', '--backtest', '--series', wales], 0],
  ['revisions', ['revisions', '--org', 'norfolk', '--from', '2017-03-06', '--to', '2017-06-19'], 0],
  ['card', ['card', 'dtoc-social-care-rate', ...june], 0],
  ['indicator', ['indicator', 'dtoc-social-care-rate', ...june], 0],
  ['import and check', ['import', join(folder.path, 'bad')], 1],
  ['imports', ['imports'], 0],
  ['undo', ['undo', '3', '--dry-run'], 0],
  ['audit head', ['audit', 'head'], 0],
  ['audit verify', ['audit', 'verify'], 0],
  ['publications', ['publications'], 0],
] as const

const nationally = [
  ['benchmark', ['benchmark', '--org', 'norfolk', '--indicator', '3A', '--period', '2016/17'], ''],
  ['benchmark of a framework', ['benchmark', '--org', 'norfolk', '--period', '2016/17'], section('benchmark')],
  ['ranks', ['ranks', '--indicator', '3A', '--period', '2016/17'], ''],
  ['coverage', ['coverage'], ''],
] as const

describe('docs/json.md', () => {
  test.each(nationally)('describes every key of %s, and its example is true', async (name, args, besides) => {
    const answer: unknown = await england.json(args)
    expectDescribed(answer, section(name), `${general}${besides}`)
  })

  test.each(documented)('describes every key of %s, and its example is true', async (name, args, code) => {
    const answer: unknown = await home.json(args, code)
    expectDescribed(answer, section(name), general)
  })

  test('describes every key of round, and its example is true', async () => {
    const answer: unknown = await leicester.json(['round', '--as-at', '2017-12-12'])
    expectDescribed(answer, section('round'), general)
  })

  test('describes the changes of an import, the rest of a card, and every code of a reason', async () => {
    const fresh = homeIn(join(folder.path, 'fresh'))
    const imported: unknown = await fresh.json(['import', join(root, 'examples/somerset'), '--dry-run'])
    const card: unknown = await home.json(['card', 'ld-paid-employment', '--org', 'norfolk', '--as-at', '2017-03-06'])
    const told = new Set([...text.matchAll(/`([A-Za-z0-9_]+)`/g)].map(([, key]) => key))
    expect([...keysOf(imported), ...keysOf(card)].filter(key => !told.has(key))).toEqual([])
    for (const code of [
      'not_available',
      'not_applicable',
      'suppressed',
      'not_due',
      'withheld',
      'not_recorded',
      'not_expected',
    ])
      expect(section('A cell')).toContain(`\`${code}\``)
  })

  test('planted faults are found', () => {
    expect(keysOf({ a: [{ b: { c: null } }] })).toEqual(['a', 'b', 'c'])
    expect(holds({ a: [1, 2], b: null }, { a: [2] })).toBe(true)
    expect(holds({ a: [1, 2], b: null }, { a: [3] })).toBe(false)
    expect(holds({ a: 1 }, { a: 1, b: null })).toBe(false)
  })
})
