/** The list of faulty records with the council's own identifiers: only from the file as it was sent, and only with its key. */
import { appendFileSync, copyFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { type Given, submissionText } from '../fixtures/cld/submission.ts'
import { type Home, homeIn } from '../support/home.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const months = ['2025-04', '2025-06', '2025-09', '2025-12', '2026-03']
/** Requests that cover the year, and three services with a fault each. */
const rows: readonly Given[] = [
  ...months.map(month => ({
    'LA Person Unique Identifier': 'E1',
    'Event Type': 'Request',
    'Event Start Date': `${month}-02`,
    'Event End Date': `${month}-09`,
  })),
  { 'NHS Number': '999 001 4027', 'LA Person Unique Identifier': ' e7 ', 'Service Component': '' },
  { 'NHS Number': '', 'LA Person Unique Identifier': '=E"8', 'Service Component': '' },
  { 'NHS Number': '', 'LA Person Unique Identifier': '', 'Service Component': '' },
]

async function taken(name = 'cld_20260425T101520.csv'): Promise<{ home: Home; file: string; folder: string }> {
  const folder = temporaryFolder()
  const file = join(folder, name)
  const text = submissionText(rows)
  writeFileSync(file, name.endsWith('.gz') ? gzipSync(text) : text)
  const home = homeIn(temporaryFolder())
  expect(await home.run(['cld', 'import', file])).toMatchObject({ code: 0 })
  return { home, file, folder }
}

const ask = (home: Home, list: string, original: string) =>
  home.run(['cld', 'quality', '--list', list, '--with-identifiers', original])

test.each(['cld_20260425T101520.csv', 'cld_20260425T101520.csv.gz'])(
  '%s: each fault comes with the identifiers of its row',
  async name => {
    const { home, file, folder } = await taken(name)
    const list = join(folder, 'list.csv')
    const ran = await ask(home, list, file)
    expect(ran).toMatchObject({ code: 0 })
    expect(statSync(list).mode & 0o777).toBe(0o600)
    const found: Record<string, string>[] = parse(readFileSync(list), { columns: true })
    const blank = found.filter(({ rule }) => rule === 'blank-service-component')
    expect(blank.map(each => [each['row'], each['nhs_number'], each['la_person_unique_identifier']])).toEqual([
      ['7', '999 001 4027', 'e7'],
      ['8', '', `'=E"8`],
      ['9', '', ''],
    ])
    expect(blank.at(-1)?.['person']).toBe('')
    expect(`${ran.stdout}${ran.stderr}`).not.toContain('999 001 4027')
    const looks: unknown[] = await home.json(['audit', 'looks'])
    const look = { what: 'list of faulty records', withIdentifiers: true, records: found.length }
    expect(looks).toEqual([expect.objectContaining({ origin: 'command line', look: expect.objectContaining(look) })])
    expect(JSON.stringify(looks)).not.toMatch(/999 ?001|=E|[0-9a-f]{8}-[0-9a-f]{4}/)
  },
)

test('once there is a register, a list of pseudonyms and the members of measures are told in its audit too', async () => {
  const { home, file, folder } = await taken()
  await home.text(['cld', 'quality', '--list', join(folder, 'untold.csv')])
  expect(existsSync(join(home.path, 'register.sqlite'))).toBe(false)
  expect(await ask(home, join(folder, 'list.csv'), file)).toMatchObject({ code: 0 })
  await home.text(['cld', 'quality', '--list', join(folder, 'told.csv')])
  await home.text(['cld', 'measures', '--members', '--year', '2025/26'])
  const said = await home.text(['audit', 'looks'])
  expect(said.match(/^.*\d{4}-\d\d-\d\d.*$/gm)).toEqual([
    expect.stringMatching(/people behind measures; council any, twelve months to 2026-03/),
    expect.stringMatching(/faults listed; council any, the latest twelve months/),
    expect.stringMatching(/faults listed with the council’s own identifiers; council any/),
  ])
})

test('as a spreadsheet the list has a sheet for each type of service, with the identifiers too where they are asked for', async () => {
  const { home, file, folder } = await taken()
  const list = join(folder, 'list.ods')
  expect(await ask(home, list, file)).toMatchObject({ code: 0 })
  expect(statSync(list).mode & 0o777).toBe(0o600)
  const xml = strFromU8(unzipSync(readFileSync(list))['content.xml'] ?? new Uint8Array())
  const sheets = [...xml.matchAll(/<table:table table:name="([^"]+)"/g)].map(([, name]) => name)
  expect(sheets.slice(3)).toEqual(['1 Long term support Community', '2 Request'])
  expect(xml).toContain('999 001 4027')
  await home.text(['cld', 'quality', '--list', join(folder, 'pseudonyms.ods')])
  const other = unzipSync(readFileSync(join(folder, 'pseudonyms.ods')))['content.xml'] ?? new Uint8Array()
  expect(strFromU8(other)).not.toContain('999 001 4027')
})

test('where the audit cannot be written, no list with identifiers is', async () => {
  const { home, file, folder } = await taken()
  writeFileSync(join(home.path, 'register.sqlite'), 'not a register')
  const list = join(folder, 'list.csv')
  expect(await ask(home, list, file)).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/Cannot open the register/),
  })
  expect(existsSync(list)).toBe(false)
})

test('another file, or one that was changed since, is refused', async () => {
  const { home, file, folder } = await taken()
  const changed = join(folder, 'changed.csv')
  copyFileSync(file, changed)
  appendFileSync(changed, '\n')
  const list = join(folder, 'list.csv')
  const ran = await ask(home, list, changed)
  expect(ran).toMatchObject({ code: 1, stderr: expect.stringMatching(/changed\.csv is not a file that was imported/) })
  expect(await home.json(['audit', 'looks'])).toEqual([])
  expect(existsSync(list)).toBe(false)
})

test('without the key of the records nobody is named', async () => {
  const { home, file, folder } = await taken()
  await home.text(['cld', 'key', 'rotate'])
  const list = join(folder, 'list.csv')
  expect(await ask(home, list, file)).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/not the one of the records/),
  })
  expect(existsSync(list)).toBe(false)
  expect(await home.run(['cld', 'quality', '--with-identifiers', file])).toMatchObject({ code: 2 })
})
