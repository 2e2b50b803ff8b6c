import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Asked, askMeasures } from '../../src/measures/ask.ts'
import { openEngine, quoted } from '../../src/measures/engine.ts'
import { askEqualities } from '../../src/measures/equalities/equalities.ts'
import { lakeFolder, readLake, type Submission, writeLake } from '../../src/measures/lake/lake.ts'
import { yearTo } from '../../src/measures/period.ts'
import { type Given, submissionText, writeSubmission } from '../fixtures/cld/submission.ts'
import { type Home, homeIn } from '../support/home.ts'
import { root } from '../support/source-files.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

// From the postcode of a record to the area of a person, and to the measures of each area.

const nursing: Given = { 'Service Type': 'Long term support: Nursing care', 'Service Component': '' }

/** So many people with long-term support, the first of them in a nursing home. */
const people = (first: string, postcodes: readonly string[], inNursing = 0): Given[] =>
  postcodes.map((postcode, at) => ({
    'NHS Number': '',
    'LA Person Unique Identifier': `${first}${at}`,
    Postcode: postcode,
    ...(at < inNursing ? nursing : {}),
  }))

const twelve = (spellings: readonly string[]) =>
  Array.from({ length: 12 }, (_, at) => spellings[at % spellings.length] ?? '')
const moved = { 'NHS Number': '', 'LA Person Unique Identifier': 'M1' }
const torn = { 'NHS Number': '', 'LA Person Unique Identifier': 'T1' }

/** 12 on the moor, 3 of them in a nursing home; 12 at the harbour and one who moved there; 3 on the hill; 3 nobody knows where. */
const rows: readonly Given[] = [
  ...people('A', twelve(['MO1 1AA', 'mo11aa', ' MO1  1ab ', 'Mo1 1Ab']), 3),
  ...people('B', twelve(['HA2 2BB', 'ha22bb'])),
  { ...moved, Postcode: 'MO1 1AA', 'Event End Date': '2025-07-31' },
  { ...moved, Postcode: 'HA2 2BB', 'Event Start Date': '2025-08-01' },
  ...people('C', ['HI3 3CC', 'HI3 3CC', 'HI3 3CC']),
  ...people('D', ['ZZ9 9ZZ', '']),
  { ...torn, Postcode: 'MO1 1AA' },
  { ...torn, Postcode: 'HA2 2BB', 'Service Component': 'Day support' },
]

const lookUp = [
  'postcode,area_code,area_name',
  'MO1 1AA,W1,Moor',
  'MO11AB,W1,Moor',
  'ha2 2bb,W2,Harbour',
  'HI3 3CC,W3,Hill',
  ',,',
]

const write = (name: string, lines: readonly string[]): string => {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, lines.join('\n'))
  return path
}
const askedOf = ({ path }: Home): Asked => ({
  home: path,
  catalogue: join(root, 'catalogue'),
  memory: '1GB',
  span: yearTo('2026-03'),
  cutOff: '2026-05-05',
  key: 'cleaned',
  variant: 'as-described',
  blankComponent: 'left-out',
  periods: 'stated',
})

/** Of the people with long-term support in each area: how many are in the community. */
async function areasOf(home: Home) {
  const asked = { measures: ['Community-based care'], council: null, populations: null }
  const { tables, aboutAreas } = await askEqualities(askedOf(home), asked)
  const table = tables.find(each => each.measure === 'Community-based care' && each.breakdown === 'Total')
  const groups = table?.groups.filter(({ dimension }) => dimension === 'area') ?? []
  return { areas: groups.map(each => [each.group, each.numerator, each.denominator]), aboutAreas }
}

const worked = [
  ['Harbour', 13, 13],
  ['Moor', 9, 12],
  ['Elsewhere', 3, 3],
  ['Not known', 3, 3],
]

test('people are told by the area of their latest postcode, however it is written; areas of few of them together', async () => {
  const home = homeIn(temporaryFolder())
  const folder = temporaryFolder()
  writeSubmission(folder, rows)
  writeFileSync(join(folder, 'areas.csv'), lookUp.join('\n'))
  const ran = await home.run(['cld', 'import', folder])
  expect(ran).toMatchObject({ code: 0 })
  expect(ran.stdout).toContain('areas.csv: taken in as postcodes')
  expect(await areasOf(home)).toEqual({ areas: worked, aboutAreas: [] })
})

test('no postcode of a record is kept, in whatever spelling', async () => {
  const home = homeIn(temporaryFolder())
  await home.text(['cld', 'import', write('lookup.csv', lookUp), writeSubmission(temporaryFolder(), rows)])
  await askMeasures(askedOf(home), true)
  const engine = await openEngine({ memory: '200MB', overflow: null })
  const files = readdirSync(lakeFolder(home.path), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.parquet') && !entry.name.startsWith('postcodes'))
    .map(entry => join(entry.parentPath, entry.name))
  expect(files.length).toBeGreaterThan(8)
  for (const file of files) {
    const kept = JSON.stringify(await engine.rows(`select columns(*)::varchar from read_parquet(${quoted(file)})`))
    const plain = kept.toLowerCase().replaceAll(' ', '')
    for (const postcode of ['mo11aa', 'mo11ab', 'ha22bb', 'hi33cc', 'zz99zz'])
      expect(plain.includes(postcode), `${postcode} in ${file}`).toBe(false)
  }
  engine.close()
})

test('where the look-up comes after the records, the same files give their people areas, and the records keep their numbers', async () => {
  const home = homeIn(temporaryFolder())
  const folder = temporaryFolder()
  const file = writeSubmission(folder, rows)
  const second = writeSubmission(folder, [{}], 'cld_20260420T101520.csv')
  await home.text(['cld', 'import', folder])
  const before = readLake(home.path).submissions
  expect((await areasOf(home)).areas).toEqual([])
  expect((await areasOf(home)).aboutAreas[0]).toMatch(/no look-up says in which area a postcode lies/)

  const told = await home.text(['cld', 'import', write('lookup.csv', lookUp)])
  expect(told).toContain('2 files of records came before the look-up of postcodes: import the same files again')
  expect((await areasOf(home)).aboutAreas[0]).toMatch(/missing or old for 2 files of 2/)

  const again = await home.text(['cld', 'import', file, '--imported-at', '2026-09-09'])
  expect(again).toContain('cld_20260425T101520.csv: taken in before; its people have got their areas')
  expect(again).toContain('1 file of records came before')
  expect((await areasOf(home)).areas).toEqual(worked)
  expect((await areasOf(home)).aboutAreas[0]).toMatch(/missing or old for 1 file of 2/)
  await home.text(['cld', 'import', second])
  expect((await areasOf(home)).aboutAreas).toEqual([])
  expect(await home.text(['cld', 'import', file])).toMatch(/already taken in/)

  const plain = (all: typeof before) => all.map(({ parquet: _, areasFrom: _a, ...each }) => each)
  expect(plain(readLake(home.path).submissions)).toEqual(plain(before))
  // what the files held before is swept away by an import, and what they hold now stands
  expect(readdirSync(join(home.path, 'cld/files'))).toHaveLength(3)
})

test('a look-up that moves postcodes to other areas counts once the files are imported again', async () => {
  const home = homeIn(temporaryFolder())
  const file = writeSubmission(temporaryFolder(), rows)
  await home.text(['cld', 'import', write('lookup.csv', lookUp), file])
  const other = lookUp.map(line => line.replace('W1,Moor', 'W2,Harbour'))
  await home.text(['cld', 'import', write('other.csv', other)])
  // the area is known by its code, and the latest look-up no longer names it
  expect((await areasOf(home)).areas).toEqual([['Harbour', 13, 13], ['W1', 9, 12], ...worked.slice(2)])
  await home.text(['cld', 'import', file])
  expect((await areasOf(home)).areas).toEqual([
    ['Harbour', 23, 26],
    ['Elsewhere', 3, 3],
    ['Not known', 2, 2],
  ])
})

test('records that were taken in before areas were kept are read as before, alone and beside others', async () => {
  const home = homeIn(temporaryFolder())
  const folder = temporaryFolder()
  await home.text(['cld', 'import', writeSubmission(folder, rows)])
  const lake = readLake(home.path)
  const [now] = lake.submissions
  const { areasFrom: _, ...old } = now as Submission
  const path = join(lakeFolder(home.path), old.parquet)
  const engine = await openEngine({ memory: '200MB', overflow: null })
  await engine.run(
    `copy (select * exclude area from read_parquet(${quoted(path)})) to ${quoted(`${path}.old`)} (format parquet)`,
  )
  engine.close()
  renameSync(`${path}.old`, path)
  writeLake(home.path, { ...lake, submissions: [old] })
  expect(await areasOf(home)).toMatchObject({ areas: [] })
  const figures = async () => (await askMeasures(askedOf(home), true)).figures
  const alone = await figures()
  const newer = writeSubmission(folder, rows, 'cld_20260428T101520.csv')
  writeFileSync(newer, submissionText([...rows, { 'LA Person Unique Identifier': 'E9' }]))
  await home.text(['cld', 'import', write('lookup.csv', lookUp), newer])
  expect((await areasOf(home)).areas.slice(0, 2)).toEqual(worked.slice(0, 2))
  expect((await figures()).length).toBe(alone.length)
})

test.each<[what: string, lines: readonly string[], says: RegExp]>([
  [
    'a postcode in two areas',
    [...lookUp, 'mo1 1aa,W9,Fen'],
    /lookup\.csv, row 7: the postcode of row 2 is there again, in another area/,
  ],
  [
    'an area of two names',
    [...lookUp, 'MO1 1AC,W1,Fen'],
    /lookup\.csv, row 7: the area of row 2 is there again by the same code, with another name/,
  ],
  ['areas that are postcodes', [...lookUp, 'MO1 1AC,mo1 1ac,Fen'], /row 7: the area is a postcode/],
  ['an area without a postcode', [...lookUp, ',W1,Moor'], /row 7: the postcode is missing/],
  ['no rows', lookUp.slice(0, 1), /lookup\.csv: the look-up holds no postcode with an area/],
  ['no areas', [lookUp[0] ?? '', 'MO1 1AA,,'], /the look-up holds no postcode with an area/],
  ['no column of areas', ['postcode,colour', 'MO1 1AA,red'], /a column of postcodes and none of their areas/],
  ['no column of postcodes', ['area_code,area_name', 'W1,Moor'], /areas and no column of postcodes/],
  ['a line too long', [...lookUp, 'MO1 1AC,W1,Moor,and,more'], /a line has too few or too many columns/],
])('a look-up with %s is refused, and nothing is taken in', async (_, lines, says) => {
  const home = homeIn(temporaryFolder())
  const ran = await home.run(['cld', 'import', write('lookup.csv', lines), writeSubmission(temporaryFolder(), rows)])
  expect(ran.stderr).toMatch(says)
  expect(ran.stderr).not.toMatch(/mo1 ?1aa/i)
  expect(ran.code).toBe(1)
  expect(readLake(home.path)).toMatchObject({ submissions: [], references: {} })
})

test('areas of one name are told apart, and one that is called like a formula is a text in a file', async () => {
  const home = homeIn(temporaryFolder())
  const named = lookUp.map(line => line.replace('Harbour', 'Moor').replace('Hill', '=1+1'))
  const many = [...rows, ...people('F', twelve(['HI3 3CC']))]
  await home.text(['cld', 'import', write('lookup.csv', named), writeSubmission(temporaryFolder(), many)])
  expect((await areasOf(home)).areas.map(([name]) => name)).toEqual(['=1+1', 'Moor (W1)', 'Moor (W2)', 'Not known'])
  const csv = await home.text([
    ...['cld', 'equalities', '--measure', 'Community-based care', '--month', '2026-03', '--periods', 'stated', '--csv'],
    ...['--cut-off', '2026-05-05'],
  ])
  expect(csv).toContain(",area,'=1+1,15,")
})

test('inhabitants of groups are imported once, and give rates by group; wrong ones are told by their rows', async () => {
  const home = homeIn(temporaryFolder())
  const heading = 'la_code,dimension,group,age_band,population'
  const files = [write('lookup.csv', lookUp), writeSubmission(temporaryFolder(), rows)]
  const own = ['901,area,Moor,65 and above,1200', '901,area,Harbour,65 and above,2600', '901,area,Fen,65 and above,500']
  const some = write('inhabitants.csv', [heading, ...own, '901,sex,Female,65 and above,9000'])
  await home.text(['cld', 'import', some, ...files])
  const ask = { measures: ['Long-term support'], council: '901', populations: null }
  const { tables, notes } = await askEqualities(askedOf(home), ask)
  const table = tables.find(each => each.measure === 'Long-term support' && each.breakdown === '65 and above')
  const of = (wanted: string) =>
    table?.groups.filter(({ dimension }) => dimension === wanted).map(each => [each.group, each.numerator, each.value])
  expect(of('area')).toEqual([
    ['Fen', 0, 0],
    ['Harbour', 13, 500],
    ['Moor', 12, 1000],
    ['Elsewhere', 3, null],
    ['Not known', 3, null],
  ])
  expect(of('sex')?.[0]?.[0]).toBe('Female')
  expect(notes.find(note => note.startsWith('Rates'))).toContain('(age; ethnicity)')
  const [moor] = table?.groups.filter(({ group }) => group === 'Moor') ?? []
  expect(moor?.gap?.others).toEqual({ numerator: 13, denominator: 3100, value: (100_000 * 13) / 3100 })

  const bad = write('bad.csv', [
    heading,
    ...own,
    own[0] ?? '',
    '901,sex,Women,65 and above,1',
    '901,sex,Male,65+,1',
    '901,sex,Male,65 and above,many',
    ',sex,Male,65 and above,3',
  ])
  const ran = await home.run(['cld', 'import', bad])
  for (const says of [
    'bad.csv, row 5: row 2 says it already',
    'bad.csv, row 6: there is no group “Women” of sex',
    'bad.csv, row 7: the age_band must be 18 to 64 or 65 and above',
    'bad.csv, row 8: the population must be a whole number',
    'bad.csv, row 9: the code of the council is missing',
  ])
    expect(ran.stderr).toContain(says)
  expect(ran.code).toBe(1)
  const bare = write('bare.csv', ['dimension,group,age_band,population', 'sex,Male,65 and above,3'])
  expect((await home.run(['cld', 'import', bare])).stderr).toContain('the column la_code is missing')
  expect(readLake(home.path).references['group-populations']?.file).toBe('inhabitants.csv')
  for (const name of readdirSync(join(home.path, 'cld/files')))
    expect(statSync(join(home.path, 'cld/files', name)).mode & 0o777).toBe(0o600)
  expect(readFileSync(some, 'utf8')).toContain('Fen')
})
