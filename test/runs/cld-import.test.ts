import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readLake } from '../../src/measures/lake/lake.ts'
import { exampleInput } from '../fixtures/cld/expected.ts'
import { type Given, headings, submissionText, writeSubmission } from '../fixtures/cld/submission.ts'
import { builtCommand, runCli, startCli } from '../support/cli.ts'
import { homeIn } from '../support/home.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** Imports a submission of the given rows into an empty home. */
async function importRows(rows: readonly Given[], options: readonly string[] = []) {
  const [home, folder] = [homeIn(temporaryFolder()), temporaryFolder()]
  const ran = await home.run(['cld', 'import', writeSubmission(folder, rows), ...options])
  return { ...ran, home }
}

const refusal = /nothing was taken in/

describe('a file that is refused says where and why', () => {
  const wrong: readonly [what: string, rows: readonly Given[], options: readonly string[], says: RegExp][] = [
    [
      'a date in no known form',
      [{}, { 'Event Start Date': '01-May-25' }],
      [],
      /cld_20260425T101520\.csv, row 3, column Event Start Date: a date written as 2025-04-30 or 30\/04\/2025 is wanted/,
    ],
    ['a date with the month first', [{ 'Event End Date': '05/25/2025' }], [], /row 2, column Event End Date: a date/],
    ['a day that does not exist', [{ 'Date of Birth': '1940-02-30' }], [], /row 2, column Date of Birth: a date/],
    ['a year of two digits', [{ 'Date of Birth': '17/05/40' }], [], /row 2, column Date of Birth: a date/],
    [
      'a number where a date is wanted',
      [{ 'Event Start Date': '45778' }],
      [],
      /row 2, column Event Start Date: a date/,
    ],
    [
      'a reporting period that ends before it starts',
      [{ 'Reporting Period Start Date': '2026-04-01' }],
      [],
      /row 2, column Reporting Period Start Date: the reporting period ends before it starts/,
    ],
    [
      'two reporting periods',
      [{}, { 'Reporting Period Start Date': '2025-05-01' }],
      [],
      /row 3, column Reporting Period Start Date: the reporting period differs/,
    ],
    ['two councils', [{}, {}, { 'LA Code': '902' }], [], /row 4, column LA Code: the row belongs to another council/],
    [
      'a row without a council',
      [{}, { 'LA Code': '' }],
      [],
      /row 3, column LA Code: the code of the council is missing/,
    ],
    ['another council', [{}], ['--council', '902'], /the file is of council 901, not of 902/],
    [
      'another release',
      [{}, { 'Client Type': 'Carer', 'Service Type': 'Carer Support: Direct to Carer' }],
      ['--release', '2'],
      /said to be of Release 2, and holds values of Release 1 \(1 row, the first is row 3\)/,
    ],
    ['the other release', [{}], ['--release', '1'], /said to be of Release 1, and holds values of Release 2/],
  ]
  test.each(wrong)('%s', async (_, rows, options, says) => {
    const { code, stderr, stdout, home } = await importRows(rows, options)
    expect(stderr).toMatch(says)
    expect(stderr).toMatch(refusal)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(readLake(home.path).submissions).toEqual([])
    expect(readdirSync(join(home.path, 'cld/files'))).toEqual([])
  })

  const asText = async (text: string | Uint8Array, name = 'a.csv') => {
    const [home, folder] = [homeIn(temporaryFolder()), temporaryFolder()]
    writeFileSync(join(folder, name), text)
    return home.run(['cld', 'import', join(folder, name)])
  }

  test('a missing and a renamed column', async () => {
    const columns = headings.filter(column => column !== 'Client Type')
    const renamed = submissionText([{}], columns).replace('Event Start Date', 'Event Begin Date')
    const { code, stderr } = await asText(renamed)
    expect(stderr).toContain('a.csv, row 1: the column Client Type is missing')
    expect(stderr).toContain('“Event Begin Date” is no heading of the specification: is it Event Start Date?')
    expect(code).toBe(1)
  })

  test('half a file: compressed, or cut in the middle of a line', async () => {
    const whole = submissionText(
      Array.from({ length: 500 }, (_, at) => ({ 'LA Person Unique Identifier': `E${at * 7919}` })),
    )
    const packed = gzipSync(whole)
    const cut = await asText(packed.subarray(0, packed.length / 2), 'a.csv.gz')
    expect(cut.stderr).toContain('a.csv.gz: the compressed file ends too early')
    const line = await asText(whole.slice(0, whole.length - 40))
    expect(line.stderr).toMatch(/a\.csv, row 501: the line has fewer columns than the headings: is it half a file/)
    expect([cut.code, line.code]).toEqual([1, 1])
  })

  test('letters that are not UTF-8, an empty file, and a file of something else', async () => {
    const latin = Buffer.from(submissionText([{ 'LA Person Unique Identifier': 'Caf\u00e9' }]), 'latin1')
    expect((await asText(latin)).stderr).toMatch(/UTF-8/)
    expect((await asText('')).stderr).toMatch(/a\.csv: the file is empty/)
    expect((await asText('a,b\n1,2\n')).stderr).toMatch(/its headings are not those of any file/)
  })

  test('a file shorter than its list says, and one of another council', async () => {
    const [home, folder] = [homeIn(temporaryFolder()), temporaryFolder()]
    writeSubmission(folder, [{}, {}])
    const list = (council: string, rows: number) =>
      writeFileSync(
        join(folder, 'submissions.csv'),
        `file,la_code,import_timestamp,rows\ncld_20260425T101520.csv,${council},2026-04-25 10:15:20,${rows}\n`,
      )
    list('901', 3)
    expect((await home.run(['cld', 'import', folder])).stderr).toMatch(/says 3 rows, and it holds 2: is it half a file/)
    list('902', 2)
    expect((await home.run(['cld', 'import', folder])).stderr).toMatch(
      /says that it is of council 902, and it is of 901/,
    )
    list('901', 2)
    expect((await home.run(['cld', 'import', folder])).code).toBe(0)
  })
})

test('a file with oddities is taken in, and they are told', async () => {
  const { code, stderr, stdout } = await importRows([
    { 'Event End Date': '2025-04-01' },
    { 'NHS Number': '9990014028' },
    { 'NHS Number': '99900' },
    { 'NHS Number': '', 'LA Person Unique Identifier': '' },
    { 'Service Component': 'Something else' },
    { 'Unit Cost': 'twelve' },
  ])
  expect(stdout).toBe('Taken in: 1 submission with 6 records.\n')
  expect(code).toBe(0)
  for (const says of [
    /row 2, column Event End Date: the event ends before it starts/,
    /row 3, column NHS Number: the number fails its check digit/,
    /row 4, column NHS Number: an NHS number has ten digits/,
    /row 5, column NHS Number: there is neither/,
    /row 6, column Service Component: the value is not in the list of values/,
    /row 7, column Unit Cost: a number is wanted/,
  ])
    expect(stderr).toMatch(says)
})

test('rows are numbered as in the file, however many readers share it', async () => {
  const odd = new Map<number, Given>([
    [30_000, { 'Unit Cost': 'twelve' }],
    [100_001, { 'NHS Number': '9990014028' }],
    [149_999, { 'Event End Date': '2025-04-01' }],
  ])
  const { code, stderr } = await importRows(Array.from({ length: 150_000 }, (_, at) => odd.get(at + 2) ?? {}))
  const rows = [...stderr.matchAll(/row (\d+), column ([^:]+)/g)].map(([, row, column]) => `${row} ${column}`)
  expect(rows.sort()).toEqual(['100001 NHS Number', '149999 Event End Date', '30000 Unit Cost'])
  expect(code).toBe(0)
})

test('dates may be written in the British way, with a time, and numbers of the NHS with blanks', async () => {
  const rows = [
    { 'NHS Number': '999 001 4027', 'Event Start Date': '01/05/2025', 'Date of Birth': '17/05/1940 00:00' },
    { 'Event Start Date': '2025-05-01 00:00:00' },
  ]
  const { code, stderr, home } = await importRows(rows)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(readLake(home.path).submissions).toMatchObject([
    { rows: 2, council: '901', importedAt: '2026-04-25 10:15:20' },
  ])
})

test('the same file twice is noticed; a corrected one is a further submission, and the latest counts', async () => {
  const [home, folder] = [homeIn(temporaryFolder()), temporaryFolder()]
  const first = writeSubmission(folder, [{}], 'cld_20260425T101520.csv')
  await home.text(['cld', 'import', first])
  expect(await home.text(['cld', 'import', first])).toMatch(/already taken in/)
  const second = writeSubmission(folder, [{}, { 'LA Person Unique Identifier': 'E2' }], 'cld_20260428T101520.csv')
  expect(await home.text(['cld', 'import', folder])).toMatch(/already taken in[\s\S]*1 submission with 2 records/)
  expect(second).toContain('20260428')
  const held = await home.json(['cld', 'submissions'])
  expect(held).toMatchObject([
    { rows: 1, imported_at: '2026-04-25 10:15:20' },
    { rows: 2, imported_at: '2026-04-28 10:15:20' },
  ])
})

test('a submission that covers less than it states is taken in, with a warning', async () => {
  const ended = Array.from({ length: 120 }, (_, at) => ({
    'Event Type': at % 2 ? 'Request' : 'Assessment',
    'Event Start Date': '2026-01-05',
    'Event End Date': `2026-0${1 + (at % 3)}-20`,
    'LA Person Unique Identifier': `E${at}`,
  }))
  const { code, stderr } = await importRows(ended)
  expect(stderr).toMatch(
    /a partial submission\? It states 2025-04-01 to 2026-03-31, and its events cover 2026-01-01 to 2026-03-31/,
  )
  expect(code).toBe(0)
})

test('where one of several files is wrong nothing is taken in, and what was there stays', async () => {
  const [home, folder] = [homeIn(temporaryFolder()), temporaryFolder()]
  await home.text(['cld', 'import', writeSubmission(folder, [{}], 'cld_20260425T101520.csv')])
  const before = readFileSync(join(home.path, 'cld/lake.json'), 'utf8')
  writeSubmission(folder, [{}, {}], 'cld_20260426T101520.csv')
  writeSubmission(folder, [{ 'Event Start Date': 'soon' }], 'cld_20260427T101520.csv')
  expect(await home.run(['cld', 'import', folder])).toMatchObject({ code: 1 })
  expect(readFileSync(join(home.path, 'cld/lake.json'), 'utf8')).toBe(before)
  expect(readdirSync(join(home.path, 'cld/files'))).toHaveLength(1)
})

test('of two imports at once one is told to wait, and nothing is lost', async () => {
  const home = homeIn(temporaryFolder())
  const folder = temporaryFolder()
  const one = writeSubmission(folder, [{}], 'cld_20260425T101520.csv')
  const two = writeSubmission(folder, [{}, {}], 'cld_20260428T101520.csv')
  const both = await Promise.all([home.run(['cld', 'import', one]), home.run(['cld', 'import', two])])
  for (const { code, stderr } of both) if (code !== 0) expect(stderr).toMatch(/Another import/)
  for (const file of [one, two]) await home.text(['cld', 'import', file])
  expect(readLake(home.path).submissions).toHaveLength(2)
  expect(readLake(home.path).submissions.map(each => each.number)).toEqual([1, 2])
})

test('an import that is killed leaves the last good state, and the next one goes ahead', async () => {
  const home = homeIn(temporaryFolder())
  await home.text(['cld', 'import', join(exampleInput, 'submissions/cld_902_20240131_imported_20240215T120000.csv.gz')])
  const before = readFileSync(join(home.path, 'cld/lake.json'), 'utf8')
  const child = startCli(['cld', 'import', exampleInput, '--home', home.path])
  const files = join(home.path, 'cld/files')
  while (readdirSync(files).length < 3 && child.exitCode === null) await new Promise(done => setTimeout(done, 5))
  child.kill('SIGKILL')
  await new Promise(done => child.once('close', done))
  expect(readFileSync(join(home.path, 'cld/lake.json'), 'utf8')).toBe(before)
  expect(await home.run(['cld', 'import', exampleInput], { timeout: 110_000 })).toMatchObject({ code: 0 })
  expect(readLake(home.path).submissions).toHaveLength(22)
})

/** Runs the command where no file may grow beyond so many blocks of 512 or 1024 bytes, as on a disk that is full. */
async function onFullDisk(args: readonly string[], blocks: number) {
  const limited = `trap '' XFSZ; ulimit -f ${blocks}; exec "$@"`
  const child = spawn('sh', ['-c', limited, 'sh', process.execPath, builtCommand, ...args], { env: process.env })
  let stderr = ''
  child.stderr.on('data', text => {
    stderr += text
  })
  const [code] = await once(child, 'close')
  return { code, stderr }
}

test('on a full disk an import says so, keeps what was there and leaves nothing behind; with room it goes through', async () => {
  const [home, folder] = [homeIn(temporaryFolder()), temporaryFolder()]
  await home.text(['cld', 'import', writeSubmission(folder, [{}], 'cld_20260425T101520.csv')])
  const before = readFileSync(join(home.path, 'cld/lake.json'), 'utf8')
  const many = Array.from({ length: 40_000 }, (_, at) => ({ 'LA Person Unique Identifier': `E${at * 7919}` }))
  const file = writeSubmission(folder, many, 'cld_20260428T101520.csv')
  const args = ['cld', 'import', file, '--home', home.path]
  const { code, stderr } = await onFullDisk(args, 64)
  expect(stderr).toMatch(/cld_20260428T101520\.csv: the disk has no room for its records: make room and import again/)
  expect(stderr).toMatch(refusal)
  expect(code).toBe(1)
  expect(readFileSync(join(home.path, 'cld/lake.json'), 'utf8')).toBe(before)
  expect(readdirSync(join(home.path, 'cld/files'))).toHaveLength(1)
  const list = await onFullDisk(args, 0)
  expect(list.stderr).toMatch(/no room|full|too large/i)
  expect(list.code).not.toBe(0)
  expect(readFileSync(join(home.path, 'cld/lake.json'), 'utf8')).toBe(before)
  expect(await home.text(['cld', 'import', file])).toMatch(/1 submission with 40,000 records/)
  expect(readLake(home.path).submissions).toHaveLength(2)
})

test('a file larger than the memory that is allowed is taken in; with far too little it is refused in a sentence', async () => {
  const [home, folder] = [homeIn(temporaryFolder()), temporaryFolder()]
  const file = join(folder, 'large_20260425T101520.csv')
  const [heading = '', row = ''] = submissionText([{ 'Event Description': 'x'.repeat(3000) }]).split('\n')
  const rows = 150_000
  writeFileSync(file, `${heading}\n`)
  const some = `${row}\n`.repeat(5000)
  for (let at = 0; at < rows; at += 5000) appendFileSync(file, some)
  const megabytes = statSync(file).size / 1e6
  expect(megabytes).toBeGreaterThan(400)
  const refused = await home.run(['cld', 'import', file, '--memory', '20MB'])
  expect(refused.stderr).toMatch(/needs more memory than --memory allows: give more, as --memory 4GB/)
  expect(refused.code).toBe(1)
  expect(readLake(home.path).submissions).toEqual([])
  expect(await home.text(['cld', 'import', file, '--memory', '240MB'])).toMatch(/1 submission with 150,000 records/)
})

test('nothing that names a person is written or said anywhere', async () => {
  const planted = {
    'NHS Number': '9991234560',
    'LA Person Unique Identifier': 'PLANTED77',
    'GP Practice Name': 'Plantsurgery',
    'GP Practice Code': 'P99887',
    Postcode: 'PL4 7ED',
    'Date of Birth': '1931-07-23',
    'Event Reference': 'REF-PLANTED-1',
    'Event Description': 'Conversation 1 with Mrs Plantagenet',
    'Provider CQC Location Name': 'Plantation House',
    'Provider CQC Location ID': '1-987654321',
    'Adult 1 Linked Person ID': 'LINKED88',
    // what stands in the wrong column
    'Service Component': 'Mrs Plantagenet',
    'Accommodation Status': '14 Planted Road',
    'Event Outcome': '9991234560',
    Gender: 'Plantagenet',
  }
  const secrets = Object.values(planted)
    .filter(text => !text.startsWith('Conv'))
    .concat('Plantagenet', '1931-07-23', '23/07/1931')
  const [home, folder] = [homeIn(temporaryFolder()), temporaryFolder()]
  const good = writeSubmission(folder, [planted, {}], 'cld_20260425T101520.csv')
  const bad = writeSubmission(
    folder,
    [planted, { ...planted, 'Date of Birth': '23rd July 31' }],
    'cld_20260426T101520.csv',
  )
  const torn = join(folder, 'torn_20260427T101520.csv')
  writeFileSync(torn, `${submissionText([planted])}901,"PLANTED77,9991234560\nPlantagenet,14 Planted Road`)
  const said = []
  for (const file of [good, bad, torn])
    said.push(await home.run(['cld', 'import', file], { env: { TIDEMARK_DEBUG: '1' } }))
  said.push(await home.run(['cld', 'import', good, '--json']))
  for (const ask of [
    ['measures', '--periods', 'stated', '--members', '--cut-off', '2026-05-01', '--json'],
    ['submissions', '--json'],
  ])
    said.push(await home.run(['cld', ...ask], { env: { TIDEMARK_DEBUG: '1' } }))
  expect(said.map(({ code }) => code)).toEqual([0, 1, 1, 0, 0, 0])

  const written = readdirSync(home.path, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
  expect(written.length).toBeGreaterThan(2)
  const texts = [
    ...written.map(path => [path, readFileSync(path).toString('latin1')] as const),
    ...said.flatMap(({ stdout, stderr }, at) => [[`run ${at}`, stdout + stderr] as const]),
  ]
  for (const [where, text] of texts)
    for (const secret of secrets)
      expect(text.toLowerCase().includes(secret.toLowerCase()), `${secret} in ${where}`).toBe(false)
})

test('the lake and its key are for their owner alone', async () => {
  const { home } = await importRows([{}])
  const mode = (path: string) => statSync(join(home.path, path)).mode & 0o777
  expect([mode('cld'), mode('cld.key'), mode('cld/lake.json')]).toEqual([0o700, 0o600, 0o600])
  for (const name of readdirSync(join(home.path, 'cld/files'))) expect(mode(`cld/files/${name}`)).toBe(0o600)
  expect(existsSync(join(home.path, 'register.sqlite'))).toBe(false)
})

test('records are not joined with those of another key', async () => {
  const { home } = await importRows([{}])
  expect(await home.text(['cld', 'key', 'rotate'])).toMatch(/old one is/)
  const again = await home.run([
    'cld',
    'import',
    writeSubmission(temporaryFolder(), [{}, {}], 'cld_20260430T101520.csv'),
  ])
  expect(again).toMatchObject({ code: 1 })
  expect(again.stderr).toMatch(/The key is not the one that the lake was made with/)
})

test('a question without records, or of a year that they do not cover, is answered in a sentence', async () => {
  const home = homeIn(temporaryFolder())
  expect((await home.run(['cld', 'measures'])).stderr).toMatch(/There are no client-level records/)
  await home.text(['cld', 'import', join(exampleInput, 'submissions/cld_902_20260331_imported_20260428T160541.csv.gz')])
  const later = await runCli(['--home', home.path, 'cld', 'measures', '--year', '2026/27'])
  expect(later.stderr).toContain('1 Apr 26 - 31 Mar 27 is not covered yet: the records serve quarters up to 2026-03-31')
  expect((await home.run(['cld', 'table', 'LTS9'])).stderr).toMatch(
    /There is no table LTS9; there are 2A-outcomes, 2D\(1\)/,
  )
})

test('a file is left out by its name, with a reason, and counted again; neither happens twice', async () => {
  const { home } = await importRows([{}])
  const name = 'cld_20260425T101520.csv'
  expect(await home.run(['cld', 'leave-out', name])).toMatchObject({ code: 2, stderr: expect.stringMatching(/--why/) })
  expect(await home.text(['cld', 'leave-out', name, '--why', 'The test system’s'])).toContain('is left out')
  expect(readLake(home.path)).toMatchObject({ submissions: [], leftOut: [{ file: name, number: 1 }] })
  expect(readdirSync(join(home.path, 'cld/files'))).toHaveLength(1)
  expect(await home.run(['cld', 'leave-out', name, '--why', 'x'])).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/is left out already/),
  })
  // The next file is numbered after it, and an import sweeps nothing of it away.
  const folder = temporaryFolder()
  await home.text(['cld', 'import', writeSubmission(folder, [{}, {}], 'cld_20260426T101520.csv')])
  expect(readLake(home.path)).toMatchObject({ submissions: [{ number: 2, firstRecord: 2 }], leftOut: [{ number: 1 }] })
  await home.text(['cld', 'count-again', name])
  expect(readLake(home.path).submissions.map(({ number }) => number)).toEqual([1, 2])
  expect(await home.run(['cld', 'count-again', 'other.csv'])).toMatchObject({ code: 1 })
})
