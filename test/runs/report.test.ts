import { mkdtempSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { htmlFaults } from '../journeys/valid-html.ts'
import { homeIn } from '../support/home.ts'
import { root } from '../support/source-files.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

// The paper of a meeting by the built command: what stands in the HTML is read back and set beside the dashboard's own answer.

const folder = makeTemporaryFolder()
const home = homeIn(join(folder.path, 'register'))

beforeAll(async () => {
  await home.text(['examples', 'load', 'norfolk', 'demo'])
})
afterAll(folder.remove)

type Report = { readonly path: string; readonly html: string }

async function report(
  org: string,
  meeting: string,
  env: Readonly<Record<string, string>> = {},
  format = 'html',
): Promise<Report> {
  const out = mkdtempSync(join(folder.path, 'paper-'))
  const args = ['report', '--org', org, '--meeting', meeting, '--format', format, '--out', out]
  const ran = await home.run(args, { env })
  expect(ran, ran.stderr).toMatchObject({ code: 0 })
  const path = String(ran.stdout.trim().split('\n')[0])
  return { path, html: readFileSync(path, 'utf8') }
}

type Dashboard = {
  headline: { title: string }
  periods: string[]
  indicators: {
    indicator: string
    periods: { column: string; value: number | null; shown: string | null; rating: string | null }[]
  }[]
}

const text = (html: string) =>
  html
    .replaceAll(/<svg.*?<\/svg>/gs, '')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .trim()

/** The rows of a table by its anchor, each cell with what it shows, its number and its rating. */
function tableRows(html: string, id: string) {
  const table = new RegExp(`<table id="${id}".*?</table>`, 's').exec(html)?.[0] ?? ''
  const body = /<tbody>(.*)<\/tbody>/s.exec(table)?.[1] ?? ''
  return [...body.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell = '']) => ({
      shown: text(cell.replace(/<span.*$/s, '')),
      value: /<data value="([^"]*)"/.exec(cell)?.[1] ?? null,
      rating: /<span class="hidden">(Green|Amber|Red)<\/span>/.exec(cell)?.[1] ?? null,
    })),
  )
}

const meetings = [
  ['norfolk', '2017-03-06'],
  ['norfolk', '2017-06-19'],
  ['demo', '2026-06-15'],
  ['demo', '2025-09-15'],
] as const

describe.each(meetings)('the paper of %s on %s', (org, day) => {
  let made: Report
  let board: Dashboard
  beforeAll(async () => {
    made = await report(org, day)
    board = await home.json(['dashboard', '--org', org, '--as-at', day])
  })

  test('has every value and rating of the dashboard in its place, unrounded behind what is shown', () => {
    const rows = tableRows(made.html, 'dashboard-values')
    expect(rows).toHaveLength(board.indicators.length)
    const read = rows.map(([, ...cells]) =>
      cells.slice(0, board.periods.length).map(({ shown, value, rating }) => ({
        shown: value === null ? null : shown.split(' ')[0]?.replaceAll(',', '').replace('−', '-'),
        value: value === null ? null : Number(value),
        rating,
      })),
    )
    expect(read).toEqual(
      board.indicators.map(each => each.periods.map(({ shown, value, rating }) => ({ shown, value, rating }))),
    )
  })

  test('begins with the headline of the dashboard and is not published', () => {
    expect(text(made.html)).toContain(board.headline.title)
    expect(made.html).toContain('Not published: as known on')
  })

  test('has a card for each exception, led to from the summary', async () => {
    const { exceptions } = (await home.json(['exceptions', '--org', org, '--as-at', day])) as unknown as {
      exceptions: { indicator: string; card: string | null }[]
    }
    const cards = [...new Set(exceptions.map(each => each.card ?? each.indicator))]
    const sections = [...made.html.matchAll(/<h2 id="card-([a-z0-9-]+)">/g)].map(([, id]) => id)
    expect(sections).toEqual(cards)
    for (const card of cards) expect(made.html).toContain(`href="#card-${card}"`)
  })

  test('is valid HTML whose links all lead somewhere, and asks nothing of the network', async () => {
    expect(await htmlFaults(made.html)).toEqual([])
    const ids = new Set([...made.html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    const targets = [...made.html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    expect(targets.filter(id => !ids.has(id))).toEqual([])
    expect(made.html).not.toMatch(/<script|<link|@import|(?:src|href)="(?:https?:)?\/\/|url\((?!data:)/)
  })
})

describe("Norfolk's paper of June 2017", () => {
  let made: Report
  beforeAll(async () => {
    made = await report('norfolk', '2017-06-19')
  })

  test('is called by council, day and title', () => {
    expect(made.path).toMatch(/\/norfolk-2017-06-19-performance-management-report\.html$/)
    expect(made.html).toContain('<html lang="en-GB">')
    expect(made.html).toContain('<title>Performance management report, Norfolk County Council, 2017-06-19</title>')
  })

  test('prints the statutory results with what they are compared with', () => {
    const rows = tableRows(made.html, 'statutory-1-table').map(row => row.map(cell => cell.shown))
    expect(rows).toHaveLength(10)
    expect(rows[0]).toEqual(
      '1C(1A)|The proportion of people who use services who receive self-directed support|High|7,244|7,968|70.0|90.9 [p]|88.2|84.1|85.1|86.9'.split(
        '|',
      ),
    )
    expect(text(made.html)).toContain('24 results are known, all provisional.')
  })

  test('tells the four recommendations, the revisions since March and who has what to answer for', () => {
    const said = text(made.html)
    expect(said).toContain('Leave it to the Director to submit the data of the statutory returns.')
    // The text of the recommendation says September 2017 itself.
    expect(said).toMatch(/Receive .* in September 2017/)
    expect(said).not.toContain('Due by')
    expect(said).toContain('Since the meeting of 6 March 2017, 3 values that stood in its report have changed')
    expect(tableRows(made.html, 'revisions-values').map(row => row.map(cell => cell.shown))).toEqual([
      ['CQC rated good or above', 'July 2016', '65.0', '65.2'],
      ['CQC rated good or above', 'August 2016', '68.0', '68.2'],
      ['CQC rated good or above', 'September 2016', '69.2', '69.5'],
    ])
  })

  test('has identical bytes in other zones and languages', async () => {
    const elsewhere = await report('norfolk', '2017-06-19', {
      TZ: 'America/St_Johns',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'C',
    })
    expect(elsewhere.html).toBe(made.html)
  })
})

test('the first meeting has nothing to compare with and no statutory results yet', async () => {
  const { html } = await report('norfolk', '2017-03-06')
  const said = text(html)
  expect(said).toMatch(/This is the first meeting about .+ that the register knows of/)
  expect(said).toContain('The statutory results of the year were not known yet on the day of this meeting.')
})

test('tidemark report refuses a day without a meeting, an unknown format and a template that holds figures', async () => {
  const out = join(folder.path, 'never')
  const ask = (...more: string[]) => home.run(['report', '--org', 'norfolk', '--out', out, ...more])
  expect(await ask('--meeting', '2017-06-20')).toMatchObject({
    code: 1,
    stderr:
      'tidemark: No meeting of Norfolk County Council on 2017-06-20 was known on that day: its meetings are on 2017-03-06 and 2017-06-19\n',
  })
  const format = await ask('--meeting', '2017-06-19', '--format', 'html,xml')
  expect(format).toMatchObject({ code: 2 })
  expect(format.stderr).toContain('There is no format xml: there are html')
  const template = join(root, 'test/fixtures/papers/stale.yaml')
  const stale = await ask('--meeting', '2017-06-19', '--template', template)
  expect(stale).toMatchObject({ code: 1, stdout: '' })
  expect(stale.stderr).toContain('holds a digit in “Delays rose to 3.56.”: figures come from the register')
})
