import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { afterAll, expect, test } from 'vitest'
import { figureFolders } from '../../src/measures/definition.ts'
import { askQuality } from '../../src/measures/quality/quality.ts'
import { takeIn } from '../support/cld-example.ts'
import { homeIn } from '../support/home.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

const folder = makeTemporaryFolder()
const home = homeIn(join(folder.path, 'home'))
afterAll(folder.remove)

/** Invents records in a folder of that name, and says where. */
async function invent(name: string, ...options: readonly string[]): Promise<string> {
  const out = join(folder.path, name)
  await home.text(['cld', 'synthesise', '--out', out, '--councils', '2', '--people', '250', '--files', '2', ...options])
  return out
}

type Cells = Readonly<Record<string, string>>
const csv = (path: string): Cells[] => {
  const bytes = readFileSync(path)
  return parse(path.endsWith('.gz') ? gunzipSync(bytes) : bytes, { columns: true })
}
const submissionsIn = (out: string) => readdirSync(out).filter(name => name.endsWith('.gz'))

test('cld synthesise makes the same bytes of the same seed, and others of another', async () => {
  const [one, same, other] = [await invent('one'), await invent('same'), await invent('other', '--seed', '2')]
  expect(submissionsIn(one)).toHaveLength(6)
  for (const name of readdirSync(one)) expect(readFileSync(join(same, name))).toEqual(readFileSync(join(one, name)))
  for (const name of submissionsIn(one))
    expect(readFileSync(join(other, name))).not.toEqual(readFileSync(join(one, name)))
})

test('no number in invented records can be a person’s: all are from the range that is kept for tests', async () => {
  const out = await invent('numbers')
  const rows = submissionsIn(out).flatMap(name => csv(join(out, name)))
  const numbers = [
    ...rows.map(row => row['NHS Number'] ?? ''),
    ...csv(join(out, 'hospital-spells.csv')).map(row => row['NHS_Number'] ?? ''),
  ]
  expect(numbers.filter(number => number !== '' && !/^9\d{9}$/.test(number))).toEqual([])
  expect(new Set(numbers).size).toBeGreaterThan(300)
  expect(rows.every(row => row['GP Practice Name'] === '')).toBe(true)
})

test('postcodes are of districts that no address has, nearly all in the look-up, whose areas differ in size', async () => {
  const out = await invent('postcodes', '--people', '700')
  const rows = submissionsIn(out).flatMap(name => csv(join(out, name)))
  const plain = (text = '') => text.replace(' ', '').toUpperCase()
  const postcodes = rows.map(row => plain(row['Postcode'])).filter(text => text !== '')
  // no postcode area of the Royal Mail begins with X
  expect(postcodes.filter(text => !/^X[A-Z]\d{1,2}\d[A-Z]{2}$/.test(text))).toEqual([])
  const lookUp = csv(join(out, 'postcodes.csv'))
  const areas = new Map(lookUp.map(row => [plain(row['postcode']), row['area_name'] ?? '']))
  expect(areas.size).toBe(lookUp.length)
  const known = postcodes.filter(text => areas.has(text)).length
  expect(known / postcodes.length).toBeGreaterThan(0.94)
  expect(known).toBeLessThan(postcodes.length)
  expect(postcodes.length).toBeLessThan(rows.length)
  const names = [...new Set(areas.values())]
  expect(names).toHaveLength(18)
  const sizes = names.map(name => postcodes.filter(text => areas.get(text) === name).length)
  expect(Math.max(...sizes)).toBeGreaterThan(10 * Math.min(...sizes))
})

test('the inhabitants of the groups of each kind sum to those of the council', async () => {
  const out = await invent('groups')
  const all = new Map(
    csv(join(out, 'populations.csv')).map(row => [`${row['la_code']} ${row['age_band']}`, Number(row['population'])]),
  )
  const sums = new Map<string, number>()
  for (const row of csv(join(out, 'group-populations.csv'))) {
    const key = `${row['la_code']} ${row['age_band']} ${row['dimension']}`
    sums.set(key, (sums.get(key) ?? 0) + Number(row['population']))
  }
  expect(sums.size).toBe(all.size * 4)
  for (const [key, sum] of sums) expect(sum, key).toBe(all.get(key.replace(/ \w+$/, '')))
})

test('what a council must say is blank seldom, and more seldom with each year', async () => {
  const out = join(folder.path, 'careful')
  await home.text(['cld', 'synthesise', '--out', out, '--people', '1500', '--files', '9'])
  const asked = await takeIn(join(folder.path, 'careful-home'), [out])
  const { faults } = await askQuality(asked, { council: null, withRecords: false, withCosts: false })
  type Count = { readonly rows: number; readonly wrong: number }
  const share = ({ rows, wrong }: Count) => (rows === 0 ? 0 : wrong / rows)
  for (const { rule, trend } of faults)
    for (const count of trend) if (count.rows > 300) expect(share(count), rule).toBeLessThan(0.2)
  const blanks = faults.filter(({ rule }) => rule.startsWith('blank-'))
  expect(blanks.length).toBeGreaterThan(20)
  const allOf = (at: number) => {
    const counts = blanks.map(({ trend }) => trend.at(at) ?? { rows: 0, wrong: 0 })
    const sum = (of: (count: Count) => number) => counts.reduce((total, count) => total + of(count), 0)
    return sum(({ wrong }) => wrong) / sum(({ rows }) => rows)
  }
  expect(allOf(0)).toBeGreaterThan(0.015)
  expect(allOf(-1)).toBeLessThan(allOf(0) / 2)
})

test('invented records hold what real files hold: every kind of event, duplicates, blanks, values of no list', async () => {
  const out = await invent('kinds', '--people', '600')
  const rows = submissionsIn(out).flatMap(name => csv(join(out, name)))
  const some = (what: (row: Cells) => boolean) => rows.filter(what).length
  for (const kind of ['Request', 'Assessment', 'Service', 'Review'])
    expect(
      some(row => row['Event Type'] === kind),
      kind,
    ).toBeGreaterThan(50)
  expect(some(row => row['Event Type'] === 'Service' && row['Service Component'] === '')).toBeGreaterThan(5)
  expect(some(row => row['Primary Support Reason'] === 'Ask the team')).toBeGreaterThan(0)
  expect(some(row => row['Date of Death'] !== '')).toBeGreaterThan(20)
  expect(some(row => row['NHS Number'] === '')).toBeGreaterThan(20)
  expect(some(row => row['Adult 1 Linked Person ID'] !== '')).toBeGreaterThan(20)
  expect(
    some(
      row => (row['Event End Date'] ?? '') !== '' && (row['Event End Date'] ?? '') < (row['Event Start Date'] ?? ''),
    ),
  ).toBeGreaterThan(0)
  for (const name of submissionsIn(out)) {
    const own = csv(join(out, name)).map(row => JSON.stringify(row))
    expect(new Set(own).size, name).toBeLessThan(own.length)
  }
})

test('invented records are taken in, and every measure and table counts some of their people', async () => {
  const out = await invent('taken', '--people', '900')
  expect(await home.run(['cld', 'import', out])).toMatchObject({ code: 0 })
  type Figures = readonly { measure: string; breakdown: string; numerator: number; denominator: number }[]
  const figures: Figures = await home.json(['cld', 'measures', '--year', '2025/26'])
  expect(new Set(figures.map(({ measure }) => measure.slice(0, 8))).size).toBe(figureFolders.length)
  const empty = figures.filter(({ numerator, denominator }) => !(numerator > 0 && denominator >= numerator))
  expect(empty.map(({ measure, breakdown }) => `${measure} ${breakdown}`)).toEqual([])
  for (const table of [
    'LTS001a',
    'LTS001b',
    'LTS003',
    'LTS004',
    'STS001',
    'STS002a',
    '2D(1)',
    '2D(2)',
    '2A-outcomes',
    'waiting-times',
  ]) {
    const rows: readonly unknown[] = await home.json(['cld', 'table', table, '--year', '2025/26'])
    expect(rows.length, table).toBeGreaterThan(3)
  }
})

test('a wrong size is refused in a sentence', async () => {
  for (const [args, says] of [
    [['--people', '5'], 'Say where to'],
    [['--out', folder.path, '--people', 'many'], '--people takes a whole number from 1 to 200000'],
    [['--out', folder.path, '--files', '10'], '--files takes a whole number from 1 to 9'],
  ] as const) {
    const ran = await home.run(['cld', 'synthesise', ...args])
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain(says)
  }
})
