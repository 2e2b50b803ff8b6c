import { expect, test } from 'vitest'
import { createApp } from '../app.tsx'
import { fixtureRecords, holdings } from '../fixtures/records.ts'
import { fixtureServices } from '../fixtures/services.ts'
import { fixtureSettings } from '../fixtures/settings.ts'
import { hasOthers } from './measures/view.tsx'
import { notesOf } from './overview/view.tsx'
import type { RecordsServices } from './services.ts'

const person = '3f2a0c1d-9b8e-4f7a-8c6d-5e4f3a2b1c0d'
const people = '/norfolk/records/measures/ascof-2a/people'
const faulty = '/norfolk/records/quality/files/faulty-records'

type Look = Parameters<RecordsServices['recordLook']>[0]

function appOf(settings: Parameters<typeof fixtureSettings>[0], records: Partial<RecordsServices> = {}) {
  const looks: Look[] = []
  const recordLook = async (look: Look) => {
    looks.push(look)
  }
  const services = fixtureServices({ records: fixtureRecords({ recordLook, ...records }) })
  const app = createApp(services, fixtureSettings(settings))
  return {
    looks,
    get: (path: string) => app.request(path),
    text: async (path: string) => (await app.request(path)).text(),
  }
}

test('for the public and for members there is no records page, and no link to one', async () => {
  for (const audience of ['public', 'member'] as const) {
    const { get, text } = appOf({ audience, grants: ['people'] })
    for (const path of ['', '/measures', '/measures/ascof-2a', '/tables/lts003', '/quality', '/moved'])
      expect((await get(`/norfolk/records${path}`)).status).toBe(404)
    expect((await get(people)).status).toBe(404)
    expect((await get('/norfolk/records/quality/files/faulty-records.csv')).status).toBe(404)
    for (const path of ['/norfolk', '/norfolk/papers']) expect(await text(path)).not.toContain('/records')
  }
})

test('an officer to whom it is not granted sees no person, no link to one, and who can grant it', async () => {
  const { get, text, looks } = appOf({})
  const response = await get(people)
  expect(response.status).toBe(403)
  const html = await response.text()
  expect(html).toContain('Whoever runs this service grants it')
  for (const path of [people, '/norfolk/records/measures', '/norfolk/records/measures/ascof-2a']) {
    expect(await text(path)).not.toContain(person)
    expect(await text(path)).not.toContain('/people')
  }
  expect(looks).toEqual([])
})

test('each look at people is recorded before it is shown, with what and how many, and never with whom', async () => {
  const { text, get, looks } = appOf({ grants: ['people'] })
  const measures = await text('/norfolk/records/measures')
  expect(measures).toContain('/norfolk/records/measures/ascof-2a/people?breakdown=Total&amp;of=denominator')
  expect(measures).not.toContain('ascof-2c/people?breakdown=65%20and%20above&amp;of=denominator')
  expect(await text(`${people}?breakdown=Total&of=not-counted&page=2`)).toContain(person)
  const look = { organisation: 'norfolk', council: '901', measure: 'ASCOF 2A', breakdown: 'Total', month: '2025-12' }
  expect(looks).toEqual([{ ...look, what: 'people', part: 'not-counted', page: 2, people: 2, records: 2 }])
  expect(JSON.stringify(looks)).not.toContain(person)
  for (const query of ['of=everybody', 'page=0', 'page=x', 'page=9', 'breakdown=None'])
    expect((await get(`${people}?${query}`)).status, query).toBe(404)
  expect((await get('/norfolk/records/measures/ascof-2c/people?of=denominator')).status).toBe(404)
  expect(looks).toHaveLength(1)
})

test('the list of faulty records is refused to whom it is not granted, and their page has no link to it', async () => {
  const { get, text, looks } = appOf({})
  for (const format of ['csv', 'ods', 'json']) {
    const response = await get(`${faulty}.${format}`)
    expect(response.status).toBe(403)
    expect(await response.text()).toContain('Whoever runs this service grants it')
  }
  const page = await text('/norfolk/records/quality')
  expect(page).not.toContain('files/faulty-records')
  expect(page).toContain('whoever runs this service grants it')
  expect(looks).toEqual([])
})

test('each download of the list of faulty records is recorded before it is given', async () => {
  const { get, text, looks } = appOf({ grants: ['people'] })
  expect(await text('/norfolk/records/quality')).toContain('/quality/files/faulty-records.ods')
  expect(await text(`${faulty}.ods`)).toBe('faulty records as ods\n')
  const look = { organisation: 'norfolk', council: '901', month: '2025-12' }
  expect(looks).toEqual([{ ...look, what: 'faulty records', format: 'ods', records: 40 }])
  for (const name of ['faulty-records.xlsx', 'faulty-records.x.csv'])
    expect((await get(`/norfolk/records/quality/files/${name}`)).status, name).toBe(404)
  expect(looks).toHaveLength(1)
})

test('where a look cannot be recorded, nobody is shown', async () => {
  const { get } = appOf({ grants: ['people'] }, { recordLook: () => Promise.reject(new Error('disk full')) })
  for (const path of [people, `${faulty}.csv`]) {
    const response = await get(path)
    expect(response.status).toBe(500)
    expect(await response.text()).not.toMatch(new RegExp(`${person}|faulty records as`))
  }
})

test('what shows people one by one is kept nowhere on the way', async () => {
  for (const grants of [['people'], []] as const)
    for (const path of [people, `${faulty}.csv`])
      expect((await appOf({ grants }).get(path)).headers.get('cache-control'), path).toBe('no-store')
})

test('a page under way shows itself anew without a script, and says how far it is', async () => {
  const response = await appOf({}).get('/norfolk/records/measures?to=2025-06')
  expect(response.headers.get('refresh')).toBe('3')
  const html = await response.text()
  expect(html).toContain('Tidemark works out every ASCOF measure of the twelve months to June 2025.')
  expect(html).toContain('It waits for 1 question before it.')
  expect(html).not.toContain('<script')
})

test('what is wrong is shown while its costs are still worked out, or cannot be', async () => {
  const plain = fixtureRecords()
  for (const [reply, refresh, words] of [
    [{ kind: 'underway', seconds: 7, before: 0 }, '15', 'This is being worked out, for 7 seconds so far.'],
    [{ kind: 'failed', why: 'There is not enough memory.' }, null, 'There is not enough memory.'],
  ] as const) {
    const ask: RecordsServices['ask'] = async (name, about, patience) =>
      name === 'costs' ? reply : plain.ask(name, about, patience)
    const response = await appOf({}, { ask }).get('/norfolk/records/quality')
    expect(response.headers.get('refresh')).toBe(refresh)
    const html = (await response.text()).replaceAll('<!-- -->', '')
    expect(html).toContain('<h1>40 faults in the latest file')
    expect(html).toContain(words)
    expect(html).not.toContain('None of the faults that can be mended')
  }
})

test('files say the same as the pages, for one council, by name', async () => {
  const { get } = appOf({})
  const csv = await get('/norfolk/records/measures/files/measures.csv?to=2025-10')
  expect(csv.headers.get('content-disposition')).toBe('attachment; filename="901-measures-to-2025-10.csv"')
  expect(await csv.text()).toContain('1 Jan 25 - 31 Dec 25,2025-01-01,2025-12-31,901,ASCOF 2A,Total,57,65,87.7\n')
  const table = await (await get('/norfolk/records/tables/lts001a/files/lts001a.csv')).text()
  expect(table.split('\n')).toHaveLength(4)
  expect(table).not.toContain('902')
  for (const [path, names] of [
    ['measures/ascof-2a/files/steps', ['csv', 'ods', 'json']],
    ['moved/files/moved', ['csv', 'ods', 'json']],
    ['quality/files/faults', ['csv', 'ods', 'json']],
    ['quality/files/costs', ['csv', 'ods', 'json']],
  ] as const)
    for (const name of names) expect((await get(`/norfolk/records/${path}.${name}`)).status, path).toBe(200)
  expect((await get('/norfolk/records/measures/files/constructor.csv')).status).toBe(404)
})

test('hints that only the command line can follow do not stand on pages', async () => {
  const html = await appOf({}).text('/norfolk/records/measures')
  expect(html).toContain('late.csv came after the cut-off day 2026-02-04 and is not used.')
  expect(html).not.toContain('--cut-off')
})

test('notesOf() tells of quarters without a file, of files that came too late and of those that cover nothing', () => {
  const [first, second] = holdings.files
  if (!first || !second) throw new Error('The fixture has two files')
  const blank = { ...second, file: 'blank.csv', derivedEnd: null, importedAt: '2026-01-01 00:00:00' }
  expect(notesOf([first, second, blank], holdings.quarters, holdings)).toEqual([
    'No file serves Q1 2024/25. Twelve months that hold such a quarter cannot be asked for',
    'cld_20260301T101500.csv came after the cut-off day 4 February 2026 and is not used for any quarter yet',
    'No event in blank.csv ended before it was sent, so that it covers no period',
  ])
})

test('an address that names what the records do not hold is told what that is', async () => {
  for (const [path, says] of [
    ['measures?to=2031-03', 'The records do not cover the financial year 2030/31. They end in months from 2025-03 to'],
    ['measures?to=March', '“March” is not a month, which is written as 2026-03.'],
    ['measures?month=2025-12', 'No page of the records reads “month”'],
    ['?year=2025/26', 'No page of the records reads “year”'],
    ['measures?council=999', 'There are no records of a council 999 here. There are those of 901.'],
    ['measures/ascof-9', 'There is no measure ascof-9.'],
    ['measures/ascof-2a?breakdown=Men', 'The measure has no breakdown “Men”. It has 18 to 64 and Total.'],
    ['tables/lts009', 'There is no table lts009.'],
    ['moved?from=2001-01', 'The records do not cover the twelve months to January 2001.'],
  ] as const) {
    const response = await appOf({}).get(`/norfolk/records${path.startsWith('?') ? path : `/${path}`}`)
    expect(response.status, path).toBe(404)
    expect((await response.text()).replaceAll('<!-- -->', ''), path).toContain(says)
  }
})

test('a table or measure is found whatever the case of its code', async () => {
  for (const path of ['tables/LTS001a', 'tables/LTS001a/files/lts001a.csv', 'measures/ASCOF-2A'])
    expect((await appOf({}).get(`/norfolk/records/${path}`)).status, path).toBe(200)
})

test('links to those behind a count name what is counted', async () => {
  const html = (await appOf({ grants: ['people'] }).text('/norfolk/records/measures')).replaceAll('<!-- -->', '')
  expect(html).toMatch(/spells in the numerator of ASCOF 2A, Total/)
  expect(html).not.toContain('people in the numerator of ASCOF 2A')
})

test('hasOthers() finds a total that counts more than its parts', () => {
  const row = (breakdown: string, numerator: number) =>
    ({ council: '901', measure: 'ASCOF 2E', breakdown, numerator, denominator: 50, outcome: null }) as Parameters<
      typeof hasOthers
    >[0]
  const of = (total: number) => {
    const all = row('65 and above | Total', total)
    const parts = [row('65 and above | Female', 5), row('65 and above | Male', 4), row('18 to 64 | Male', 9)]
    return hasOthers({ ...all, denominator: 100 }, [all, ...parts])
  }
  expect([of(9), of(10)]).toEqual([false, true])
  expect(hasOthers(row('65 and above', 9), [])).toBe(false)
})

test('costs: measures come before tables, then by how many are moved, and a code stands once', async () => {
  const cost = (measure: string, breakdown: string, hidden: number) => ({
    council: '901',
    rule: 'r',
    says: 's',
    mended: 'm',
    measure,
    breakdown,
    numerator: { now: 1000 - hidden, hidden, added: 0, ifMended: 1000 },
    denominator: null,
    outcome: null,
    outcomeIfMended: null,
  })
  const plain = fixtureRecords()
  const costs = [
    cost('LTS001b', 'LTS001b T3a | Long term support: Prison', 900),
    cost('ASCOF 2C', '65 and above', 1),
    cost('ASCOF 2A', 'Total', 7),
  ]
  const ask: RecordsServices['ask'] = async (name, about, patience) =>
    name === 'costs' ? { kind: 'answer', answer: { costs } as never } : plain.ask(name, about, patience)
  const html = await appOf({}, { ask }).text('/norfolk/records/quality')
  const rows = [...html.matchAll(/<th scope="row"[^>]*>((?:ASCOF|LTS)[^<]*)/g)].map(([, name]) => name)
  expect(rows).toEqual(['ASCOF 2A, Total', 'ASCOF 2C, 65 and above', 'LTS001b T3a | Long term support: Prison'])
})
