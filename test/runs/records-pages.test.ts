/** The pages over client-level records, over the real command: questions in a process of their own, and nobody named. */
import { readdirSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleInput } from '../fixtures/cld/expected.ts'
import { writeSubmission, yearOf } from '../fixtures/cld/submission.ts'
import { type Home, homeIn } from '../support/home.ts'
import { type LoggedServing, serveLogged as serve } from '../support/serving.ts'
import { makeTemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'

const folders: ReturnType<typeof makeTemporaryFolder>[] = []
afterAll(() => {
  for (const folder of folders) folder.remove()
})

async function homeWith(...paths: string[]): Promise<Home> {
  const folder = makeTemporaryFolder()
  folders.push(folder)
  const home = homeIn(folder.path)
  expect(await home.run(['examples', 'load', 'demo'], { timeout: 110_000 })).toMatchObject({ code: 0 })
  if (paths.length > 0)
    expect(await home.run(['cld', 'import', ...paths], { timeout: 110_000 })).toMatchObject({ code: 0 })
  return home
}

const records = '/demo/records'

describe('over the example', () => {
  let home: Home
  let pages: LoggedServing
  beforeAll(async () => {
    home = await homeWith(exampleInput)
    pages = await serve(home, '--people')
  }, 120_000)
  afterAll(() => pages.close())

  test('other pages do not wait while a question is worked out, and two who ask it at once get one answer', async () => {
    const ask = async (): Promise<unknown[]> =>
      (await pages.get(`${records}/quality/files/costs.json?council=901&to=2026-03`)).json() as Promise<unknown[]>
    const both = Promise.all([ask(), ask()])
    const waits: number[] = []
    let done = false
    void both.then(() => {
      done = true
    })
    while (!done) {
      const from = performance.now()
      expect((await pages.get('/demo/dashboard')).status).toBe(200)
      waits.push(performance.now() - from)
    }
    const [one, other] = await both
    expect(one.length).toBeGreaterThan(3)
    expect(other).toEqual(one)
    expect(Math.max(...waits.slice(1))).toBeLessThan(3000)
    const { text } = await pages.settled(`${records}/quality?council=901&to=2026-03`)
    expect(text).toMatch(/<h1>[\d,]+ faults in the latest file/)
    expect(text).toContain('If mended')
    expect(text).not.toContain('went wrong')
  }, 120_000)

  test('the pages say what the command says, for every council that there is', async () => {
    type Row = { readonly council: string }
    const said: readonly Row[] = await home.json(['cld', 'measures', '--year', '2025/26'])
    for (const council of ['901', '902']) {
      const file = await pages.get(`${records}/measures/files/measures.json?council=${council}&to=2026-03`)
      expect(await file.json()).toEqual(said.filter(row => row.council === council))
    }
    const table: readonly Row[] = await home.json(['cld', 'table', 'LTS001a', '--year', '2025/26'])
    const shown = await pages.get(`${records}/tables/lts001a/files/lts001a.json?council=902&to=2026-03`)
    expect(await shown.json()).toEqual(table.filter(row => row.council === '902'))
  }, 120_000)

  test('a look shows those whom the command counts, and the audit says who looked at how many, and not at whom', async () => {
    type Members = { council: string; measure: string; members: { person: string; numerator: boolean }[] }
    const said: readonly Members[] = await home.json(['cld', 'measures', '--year', '2025/26', '--members'])
    const counted = said
      .filter(({ council, measure }) => council === '901' && measure === 'ASCOF 2C')
      .flatMap(({ members }) => members.filter(({ numerator }) => numerator).map(({ person }) => person))
    const path = `${records}/measures/ascof-2c/people?council=901&to=2026-03`
    const { status, text } = await pages.settled(path)
    expect(status).toBe(200)
    const shown = [...text.matchAll(/<summary>\d+\. ([0-9a-f-]{36})/g)].map(([, person]) => person)
    expect(shown.length).toBeGreaterThan(0)
    expect(shown).toEqual(counted.toSorted().slice(0, 25))

    expect(await home.json(['audit', 'verify'])).toMatchObject({ whole: true })
    const all: readonly { origin: string }[] = await home.json(['audit', 'looks'])
    const looks = all.filter(({ origin }) => origin === 'pages')
    const look = { council: '901', measure: 'ASCOF 2C', page: 1, people: shown.length }
    expect(looks).toMatchObject([{ actor: expect.stringMatching(/^person-/), look }])
    for (const person of shown) expect(JSON.stringify(all)).not.toContain(person)

    const faulty = await pages.get(`${records}/quality/files/faulty-records.json?council=901&to=2026-03`)
    const rows = (await faulty.json()) as unknown[]
    const [latest]: readonly { look: unknown }[] = await home.json(['audit', 'looks'])
    expect(latest?.look).toMatchObject({
      what: 'faulty records',
      council: '901',
      month: '2026-03',
      records: rows.length,
    })
  }, 120_000)
})

test('an import shows at once, and what was worked out of older records is shown no more', async () => {
  const folder = temporaryFolder()
  const home = await homeWith()
  const pages = await serve(home)
  expect((await pages.settled(records)).text).toContain('<h1>No client records yet')
  for (const [name, rows] of [
    ['cld_20260425T101520.csv', 1],
    ['cld_20260426T101520.csv', 2],
  ] as const) {
    const file = writeSubmission(folder, yearOf({}, rows), name)
    expect(await home.run(['cld', 'import', file])).toMatchObject({ code: 0 })
    const { text } = await pages.settled(`${records}/measures`)
    expect(text).toMatch(/ASCOF 2E, 65 and above \| Total/)
    expect((await pages.settled(records)).text).toContain(rows === 1 ? '<h1>1 file with 13' : '<h1>2 files with')
  }
  const people = await pages.get(`${records}/measures/ascof-2e/people`)
  expect(people.status).toBe(403)
  await pages.close()
}, 120_000)

test('where the lake is damaged, the reader gets a sentence, whoever runs the server the reason, and other pages stand', async () => {
  const home = await homeWith(writeSubmission(temporaryFolder(), yearOf({}, 1)))
  const files = join(home.path, 'cld/files')
  for (const name of readdirSync(files)) truncateSync(join(files, name), 50)
  const pages = await serve(home)
  const { status, text } = await pages.settled(`${records}/measures`)
  expect(status).toBe(409)
  expect(text).toContain('Something went wrong on the way.')
  expect(text).not.toContain('parquet')
  expect(pages.log()).toContain('A question of the records failed')
  expect((await pages.get('/demo/dashboard')).status).toBe(200)
  await pages.close()
}, 120_000)

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
  'Event Outcome': '9991234560',
  Ethnicity: 'Plantagenet',
}
const secrets = [...Object.values(planted).filter(text => !text.startsWith('Conv')), '23/07/1931', '23 July 1931']

test('no page, file or log names a person, wherever a reader goes', async () => {
  const home = await homeWith(writeSubmission(temporaryFolder(), yearOf(planted, 2)))
  const pages = await serve(home, '--people')
  const seen = new Map<string, string>()
  const waiting = [records]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const { status, text } = await pages.settled(path)
    expect(status, path).toBe(200)
    seen.set(path, text)
    for (const [, href = ''] of text.matchAll(/href="(\/demo\/records[^"]*)"/g)) {
      const next = href.replaceAll('&amp;', '&')
      // What is told of women and men is told as of all.
      if (!/(Fem|M)ale/.test(next) && !seen.has(next) && !waiting.includes(next)) waiting.push(next)
    }
  }
  await pages.close()
  const all = [...seen].map(([path, text]) => [path, text] as const)
  expect(all.length).toBeGreaterThan(60)
  // The planted person was really there to be seen.
  expect(all.some(([path, text]) => path.includes('/people') && /<summary>\d+\. [0-9a-f-]{36}/.test(text))).toBe(true)
  for (const [where, text] of [...all, ['the log', pages.log()] as const])
    for (const secret of secrets)
      expect(text.toLowerCase().includes(secret.toLowerCase()), `${secret} at ${where}`).toBe(false)
  expect(pages.log().trim().split('\n')).toHaveLength(3)
}, 240_000)
