import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import XLSX from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { homeIn } from '../support/home.ts'
import { root } from '../support/source-files.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

const folder = makeTemporaryFolder()
const home = homeIn(join(folder.path, 'register'))

type Problem = {
  level: string
  file: string
  sheet: string
  row: number | null
  column: string
  found: string
  expected: string
  code: string
}
type Result = { stored: boolean; counts: Record<string, number>; problems: Problem[] }

const known = [
  ['organisations.csv', 'organisation,name,geography', 'anywhere,Anywhere Council,anywhere'],
  ['geographies.csv', 'geography,name,type', 'anywhere,Anywhere,council', 'england,England,nation'],
  [
    'indicators.csv',
    'indicator,name,polarity,unit,frequency,time_lag,may_exceed_100',
    'share,A share,bigger,percent,monthly,0,no',
    'growth,A change,bigger,percent,monthly,0,yes',
    'people,A number,smaller,count,monthly,0,no',
    'delayed-days,A rate,smaller,per_100k,monthly,2,no',
  ],
] as const

let made = 0
function filesIn(files: Readonly<Record<string, string | Uint8Array>>): string {
  made += 1
  const path = join(folder.path, `input-${made}`)
  mkdirSync(path)
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content)
  return path
}

async function check(path: string, code = 1, more: readonly string[] = ['--known-on', '2017-06-19']): Promise<Result> {
  return home.json(['check', path, '--org', 'anywhere', ...more], code)
}
const checked = (lines: readonly string[], code = 1, more?: readonly string[]) =>
  check(filesIn({ 'observations.csv': `${lines.join('\n')}\n` }), code, more)

/** Where and what: file, row, column, what stands there, the kind. */
const located = ({ problems }: Result, level = 'error') =>
  problems.filter(each => each.level === level).map(each => [each.row, each.column, each.found, each.code])

beforeAll(async () => {
  const path = filesIn(Object.fromEntries(known.map(([name, ...lines]) => [name, `${lines.join('\n')}\n`])))
  await home.text(['import', path, '--known-on', '2016-01-01'])
})
afterAll(folder.remove)

describe('a table with many faults', () => {
  const lines = [
    'indicator,geography,breakdown,period,value,numerator,denominator,reason,until,note',
    'shares,,,2017-01,50,,,,,', // 2: unknown indicator
    'share,atlantis,,2017-01,50,,,,,', // 3: unknown geography
    'share,,,2017-13,50,,,,,', // 4: bad period
    'share,,,2017-02,fifty,,,,,', // 5: not a number
    'share,,,2017-03,,,,,,', // 6: nothing said
    'share,,,2017-04,50,,,not_available,,', // 7: value and reason
    'share,,,2017-05,101,,,,,', // 8: above 100
    'share,,,2017-06,-1,,,,,', // 9: below 0
    'share,,,2017-07,,12,10,,,', // 10: more than all
    'growth,,,2017-01,123.4,,,,,', // 11: allowed
    'growth,,,2017-02,-3,,,,,', // 12: allowed
    'people,,,2017-01,-5,,,,,', // 13: negative count
    'people,,,2017-02,,-1,,,,', // 14: negative count
    'share,,,2017-08,,1,-2,,,', // 15: negative count
    'share,,,2017-09,50,,,,,<script>alert(1)</script>', // 16: raw HTML
    'share,,,2017-10,50,,,,,', // 17
    'share,,,2017-10,51,,,,,', // 18: the same cell, another value
    'share,,age,2017-11,50,,,,,', // 19: bad breakdown
    'share,,,2017-12,,,,perhaps,,', // 20: unknown code
    'share,,,2018-01,,,,not_available,2018-02-01,', // 21: a day without not_due
    'share,,,2018-02,,3,0,,,', // 22: three of none
    ',,,2018-03,50,,,,,', // 23: no indicator
  ]
  let result: Result
  beforeAll(async () => {
    result = await checked(lines, 1, ['--known-on', '2018-06-18'])
  })

  test('is told with every problem at once, each with row, column and what stands there', () => {
    const expected = [
      [2, 'A (indicator)', 'shares', 'unknown-indicator'],
      [3, 'B (geography)', 'atlantis', 'unknown-geography'],
      [4, 'D (period)', '2017-13', 'bad-period'],
      [5, 'E (value)', 'fifty', 'not-a-number'],
      [6, 'E (value)', '', 'nothing-said'],
      [7, 'H (reason)', 'not_available', 'value-and-reason'],
      [8, 'E (value)', '101', 'percentage-out-of-range'],
      [9, 'E (value)', '-1', 'percentage-out-of-range'],
      [10, 'F (numerator)', '12', 'percentage-out-of-range'],
      [13, 'E (value)', '-5', 'negative-count'],
      [14, 'F (numerator)', '-1', 'negative-count'],
      [15, 'G (denominator)', '-2', 'negative-count'],
      [16, 'J (note)', '<script>alert(1)</script>', 'raw-html'],
      [18, '', '', 'said-twice'],
      [19, 'C (breakdown)', 'age', 'bad-breakdown'],
      [20, 'H (reason)', 'perhaps', 'unknown-code'],
      [21, 'I (until)', '2018-02-01', 'until-without-reason'],
      [22, 'G (denominator)', '0', 'zero-denominator'],
      [23, 'A (indicator)', '', 'missing'],
    ]
    expect(located(result)).toEqual(expected)
    expect(new Set(result.problems.map(each => each.file))).toEqual(new Set(['observations.csv']))
  })

  test('says what was expected instead, and proposes what was meant', () => {
    const of = (row: number) => result.problems.find(each => each.row === row)?.expected
    expect(of(2)).toBe('anywhere has no indicator of this name; did you mean share?')
    expect(of(4)).toContain('month')
    expect(of(5)).toBe('expected a number, as 12.5; leave the cell empty where there is none')
    expect(of(6)).toContain('the reason for none')
    expect(of(18)).toBe('this row and row 17 say different things of one observation on one day; keep one of the two')
    expect(of(20)).toBe('expected not_available, not_applicable, suppressed, not_due or withheld')
    for (const { expected } of result.problems) expect(expected.length).toBeGreaterThan(15)
  })

  test('is told as plain lines on standard error by import, which stores nothing', async () => {
    const path = filesIn({ 'observations.csv': `${lines.join('\n')}\n` })
    const head = await home.text(['audit', 'head'])
    const ran = await home.run(['import', path, '--org', 'anywhere', '--known-on', '2017-06-19'])
    expect(ran).toMatchObject({ code: 1, stdout: '' })
    const told = ran.stderr.trimEnd().split('\n')
    expect(told).toContain(
      'observations.csv, row 5, column E (value): “fifty”: expected a number, as 12.5; leave the cell empty where there is none',
    )
    expect(told.at(-1)).toMatch(/^\d+ problems: nothing was stored\. Mend them and import again\.$/)
    expect(ran.stderr).not.toMatch(/\n\s+at |Error:/)
    expect(await home.text(['audit', 'head'])).toBe(head)
  })
})

describe('a file', () => {
  test('without a day on which it was known is refused, row by row', async () => {
    const result = await checked(['indicator,period,value', 'share,2017-01,50', 'share,2017-02,51'], 1, [])
    expect(located(result)).toEqual([
      [2, 'known_on', '', 'no-known-on'],
      [3, 'known_on', '', 'no-known-on'],
    ])
    expect(result.problems[0]?.expected).toContain('--known-on DATE')
  })

  test('of an organisation that nobody knows is told so, not that each of its indicators is unknown', async () => {
    const path = filesIn({ 'observations.csv': 'indicator,period,value\nshare,2017-01,50\nshares,2017-02,51\n' })
    const ran: Result = await home.json(['check', path, '--org', 'anywere', '--known-on', '2017-06-19'], 1)
    expect(located(ran)).toEqual([
      [2, 'owner', 'anywere', 'unknown-organisation'],
      [3, 'owner', 'anywere', 'unknown-organisation'],
    ])
  })

  test('that names a source which no table holds', async () => {
    const result = await checked(['indicator,period,value,source', 'share,2017-01,50,no-such-paper'])
    expect(located(result)).toEqual([[2, 'D (source)', 'no-such-paper', 'unknown-source']])
  })

  test('with a heading that its table does not have, and without one that it needs', async () => {
    const result = await checked(['indicator,value,colour', 'share,50,red'])
    expect(located(result)).toEqual([
      [1, 'C', 'colour', 'unknown-column'],
      [1, '', '', 'missing-column'],
    ])
    expect(result.problems[1]?.expected).toContain('needs the column period')
    expect(located(await checked(['indicator,period,value,value', 'share,2017-01,50,51']))).toEqual([
      [1, 'D', 'value', 'column-twice'],
    ])
    expect(located(await checked(['indicator,period,value', 'share,2017-01,50,51']))).toEqual([
      [2, 'D', '51', 'no-heading'],
    ])
  })

  test('in another encoding, with control characters, or that is not what its name says', async () => {
    const heading = 'indicator,period,value,note\n'
    const files = {
      'observations.csv': Buffer.from(`${heading}share,2017-01,50,caf\xe9\n`, 'latin1'),
      'targets.csv': `indicator,period,value,note\nshare,2017-01,50,bell\u0007\n`,
      'commentary.xlsx': 'indicator,text\nshare,This is no workbook\n',
      'sources.csv': '%PDF-1.7\n',
    }
    const result = await check(filesIn(files))
    const of = (file: string) =>
      result.problems.filter(each => basename(each.file) === file).map(each => [each.row, each.code])
    expect(of('observations.csv')).toEqual([[2, 'wrong-encoding']])
    expect(of('targets.csv')).toEqual([[2, 'control-character']])
    expect(of('commentary.xlsx')).toEqual([[null, 'not-what-its-name-says']])
    expect(of('sources.csv')).toEqual([[null, 'not-what-its-name-says']])
  })

  test('of a report card with a heading or a name that cards do not have', async () => {
    const path = filesIn({
      'one.md':
        '---\ncard: one\ntitle: One\nindicators: [share]\ncolour: red\n---\n\n## Why is this important\n\nWords.\n\n## Something else\n',
      'two.md': '---\ncard: two\ntitle: <b>Two</b>\nindicators: [shares]\n---\n\n## Action required\n',
      'three.md': 'No front matter\n',
      'four.md': '---\ncard: [four\n---\n',
    })
    const read = async (name: string) => located(await check(join(path, name)))
    expect(await read('one.md')).toEqual([
      [null, '', 'Something else', 'unknown-heading'],
      [null, 'colour', '', 'unknown-column'],
    ])
    expect(await read('two.md')).toEqual([[null, 'title', '<b>Two</b>', 'raw-html']])
    expect(await read('three.md')).toEqual([[null, '', '', 'no-front-matter']])
    expect(await read('four.md')).toEqual([[null, '', '', 'bad-front-matter']])
  })
})

test('a report card that is no file, or too large, is refused before it is read', async () => {
  const path = filesIn({ 'large.md': 'x'.repeat(1024 * 1024 + 1) })
  mkdirSync(join(path, 'folder.md'))
  const codes = async (name: string) => (await check(join(path, name))).problems.map(each => each.code)
  expect(await codes('large.md')).toEqual(['too-large'])
  expect(await codes('folder.md')).toEqual(['no-such-file'])
})

describe('one fault is told once', () => {
  const observations = 'indicator,period,value\nnights,2017-01,5\nnights,2017-02,6\n'

  test('where a row of a table that others name has a bad cell', async () => {
    const path = filesIn({
      'indicators.csv': 'indicator,name,polarity,unit,frequency\nnights,Nights,upwards,count,monthly\n',
      'geographies.csv': 'geography,name,type\nnarnia,Narnia,land\n',
      'frameworks.csv': 'framework,name,settings\nmain,Main,amber_belo=0.3\n',
      'memberships.csv': 'framework,indicator,order\nmain,nights,1\n',
      'observations.csv': observations.replace('6', '6\nshares,2017-02,6'),
      'groups.csv': 'group,name,members\nnear,Near,narnia\n',
    })
    const { problems } = await check(path)
    expect(problems.map(each => each.code).sort()).toEqual([
      'unknown-code',
      'unknown-code',
      'unknown-indicator', // shares, which stands nowhere
      'unknown-setting',
    ])
  })

  test('where a file breaks off in the middle', async () => {
    const path = filesIn({
      'indicators.csv':
        'indicator,name,polarity,unit,frequency\nnights,"Nights" of stays,bigger,count,monthly\nx,X,,,\n',
      'observations.csv': observations,
    })
    const { problems } = await check(path)
    expect(problems.map(({ file, code }) => [file, code])).toEqual([['indicators.csv', 'broken-quote']])
    const heading = { 'observations.csv': 'indicator,period,value\nshares,2017-01,5\nshare,2017-02,"6\n' }
    expect((await check(filesIn(heading))).problems.map(each => each.code)).toEqual(['broken-quote'])
  })
})

describe('a workbook', () => {
  const sheet = (rows: unknown[][]) => XLSX.utils.aoa_to_sheet(rows)
  /** Figures as somebody would type them: numbers, with a format that shows their decimals. */
  const asTyped = (rows: string[][]) => {
    const typed = (text: string, at: number, row: number) => {
      const isFigure = row > 0 && /^(value|numerator|denominator)$/.test(String(rows[0]?.[at])) && text !== ''
      const decimals = text.split('.')[1]?.length ?? 0
      return isFigure ? { t: 'n', v: Number(text), z: decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}` } : text
    }
    return sheet(rows.map((cells, row) => cells.map((text, at) => typed(text, at, row))))
  }
  const bytesOf = (sheets: Record<string, XLSX.WorkSheet>) => {
    const book = XLSX.utils.book_new()
    for (const [name, each] of Object.entries(sheets)) XLSX.utils.book_append_sheet(book, each, name)
    return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
  }

  test('with an error of a formula and cells that are merged over data, named by sheet, row and column', async () => {
    const values = sheet([
      ['indicator', 'period', 'value'],
      ['share', '2017-01', 50],
      ['share', '2017-02', null],
      ['share', '2017-03', 52],
      ['share', '2017-04', null],
    ])
    values['C3'] = { t: 'e', v: 0x07, w: '#DIV/0!', f: '1/0' }
    values['!merges'] = [XLSX.utils.decode_range('C4:C5')]
    const result = await check(filesIn({ 'figures.xlsx': bytesOf({ observations: values }) }))
    expect(result.problems.map(({ file, sheet, row, column, code }) => [file, sheet, row, column, code])).toEqual(
      expect.arrayContaining([
        ['figures.xlsx', 'observations', 3, 'C (value)', 'formula-error'],
        ['figures.xlsx', 'observations', 4, 'C', 'merged-cells'],
      ]),
    )
    expect(result.problems.find(each => each.code === 'formula-error')?.found).toBe('#DIV/0!')
  })

  test('with numbers, percentages and dates as a spreadsheet keeps them is read as its reader sees it', async () => {
    const values = sheet([
      ['indicator', 'period', 'value', 'numerator', 'denominator', 'known_on'],
      ['share', null, 0.5, 1, 2, '2017-06-19'],
    ])
    values['B2'] = { t: 'n', v: 42705, z: 'mmm-yy' } // 1 December 2016
    values['C2'] = { t: 'n', v: 0.5, z: '0.0%' }
    const path = filesIn({ 'figures.xlsx': bytesOf({ Observations: values }) })
    const result: { changes: unknown[] } = await home.json(['import', path, '--org', 'anywhere', '--dry-run'])
    expect(result.changes).toMatchObject([
      { period: '2016-12', knownOn: '2017-06-19', new: { value: '50.0', numerator: '1', denominator: '2' } },
    ])
  })

  test('of all tables imports the same as the folder of CSV files', async () => {
    const from = join(root, 'examples/leicester')
    const book = Object.fromEntries(
      readdirSync(from)
        .filter(name => name.endsWith('.csv'))
        .map(name => [name.replace('.csv', ''), asTyped(parse(readFileSync(join(from, name))))]),
    )
    const path = filesIn({ 'leicester.xlsx': bytesOf(book) })
    const fresh = homeIn(join(folder.path, 'from-workbook'))
    type Imported = { counts: { new: number }; changes: Record<string, unknown>[] }
    const imported: Imported = await fresh.json(['import', path])
    const other = homeIn(join(folder.path, 'from-folder'))
    const same: Imported = await other.json(['import', from])
    const sorted = (all: Imported['changes']) => all.map(each => JSON.stringify(each)).sort()
    expect(imported.counts.new).toBeGreaterThan(400)
    expect(sorted(imported.changes)).toEqual(sorted(same.changes))
    const question = ['dashboard', '--org', 'leicester', '--as-at', '2018-01-01']
    expect(await fresh.text(question)).toBe(await other.text(question))
    expect((await fresh.json(['import', from])) as Imported).toMatchObject({
      counts: { new: 0, revised: 0, restated: 0 },
    })
  })
})

describe('what looks odd is told and stored all the same', () => {
  test("June's six percentages that differ from their own counts", async () => {
    const result: Result = await home.json(['check', join(root, 'examples/norfolk')])
    const differ = result.problems.filter(
      each => each.code === 'differs-from-counts' && each.file === 'observations.csv',
    )
    expect(
      differ.map(each => [each.found, /gives ([\d.]+)/.exec(each.expected)?.[1], each.expected.split(' gives')[0]]),
    ).toEqual([
      ['79.0', '79.3', '10269 / 12951'],
      ['49.0', '49.3', '6381 / 12951'],
      ['65.0', '64.8', '8387 / 12951'],
      ['73.0', '73.1', '9473 / 12951'],
      ['70.0', '70.3', '9101 / 12951'],
      ['83.0', '83.3', '10786 / 12951'],
    ])
    expect(result.problems.filter(each => each.level === 'error')).toEqual([])
  })

  test('a numerator alone, a denominator that jumps, a gap, and a move beyond 3.267 mean moves', async () => {
    const steady = [50, 51, 50, 51, 50, 51, 50].map((value, at) => `share,2016-0${at + 1},${value},,`)
    const result = await checked(
      [
        'indicator,period,value,numerator,denominator',
        ...steady, // rows 2 to 8: January to July, moves of 1
        'share,2016-08,60,,', // row 9: moves by 10; the mean of 8 moves is 16/7 …
        'delayed-days,2016-01,10,10,',
        'growth,2016-01,10,10,100',
        'growth,2016-02,8,10,125',
        'growth,2016-04,8,10,126',
      ],
      0,
    )
    const warnings = located(result, 'warning')
    expect(located(result)).toEqual([])
    expect(warnings).toContainEqual([9, 'C (value)', '60', 'unusual-move'])
    expect(warnings).toContainEqual([10, 'D (numerator)', '10', 'no-denominator'])
    expect(warnings).toContainEqual([12, 'E (denominator)', '125', 'denominator-jump'])
    expect(warnings).toContainEqual([13, 'B (period)', '', 'period-missing'])
    expect(warnings).toHaveLength(4)
    expect(result.problems.find(each => each.code === 'period-missing')?.expected).toContain('nothing for March 2016;')
  })

  test('no move is unusual with fewer than eight points, and no small one ever', async () => {
    const lines = (values: readonly number[]) => [
      'indicator,period,value',
      ...values.map((value, at) => `people,2016-0${at + 1},${value}`),
    ]
    expect(located(await checked(lines([50, 51, 50, 51, 50, 51, 90]), 0), 'warning')).toEqual([])
    expect(located(await checked(lines([50, 52, 50, 52, 50, 52, 50, 53]), 0), 'warning')).toEqual([])
  })

  test('a gap only after the time lag, and a stated reason is no gap', async () => {
    const lines = [
      'indicator,period,value,reason',
      'people,2016-01,5,',
      'people,2016-02,,not_available',
      'people,2016-03,5,',
    ]
    expect(located(await checked(lines, 0), 'warning')).toEqual([])
  })
})
