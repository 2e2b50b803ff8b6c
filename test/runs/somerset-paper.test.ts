import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse as parseCsv } from 'csv-parse/sync'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { saidOtherwise } from '../support/every-format.ts'
import { homeIn } from '../support/home.ts'
import { root } from '../support/source-files.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

// What Somerset's update of November 2017 says, and what the publishers' files say of the years that had ended by then.

type Row = Readonly<Record<string, string>>

const folder = makeTemporaryFolder()
const home = homeIn(join(folder.path, 'register'))
let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchChromium()
  page = await browser.newPage()
  await home.text(['examples', 'load', 'somerset', 'england'])
}, 120_000)
afterAll(async () => {
  await browser.close()
  folder.remove()
})

/** The files of a meeting's paper by their endings. */
async function paperOf(meeting: string, format: string): Promise<Record<string, string>> {
  const out = join(folder.path, `${meeting}-${format.replaceAll(',', '-')}`)
  await home.text(['report', '--org', 'somerset', '--meeting', meeting, '--format', format, '--out', out])
  return Object.fromEntries(readdirSync(out).map(name => [String(name.split('.').at(-1)), join(out, name)]))
}

const rowsOf = (file: string | undefined) => parseCsv(readFileSync(String(file)), { columns: true }) as Row[]

/** The text of a page without its marks. */
async function wordsOf(file: string | undefined): Promise<string> {
  await page.goto(pathToFileURL(String(file)).href)
  return String(await page.evaluate('document.body.innerText')).replace(/\s+/g, ' ')
}

describe('the update of 30 November 2017', () => {
  let rows: Row[]
  let words: string

  beforeAll(async () => {
    const files = await paperOf('2017-11-30', 'html,csv')
    rows = rowsOf(files['csv'])
    words = await wordsOf(files['html'])
  }, 120_000)

  const cell = (table: string, row: string, column: string) =>
    rows.find(each => each['table'] === table && String(each['row']).startsWith(row) && each['column'] === column)

  test('rates delays of 8.42 in August Red against the 3.8 promised by November', () => {
    expect(cell('measures-table', 'Delayed transfers', 'Latest')).toMatchObject({ value: '8.42', rating: 'Red' })
    expect(cell('measures-table', 'Delayed transfers', 'Target')).toMatchObject({
      value: '3.8',
      text: '3.80 by November 2017',
    })
    // Our arithmetic: 8.42 ÷ 3.8 = 2.2158.
    expect(words).toContain('Delayed transfers (social care): Red, forecast 121.6 % above target')
    expect(words).toContain('against a target of 3.80 per 100,000 by November 2017')
  })

  test('rates nothing else, as nothing else has a figure', () => {
    const rated = new Set(rows.filter(row => row['rating'] !== '').map(row => row['row']))
    expect([...rated]).toEqual(['Delayed transfers (social care) (per 100,000)'])
  })

  test('says in words what the document says in words: comparisons, outliers by name, projected outturns apart', () => {
    const said = (table: string) =>
      rows.filter(row => row['table'] === table && row['column'] === 'What is said').map(row => row['text'])
    expect(said('stated-compared')).toEqual([
      'Ahead of the national and comparator group averages.',
      'Improved further.',
      'Poor and well below the national average.',
      'Slightly up on 2015/16.',
      'Further improvement to date; still an outlier.',
      'More placements than the national and comparator group averages.',
      'Better than the national average; among the lowest in the family group.',
    ])
    expect(said('stated-outturn')).toEqual([
      'Projected outturn in line with 2016/17.',
      'Projected outturn (from April to September) markedly up.',
    ])
    expect(words).toMatch(/Named as an outlier: Personal budgets, 2017\/18\. Further improvement to date/)
  })

  test('puts the measures under the six objectives, and says that the document names none', () => {
    for (const objective of [
      'Early help and prevention',
      'Focus on customers at the council front door and leaving acute hospitals',
      'Short-term help that works for people in the community',
      'A care system designed for people with long-term needs',
      'A workforce that helps people to be independent, with answers from their communities',
      'Governance and management that sustain improvement',
    ])
      expect(words).toContain(objective)
    const under = (table: string) => [...new Set(rows.filter(row => row['table'] === table).map(row => row['row']))]
    expect(under('priorities-objective-2-measures')).toEqual(['Delayed transfers (social care) (per 100,000)'])
    expect(under('priorities-objective-4-measures')).toHaveLength(4)
    expect(words.match(/and names none/g)).toHaveLength(6)
  })

  test('charts the years that had ended, with the figures of the national file and which way each goes', () => {
    for (const sentence of [
      'Somerset: 19.0 in 2016/17, after 19.1 in 2015/16; the change is no larger than chance explains.',
      'Somerset: 66.4 % in 2016/17, after 61.4 % in 2015/16; the change is no larger than chance explains.',
      'Somerset: 76.4 % in 2016/17, after 79.7 % in 2015/16; the change is no larger than chance explains.',
      'Somerset: 44.1 % in 2016/17, after 47.5 % in 2015/16; the change is no larger than chance explains.',
      'Somerset: 69.3 % in 2016/17, after 70.4 % in 2015/16; the change is no larger than chance explains.',
      'Somerset: 65.4 % in 2016/17, after 67.5 % in 2015/16; the change is no larger than chance explains.',
      'Somerset: better, from 65.5 % in 2015/16 to 68.7 % in 2016/17.',
    ])
      expect(words).toContain(sentence)
    expect(cell('comparative-satisfaction-users-chart-values', 'England 2016/17', 'Value')).toMatchObject({
      value: '64.7',
    })
    const drawn = rows.filter(row => String(row['table']).startsWith('comparative-'))
    expect(new Set(drawn.map(row => String(row['row']).slice(-7)))).toEqual(new Set(['2015/16', '2016/17']))
  })

  test('says of the measures that the document means why they have no chart, and that the charts were published later', () => {
    for (const code of ['1E', '1G', '2A(1)', '2A(2)', '1C(1A)', '2C(2)'])
      expect(words).toMatch(
        new RegExp(
          `${code.replace(/[()]/g, '\\$&')} [^:]*: the publishers’ files that the register holds give it from 2018/19 on`,
        ),
      )
    expect(words).toContain('These figures were published after 30 November 2017')
  })

  test('benchmarks the last year that had ended by figures published later, and says so in each appendix', () => {
    const years = rows.filter(row => row['table'] === 'benchmarks-1-table' && row['column'] === 'Year')
    expect(years.length).toBeGreaterThan(10)
    expect(new Set(years.map(row => row['text']))).toEqual(new Set(['2016/17']))
    expect(cell('benchmarks-1-table', '1B People who use services who have control', 'England')).toMatchObject({
      value: '77.7',
    })
    expect(words.match(/Published later\. These figures were published after 30 November 2017/g)).toHaveLength(2)
  })

  test('names each measure by the code of its year: control over daily life was 1B, satisfaction 3A', () => {
    expect(words).toContain('1B People who use services who have control over their daily life')
    expect(words).toContain('3A People who use services who are satisfied with their care and support')
    expect(words).not.toMatch(
      /3A People who use services who have control|1D People who use services who are satisfied/,
    )
  })
})

test('the action plan grows from meeting to meeting, and keeps what was said before', async () => {
  const planAt = async (meeting: string) => {
    const rows = rowsOf((await paperOf(meeting, 'csv'))['csv']).filter(row => row['table'] === 'action-plan-table')
    const columns = [...new Set(rows.map(row => String(row['column'])))].filter(name => name.startsWith('To '))
    const told = (column: string) => rows.filter(row => row['column'] === column).map(row => String(row['text']))
    return { actions: new Set(rows.map(row => row['row'])).size, columns, told }
  }
  const march = await planAt('2017-03-31')
  expect([march.actions, march.columns]).toEqual([7, []])
  const june = await planAt('2017-06-30')
  expect([june.actions, june.columns]).toEqual([7, ['To 30 June 2017']])
  const november = await planAt('2017-11-30')
  expect([november.actions, november.columns]).toEqual([7, ['To 30 June 2017', 'To 30 November 2017']])
  expect(november.told('To 30 June 2017')).toEqual(june.told('To 30 June 2017'))
  const last = november.told('To 30 November 2017')
  expect(last).toHaveLength(7)
  expect(last.every(text => text.startsWith('November 2017: '))).toBe(true)
  expect(last.filter(text => text.endsWith('… (the source breaks off here)'))).toEqual([
    'November 2017: Final survey results were only just released and are being analysed … (the source breaks off here)',
  ])
}, 120_000)

test('what was not known at a meeting is not in its paper', async () => {
  const words = await wordsOf((await paperOf('2017-06-30', 'html'))['html'])
  expect(words).not.toContain('8.42')
  expect(words).not.toContain('3.80')
  expect(words).not.toContain('November 2017')
  expect(words).toContain('No strategy was known on the day of this meeting.')
  // 2016/17 had ended, so that the charts stand here as well.
  expect(words).toContain('66.4 % in 2016/17')
}, 120_000)

test('every format says the same', async () => {
  const { count, differences } = await saidOtherwise(await paperOf('2017-11-30', 'html,csv,pdf,docx,ods'), page)
  expect(differences).toEqual([])
  expect(count).toBeGreaterThan(80)
}, 300_000)

test('the example is what its document says: scripts/convert-examples.ts writes no other figure', () => {
  const table = (name: string) => rowsOf(join(root, 'examples/somerset', `${name}.csv`))
  expect(table('observations')).toHaveLength(1)
  expect(table('targets').map(row => [row['period'], row['value']])).toEqual([['2017-11', '3.8']])
  expect(table('action_updates')).toHaveLength(14)
})
