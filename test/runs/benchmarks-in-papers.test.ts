import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse as parseCsv } from 'csv-parse/sync'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, askingIn } from '../support/benchmarks.ts'
import { launchChromium } from '../support/chromium.ts'
import { saidOtherwise } from '../support/every-format.ts'
import { homeIn } from '../support/home.ts'
import { root } from '../support/source-files.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

// The benchmarking appendix of a paper, beside the publishers' file and beside what the command says of single measures.

type Row = Readonly<Record<string, string>>

const folder = makeTemporaryFolder()
const home = homeIn(join(folder.path, 'register'))
const { run } = askingIn(home.path)
const command = async (measure: string, group: string, period: string) => {
  const asked = ['--org', 'norfolk', '--indicator', measure, '--group', group, '--period', period]
  return JSON.parse(await run([...asked, '--as-at', '2026-10-01', '--json'])) as Answer
}
const rowsOf = (file: string) => parseCsv(readFileSync(file), { columns: true }) as Row[]
const england = rowsOf(join(root, 'examples/england/observations.csv'))
let browser: Browser
let page: Page

/** Meetings that nobody held: before any file was known, between two, and after all. */
const meetings = ['2017-06-20', '2021-11-01', '2026-10-01']
const template = (more: string) => `sections:
  - part: benchmarks
    heading: Benchmarking
${more}`

beforeAll(async () => {
  browser = await launchChromium()
  page = await browser.newPage()
  await home.text(['examples', 'load', 'norfolk', 'england'])
  const rows = meetings.map(day => `m-${day},vital-signs,Adult Social Care Committee,${day},Later,norfolk,${day}`)
  writeFileSync(
    join(folder.path, 'meetings.csv'),
    `meeting,framework,committee,date,title,owner,known_on\n${rows.join('\n')}\n`,
  )
  await home.text(['import', join(folder.path, 'meetings.csv')])
}, 120_000)
afterAll(async () => {
  await browser.close()
  folder.remove()
})

let made = 0
async function paperAt(meeting: string, wanted: string, format = 'csv,html'): Promise<Record<string, string>> {
  made += 1
  const [own, out] = [join(folder.path, `own-${made}.yaml`), join(folder.path, `papers-${made}`)]
  writeFileSync(own, template(wanted))
  const asked = ['--meeting', meeting, '--template', own, '--format', format, '--out', out]
  await home.text(['report', '--org', 'norfolk', ...asked])
  return Object.fromEntries(readdirSync(out).map(name => [String(name.split('.').at(-1)), join(out, name)]))
}

async function wordsOf({ html = '' }: Record<string, string>): Promise<string> {
  await page.goto(pathToFileURL(html).href)
  return String(await page.evaluate('document.body.innerText')).replace(/\s+/g, ' ')
}

const ownFramework = `    framework: ascof-2016
    groups: [family-group, region]
    charts: [3A]
`

describe('the appendix of a council after the files were published', () => {
  let files: Record<string, string>
  let rows: Row[]

  beforeAll(async () => {
    files = await paperAt('2026-10-01', ownFramework, 'csv,html,pdf,docx,ods')
    rows = rowsOf(String(files['csv']))
  }, 120_000)

  const cell = (table: string, row: string, column: string) =>
    rows.find(each => each['table'] === table && String(each['row']).startsWith(row) && each['column'] === column)

  test('says of a measure what an independent count of the file gives', () => {
    const councils = england.filter(
      row =>
        row['indicator'] === 'control-over-daily-life' &&
        row['period'] === '2024/25' &&
        row['value'] !== '' &&
        areas.has(String(row['geography'])),
    )
    const values = councils.map(row => Number(row['value'])).sort((a, b) => b - a)
    const own = Number(councils.find(row => row['geography'] === 'norfolk')?.['value'])
    const rank = values.filter(value => value > own).length + 1
    const tied = values.filter(value => value === own).length > 1
    const middle = Math.floor(values.length / 2)
    const median = values.length % 2 === 1 ? values[middle] : (Number(values[middle - 1]) + Number(values[middle])) / 2
    expect(cell('benchmarks-1-table', '3A ', 'Norfolk')).toMatchObject({ value: String(own) })
    expect(cell('benchmarks-1-table', '3A ', 'Median')).toMatchObject({ value: String(median) })
    expect(cell('benchmarks-1-table', '3A ', 'Councils')).toMatchObject({ value: String(values.length) })
    expect(cell('benchmarks-1-table', '3A ', 'Place')?.['text']).toMatch(
      new RegExp(`^${rank}${tied ? '=' : ''} of ${values.length} \\(\\d+ to \\d+\\)$`),
    )
  })

  test('says of every measure and group what the command says', async () => {
    const groups = ['england', 'family-group', 'region']
    const asked = rows.filter(row => row['table'] === 'benchmarks-1-table' && row['column'] === 'Year')
    expect(asked.length).toBeGreaterThan(15)
    for (const [at, group] of groups.entries())
      for (const { row = '', text: period = '' } of asked.filter((_, place) => place % 4 === at)) {
        const table = `benchmarks-${at + 1}-table`
        const [code = ''] = row.split(' ')
        const measure = slugs.get(row.slice(code.length + 1))
        const answer = await command(String(measure), group, period)
        const { rank, of, tied, interval, group: figures } = answer
        const between = interval ? ` (${interval.lower} to ${interval.upper})` : ''
        expect([row, cell(table, row, 'Norfolk')?.['value']]).toEqual([row, String(answer.value)])
        const isAlone = figures['councils'] === 0
        expect([row, cell(table, row, 'Place')?.['text']]).toEqual([
          row,
          isAlone ? 'none' : `${rank}${tied ? '=' : ''} of ${of}${between}`,
        ])
        if (!isAlone) expect(cell(table, row, 'Median')?.['value']).toBe(String(figures['median']))
      }
  }, 120_000)

  test('says where the figures come from, and which are not comparable with other years', async () => {
    const words = await wordsOf(files)
    expect(words).toContain('the figure of 2020/21 is not comparable with other years')
    expect(words).toContain('Department of Health and Social Care, 20 July 2026')
    expect(words).toMatch(/4 are significantly worse than England/)
  })

  test('draws the chosen measure over all councils, in words and with a table', async () => {
    const words = await wordsOf(files)
    expect(words).toContain('Given the chance in the figures, the place in England may be anywhere from ')
    const table = 'benchmarks-control-over-daily-life-chart-values'
    expect(cell(table, 'Councils with a figure', 'England')).toMatchObject({ value: '151' })
    expect(cell(table, 'Councils with a figure', 'Family group')).toMatchObject({ value: '13' })
    expect(readFileSync(String(files['html']), 'utf8').match(/class="chart-england"/g)?.length).toBeGreaterThan(0)
  })

  test('says the same in every format', async () => {
    const { count, differences } = await saidOtherwise(files, page)
    expect(differences).toEqual([])
    expect(count).toBeGreaterThan(400)
  }, 300_000)
})

describe('what was not known on the day of the meeting', () => {
  test('is not there, and the paper says that nothing was known', async () => {
    const files = await paperAt('2017-06-20', ownFramework)
    expect(await wordsOf(files)).toContain(
      'Nothing is compared here: no figure of a national publisher was known on 20 June 2017.',
    )
    expect(rowsOf(String(files['csv'])).filter(row => String(row['table']).startsWith('benchmarks'))).toEqual([])
  })

  test('is not there where other files were known: of three publishers only the one that had published', async () => {
    const words = await wordsOf(await paperAt('2021-11-01', ownFramework))
    expect(words).toContain('NHS Digital, 21 October 2021')
    expect(words).not.toMatch(/Department of Health|Office for Local Government|2022|2023\/24|2024\/25/)
  })

  test('is there where a paper asks for it, and says so, without years that had not ended', async () => {
    const files = await paperAt(
      '2017-06-20',
      `    measures: [3A, 1D]\n    groups: [region]\n    published-later: true\n`,
    )
    const words = await wordsOf(files)
    expect(words).toContain('published after 20 June 2017')
    const years = rowsOf(String(files['csv'])).filter(row => row['column'] === 'Year')
    expect(new Set(years.map(row => row['text']))).toEqual(new Set(['2016/17']))
  })
})

test('a council’s own figures are in no appendix, so that no small number of its own can be', async () => {
  const own = join(folder.path, 'own', 'observations.csv')
  mkdirSync(join(folder.path, 'own'))
  writeFileSync(
    own,
    'indicator,geography,period,value,numerator,denominator,owner,known_on\nascof-1b,norfolk,2024/25,3.3,3,90,norfolk,2026-09-01\n',
  )
  await home.text(['import', own])
  for (const audience of ['public', 'officer']) {
    const out = join(folder.path, `own-${audience}`)
    const wanted = join(folder.path, 'wanted.yaml')
    writeFileSync(wanted, template(ownFramework))
    const asked = ['--meeting', '2026-10-01', '--template', wanted, '--audience', audience, '--format', 'csv']
    await home.text(['report', '--org', 'norfolk', ...asked, '--out', out])
    const [file = ''] = readdirSync(out)
    const norfolk = rowsOf(join(out, file)).filter(row => row['row']?.startsWith('3A ') && row['column'] === 'Norfolk')
    expect(norfolk.map(row => row['value'])).toEqual(['77.4', '77.4', '77.4'])
  }
}, 60_000)

const areas = new Set(
  rowsOf(join(root, 'examples/england/geographies.csv'))
    .filter(row => row['type'] === 'council')
    .map(row => String(row['geography'])),
)
const slugs = new Map(
  rowsOf(join(root, 'examples/england/indicators.csv')).map(row => [String(row['name']), String(row['indicator'])]),
)
