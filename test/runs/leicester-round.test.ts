import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { homeIn } from '../support/home.ts'
import { root } from '../support/source-files.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

// Leicester's "performance in the round" of 12 December 2017, worked out from its facts by the rules.

type Row = {
  indicator: string
  shown: string | null
  rating: string | null
  judged: string
  direction: string | null
  directionReason: string
  yearEnd: string
  point: string | null
  says: string
}
type Tally = { indicators: number; withValue: number; rating: object; travel: object }
type Heading = {
  framework: string
  stage: string
  now: Tally
  before: Tally | null
  difference: string
  summary: string
  rows: Row[]
  categories: { indicator: string; dimension: string; sums: string; categories: { name: string; value: number }[] }[]
  notes: Record<'summary' | 'achievement' | 'concern', { text: string }[]>
  actions: { type: string; description: string }[]
}
type Answer = {
  quarter: string
  quarterBefore: string
  headings: Heading[]
  priorities: {
    priority: string
    note: string
    rows: Row[]
    tally: Tally | null
    fedBy: { framework: string; tally: Tally }[]
    says: string
  }[]
  ranks: { group: string; period: string; improved: number; unchanged: number; declined: number; rows: object[] }[]
  implications: { slug: string; text: string }[]
}

const folder = makeTemporaryFolder()
const example = join(root, 'examples/leicester')
const asked = ['round', '--org', 'leicester', '--as-at', '2017-12-12']

/** The example, imported with some of its observations told differently. */
async function answerWith(name: string, change: (line: string) => string): Promise<Answer> {
  const copy = join(folder.path, name)
  cpSync(example, copy, { recursive: true })
  const file = join(copy, 'observations.csv')
  writeFileSync(file, readFileSync(file, 'utf8').split('\n').map(change).join('\n'))
  const home = homeIn(join(folder.path, `${name}-register`))
  await home.text(['import', copy])
  return home.json(asked)
}

let answer: Answer
beforeAll(async () => {
  answer = await answerWith('as-it-is', line => line)
})
afterAll(folder.remove)

const headingOf = (slug: string, of = answer) => of.headings.find(each => each.framework === slug) as Heading
const slugs = (rows: readonly Row[]) => rows.map(row => row.indicator)

describe('the forecasts of the ASCOF table', () => {
  const table = (of: Answer) => headingOf('ascof-2017', of)

  test('with two measures marked as not comparable: 7 meet their target, none falls just short, 5 miss it, 16 are not judged', () => {
    expect(table(answer).now.rating).toEqual({ Green: 7, Amber: 0, Red: 5, none: 16 })
  })

  test('on the printed figures alone: 7, none, 7 and 14', async () => {
    const bare = await answerWith('bare', line =>
      /^ascof-(2bii-local|2cii),leicester,,2017\/18/.test(line) ? line.replace(',not_comparable,', ',,') : line,
    )
    expect(table(bare).now.rating).toEqual({ Green: 7, Amber: 0, Red: 7, none: 14 })
    const red = (of: Answer) => slugs(table(of).rows.filter(row => row.rating === 'Red'))
    expect(red(bare).filter(slug => !red(answer).includes(slug))).toEqual(['ascof-2bii-local', 'ascof-2cii'])
  })

  test('by the first quarter: 65+ admissions were on course to miss, and 6 met', () => {
    expect(table(answer).before?.rating).toEqual({ Green: 6, Amber: 0, Red: 6, none: 16 })
    expect(table(answer).difference).toBe(
      'Permanent admissions 65+ is now forecast to meet its target; by Q1 2017/18 it was not. Of the 10 figures that can be compared with Q1 2017/18, three got better, two stayed and five got worse.',
    )
  })

  test('tell what is cumulative in people: 13 admissions, 26 at the end of the year; 124 and 248', () => {
    const said = (slug: string) => table(answer).rows.find(row => row.indicator === slug)?.yearEnd
    expect(said('ascof-2ai')).toBe('13 admissions by Q2 2017/18, 26 by the end of 2017/18 at this pace')
    expect(said('ascof-2aii')).toBe('124 admissions by Q2 2017/18, 248 by the end of 2017/18 at this pace')
    expect(said('ascof-1e')).toBe('')
  })
})

describe('the directions of the ASCOF table', () => {
  const going = (direction: string | null, of = answer) =>
    slugs(headingOf('ascof-2017', of).rows.filter(row => row.direction === direction))

  test('are 9 better, 2 unchanged, 7 worse, 10 that cannot be told', () => {
    expect(headingOf('ascof-2017').now.travel).toEqual({ better: 9, no_change: 2, worse: 7, none: 10 })
    // The readings of the transcription: nine improvements and seven deteriorations follow from the table.
    expect(going('better')).toEqual([
      'ascof-1a',
      'ascof-1b',
      'ascof-1cia',
      'ascof-1ciia',
      'ascof-1f',
      'ascof-2d',
      'ascof-3a',
      'ascof-3d-users',
      'ascof-4a',
    ])
    expect(going('no_change')).toEqual(['ascof-1cib', 'ascof-1ciib'])
    expect(going('worse')).toEqual([
      'ascof-1e',
      'ascof-1g',
      'ascof-1h',
      'ascof-1i-users',
      'ascof-1j',
      'ascof-2bi-local',
      'ascof-4b',
    ])
  })

  test('have each its reason where there is none', () => {
    const untold = headingOf('ascof-2017').rows.filter(row => row.direction === null)
    const because = (reason: string) => slugs(untold.filter(row => row.directionReason === reason))
    expect(because('not collected before')).toEqual([
      'ascof-1d',
      'ascof-1i-carers',
      'ascof-3b',
      'ascof-3c',
      'ascof-3d-carers',
    ])
    expect(because('Q2 2016/17 is marked as not comparable')).toEqual(['ascof-2ai', 'ascof-2aii'])
    expect(because('no value for Q2 2016/17')).toEqual(['ascof-2bii-local', 'ascof-2ci', 'ascof-2cii'])
  })

  test('of admissions stop at the break of the method where nothing is marked', async () => {
    const unmarked = await answerWith('unmarked', line =>
      /^ascof-2ai+,leicester,,201[56]/.test(line) ? line.replace(',not_comparable,', ',,') : line,
    )
    const rows = headingOf('ascof-2017', unmarked).rows.filter(row => /2ai+$/.test(row.indicator))
    expect(rows.map(row => [row.direction, row.directionReason])).toEqual([
      [null, 'the series breaks before Q1 2017/18'],
      [null, 'the series breaks before Q1 2017/18'],
    ])
  })

  test('of self-directed support would be a tie beside the end of the year: 3,689 of 3,698 and 3,683 of 3,689 are both 99.8 %', async () => {
    // The year's figure in place of the quarter's.
    const tied = await answerWith('tied', line =>
      line.startsWith('ascof-1cia,leicester,,2016/17-Q2,')
        ? 'ascof-1cia,leicester,,2016/17-Q2,99.7,3689,3698,,,,,leicester-pm-2017-12-12'
        : line,
    )
    expect(going('no_change', tied)).toContain('ascof-1cia')
  })
})

describe('the headings', () => {
  test('go from the priorities over what goes in to what comes out', () => {
    expect(answer.headings.map(({ stage, framework }) => [stage, framework])).toEqual([
      ['priorities', 'strategic-priorities-2017'],
      ['inputs', 'resources-2017'],
      ['inputs', 'workforce-2017'],
      ['processes', 'processes-2017'],
      ['processes', 'safeguarding-2017'],
      ['outputs', 'activity-2017'],
      ['outcomes', 'ascof-2017'],
      ['outcomes', 'customer-2017'],
    ])
    expect([answer.quarter, answer.quarterBefore]).toEqual(['2017/18-Q2', '2017/18-Q1'])
  })

  test('hold the measures of lost appendices without a figure, each with the reason', () => {
    for (const framework of ['workforce-2017', 'processes-2017', 'activity-2017']) {
      const { now, rows } = headingOf(framework)
      expect(now.withValue, framework).toBe(0)
      for (const row of rows)
        expect(row.says).toMatch(/^not available: (printed in appendix \d, which is lost|the report itself)/)
    }
  })

  test('tell every concern and achievement by the rule: short of the target or worse; on course or better', () => {
    for (const row of answer.headings.flatMap(heading => heading.rows)) {
      const isConcern = row.rating === 'Red' || row.rating === 'Amber' || row.direction === 'worse'
      const isAchievement = !isConcern && (row.rating === 'Green' || row.direction === 'better')
      expect(row.point, row.indicator).toBe(isConcern ? 'concern' : isAchievement ? 'achievement' : null)
    }
  })

  test('have the words of the officers, the notes to act and to look again, and the implications', () => {
    expect(headingOf('customer-2017').notes.summary[0]?.text).toContain('only the most positive')
    const safe = headingOf('safeguarding-2017').actions
    expect(safe.map(action => action.type)).toEqual(['action', 'review'])
    expect(answer.implications.map(({ slug }) => slug)).toEqual([
      'financial',
      'legal',
      'climate',
      'equalities',
      'other',
    ])
  })
})

describe('safeguarding', () => {
  const of = (indicator: string, dimension: string) =>
    headingOf('safeguarding-2017').categories.find(each => each.indicator === indicator && each.dimension === dimension)

  test('has its five measures', () => {
    const shown = new Map(headingOf('safeguarding-2017').rows.map(row => [row.indicator, row.shown]))
    expect(
      ['sg-alerts', 'sg-threshold-met', 'sg-action-24h', 'sg-completed-28d', 'sg-outcomes-met'].map(slug =>
        shown.get(slug),
      ),
    ).toEqual(['604', '103', '85.2', '60', '94.6'])
  })

  test.each([
    ['sg-individuals', 'Age', 'The categories shown add up to 87, the total of Q2 2017/18.'],
    ['sg-individuals', 'Sex', 'The categories shown add up to 87, the total of Q2 2017/18.'],
    [
      'sg-individuals',
      'Ethnicity',
      'The categories shown add up to 77 of 87; the other 10 are in categories that are not told, or not recorded.',
    ],
    [
      'sg-individuals',
      'Support reason',
      'The categories shown add up to 26 of 87; the other 61 are in categories that are not told, as 2 of those here, or not recorded.',
    ],
    [
      'sg-abuse',
      'Abuse',
      'The categories shown add up to 109. No total is told: one case may count in several categories, so they need not add up to the number of cases.',
    ],
    [
      'sg-location',
      'Location',
      'The categories shown add up to 61. No total is told: one case may count in several categories, so they need not add up to the number of cases.',
    ],
    ['sg-location', 'Care home and location', 'The categories shown add up to 35, as many as are told of “Care home”.'],
  ])('says of %s by %s how it adds up', (indicator, dimension, sums) => {
    expect(of(indicator, dimension)?.sums).toBe(sums)
  })
})

describe('the strategic priorities', () => {
  test('are six; one waits for measures, and one takes the counts of other headings', () => {
    expect(answer.priorities.map(({ priority, rows, fedBy }) => [priority, rows.length, fedBy.length])).toEqual([
      ['sp1', 5, 0],
      ['sp2', 1, 0],
      ['sp3', 3, 0],
      ['sp4', 3, 0],
      ['sp5', 0, 0],
      ['sp6', 0, 5],
    ])
    const [five, six] = answer.priorities.slice(4)
    expect([five?.says, five?.note]).toEqual(['', 'Measures to follow in Q3.'])
    for (const fed of six?.fedBy ?? []) expect(fed.tally).toEqual(headingOf(fed.framework).now)
  })

  test('have no better measure in the third, as the report says', () => {
    expect(answer.priorities[2]?.rows.map(row => row.direction)).toEqual(['worse', 'worse', null])
  })

  test('are followed by the measures that stand in their section of the framework', () => {
    const rows = parseCsv(readFileSync(join(example, 'memberships.csv')), { columns: true }) as Record<string, string>[]
    const own = rows.filter(row => row['framework'] === 'strategic-priorities-2017')
    for (const { priority, rows: measures } of answer.priorities)
      expect(
        own.filter(row => row['section']?.startsWith(priority.toUpperCase())).map(row => row['indicator']),
      ).toEqual(slugs(measures))
  })
})

test('the printed ranks of 2016/17 moved up 15 times, not at all 3 times and down 8 times', () => {
  expect(answer.ranks).toMatchObject([{ group: 'england', period: '2016/17', improved: 15, unchanged: 3, declined: 8 }])
})

test('the survey of customers counts differently from the second quarter on, and its series breaks there', async () => {
  const home = homeIn(join(folder.path, 'as-it-is-register'))
  const found: { definitions: { version: string; from: string; breaks: boolean }[] } = await home.json([
    'indicator',
    'cs-local-survey',
    ...['--org', 'leicester', '--as-at', '2017-12-12'],
  ])
  expect(found.definitions).toMatchObject([
    { version: '1', breaks: false },
    { version: '2', from: '2017/18-Q2', breaks: true },
  ])
})

describe('the paper of the meeting', () => {
  let html: string
  beforeAll(async () => {
    const out = join(folder.path, 'paper')
    const home = homeIn(join(folder.path, 'as-it-is-register'))
    await home.text(['report', '--org', 'leicester', '--meeting', '2017-12-12', '--out', out])
    html = readFileSync(join(out, String(readdirSync(out)[0])), 'utf8')
  })

  test('leads from every tile to its heading, and from nowhere to nothing', () => {
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, to]) => String(to))
    expect(links.filter(to => !ids.has(to))).toEqual([])
    for (const slug of ['ascof-2017', 'resources-2017', 'safeguarding-2017', 'strategic-priorities-2017'])
      expect(links, slug).toContain(`round-${slug}`)
  })

  test('sets statutory and local variants side by side, with what the survey measures wait for', () => {
    const words = html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
    const appendix = words.slice(words.lastIndexOf('line by line'))
    expect(appendix).toMatch(/At home 91 days \(local\).{1,150}At home 91 days \(statutory\)/)
    // The counts that the report prints beside its percentages.
    expect(appendix).toMatch(/The people behind the shares.*1Cia .*3,828 of 3,844 3,682 of 3,694 3,683 of 3,689/)
    expect(appendix).toMatch(/1E LD paid employment – 37 of 785 37 of 764 33 of 721 33 of 754/)
    expect(words).toContain('2017/18: not due until 31 May 2018')
    expect(words).toContain('Measures to follow in Q3.')
  })
})
