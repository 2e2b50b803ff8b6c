import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { servicesOver } from '../../src/cli/services.ts'
import { formats } from '../../src/paper/formats.ts'
import type { Block, Paper, Table } from '../../src/paper/outline/types.ts'
import type { Manifest } from '../../src/paper/publication/manifest.ts'
import { openRegister } from '../../src/register/index.ts'
import { createApp } from '../../src/web/app.tsx'
import { fixtureSettings } from '../../src/web/fixtures/settings.ts'
import { htmlFaults } from '../journeys/valid-html.ts'
import { homeIn } from '../support/home.ts'
import { freshDatabase } from '../support/postgres.ts'
import { root } from '../support/source-files.ts'
import { effectsFrom, steadyClock } from '../support/stores.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

// Norfolk publishes its papers of 2017, and corrects one: by the built command, read back from the frozen files.

const folder = makeTemporaryFolder()
const home = homeIn(join(folder.path, 'register'))
const june = ['publish', '--org', 'norfolk', '--meeting', '2017-06-19']
const march = ['publish', '--org', 'norfolk', '--meeting', '2017-03-06', '--format', 'html,csv']

const lies = (meeting: string, version: number, name = '') =>
  join(home.path, 'publications/norfolk', meeting, String(version), name)
const read = <T>(meeting: string, version: number, name: string) =>
  JSON.parse(readFileSync(lies(meeting, version, name), 'utf8')) as T
const manifestOf = (meeting: string, version: number) => read<Manifest>(meeting, version, 'manifest.json')
const verify = (...more: string[]) => home.run(['publication', 'verify', ...more])

async function auditHead(): Promise<string> {
  const { hash }: { hash: string } = await home.json(['audit', 'head'])
  return hash
}

/** Every file of a folder with its bytes. */
const bytesIn = (path: string) => readdirSync(path).map(name => [name, readFileSync(join(path, name), 'base64')])

let head = ''

beforeAll(async () => {
  await home.text(['import', join(root, 'examples/norfolk')])
  head = await auditHead()
  await home.text(june)
  await home.text(march)
})
afterAll(folder.remove)

describe('tidemark publish', () => {
  test('freezes every format with its hash, its versions and the audit head', () => {
    const manifest = manifestOf('2017-06-19', 1)
    expect(manifest).toMatchObject({
      organisation: 'norfolk',
      meeting: '2017-06-19',
      version: 1,
      auditHead: head,
      tidemark: expect.stringMatching(/^\d/),
      rules: expect.stringMatching(/^\d/),
      template: { name: 'norfolk.yaml', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      erratum: null,
    })
    expect(manifest.files.map(file => file.format)).toEqual([...formats.map(format => format.code), 'json'])
    const names = [...manifest.files.map(file => file.name), 'manifest.json']
    expect(readdirSync(lies('2017-06-19', 1)).toSorted()).toEqual(names.toSorted())
    for (const name of names) expect(statSync(lies('2017-06-19', 1, name)).mode & 0o777).toBe(0o444)
    expect(readdirSync(lies('2017-06-19', 1, '..'))).toEqual(['1'])
  })

  test('says in the paper that it is published, and of which audit head', () => {
    const html = manifestOf('2017-06-19', 1).files.find(file => file.format === 'html')?.name
    const text = readFileSync(lies('2017-06-19', 1, html), 'utf8')
    expect(text).toMatch(/<p class="status">Published \d+ [A-Z][a-z]+ \d{4}, version 1\. Audit head [0-9a-f]{64}\./)
    expect(text).toContain(head)
    expect(text).not.toContain('Not published')
  })

  test("has in March's paper what was known in March", () => {
    const july = (meeting: string) => cell(read<Paper>(meeting, 1, 'data.json'), 'CQC rated good or above', 'Jul 16')
    expect([july('2017-03-06'), july('2017-06-19')]).toEqual(['65.0', '65.2 [r]'])
  })

  test('refuses to publish again what has not changed', async () => {
    const before = bytesIn(lies('2017-06-19', 1))
    const again = await home.run([...june, '--why', 'to be sure'])
    expect(again).toMatchObject({ code: 1, stdout: '' })
    expect(again.stderr).toMatch(/norfolk 2017-06-19 version 1 was published on .*, and nothing has changed since/)
    expect(bytesIn(lies('2017-06-19', 1))).toEqual(before)
  })

  test('is named in the audit, which stays whole', async () => {
    expect(await home.text(['audit', 'verify'])).toContain('The audit is whole')
    expect(await auditHead()).not.toBe(head)
    expect(await verify()).toMatchObject({ code: 0, stdout: expect.stringContaining('2 versions') })
  })
})

test('a revised figure becomes version 2 with an erratum, once somebody says why; version 1 stays', async () => {
  const before = bytesIn(lies('2017-06-19', 1))
  const revised = join(folder.path, 'revised')
  mkdirSync(revised)
  writeFileSync(
    join(revised, 'observations.csv'),
    'indicator,geography,period,value,numerator,denominator,owner,known_on\nreablement-no-ongoing-service,norfolk,2016-04,86.9,386,444,norfolk,2017-06-19\n',
  )
  await home.text(['import', revised])
  const refused = await home.run(june)
  expect(refused).toMatchObject({ code: 1, stdout: '' })
  expect(refused.stderr).toContain('with --why TEXT they become version 2')
  expect(readdirSync(lies('2017-06-19', 1, '..'))).toEqual(['1'])

  await home.text([...june, '--why', 'One case was counted twice.'])
  expect(bytesIn(lies('2017-06-19', 1))).toEqual(before)
  const { erratum } = manifestOf('2017-06-19', 2)
  expect(erratum).toMatchObject({ replaces: 1, why: 'One case was counted twice.' })
  const changed = erratum?.changes.filter(change => change.old?.startsWith('87.2') && change.new?.startsWith('86.9'))
  expect(changed?.length).toBeGreaterThan(0)
  expect(changed?.[0]?.where).toMatch(/Reablement: no ongoing service .*, Apr 16$/)
  for (const change of erratum?.changes ?? []) expect(change.where).not.toMatch(/Erratum/)

  const paper = read<Paper>('2017-06-19', 2, 'data.json')
  const [first] = paper.sections
  expect([first?.id, first?.heading]).toEqual(['erratum', 'Erratum'])
  const html = String(manifestOf('2017-06-19', 2).files.find(file => file.format === 'html')?.name)
  expect(await htmlFaults(readFileSync(lies('2017-06-19', 2, html), 'utf8'))).toEqual([])
  const tableIn = (blocks: readonly Block[] = []) => blocks.find(block => block.block === 'table') as Table
  const figures = tableIn(first?.blocks)
  expect(figures.rows.map(row => row.map(cell => cell.text))).toContainEqual([
    expect.stringMatching(/^.*eablement.* \(%\)$/),
    'April 2016',
    expect.stringMatching(/^87\.2/),
    expect.stringMatching(/^86\.9/),
  ])
  const others = erratum?.changes.filter(change => change.fact === undefined) ?? []
  const places = tableIn(others.length > 8 ? paper.sections.at(-1)?.blocks : first?.blocks.slice(3))
  expect(places.rows.map(row => row[0]?.text)).toEqual(others.map(change => change.where))
  expect(paper.status).toMatch(/, version 2\./)
  const again = await home.run(june)
  expect(again.stderr).toContain('norfolk 2017-06-19 version 2 was published on')
  // What was learnt of the day of June is not what was known in March.
  expect((await home.run(march)).stderr).toContain('nothing has changed since')
})

test('tidemark publications lists every version', async () => {
  const all: readonly Manifest[] = await home.json(['publications', '--org', 'norfolk'])
  expect(all.map(({ meeting, version }) => [meeting, version])).toEqual([
    ['2017-03-06', 1],
    ['2017-06-19', 1],
    ['2017-06-19', 2],
  ])
  expect(await home.text(['publications'])).toContain('corrects version 1: One case was counted twice.')
  expect(await home.text(['publications', '--org', 'nobody'])).toBe('Nothing is published yet.\n')
})

test('the pages give the frozen files as they lie there, and no file that was changed since', async () => {
  const register = await openRegister({ file: join(home.path, 'register.sqlite') }, effectsFrom(steadyClock()))
  const heard: unknown[] = []
  const world = {
    env: {},
    now: () => new Date('2026-11-22T12:00:00Z'),
    print: () => {},
    warn: (text: string) => heard.push(text),
  }
  const app = createApp(servicesOver(register, world, home.path), fixtureSettings())
  const files = manifestOf('2017-06-19', 2).files.map(file => file.name)
  const ask = (name: string) => app.request(`http://localhost/norfolk/papers/2017-06-19/2/${name}`)
  for (const name of files) {
    const given = await ask(name)
    expect(given.status).toBe(200)
    expect(Buffer.from(await given.arrayBuffer()).equals(readFileSync(lies('2017-06-19', 2, name)))).toBe(true)
  }
  const list = await (await app.request('http://localhost/norfolk/papers')).text()
  for (const name of files) expect(list).toContain(`/norfolk/papers/2017-06-19/2/${name}"`)
  for (const name of ['manifest.json', '..%2f1%2fdata.json', '%2e%2e%2f1%2fdata.json'])
    expect((await ask(name)).status).toBe(404)
  overwrite(lies('2017-06-19', 2, 'data.json'), flipped)
  expect((await ask('data.json')).status).toBe(500)
  expect(heard.map(String)).toEqual([expect.stringContaining('is not as it was published')])
  overwrite(lies('2017-06-19', 2, 'data.json'), flipped)
  await register.close()
})

describe('a backup', () => {
  const file = join(folder.path, 'backup.sqlite')

  test('takes along what was published, and gives it back', async () => {
    expect(await home.text(['backup', file])).toContain('Backed up 3 published versions of papers to')
    const other = homeIn(join(folder.path, 'restored'))
    expect(await other.text(['restore', file])).toContain('Restored 3 published versions of papers from')
    expect(await other.text(['publication', 'verify'])).toContain('3 versions')
    for (const [meeting, version] of [
      ['2017-03-06', 1],
      ['2017-06-19', 1],
      ['2017-06-19', 2],
    ] as const) {
      const place = join('publications/norfolk', meeting, String(version))
      expect(bytesIn(join(other.path, place))).toEqual(bytesIn(join(home.path, place)))
    }
    const again = await other.run(['restore', file, '--replace'])
    expect(again).toMatchObject({ code: 0, stderr: '' })
    expect(again.stdout).not.toContain('papers')
  })

  test('replaces no published paper', async () => {
    const other = homeIn(join(folder.path, 'otherwise'))
    await other.text(['import', join(root, 'examples/norfolk')])
    await other.text(march)
    const before = bytesIn(join(other.path, 'publications/norfolk/2017-03-06/1'))
    const ran = await other.run(['restore', file, '--replace'])
    expect(ran).toMatchObject({ code: 0 })
    expect(ran.stderr).toContain('norfolk 2017-03-06 version 1 lies there otherwise than in the backup')
    expect(ran.stdout).toContain('Restored 2 published versions')
    expect(bytesIn(join(other.path, 'publications/norfolk/2017-03-06/1'))).toEqual(before)
  })
})

test('on PostgreSQL a paper is published, found again and corrected as on SQLite', async () => {
  const database = await freshDatabase()
  const other = homeIn(join(folder.path, 'postgres'), { DATABASE_URL: database.url })
  try {
    await other.text(['import', join(root, 'examples/norfolk')])
    await other.text(march)
    expect((await other.run(march)).stderr).toContain('nothing has changed since')
    expect(await other.text(['publication', 'verify'])).toContain('1 version')
    const name = manifestOf('2017-03-06', 1).files.find(each => each.format === 'csv')?.name as string
    const place = 'publications/norfolk/2017-03-06'
    expect(readFileSync(join(other.path, place, '1', name))).toEqual(readFileSync(lies('2017-03-06', 1, name)))
    const revised = join(folder.path, 'revised-before-march')
    mkdirSync(revised)
    writeFileSync(
      join(revised, 'observations.csv'),
      'indicator,geography,period,value,numerator,denominator,owner,known_on\nreablement-no-ongoing-service,norfolk,2016-04,86.9,386,444,norfolk,2017-03-06\n',
    )
    await other.text(['import', revised])
    await other.text([...march, '--why', 'One case was counted twice.'])
    expect(readdirSync(join(other.path, place))).toEqual(['1', '2'])
    expect(await other.text(['publication', 'verify'])).toContain('2 versions')
  } finally {
    await database.drop()
  }
})

describe('tidemark publication verify', () => {
  test('finds a flipped byte, and says in which file', async () => {
    const name = String(manifestOf('2017-03-06', 1).files.find(file => file.format === 'csv')?.name)
    overwrite(lies('2017-03-06', 1, name), flipped)
    expect(await verify()).toMatchObject({
      code: 1,
      stdout: `norfolk 2017-03-06 version 1: ${name} differs: its bytes are not those that were published\n`,
    })
    expect(await verify('norfolk', '2017-03-06')).toMatchObject({ code: 1 })
    expect(await verify('norfolk', '2017-06-19')).toMatchObject({ code: 0 })
    overwrite(lies('2017-03-06', 1, name), flipped)
    expect(await verify()).toMatchObject({ code: 0 })
  })

  test('finds a manifest that was made to fit, by the audit', async () => {
    const path = lies('2017-03-06', 1, 'manifest.json')
    overwrite(path, bytes => Buffer.from(bytes.toString('utf8').replace('"version": 1', '"version": 1 ')))
    expect(await verify('norfolk', '2017-03-06')).toMatchObject({
      code: 1,
      stdout: 'norfolk 2017-03-06 version 1: manifest.json differs from what the audit names\n',
    })
  })

  test('finds a publication that the register does not name, until it is published again', async () => {
    const other = homeIn(join(folder.path, 'other'))
    const load = () => other.text(['import', join(root, 'examples/norfolk')])
    await load()
    await other.text(march)
    for (const end of ['', '-wal', '-shm']) rmSync(join(other.path, `register.sqlite${end}`), { force: true })
    await load()
    expect(await other.run(['publication', 'verify'])).toMatchObject({
      code: 1,
      stdout: 'norfolk 2017-03-06 version 1: no entry of the audit names manifest.json\n',
    })
    expect((await other.run(march)).stderr).toMatch(/it has one now\.\n.*nothing has changed since/)
    expect(await other.run(['publication', 'verify'])).toMatchObject({ code: 0 })
  })

  test('refuses what was never published', async () => {
    expect(await verify('norfolk', '2016-01-01')).toMatchObject({
      code: 1,
      stderr: 'tidemark: norfolk has published nothing for 2016-01-01\n',
    })
    expect(await verify('norfolk')).toMatchObject({ code: 2 })
  })
})

/** The text of a cell of the dashboard. */
function cell(paper: Paper, row: string, column: string): string | undefined {
  const table = paper.sections
    .flatMap(section => section.blocks)
    .find(block => block.block === 'table' && block.id === 'dashboard-values') as Table
  const at = table.columns.findIndex(each => each.heading === column)
  return table.rows.find(cells => cells[0]?.text.startsWith(row))?.[at]?.text
}

function flipped(bytes: Buffer): Buffer {
  const other = Buffer.from(bytes)
  other[10] = (other[10] as number) ^ 1
  return other
}

/** Writes other bytes into a file that is read-only. */
function overwrite(path: string, change: (bytes: Buffer) => Buffer): void {
  const bytes = change(readFileSync(path))
  chmodSync(path, 0o644)
  writeFileSync(path, bytes)
}
