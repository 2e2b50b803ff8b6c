import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Paper } from '../../src/paper/outline/types.ts'
import { dataOf } from '../../src/paper/pdf/data.ts'
import { paperFonts } from '../support/fonts.ts'
import { homeIn } from '../support/home.ts'
import { root } from '../support/source-files.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { possibleValues, type Sum, type Unknown } from '../support/undo-suppression.ts'

// The invented council gets small numbers of people in figures that its paper prints. The public must find none of them.

const folder = makeTemporaryFolder()
const home = homeIn(join(folder.path, 'register'))

/** Indicator, period, value, numerator, denominator. */
const planted = [
  ['reablement-no-further-support', '2026-02', '', '3', '47'],
  ['direct-payments-share', '2026-02', '', '2', '83'],
  ['waiting-for-assessment', '2026-02', '3', '', ''],
  // Where the path to a target starts.
  ['waiting-for-assessment', '2025-03', '2', '', ''],
  ['carers-supported-rate', '2026-02', '', '4', '520000'],
  // No counts: beside the population of the months around it, 1.1 per 100,000 are 4 people.
  ['admissions-18-64-rate', '2026-03', '1.1', '', ''],
  // Two people came in May, one in June: neither month is small, but both can be told from their neighbours.
  ['reablement-started', '2025-04', '61', '', ''],
  ['reablement-started', '2025-05', '63', '', ''],
  ['reablement-started', '2025-06', '64', '', ''],
] as const

/** What only the planted figures print: counts as the paper sets them, and values unrounded. */
const traces = ['3 of 47', '6.382978', '2 of 83', '2.409638', '4 of 520,000', '0.769230']

beforeAll(async () => {
  await home.text(['examples', 'load', 'demo'])
  const path = join(folder.path, 'planted')
  mkdirSync(path)
  const rows = planted.map(([indicator, period, ...figures]) => [indicator, period, ...figures, 'demo', '2026-06-01'])
  const lines = [['indicator', 'period', 'value', 'numerator', 'denominator', 'owner', 'known_on'], ...rows]
  writeFileSync(join(path, 'observations.csv'), lines.map(line => `${line.join(',')}\n`).join(''))
  const target = 'waiting-for-assessment,2025/26,450,line,2025-03,2,demo,2026-06-01'
  const columns = 'indicator,period,value,profile,baseline_period,baseline_value,owner,known_on'
  writeFileSync(join(path, 'targets.csv'), `${columns}\n${target}\n`)
  await home.text(['import', path])
})
afterAll(folder.remove)

const made = new Map<string, Promise<Map<string, string>>>()

/** The paper for an audience as text by format, made once. */
function paperFor(audience: string): Promise<Map<string, string>> {
  const paper = made.get(audience) ?? makePaper(audience)
  made.set(audience, paper)
  return paper
}

async function makePaper(audience: string): Promise<Map<string, string>> {
  const out = join(folder.path, `for-${audience}`)
  const formats = 'html,csv,ods,docx,pdf'
  await home.text([
    ...['report', '--org', 'demo', '--meeting', '2026-06-15', '--out', out, '--format', formats],
    ...(audience === 'public' ? [] : ['--audience', audience]),
  ])
  return new Map(
    readdirSync(out).map(name => [String(name.split('.').at(-1)), readable(readFileSync(join(out, name)))]),
  )
}

/** Everything in a file that can be read: unzipped, inflated, and without markup, so that no word is torn apart. */
function readable(bytes: Buffer): string {
  const isZip = bytes.subarray(0, 2).toString('latin1') === 'PK'
  const parts = isZip ? Object.values(unzipSync(bytes)) : [bytes]
  const texts = [...parts.map(part => Buffer.from(part).toString('utf8')), ...streamsOf(bytes)]
  return texts.map(text => `${text}\n${text.replaceAll(/<[^>]*>/g, '')}`).join('\n')
}

function streamsOf(bytes: Buffer): string[] {
  if (bytes.subarray(0, 4).toString('latin1') !== '%PDF') return []
  return [...bytes.toString('latin1').matchAll(/stream\r?\n(.*?)endstream/gs)].flatMap(([, stream = '']) => {
    try {
      return [inflateSync(Buffer.from(stream, 'latin1')).toString('latin1')]
    } catch {
      return []
    }
  })
}

type Cell = { table: string; caption: string; row: string; column: string; text: string; value: string }
const cellsOf = (csv: string) =>
  parse(csv.slice(0, csv.indexOf('\nsection,table')), { columns: true, bom: true }) as Cell[]

describe('the paper of a meeting for the public', () => {
  let files: Map<string, string>
  let cells: Cell[]
  beforeAll(async () => {
    files = await paperFor('public')
    cells = cellsOf(String(files.get('csv')))
  })

  test.each(['html', 'csv', 'ods', 'docx', 'pdf'])('holds no planted count in its %s', format => {
    const text = files.get(format) ?? ''
    expect(text.length).toBeGreaterThan(1000)
    expect(traces.filter(trace => text.includes(trace))).toEqual([])
  })

  test('prints the symbol in place of each, in the dashboard and in every card, and says what it means', () => {
    const at = (row: RegExp, column: string) =>
      cells.filter(cell => row.test(cell.row) && cell.column === column).map(cell => cell.text)
    for (const row of [/^No support after reablement/, /^Direct payments/, /^Carers supported/, /^Waiting for ass/])
      expect([...new Set(at(row, 'Feb 26'))], String(row)).toEqual(['[c]'])
    expect([...new Set(at(/^Admissions 18–64/, 'Mar 26'))]).toEqual(['[c]'])
    for (const column of ['May 25', 'Jun 25']) expect(at(/^Reablement started/, column)).toEqual(['[c]'])
    const inCards = cells.filter(
      ({ caption, row }) => /^Values: (Direct|Waiting|Carers)/.test(caption) && row === 'February 2026',
    )
    expect(inCards.length).toBeGreaterThan(2)
    for (const cell of inCards.filter(each => each.column !== 'Target'))
      expect(cell).toMatchObject({ text: '[c]', value: '' })
    expect(files.get('html')).toContain(
      'This paper is for the public. [c] stands in place of a number of people from 1 to 4',
    )
    expect(files.get('html')).toContain('hidden, so that nobody can be recognised')
  })

  test('gives nothing away to who adds up and takes apart all that it prints', () => {
    const undone = undoneIn(cells)
    expect(undone.hidden).toBeGreaterThan(5)
    expect(undone.found).toEqual([])
  })

  test('would give them away, had small numbers been hidden alone', async () => {
    const all = cellsOf(String((await paperFor('officer')).get('csv')))
    const alone = all.map(cell =>
      cell.column === 'May 25' && /^Reabl/.test(cell.row) ? { ...cell, text: '[c]', value: '' } : cell,
    )
    expect(undoneIn(alone).found).toEqual([
      'Reablement started, May 25: 4 values',
      'Reablement started, Jun 25: 3 came',
    ])
  })

  test('says the same to members', async () => {
    const member = await paperFor('member')
    expect(traces.filter(trace => [...member.values()].some(text => text.includes(trace)))).toEqual([])
  })
})

/** The attack on a whole paper: counts that its tables let a reader pin down, and how many it hides. */
function undoneIn(cells: readonly Cell[]): { hidden: number; found: string[] } {
  const found: string[] = []
  const printed = cells.filter(cell => cell.table === 'dashboard-values' && / \d\d$/.test(cell.column))
  const counts = new Map(
    cells.filter(cell => cell.table === 'dashboard-counts').map(cell => [`${cell.row}, ${cell.column}`, cell.text]),
  )
  const rows = Map.groupBy(printed, cell => cell.row.replace(/ \(.*$/, ''))
  let hidden = 0
  for (const [name, row] of rows) {
    const isCumulative = name === 'Reablement started'
    const unknowns = new Map<string, Unknown>()
    const sums: Sum[] = []
    row.forEach((cell, at) => {
      if (cell.text !== '[c]') return
      hidden += 1
      const beside = /^[\d,.]+ of ([\d,.]+)$/.exec(counts.get(`${name}, ${cell.column}`) ?? '')
      if (beside) found.push(`${name}, ${cell.column}: counts`)
      unknowns.set(cell.column, { least: 1, most: 100_000 })
      const year = isCumulative ? row.filter(each => each.column !== 'Mar 25') : []
      const place = year.indexOf(cell)
      if (place < 0) return
      const before = year.slice(0, place).findLast(each => each.value !== '')
      const after = year.slice(place + 1).find(each => each.value !== '')
      sums.push({ terms: [[cell.column, 1]], least: Number(before?.value ?? 0), most: Number(after?.value ?? 100_000) })
      if (at === 0) return
    })
    for (const column of unknowns.keys()) {
      const possible = possibleValues(column, unknowns, sums).length
      if (possible < 5) found.push(`${name}, ${column}: ${possible} values`)
    }
    if (!isCumulative) continue
    const shown = row.filter(cell => cell.column !== 'Mar 25' && cell.value !== '')
    shown.forEach((cell, at) => {
      const came = Number(cell.value) - Number(shown[at - 1]?.value ?? 0)
      if (came > 0 && came < 5) found.push(`${name}, ${cell.column}: ${came} came`)
    })
  }
  return { hidden, found }
}

describe('the same paper for officers', () => {
  test('holds every planted count, and says that it is for officers', async () => {
    const files = await paperFor('officer')
    const html = files.get('html') ?? ''
    expect(traces.filter(trace => html.includes(trace))).toEqual(traces)
    for (const format of ['csv', 'ods', 'docx']) expect(files.get(format), format).toContain('3 of 47')
    expect(html).toContain('For officers only')
  })

  test('is marked cell by cell with those from whom it is hidden', async () => {
    type Answer = {
      indicators: {
        indicator: string
        periods: { column: string; value: number | null; reason: string | null; suppressedFor: string[] }[]
      }[]
    }
    const cell = async (audience: string) => {
      const answer: Answer = await home.json([
        'dashboard',
        '--org',
        'demo',
        '--as-at',
        '2026-06-15',
        '--audience',
        audience,
      ])
      const row = answer.indicators.find(each => each.indicator === 'waiting-for-assessment')
      return row?.periods.find(each => each.column === '2026-02')
    }
    expect(await cell('officer')).toMatchObject({ value: 3, reason: null, suppressedFor: ['public', 'member'] })
    expect(await cell('public')).toMatchObject({
      value: null,
      reason: 'suppressed',
      suppressedFor: ['public', 'member'],
    })
  })

  test('has the path to a target that starts at a hidden count, of which the public sees the goal alone', async () => {
    type Answer = { indicators: { indicator: string; periods: { column: string; target: number | null }[] }[] }
    const target = async (audience: string, column: string) => {
      const asked = ['dashboard', '--org', 'demo', '--as-at', '2026-06-15', '--audience', audience]
      const { indicators } = (await home.json(asked)) as Answer
      const row = indicators.find(each => each.indicator === 'waiting-for-assessment')
      return row?.periods.find(each => each.column === column)?.target
    }
    expect(await target('officer', '2025-09')).toBe(226)
    expect(await target('public', '2025-09')).toBeNull()
  })

  test('is what no other word is taken for', async () => {
    const ran = await home.run(['dashboard', '--org', 'demo', '--audience', 'friends'])
    expect(ran.code).not.toBe(0)
    expect(ran.stderr).toContain('--audience takes one of public, member, officer, not “friends”')
  })
})

describe('figures that were published already', () => {
  const norfolk = homeIn(join(folder.path, 'norfolk'))
  beforeAll(async () => {
    await norfolk.text(['import', join(root, 'examples/norfolk')])
    const path = join(folder.path, 'learnt-later')
    mkdirSync(path)
    const header = 'indicator,geography,period,numerator,denominator,owner,known_on'
    const row = 'reablement-no-ongoing-service,norfolk,2017-04,3,444,norfolk,2017-07-01'
    writeFileSync(join(path, 'observations.csv'), `${header}\n${row}\n`)
    await norfolk.text(['import', path])
  })

  test.each([
    ['2017-03-06', '2017-03-06'],
    ['2017-06-19', '2017-06-19'],
  ])('are told by the paper of %s to stand in that of %s', async (meeting, cited) => {
    const out = join(folder.path, `norfolk-${meeting}`)
    await norfolk.text(['report', '--org', 'norfolk', '--meeting', meeting, '--out', out])
    const html = readFileSync(join(out, String(readdirSync(out)[0])), 'utf8')
    const note = /Small numbers are not hidden in figures that are published already: [^.]*\./.exec(html)?.[0] ?? ''
    expect([...note.matchAll(/\d{4}-\d\d-\d\d/g)].map(([day]) => day)).toEqual([cited])
    expect(html).toContain('No figure in it is hidden as a small number.')
  })

  test('stay in sight, and what is learnt afterwards is hidden like any other', async () => {
    type Answer = { indicators: { indicator: string; periods: { column: string; reason: string | null }[] }[] }
    const asked = ['dashboard', '--org', 'norfolk', '--as-at', '2017-07-01', '--audience', 'public']
    const { indicators } = (await norfolk.json(asked)) as Answer
    const row = indicators.find(each => each.indicator === 'reablement-no-ongoing-service')
    expect(row?.periods.filter(each => each.reason === 'suppressed').map(each => each.column)).toEqual(['2017-04'])
  })
})

describe('tidemark publish', () => {
  test('is for the public, says so in the manifest, and takes no officers', async () => {
    const args = ['publish', '--org', 'demo', '--meeting', '2026-06-15']
    const refused = await home.run([...args, '--audience', 'officer'])
    expect(refused.stderr).toContain('--audience takes one of public, member, not “officer”')
    await home.text([...args, '--format', 'html,pdf'])
    const path = join(home.path, 'publications/demo/2026-06-15/1')
    expect(JSON.parse(readFileSync(join(path, 'manifest.json'), 'utf8'))).toMatchObject({ audience: 'public' })
    const outline = readFileSync(join(path, 'data.json'), 'utf8')
    const forMembers = await home.run([...args, '--audience', 'member', '--why', 'Corrected.'])
    expect(forMembers.stderr).toContain('was published with --audience public: a correction is for the same readers')
    // The words of a PDF stand in it as numbers of glyphs: what it is set from is read instead.
    const set = JSON.stringify(dataOf(JSON.parse(outline) as Paper, paperFonts()).data)
    expect(traces.filter(trace => outline.includes(trace) || set.includes(trace))).toEqual([])
  })
})
