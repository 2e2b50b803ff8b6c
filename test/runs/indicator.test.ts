import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { homeIn } from '../support/home.ts'
import { root } from '../support/source-files.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

// Norfolk's papers of 6 March and 19 June 2017 print some months twice, and some of them otherwise the second time.
// What is expected is written down from the papers, and from the tables of examples/.

const folder = makeTemporaryFolder()
const home = homeIn(join(folder.path, 'register'))

type Version = {
  shown: string | null
  counts: string
  change: string | null
  sentence: string
  knownOn: string
  recordedAt: string
  recordedBy: string | null
  document: string
  file: string
  place: string
}
type Indicator = {
  latest: string
  history: { period: string; definition: string | null; versions: Version[] }[]
  breakdowns: { name: string; categories: { name: string; periods: { period: string; shown: string }[] }[] }[]
  definitions: { version: string; from: string | null; breaks: boolean }[]
  linked: { name: string; slug: string | null; why: string }[]
  otherOwners: { owner: string; rows: { period: string; own: string; theirs: string; difference: string }[] }[]
  periods: { period: string; shown: string | null; rating: string | null }[]
}

const ask = (slug: string, org: string, day: string): Promise<Indicator> =>
  home.json(['indicator', slug, '--org', org, '--as-at', day])
const versionsOf = ({ history }: Indicator, period: string) =>
  history.find(each => each.period === period)?.versions ?? []

beforeAll(async () => {
  await home.text(['import', join(root, 'examples/norfolk')])
  await home.text(['import', join(root, 'examples/demo')])
})
afterAll(folder.remove)

/** The line of a table that a place names. */
function lineOf({ file, place }: Version, example: string): string {
  const row = Number(/^row (\d+)$/.exec(place)?.[1])
  return String(readFileSync(join(root, 'examples', example, file), 'utf8').split('\n')[row - 1])
}

describe('the history of Norfolk’s providers rated good or above', () => {
  test('shows what the March paper printed and what became of it in June, each with its file and row', async () => {
    const june = await ask('cqc-good-or-above', 'norfolk', '2017-06-19')
    const changes = ['2016-07', '2016-08', '2016-09'].map(period => [
      period,
      ...versionsOf(june, period).map(({ shown, counts, change, knownOn }) =>
        [shown, counts, change, knownOn].join(' | '),
      ),
    ])
    expect(changes).toEqual([
      ['2016-07', '65.0 |  |  | 2017-03-06', '65.2 | 174 of 267 | revised | 2017-06-19'],
      ['2016-08', '68.0 |  |  | 2017-03-06', '68.2 | 210 of 308 | revised | 2017-06-19'],
      ['2016-09', '69.2 |  |  | 2017-03-06', '69.5 | 228 of 328 | revised | 2017-06-19'],
    ])
    const [march, revised] = versionsOf(june, '2016-07')
    expect(march?.document).toBe('Adult Social Care Committee: Performance management report')
    expect(lineOf(march as Version, 'norfolk')).toContain('cqc-good-or-above,norfolk,2016-07,65.0,')
    expect(lineOf(revised as Version, 'norfolk')).toContain('cqc-good-or-above,norfolk,2016-07,65.2,174,267')
    expect(revised?.recordedBy).toMatch(/\(command line\)$/)
    expect(Date.parse(String(revised?.recordedAt))).toBeGreaterThan(Date.parse('2026-01-01'))
  })

  test('holds as at March only what was known then', async () => {
    const march = await ask('cqc-good-or-above', 'norfolk', '2017-03-06')
    expect(versionsOf(march, '2016-07').map(each => each.shown)).toEqual(['65.0'])
    expect(march.history.flatMap(each => each.versions).every(each => each.knownOn <= '2017-03-06')).toBe(true)
    expect(march.history[0]?.period).toBe('2017-01')
  })
})

test('delays and admissions of older people are linked with why, each to the other', async () => {
  const [delays, admissions] = await Promise.all(
    ['dtoc-social-care-rate', 'res-admissions-65-plus-rate'].map(slug => ask(slug, 'norfolk', '2017-06-19')),
  )
  expect(delays?.linked[0]).toMatchObject({
    slug: 'res-admissions-65-plus-rate',
    why: expect.stringContaining('trade off'),
  })
  expect(admissions?.linked[0]).toMatchObject({
    slug: 'dtoc-social-care-rate',
    why: expect.stringContaining('trade off'),
  })
})

describe('Harrowmere', () => {
  test('months that came late say that they were added, and when', async () => {
    const rate = await ask('delayed-rate', 'demo', '2026-07-01')
    expect(versionsOf(rate, '2025-09').map(({ shown, change, knownOn }) => [shown, change, knownOn])).toEqual([
      [null, null, '2025-10-15'],
      ['99.4', 'added', '2025-12-01'],
    ])
  })

  test('a break in the definition is named, and figures under each version say so', async () => {
    const { definitions, history } = await ask('discharge-delay-days', 'demo', '2026-07-01')
    expect(definitions.map(({ version, from, breaks }) => [version, from, breaks])).toEqual([
      ['1', null, false],
      ['2', '2024-04', true],
    ])
    expect(new Set(history.map(each => each.definition))).toEqual(new Set(['1', '2']))
    expect(history.find(each => each.period === '2024-03')?.definition).toBe('1')
    expect(history.find(each => each.period === '2024-04')?.definition).toBe('2')
  })

  test('categories add up to the total, and localities stand by name', async () => {
    const { breakdowns, periods } = await ask('requests-received', 'demo', '2026-07-01')
    expect(breakdowns.map(each => each.name)).toEqual(['Age', 'Age and sex', 'Locality', 'Sex'])
    const total = Number(periods.find(each => each.period === '2026-03')?.shown)
    for (const { name, categories } of breakdowns) {
      const sum = categories.map(each => Number(each.periods.find(cell => cell.period === '2026-03')?.shown))
      expect(
        sum.reduce((a, b) => a + b),
        name,
      ).toBe(total)
    }
  })

  test('what a national publisher prints of the same measure stands beside it, with the difference', async () => {
    const { otherOwners } = await ask('ascof-2c', 'demo', '2026-07-01')
    expect(otherOwners).toEqual([
      {
        owner: 'Example Statistics',
        name: expect.any(String),
        rows: [
          {
            period: '2024/25',
            own: '573.3',
            theirs: '564.7',
            difference: 'theirs is 8.6 lower',
            note: 'Published counts are rounded to 5.',
          },
        ],
      },
    ])
  })

  test('an indicator outside of the committee’s framework is judged by the one that holds it', async () => {
    const answer = (await ask('spend-net', 'demo', '2026-07-01')) as Indicator & { framework: string }
    expect(answer.framework).toBe('workforce-finance')
  })
})

test('an indicator that there is not is refused in a sentence', async () => {
  const ran = await home.run(['indicator', 'no-such', '--org', 'norfolk', '--as-at', '2017-06-19'])
  expect(ran).toMatchObject({
    code: expect.not.stringMatching('0'),
    stderr: expect.stringContaining('has no indicator called no-such on 2017-06-19'),
  })
})
