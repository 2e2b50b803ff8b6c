import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Paper } from '../../src/paper/outline/types.ts'
import type { Manifest } from '../../src/paper/publication/manifest.ts'
import { homeIn } from '../support/home.ts'
import { root } from '../support/source-files.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

// A figure that was published turns out to be a small number. The version that hides it must not say it in its erratum.

const folder = makeTemporaryFolder()
const home = homeIn(join(folder.path, 'register'))
const july = ['publish', '--org', 'demo', '--meeting', '2026-07-13', '--format', 'csv', '--why', 'Counted anew.']
const lies = (version: number, name = '') => join(home.path, 'publications/demo/2026-07-13', String(version), name)
const read = <T>(version: number, name: string) => JSON.parse(readFileSync(lies(version, name), 'utf8')) as T
const erratumOf = (version: number) => read<Manifest>(version, 'manifest.json').erratum?.changes ?? []

async function learn(name: string, ...rows: readonly string[]): Promise<void> {
  const path = join(folder.path, name)
  mkdirSync(path)
  const header = 'indicator,period,value,numerator,denominator,owner,known_on'
  writeFileSync(join(path, 'observations.csv'), [header, ...rows, ''].join('\n'))
  await home.text(['import', path])
}

/** Every text with a digit that a version says outside of its erratum. */
function textsOf(version: number): Set<string> {
  const sections = read<Paper>(version, 'data.json').sections.filter(({ id }) => id !== 'erratum')
  const texts = [...JSON.stringify(sections).matchAll(/"(?:text|title|subtitle|sentence|caption)":"([^"]*\d[^"]*)"/g)]
  return new Set(texts.map(([, text = '']) => text))
}

/** What only version 2 says: it differs from version 1 in one figure, 197 of 1,437, and what follows from it. */
function traces(): string[] {
  const first = textsOf(1)
  // The appendix of version 2 names the places of its own correction, which are no figures.
  const places = new Set(erratumOf(2).map(({ where }) => where))
  return [...textsOf(2)].filter(text => !first.has(text) && !places.has(text))
}

beforeAll(async () => {
  await home.text(['import', join(root, 'examples/demo')])
  await home.text(july)
  await learn('shown', 'ascof-2e,2025/26,,197,1437,demo,2026-07-13')
  await home.text(july)
  await learn(
    'small',
    'ascof-2e,2025/26,,3,1437,demo,2026-07-13',
    'waiting-for-assessment,2026-03,777,,,demo,2026-07-13',
  )
  await home.text(july)
})
afterAll(folder.remove)

test('the earlier version says the figure in many places, so that there is something to repeat', () => {
  expect(traces().length).toBeGreaterThan(10)
  for (const trace of ['13.7', '197 of 1,437', '82.9 % below target'])
    expect(
      traces().filter(text => text.includes(trace)),
      trace,
    ).not.toEqual([])
  // The correction before it repeats what it may.
  expect(JSON.stringify(erratumOf(2))).toContain('1,097 of 1,367')
})

test('the version that hides it repeats nothing of it in its erratum', () => {
  const old = erratumOf(3).flatMap(change => [change.old ?? '', change.where])
  for (const trace of traces())
    expect(
      old.filter(text => text.includes(trace)),
      trace,
    ).toEqual([])
  expect(old.filter(text => /13\.7|\b197\b|82\.9/.test(text))).toEqual([])
})

test('no file of that version holds it', () => {
  const names = readdirSync(lies(3))
  expect(names).toHaveLength(3)
  for (const name of names)
    expect(readFileSync(lies(3, name), 'utf8').match(/13\.7 %|197 of 1,437|82\.9 %|13\.7091/), name).toBeNull()
})

test('what else was corrected is repeated as ever', () => {
  const waiting = erratumOf(3).filter(({ where }) => /Waiting for assessment .*, Mar 26$/.test(where))
  expect(waiting.map(change => [change.old, change.new])).toContainEqual(['705 (Red)', '777 (Red)'])
  expect(erratumOf(3).filter(change => change.old === '[c]').length).toBeGreaterThan(5)
})
