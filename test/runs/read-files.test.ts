import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BookType } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { type KnownIndicator, matchIndicators } from '../../src/intake/officers/match-indicators.ts'
import { recogniseOfficersSheet } from '../../src/intake/officers/recognise.ts'
import { toFacts } from '../../src/intake/officers/to-facts.ts'
import { readGrids } from '../../src/intake/read/read-grids.ts'
import { hostileFiles } from '../fixtures/workbooks/hostile.ts'
import { recordsOf, rowsOf, workbookOf } from '../fixtures/workbooks/write-workbook.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const types = ['csv', 'xlsx', 'xls', 'ods', 'xlsb'] as const
const papers = ['2017-03', '2017-06'] as const
const known = recordsOf('norfolk-indicators.csv').map(record => ({
  ...record,
  shortName: record['short_name'],
})) as unknown as KnownIndicator[]

/** A dashboard as a file of this type, read back through the reading process. */
async function readBack(paper: string, type: (typeof types)[number]) {
  const path = join(temporaryFolder(), `dashboard.${type}`)
  const rows = rowsOf(`norfolk-dashboard-${paper}.csv`)
  const bookType: BookType = type === 'xls' ? 'biff8' : type
  const csv = () => rows.map(row => row.map(text => `"${text.replaceAll('"', '""')}"`).join(',')).join('\r\n')
  writeFileSync(path, type === 'csv' ? csv() : workbookOf(rows, bookType))
  const { grids, problems } = await readGrids([path])
  const [grid] = grids
  if (!grid) throw new Error(`Cannot read ${path}: ${JSON.stringify(problems)}`)
  return { grid, problems }
}

/** What the paper says, as the fixture lists it. */
const expected = (paper: string) =>
  recordsOf(`norfolk-expected-${paper}.csv`).map(({ kind, slug, period, value, numerator, denominator }) =>
    [kind, slug, period, value, numerator, denominator].join(' '),
  )

describe.each(papers)('the dashboard of %s', paper => {
  test.each(types)('as %s gives exactly the figures of the paper', async type => {
    const { grid, problems } = await readBack(paper, type)
    expect(problems).toEqual([])
    const recognised = recogniseOfficersSheet(grid, { acceptHeadings: true })
    if (!recognised) throw new Error('Cannot compare as nothing was recognised')
    expect(recognised.problems.filter(({ level }) => level === 'error')).toEqual([])
    const { matched, problems: unmatched } = matchIndicators(recognised, known)
    expect(unmatched).toEqual([])
    const context = { owner: 'norfolk', geography: 'norfolk', knownOn: '2017-06-19', document: 'paper' }
    const facts = toFacts(recognised, matched, context).map(({ kind, indicator, period, payload }) => {
      const counts = 'numerator' in payload ? [payload.numerator ?? '', payload.denominator ?? ''] : ['', '']
      return [kind, indicator, period, payload.value ?? '', ...counts].join(' ')
    })
    expect(facts.sort()).toEqual(expected(paper).sort())
    expect(
      recognised.blocks.flatMap(block => block.rows).map(({ label, polarity }) => [matched.get(label), polarity]),
    ).toEqual(expect.arrayContaining(known.map(({ slug, polarity }) => [slug, polarity])))
  })
})

describe('the two headings of June that are wrong', () => {
  test.each(types)('are pointed out in %s with their cells and the proposal', async type => {
    const { grid } = await readBack('2017-06', type)
    const recognised = recogniseOfficersSheet(grid)
    expect(
      recognised?.problems.map(({ code, level, row, column, found }) => [code, level, row, column, found]),
    ).toEqual([
      ['wrong-heading', 'error', 15, 'M', 'Jan 16'],
      ['wrong-heading', 'error', 30, 'M', 'Jan 16'],
    ])
    expect(recognised?.problems[0]?.expected).toMatch(
      /^stands between December 2016 and February 2017.*January 2017 is meant/,
    )
    expect(recognised?.understood).toEqual([
      'Rows 4 to 12: 7 indicators, March 2016 to March 2017 (13 months), target column P, polarity column B.',
      '2 of these have numerators and denominators in the line below.',
      'Rows 16 to 27: 7 indicators, March 2016 to March 2017 (13 months), target column P, polarity column B.',
      '5 of these have numerators and denominators in the line below.',
      'Rows 31 to 32: 1 indicator, March 2016 to March 2017 (13 months), target column P (headed “17” as well), polarity column B.',
      '1 of these has numerators and denominators in the line below.',
      'Rows 34 and 35: text only, not read.',
    ])
  })
})

describe('a workbook saved by LibreOffice', () => {
  test.each(['xlsx', 'xls', 'ods'])('is read from %s with what it holds and what it shows', async type => {
    const path = new URL(`../fixtures/workbooks/libreoffice.${type}`, import.meta.url).pathname
    const { grids, problems } = await readGrids([path])
    expect(grids.map(({ file, sheet, merged }) => [file, sheet, merged])).toEqual([
      [`libreoffice.${type}`, 'Dash board', [{ row: 0, column: 0, rows: 1, columns: 5 }]],
    ])
    const shown = grids[0]?.rows.slice(0, 7).map(row => row.map(cell => `${cell.type[0]}:${cell.shown}`))
    expect(shown).toEqual([
      ['t:Adult Social Services Dashboard', 'e:', 'e:', 'e:', 'e:', 'e:', 't:£ é – x'],
      [],
      ['t:Monthly', 't:Bigger or Smaller is better', 'd:Dec-16', 'd:Jan-17', 't:Target'],
      ['t:% of people', 't:Bigger', 'n:86.3%', 'e:#DIV/0!', 'n:90.0%'],
      ['e:', 'e:', 't:334 / 387', 't:/'],
      ['t:Rate', 'e:', 'n:3,523', 'n:3,523', 'n:0.3', 'b:TRUE'],
      ['t:hidden'],
    ])
    expect(grids[0]?.rows[2]?.[2]).toEqual({ type: 'date', held: '2016-12-01', shown: 'Dec-16' })
    expect(grids[0]?.rows[3]?.[2]?.held).toMatch(/^0\.8630490956072/)
    expect(grids[0]?.rows[7]?.[0]).toEqual({ type: 'date', held: '2016-12-01T14:30:00', shown: '01/12/2016 14:30' })
    expect(problems.map(({ code, level, sheet }) => [code, level, sheet])).toEqual([
      ['hidden-rows', 'warning', 'Dash board'],
      ['hidden-sheet', 'warning', 'Hidden'],
    ])
  })
})

describe('folders and paths', () => {
  test('a folder stands for the files in it that can be read, by name', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'b.csv'), 'b\n1\n')
    writeFileSync(join(folder, 'a.CSV'), 'a\n1\n')
    for (const name of ['card.md', '~$a.xlsx', '.hidden.csv', 'notes.txt']) writeFileSync(join(folder, name), 'x')
    mkdirSync(join(folder, 'c.csv'))
    const { grids, problems } = await readGrids([folder, join(folder, 'notes.txt'), join(folder, 'none.csv')])
    expect(grids.map(({ file }) => file)).toEqual(['a.CSV', 'b.csv'])
    expect(problems.map(({ code }) => code)).toEqual(['no-such-file', 'unknown-file-type'])
  })

  test('content in memory is read by the name that it came by', async () => {
    const { grids } = await readGrids([{ name: 'upload.csv', bytes: Buffer.from('a;b\r\n"x;1";"say ""hi"""\r\n') }])
    expect(grids[0]?.rows.map(row => row.map(({ shown }) => shown))).toEqual([
      ['a', 'b'],
      ['x;1', 'say "hi"'],
    ])
  })
})

describe('hostile files', () => {
  test.each(hostileFiles)('$name', async ({ name, make, code, row, column }) => {
    const { problems, grids } = await readGrids([{ name, bytes: make() }])
    const [problem] = problems
    expect(problem?.code ?? null).toBe(code)
    if (row !== undefined) expect(problem?.row).toBe(row)
    if (column !== undefined) expect(problem?.column).toBe(column)
    if (problem) expect(problem.expected).toMatch(/^[a-z].{20,400}[^.]$/s)
    else expect(grids.length).toBe(1)
  })

  test('what takes too long is stopped, and the next file is read', async () => {
    const slow = { name: 'slow.csv', bytes: Buffer.alloc(2_700_000, '1\n1,2\n1\n') }
    const { grids, problems } = await readGrids([slow, { name: 'next.csv', bytes: Buffer.from('a\n1\n') }], {
      time: 2500,
    })
    expect(problems.map(({ code, file }) => [code, file])).toEqual([['out-of-time', 'slow.csv']])
    expect(grids.map(({ file }) => file)).toEqual(['next.csv'])
  })

  test('what is over a limit says so before it is opened', async () => {
    const path = join(temporaryFolder(), 'large.csv')
    writeFileSync(path, 'a,b\n1,2\n')
    const { problems } = await readGrids([path], { fileBytes: 5 })
    expect(problems.map(({ code }) => code)).toEqual(['too-large'])
  })

  test('many faults in one file are told up to a number', async () => {
    const { problems } = await readGrids([{ name: 'a.csv', bytes: Buffer.from('x\x07\n'.repeat(1000)) }])
    expect(problems.length).toBe(51)
    expect(problems.at(-1)?.expected).toMatch(/^950 more problems/)
  })
})
