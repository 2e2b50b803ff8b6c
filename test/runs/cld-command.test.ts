import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readKey } from '../../src/measures/lake/key.ts'
import { pseudonym } from '../../src/measures/lake/pseudonym.ts'
import { exampleInput, expectedRows, lines } from '../fixtures/cld/expected.ts'
import { type Home, homeIn } from '../support/home.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

const folder = makeTemporaryFolder()
let home: Home

beforeAll(async () => {
  home = homeIn(folder.path)
  expect(await home.run(['cld', 'import', exampleInput], { timeout: 110_000 })).toMatchObject({ code: 0 })
})
afterAll(folder.remove)

type Rows = readonly Readonly<Record<string, unknown>>[]
const ofCouncil = (rows: Rows) => rows.map(row => ({ ...row, la_code: row['council'] ?? row['la_code'] }))
const years = { '2024/25': '1 Apr 24 - 31 Mar 25', '2025/26': '1 Apr 25 - 31 Mar 26' }

test('cld measures gives the figures of the official scripts, by either key', async () => {
  for (const [year, period] of Object.entries(years))
    for (const [options, file] of [
      [[], 'cleaned_key_measures'],
      [['--key', 'raw', '--cut-off', '2026-05-05'], 'measures'],
    ] as const) {
      const rows: Rows = await home.json(['cld', 'measures', '--year', year, ...options])
      const expected = expectedRows(file).filter(row => row['period'] === period)
      expect(lines(ofCouncil(rows), Object.keys(expected[0] ?? {}))).toEqual(
        lines(expected, Object.keys(expected[0] ?? {})),
      )
    }
})

test('cld measures --members names the people of each row by their pseudonyms', async () => {
  type WithMembers = { measure: string; council: string; members: { person: string; numerator: boolean }[] }[]
  const rows: WithMembers = await home.json(['cld', 'measures', '--year', '2025/26', '--key', 'raw', '--members'])
  const key = readKey(folder.path)
  const found = rows
    .filter(({ measure }) => measure === 'ASCOF 2C')
    .flatMap(({ council, members }) => members.map(({ person }) => `${council} ${person}`))
  const expected = expectedRows('members_2b_2c')
    .filter(row => row['measure'] === 'ASCOF 2C' && row['period'] === years['2025/26'])
    .map(row => `${row['la_code']} ${pseudonym(key, row['person_id'] ?? '')}`)
  expect(found.sort()).toEqual(expected.sort())
})

test('cld table gives every national table', async () => {
  for (const [name, file, options] of [
    ['LTS001a', 'salt_lts001', []],
    ['LTS001b', 'salt_lts001', []],
    ['LTS003', 'salt_lts003', []],
    ['LTS004', 'salt_lts004', []],
    ['STS001', 'salt_sts001_as_described', []],
    ['STS001', 'salt_sts001', ['--variant', 'official']],
    ['STS002a', 'salt_sts002a_as_described', []],
    ['sts002a', 'salt_sts002a', ['--variant', 'official']],
    ['2A-outcomes', 'ascof_2a_by_outcome', ['--key', 'raw']],
    ['2D(1)', 'ascof_2d_part1', ['--key', 'raw']],
    ['2D(2)', 'ascof_2d_part2', ['--key', 'raw']],
    ['2D-combinations', 'ascof_2d_combinations', ['--key', 'raw']],
    ['unknowns', 'measures_unknowns', ['--key', 'raw']],
  ] as const) {
    const rows: Rows = await home.json(['cld', 'table', name, '--year', '2025/26', ...options])
    const ofName = (row: Readonly<Record<string, string>>) =>
      !row['table'] || !name.startsWith('LTS001') || row['table'].startsWith(name)
    const expected = expectedRows(file).filter(row => row['period'] === years['2025/26'] && ofName(row))
    const columns = Object.keys(expected[0] ?? {})
    expect(lines(ofCouncil(rows), columns), name).toEqual(lines(expected, columns))
  }
})

test('cld waiting-times gives the medians; CSV has a heading and a line for each row', async () => {
  const rows: Rows = await home.json(['cld', 'waiting-times'])
  const columns = ['la_code', 'quarter_start', 'age_band', 'metric', 'median_days', 'n']
  expect(lines(ofCouncil(rows), columns)).toEqual(lines(expectedRows('cleaned_key_waiting_times'), columns))
  const csv = await home.text(['cld', 'waiting-times', '--csv'])
  expect(csv.trimEnd().split('\n')).toHaveLength(rows.length + 1)
  expect(csv).toMatch(/^council,quarter_start,age_band,metric,median_days,n\n/)
})

test('cld tables writes every figure and table, each as it is when it is asked for by itself', async () => {
  const out = join(folder.path, 'tables')
  const options = ['--year', '2025/26']
  expect(await home.text(['cld', 'tables', ...options, '--out', out])).toMatch(/^Written: 13 tables, in /)
  expect(readdirSync(out)).toHaveLength(13)
  const written = (name: string) => readFileSync(join(out, `${name}.csv`), 'utf8')
  expect(written('measures')).toBe(await home.text(['cld', 'measures', ...options, '--csv']))
  expect(written('waiting-times')).toBe(await home.text(['cld', 'waiting-times', ...options, '--csv']))
  for (const name of ['LTS001a', 'LTS004', 'STS001', 'STS002a', '2A-outcomes', '2D(1)', 'unknowns'])
    expect(written(name), name).toBe(await home.text(['cld', 'table', name, ...options, '--csv']))
}, 120_000)

test('a question for which memory does not suffice says so in a sentence', async () => {
  expect(await home.run(['cld', 'measures', '--memory', '1MB'])).toMatchObject({
    code: 1,
    stdout: '',
    stderr: 'tidemark: This question needs more memory than it may take: give more, as --memory 8GB\n',
  })
})

test('a wrong option is refused in a sentence', async () => {
  for (const [args, says] of [
    [['measures', '--year', '2025-26'], '--year takes a financial year written as 2025/26'],
    [['measures', '--as-at', '2025'], '--as-at takes a month written as 2025-12'],
    [['measures', '--key', 'both'], '--key takes cleaned or raw'],
    [['measure'], 'There is no cld measure; there are import, submissions, leave-out, count-again, measures'],
    [['key', 'break'], 'Say cld key make'],
    [['tables'], 'Say where to, as cld tables --out FOLDER'],
    [['import'], 'The file or folder is missing'],
  ] as const) {
    const ran = await home.run(['cld', ...args])
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain(says)
  }
})
