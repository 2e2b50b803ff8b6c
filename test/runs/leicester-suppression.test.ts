import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
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

// Leicester's report in the round, as though it were published nowhere yet and some of its counts were of few people: the
// public must find none of them, in no section, quarter or format.

const folder = makeTemporaryFolder()
const home = homeIn(join(folder.path, 'register'))

/** Small counts planted into the figures of the example, by the beginning of their rows. */
const planted: readonly (readonly [row: string, told: string])[] = [
  // Two ages that add up to the 87 people: neither may be told.
  ['sg-individuals,leicester,age=18-64,2017/18-Q2,', '84,,'],
  ['sg-individuals,leicester,age=65+,2017/18-Q2,', '3,,'],
  ['sg-individuals,leicester,ethnicity=asian,2017/18-Q2,', '4,,'],
  // The same three people stand in a share of another measure.
  ['sg-individuals,leicester,support-reason=physical-support,2017/18-Q2,', '3,,'],
  ['sg-support-reason-physical,leicester,,2017/18-Q2,', '4.9,3,61'],
  // Of 35 in care homes, 33 in residential ones.
  ['sg-location,leicester,care-home=residential; location=care-home,2017/18-Q2,', '33,,'],
  ['sg-location,leicester,care-home=nursing; location=care-home,2017/18-Q2,', '2,,'],
  // Two people came between the quarters of a cumulative count.
  ['ascof-2aii,leicester,,2017/18-Q2,', '171.9,70,'],
  ['ascof-1e,leicester,,2017/18-Q2,', '0.4,3,754'],
]

/** What only the planted figures print. */
const traces = ['70 admissions', '140 by the end', '(70)', '171.9', '0.397', '4.918', '4.9 %', '0.4 %']

beforeAll(async () => {
  const copy = join(folder.path, 'planted')
  cpSync(join(root, 'examples/leicester'), copy, { recursive: true })
  change(copy, 'observations.csv', line => {
    const found = planted.find(([row]) => line.startsWith(row))
    if (!found) return line
    const [row, told] = found
    const rest = line.slice(row.length).split(',').slice(3).join(',')
    return `${row}${told},${rest}`
  })
  notPublished(copy)
  await home.text(['import', copy])
})
afterAll(folder.remove)

function change(copy: string, file: string, line: (text: string) => string): void {
  const path = join(copy, file)
  writeFileSync(path, readFileSync(path, 'utf8').split('\n').map(line).join('\n'))
}

/** As though nobody had published it yet. */
function notPublished(copy: string): void {
  change(copy, 'frameworks.csv', line => line.replace(/,"[^"]*Leicester City Council, 2017-12-12",2017-12-12,/, ',,,'))
}

type Cell = {
  section: string
  table: string
  caption: string
  row: string
  column: string
  text: string
  value: string
}

const papers = new Map<string, Promise<Map<string, string>>>()

/** The paper for an audience, as text by format. */
function paperFor(audience: 'public' | 'member' | 'officer'): Promise<Map<string, string>> {
  const made = papers.get(audience) ?? make(audience)
  papers.set(audience, made)
  return made
}

async function make(audience: string): Promise<Map<string, string>> {
  const out = join(folder.path, `for-${audience}`)
  await home.text([
    ...['report', '--org', 'leicester', '--meeting', '2017-12-12', '--out', out],
    ...['--format', 'html,csv,ods,docx', '--audience', audience],
  ])
  return new Map(
    readdirSync(out).map(name => {
      const bytes = readFileSync(join(out, name))
      const isZip = bytes.subarray(0, 2).toString('latin1') === 'PK'
      const text = isZip
        ? Object.values(unzipSync(bytes))
            .map(part => Buffer.from(part).toString('utf8'))
            .join('\n')
        : bytes.toString('utf8')
      return [String(name.split('.').at(-1)), isZip ? `${text}\n${text.replaceAll(/<[^>]*>/g, ' ')}` : text]
    }),
  )
}

const cellsOf = (csv: string) =>
  parse(csv.slice(0, csv.indexOf('\nsection,table')), { columns: true, bom: true }) as Cell[]

/** The categories that a paper prints of an indicator: by what, which, and what stands there. */
function categoriesIn(cells: readonly Cell[], indicator: string) {
  const own = cells.filter(({ table }) => table.endsWith(`-${indicator}-categories`))
  return own
    .filter(cell => cell.column === 'Figure')
    .map(cell => ({
      by: own.find(each => each.column === 'By' && each.row === cell.row)?.text ?? '',
      name: cell.row,
      text: cell.text,
      value: cell.value === '' ? null : Number(cell.value),
    }))
}

/**
 * Everything that a reader of the tables can find out about the categories: those of age and of sex are all there are, those of
 * other dimensions at most all; a rounded figure is at most two away.
 */
function foundIn(cells: readonly Cell[], total: number, rounding: number): string[] {
  const found: string[] = []
  for (const [by, group] of Map.groupBy(categoriesIn(cells, 'sg-individuals'), cell => cell.by)) {
    const hidden = group.filter(cell => cell.text.includes('[c]'))
    const told = group.filter(cell => cell.value !== null)
    const unknowns = new Map<string, Unknown>(hidden.map(cell => [cell.name, { least: 1, most: total }]))
    const known = told.reduce((sum, cell) => sum + Number(cell.value), 0)
    const room = rounding * told.length
    const isWhole = by === 'Age' || by === 'Sex'
    const sums: Sum[] = [
      {
        terms: hidden.map(cell => [cell.name, 1] as const),
        least: isWhole ? total - known - room : 0,
        most: total - known + room,
      },
    ]
    for (const { name } of hidden) {
      const possible = possibleValues(name, unknowns, sums).length
      if (possible < 5) found.push(`${by} ${name}: ${possible}`)
    }
  }
  return found
}

describe.each(['public', 'member'] as const)('the report in the round for the %s', audience => {
  let files: Map<string, string>
  let cells: Cell[]
  beforeAll(async () => {
    files = await paperFor(audience)
    cells = cellsOf(String(files.get('csv')))
  })

  test.each(['html', 'csv', 'ods', 'docx'])('holds no planted count in its %s', format => {
    const text = String(files.get(format))
    expect(text.length).toBeGreaterThan(1000)
    expect(traces.filter(trace => text.includes(trace))).toEqual([])
  })

  test('hides each small category and as many more as it takes', () => {
    const of = (indicator: string, by: string) =>
      categoriesIn(cells, indicator)
        .filter(cell => cell.by === by)
        .map(cell => [cell.name, cell.text])
    expect(of('sg-individuals', 'Age')).toEqual([
      ['18-64', '[c]'],
      ['65+', '[c]'],
    ])
    expect(of('sg-individuals', 'Ethnicity').find(([name]) => name === 'Asian')).toEqual(['Asian', '[c]'])
    expect(of('sg-individuals', 'Support reason')).toContainEqual(['Physical support', '[c]'])
    expect(of('sg-location', 'Care home and location').map(([, text]) => text)).toEqual(['[c]', '[c]'])
  })

  test('rounds the other categories, and says that they need not add up', () => {
    const sexes = categoriesIn(cells, 'sg-individuals').filter(cell => cell.by === 'Sex')
    expect(sexes.map(({ name, value }) => [name, value])).toEqual([
      ['Female', 60],
      ['Male', 25],
    ])
    expect(files.get('html')).toContain(
      'The categories are rounded, so they need not add up to the total, which is exact.',
    )
  })

  test('gives nothing away to who takes its tables apart', () => {
    expect(foundIn(cells, 87, 2)).toEqual([])
  })

  test('says neither a hidden count nor a sum with it in words', () => {
    const html = String(files.get('html'))
    expect(html).not.toMatch(/add up to (84|87|33|35)\b/)
    expect(html).not.toContain('of 61 people with a recorded reason')
  })

  test('forecasts nothing from a count that it hides: the year is carried forward from the quarter before', () => {
    expect(files.get('html')).toContain('68 admissions by Q1 2017/18, 272 by the end of 2017/18 at this pace')
  })
})

test('for officers it holds every planted count, and they would be found, had small ones been hidden alone', async () => {
  const files = await paperFor('officer')
  expect(files.get('html')).toContain('70 admissions by Q2 2017/18, 140 by the end of 2017/18 at this pace')
  const cells = cellsOf(String(files.get('csv')))
  const alone = cells.map(cell =>
    cell.table.endsWith('-categories') && cell.column === 'Figure' && Number(cell.value) < 5 && cell.value !== ''
      ? { ...cell, text: '[c]', value: '' }
      : cell,
  )
  expect(foundIn(alone, 87, 0)).toEqual(['Age 65+: 1'])
})

test('what is published and what its PDF is set from hold no planted count', async () => {
  await home.text(['publish', '--org', 'leicester', '--meeting', '2017-12-12', '--format', 'html,pdf'])
  const place = join(home.path, 'publications/leicester/2017-12-12/1')
  const outline = readFileSync(join(place, 'data.json'), 'utf8')
  const set = JSON.stringify(dataOf(JSON.parse(outline) as Paper, paperFonts()).data)
  expect(set).toContain('68 admissions')
  expect(traces.filter(trace => outline.includes(trace) || set.includes(trace))).toEqual([])
})

test('the answer for the public, the page of members and the paper hide the same', async () => {
  type Answer = {
    headings: {
      categories: { indicator: string; dimension: string; categories: { name: string; value: number | null }[] }[]
    }[]
  }
  const cells = cellsOf(String((await paperFor('public')).get('csv')))
  const answer: Answer = await home.json([
    ...['round', '--org', 'leicester', '--as-at', '2017-12-12'],
    ...['--audience', 'public'],
  ])
  const told = answer.headings.flatMap(heading =>
    heading.categories
      .filter(each => each.indicator === 'sg-individuals')
      .flatMap(each => each.categories.map(({ name, value }) => [each.dimension, name, value])),
  )
  expect(told).toEqual(categoriesIn(cells, 'sg-individuals').map(({ by, name, value }) => [by, name, value]))
})

describe('a category that another measure tells as its total', () => {
  // Every reason for support is told. The two with a learning disability hide behind the 26 with a physical one, who stand as 26
  // of 61 in another measure.
  const rows = [
    'sg-individuals,leicester,support-reason=learning-disability,2017/18-Q2,2,,,,,,,leicester-pm-2017-12-12',
    'sg-individuals,leicester,support-reason=mental-health,2017/18-Q2,31,,,,,,,leicester-pm-2017-12-12',
    'sg-individuals,leicester,support-reason=not-recorded,2017/18-Q2,28,,,,,,,leicester-pm-2017-12-12',
  ]
  test('hides every category of its indicator, as 26 of 61 would give away the 26 that hide the two', async () => {
    const copy = join(folder.path, 'elsewhere')
    cpSync(join(root, 'examples/leicester'), copy, { recursive: true })
    change(copy, 'observations.csv', line =>
      /^sg-individuals,leicester,support-reason=(learning|mental)/.test(line) ? '' : line,
    )
    const file = join(copy, 'observations.csv')
    writeFileSync(file, `${readFileSync(file, 'utf8').replaceAll(/\n+/g, '\n').trim()}\n${rows.join('\n')}\n`)
    notPublished(copy)
    const other = homeIn(join(folder.path, 'elsewhere-register'))
    await other.text(['import', copy])
    type Answer = { headings: { categories: { indicator: string; categories: { reason: string | null }[] }[] }[] }
    const answer: Answer = await other.json([
      ...['round', '--org', 'leicester', '--as-at', '2017-12-12'],
      ...['--audience', 'public'],
    ])
    const told = answer.headings.flatMap(heading => heading.categories)
    const own = told.filter(each => each.indicator === 'sg-individuals').flatMap(each => each.categories)
    expect(own.length).toBeGreaterThan(8)
    expect(new Set(own.map(each => each.reason))).toEqual(new Set(['suppressed']))
    // What tells nothing of them stays.
    const abuse = told.filter(each => each.indicator === 'sg-abuse').flatMap(each => each.categories)
    expect(new Set(abuse.map(each => each.reason))).toEqual(new Set([null]))
  })
})
