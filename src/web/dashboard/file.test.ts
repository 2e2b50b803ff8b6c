import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { createApp } from '../app.tsx'
import { fixtureServices } from '../fixtures/services.ts'
import { fixtureSettings } from '../fixtures/settings.ts'

const app = createApp(fixtureServices(), fixtureSettings())
const day = 'as-at=2017-06-19'
const csvOf = async (query: string, organisation = 'norfolk') => {
  const text = await (await app.request(`/${organisation}/dashboard.csv?${query}`)).text()
  return { text, rows: parse(text, { columns: true }) as Record<string, string>[] }
}
const sheetsOf = async (query: string, organisation = 'norfolk') => {
  const response = await app.request(`/${organisation}/dashboard.ods?${query}`)
  const parts = unzipSync(new Uint8Array(await response.arrayBuffer()))
  return strFromU8(parts['content.xml'] as Uint8Array)
}
const namesIn = (rows: readonly Record<string, string>[]) => [
  ...new Set(rows.map(({ row = '' }) => row.replace(/ \(.*\)$/, ''))),
]

describe('the CSV of a view', () => {
  test('has one header row, and the rows of the page in their order with numbers unrounded', async () => {
    const { text, rows } = await csvOf(`${day}&rating=red&sort=rating`)
    expect(text.split('\n')[0]).toBe('section,table,caption,row,column,text,value,rating,compared,indicator,period')
    expect(namesIn(rows).slice(0, 2)).toEqual(['Delayed transfers', 'MH paid employment'])
    expect(namesIn(rows)).toHaveLength(5)
    expect(rows.find(({ row, column }) => row?.startsWith('Delayed') && column === 'Mar 17')).toMatchObject({
      text: '3.56',
      value: '3.56',
      rating: 'Red',
      indicator: 'dtoc-social-care-rate',
      period: '2017-03',
    })
    // Nothing but the table: what it is stands in the ODS and on the page.
    expect(text).not.toMatch(/licence|as known/i)
  })

  test('says why there is no value by the symbols of guidance, and nothing a spreadsheet would run', async () => {
    const { rows } = await csvOf('', 'harrowmere')
    const texts = rows.map(({ text = '' }) => text)
    for (const symbol of ['[c]', '[z]', '[x]']) expect(texts, symbol).toContain(symbol)
    expect(rows.flatMap(row => [row['row'], row['text']]).filter(cell => /^[=+\-@\t\r]/.test(cell ?? ''))).toEqual([])
  })

  test('holds the counts where the reader shows them', async () => {
    expect((await csvOf(day)).text).not.toContain(' of ')
    expect((await csvOf(`${day}&counts=1`)).text).toContain('413 of 466')
  })

  test('of no row at all is the header alone', async () => {
    expect((await csvOf('find=nothing-is-called-so')).rows).toEqual([])
  })
})

describe('the ODS of a view', () => {
  test('says on its cover what it is, and explains its symbols', async () => {
    const xml = await sheetsOf(`${day}&travel=worse&find=admissions`)
    expect(xml).toContain('Status: As known on 19 June 2017')
    expect(xml).toMatch(/Rows: \d+ of 15 indicators, in the framework’s order; “admissions”; Direction: worse/)
    expect(xml).not.toMatch(/Meeting day|Committee: |Part of the paper: /)
    expect(await sheetsOf('', 'harrowmere')).toContain('hidden, so that nobody can be recognised')
  })
})

test('a file is told from a page, and kept under a name that says what it is', async () => {
  const response = await app.request(`/norfolk/dashboard.ods?${day}&framework=ascof-2016&to=2017-02`)
  expect(response.headers.get('content-type')).toBe('application/vnd.oasis.opendocument.spreadsheet')
  expect(response.headers.get('content-disposition')).toBe(
    'attachment; filename="norfolk-ascof-2016-to-2017-02-as-at-2017-06-19.ods"',
  )
})
