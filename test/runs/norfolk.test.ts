import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { juneReport, marchReport, rows } from '../../src/judgement/norfolk-dashboards.data.ts'
import { homeIn } from '../support/home.ts'
import { root } from '../support/source-files.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

// Norfolk County Council, Adult Social Care Committee: performance management reports of 6 March and 19 June 2017. What is
// expected here is written down from the documents, and from docs/findings.md where the rules say more than they do.

const folder = makeTemporaryFolder()
const home = homeIn(join(folder.path, 'register'))
const ask = (question: string, day: string): Promise<never> => home.json([question, '--org', 'norfolk', '--as-at', day])

beforeAll(async () => {
  await home.text(['import', join(root, 'examples/norfolk')])
})
afterAll(folder.remove)

type Cell = {
  column: string
  period: string | null
  value: number | null
  shown: string | null
  numerator: number | null
  denominator: number | null
  reason: string | null
  target: number | null
  targetHow: string | null
  targetDerived: boolean | null
  rating: string | null
  variance: number | null
}
type Dashboard = {
  asAt: string
  headline: Record<string, unknown>
  periods: string[]
  indicators: { indicator: string; latest: string; exception: boolean; periods: Cell[] }[]
}
type Exceptions = {
  asAt: string
  framework: string
  exceptions: {
    indicator: string
    variance: number | null
    reasons: { rule: string; detail: string }[]
  }[]
}

const months = (first: string, last: string) => {
  const all: string[] = []
  for (let at = Number(first.slice(0, 4)) * 12 + Number(first.slice(5)) - 1; ; at += 1) {
    all.push(`${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`)
    if (all.at(-1) === last) return all
  }
}

describe('exceptions', () => {
  test('of 6 March 2017 are four off target, one of them deteriorating, and community care deteriorating', async () => {
    const answer = (await ask('exceptions', marchReport)) as Exceptions
    expect(answer).toMatchObject({ asAt: '2017-03-06', framework: 'vital-signs' })
    expect(
      answer.exceptions.map(({ indicator, reasons }) => [indicator, ...reasons.map(reason => reason.rule)]),
    ).toEqual([
      ['res-admissions-65-plus-rate', 'off-target', 'deteriorating'],
      ['community-care-share', 'deteriorating'],
      ['dtoc-social-care-rate', 'off-target'],
      ['ld-paid-employment', 'off-target'],
      ['mh-paid-employment', 'off-target'],
    ])
    const admissions = answer.exceptions[0]
    expect(admissions?.reasons[0]?.detail).toContain('8.0 % above target')
    expect(admissions?.variance).toBeCloseTo((637 - 590) / 590, 12)
    expect(admissions?.reasons[1]?.detail).toContain('613 (August 2016), 621, 630, 637 (November 2016)')
    expect(answer.exceptions[1]?.reasons[0]?.detail).toContain('67.2 % (September 2016), 67.1 %, 66.7 %, 66.4 % (')
  })

  test('of 19 June 2017 are five off target, delays deteriorating too, and information-only assessments', async () => {
    const answer = (await ask('exceptions', juneReport)) as Exceptions
    const told = answer.exceptions.map(({ indicator, variance, reasons }) => [
      indicator,
      variance === null ? null : (variance * 100).toFixed(1),
      ...reasons.map(reason => reason.rule),
    ])
    expect(told).toEqual([
      ['res-admissions-18-64-rate', '17.0', 'off-target'],
      ['res-admissions-65-plus-rate', '10.5', 'off-target'],
      ['dtoc-social-care-rate', '137.3', 'off-target', 'deteriorating'],
      ['ld-paid-employment', '18.7', 'off-target'],
      ['mh-paid-employment', '44.8', 'off-target'],
      ['assessments-info-guidance-only', null, 'deteriorating'],
    ])
    expect(answer.exceptions.at(-1)?.reasons[0]?.detail).toContain('8.1 % (January 2017)')
  })

  test('say every part of an exception as JSON: numbers unrounded, what is absent null beside its reason', async () => {
    const answer = (await ask('exceptions', juneReport)) as Exceptions
    expect(answer.exceptions.find(each => each.indicator === 'dtoc-social-care-rate')).toEqual({
      indicator: 'dtoc-social-care-rate',
      card: 'dtoc-social-care-rate',
      period: '2017-03',
      value: 3.56,
      target: 1.5,
      variance: 1.37333333333333,
      rating: 'Red',
      reason: null,
      reasons: [
        { rule: 'off-target', detail: '3.56 against a target of 1.5 in March 2017, 137.3 % above target' },
        {
          rule: 'deteriorating',
          detail: 'worse in each of the last four months: 3.1 (November 2016), 3.2, 3.4, 3.5, 3.56 (March 2017)',
        },
      ],
    })
    // 69 of 2,122: nothing is rounded on the way.
    expect(answer.exceptions.find(each => each.indicator === 'ld-paid-employment')).toMatchObject({
      value: 3.25164938737041,
      target: 4,
      variance: 0.187087653157398,
    })
    expect(answer.exceptions.at(-1)).toEqual({
      indicator: 'assessments-info-guidance-only',
      card: null,
      period: '2017-01',
      value: 8.09160305343512,
      target: null,
      variance: null,
      rating: null,
      reason: 'no target',
      reasons: [
        {
          rule: 'deteriorating',
          detail: 'worse in each of the last three months: 13.5 % (October 2016), 11.5 %, 11.3 %, 8.1 % (January 2017)',
        },
      ],
    })
  })

  test('are none before anything was known, and nobody is asked about another day', async () => {
    const before = await home.run(['exceptions', '--org', 'norfolk', '--as-at', '2017-03-05'])
    expect(before).toMatchObject({ code: 1, stdout: '' })
    expect(before.stderr).toBe('tidemark: Nothing is known of an organisation called norfolk on 2017-03-05\n')
    // The day before the second meeting still gives the first one's answer.
    expect(await ask('exceptions', '2017-06-18')).toEqual({
      ...((await ask('exceptions', marchReport)) as object),
      asAt: '2017-06-18',
    })
  })
})

describe('dashboard', () => {
  const printed = (text: string) => text.trim().split(/\s+/)

  test.each([
    [marchReport, '2016-01', '2017-01'],
    [juneReport, '2016-03', '2017-03'],
  ] as const)('as at %s has every printed value of %s to %s in its place, and no other', async (day, first, last) => {
    const answer = (await ask('dashboard', day)) as Dashboard
    const columns = months(first, last)
    expect(columns).toHaveLength(13)
    expect(answer.periods).toEqual(columns)
    expect(answer.indicators.map(each => each.indicator)).toEqual(rows.map(row => row.slug))
    for (const row of rows) {
      const own = answer.indicators.find(each => each.indicator === row.slug)
      const texts = printed(day === marchReport ? row.march : row.june)
      const expected = texts.map((text, at) => {
        const [value = '/', counts] = text.split('=')
        const [numerator, denominator] = counts?.split(':') ?? []
        return {
          period: columns[at],
          shown: value === '/' ? null : value,
          value: value === '/' ? null : expect.any(Number),
          reason: value === '/' ? 'not_available' : null,
          numerator: numerator ? Number(numerator) : null,
          denominator: denominator ? Number(denominator) : null,
        }
      })
      const got = own?.periods.map(({ period, shown, value, reason, numerator, denominator }) => ({
        period,
        shown: shown?.replace(/\.0$/, '') === '100' ? '100' : shown,
        value,
        reason,
        numerator,
        denominator,
      }))
      expect(got, row.slug).toEqual(expected)
    }
  })

  test('shows delays of March 2017 as printed, with two decimals where its other months have one', async () => {
    const answer = (await ask('dashboard', juneReport)) as Dashboard
    const delays = answer.indicators.find(each => each.indicator === 'dtoc-social-care-rate')
    expect(delays?.periods.slice(-2).map(cell => [cell.shown, cell.value])).toEqual([
      ['3.5', 3.5],
      ['3.56', 3.56],
    ])
    expect(await home.text(['dashboard', '--org', 'norfolk', '--as-at', juneReport])).toContain('3.56 R')
  })

  test('rates admissions 18-64 Green from April to December 2016 and Red from January 2017', async () => {
    const answer = (await ask('dashboard', juneReport)) as Dashboard
    const admissions = answer.indicators.find(each => each.indicator === 'res-admissions-18-64-rate')
    expect(admissions?.periods.map(cell => `${cell.column} ${cell.rating}`)).toEqual([
      '2016-03 null',
      ...months('2016-04', '2016-12').map(month => `${month} Green`),
      ...months('2017-01', '2017-03').map(month => `${month} Red`),
    ])
    // A line from 21.7 to 16.5 in twelve steps gives 17.366… for the tenth; only March's own target was printed.
    expect(admissions?.periods.at(-3)).toMatchObject({ targetHow: 'line', targetDerived: true })
    expect(admissions?.periods.at(-3)?.target).toBeCloseTo(21.7 - (10 * 5.2) / 12, 12)
    expect(admissions?.periods.at(-1)).toMatchObject({ target: 16.5, targetHow: 'given', targetDerived: false })
  })

  test('rates in March only the printed months, and both flat targets from April 2016', async () => {
    const answer = (await ask('dashboard', marchReport)) as Dashboard
    const rated = answer.indicators.map(each => [
      each.indicator,
      each.periods.flatMap(cell => (cell.rating ? [`${cell.column} ${cell.rating}`] : [])).join(', '),
    ])
    const all = (first: string, last: string, rating: string) =>
      months(first, last)
        .map(month => `${month} ${rating}`)
        .join(', ')
    expect(rated.filter(([, months]) => months !== '')).toEqual([
      ['res-admissions-18-64-rate', '2016-11 Green'],
      ['res-admissions-65-plus-rate', '2016-11 Red'],
      ['reablement-home-91-days', all('2016-04', '2016-11', 'Green')],
      ['dtoc-social-care-rate', all('2016-04', '2016-11', 'Red')],
      ['ld-paid-employment', '2016-12 Red'],
      ['mh-paid-employment', '2016-12 Red'],
    ])
  })

  test('says in its headline what it counts', async () => {
    const june = (await ask('dashboard', juneReport)) as Dashboard
    expect(june.headline).toEqual({
      title: '5 of the 6 indicators with a target are off target',
      lead: '2 indicators have got worse at least three times in a row: “Delayed transfers (social care)” and “Assessments ending in information only”.',
      indicators: 15,
      withTarget: 6,
      red: 5,
      amber: 0,
      green: 1,
      offTarget: 5,
      deteriorating: 2,
      exceptions: 6,
    })
    expect(((await ask('dashboard', marchReport)) as Dashboard).headline).toMatchObject({
      title: '4 of the 6 indicators with a target are off target',
      exceptions: 5,
    })
  })

  test('with --recorded-before an instant before the import knows nothing', async () => {
    const ran = await home.run(['dashboard', '--org', 'norfolk', '--recorded-before', '2017-06-19T12:00:00Z'])
    expect(ran).toMatchObject({ code: 1, stdout: '' })
  })
})

test('summary of June places every indicator by rule 7', async () => {
  const answer = (await ask('summary', juneReport)) as {
    groups: { group: string; indicators: { indicator: string; change: number; evidence: string; because: string }[] }[]
    unplaced: unknown[]
  }
  expect(
    Object.fromEntries(answer.groups.map(group => [group.group, group.indicators.map(each => each.indicator)])),
  ).toEqual({
    sustained: ['reablement-home-91-days'],
    improved: [
      'reablement-no-ongoing-service',
      'res-admissions-18-64-rate',
      'service-users-65-plus-rate',
      'cqc-good-or-above',
    ],
    worsened: [
      'dtoc-social-care-rate',
      'ld-paid-employment',
      'enquiries-resolved-at-contact',
      'carers-supported-rate',
      'assessments-info-guidance-only',
    ],
    challenging: ['res-admissions-65-plus-rate', 'mh-paid-employment'],
    no_change: ['res-nursing-rate', 'community-care-share', 'service-users-18-64-rate'],
  })
  expect(answer.unplaced).toEqual([])
  const of = (slug: string) => answer.groups.flatMap(group => group.indicators).find(each => each.indicator === slug)
  expect(of('res-admissions-18-64-rate')?.evidence).toBe(
    'From 21.7 in March 2016 to 19.3 in March 2017 per 100,000; target 16.5',
  )
  expect(of('reablement-home-91-days')?.because).toBe(
    'Green at the latest and in 12 of 12 rated periods; 3.8 % better since March 2016',
  )
  expect(of('service-users-65-plus-rate')?.change).toBeCloseTo((3523 - 3404) / 3523, 12)
  // The rule compares with the earliest value in the twelve months before December 2016, which is January's.
  expect(of('cqc-good-or-above')?.evidence).toBe('From 56.9 % in January 2016 to 72.8 % in December 2016; no target')
})

describe('revisions from March to June', () => {
  type Version = { value: number | null; numerator: number | null; denominator: number | null; reason: string | null }
  type Revisions = {
    from: string
    to: string
    revisions: { indicator: string; period: string; change: string; old: Version | null; new: Version | null }[]
    others: { what: string; indicator: string; change: string; old: string | null; new: string | null }[]
  }
  const args = ['revisions', '--org', 'norfolk', '--from', marchReport, '--to', juneReport]
  let answer: Revisions
  beforeAll(async () => {
    answer = await home.json(args)
  })
  const of = (change: string) => answer.revisions.filter(each => each.change === change)

  test('are 3 revised, 51 added, 71 details and none withdrawn', () => {
    expect(answer).toMatchObject({
      organisation: 'norfolk',
      framework: 'vital-signs',
      from: marchReport,
      to: juneReport,
    })
    expect(['revised', 'added', 'detail', 'withdrawn'].map(change => of(change).length)).toEqual([3, 51, 71, 0])
    expect(answer.revisions).toHaveLength(125)
  })

  test('revise the ratings of providers in July, August and September 2016', async () => {
    expect(of('revised')).toEqual(
      [
        ['2016-07', 65, 65.1685393258427, 174, 267],
        ['2016-08', 68, 68.1818181818182, 210, 308],
        ['2016-09', 69.2, 69.5121951219512, 228, 328],
      ].map(([period, before, after, numerator, denominator]) => ({
        indicator: 'cqc-good-or-above',
        period,
        change: 'revised',
        old: { value: before, numerator: null, denominator: null, reason: null },
        new: { value: after, numerator, denominator, reason: null },
      })),
    )
    const text = await home.text(args)
    expect(text).toContain('July 2016: 65.0 % became 65.2 %')
    expect(text).toContain('August 2016: 68.0 % became 68.2 %')
    expect(text).toContain('September 2016: 69.2 % became 69.5 %')
    expect(text.split('\n')[0]).toMatch(/: 3 revised, 0 withdrawn, 51 added, 71 details$/)
  })

  test("add 23 values in March's own thirteen months, 26 in February and March 2017, 2 in March 2015", () => {
    const columns = months('2016-01', '2017-01')
    const added = of('added').map(each => each.period)
    expect(added.filter(period => columns.includes(period))).toHaveLength(23)
    expect(added.filter(period => period === '2017-02')).toHaveLength(13)
    expect(added.filter(period => period === '2017-03')).toHaveLength(13)
    expect(of('added').flatMap(each => (each.period === '2015-03' ? [each.indicator, each.new?.value] : []))).toEqual([
      'res-admissions-18-64-rate',
      31,
      'res-admissions-65-plus-rate',
      724,
    ])
  })

  test('show what was there before: a reason where March printed a blank, null where it had no cell', () => {
    const find = (indicator: string, period: string) =>
      answer.revisions.find(each => each.indicator === indicator && each.period === period)
    expect(find('res-admissions-18-64-rate', '2016-12')?.old).toEqual({
      value: null,
      numerator: null,
      denominator: null,
      reason: 'not_available',
    })
    expect(find('res-admissions-18-64-rate', '2017-02')?.old).toBeNull()
    expect(of('detail').every(each => each.old?.value != null && each.new?.value != null)).toBe(true)
  })

  test('tell the six targets that June gave for March 2017', () => {
    expect(answer.others.map(({ what, indicator, change }) => [what, indicator, change])).toEqual(
      [
        'dtoc-social-care-rate',
        'ld-paid-employment',
        'mh-paid-employment',
        'reablement-home-91-days',
        'res-admissions-18-64-rate',
        'res-admissions-65-plus-rate',
      ].map(indicator => ['target', indicator, 'added']),
    )
  })

  test('between a day and itself are none', async () => {
    const same = (await home.json([
      'revisions',
      '--org',
      'norfolk',
      '--from',
      juneReport,
      '--to',
      juneReport,
    ])) as Revisions
    expect([...same.revisions, ...same.others]).toEqual([])
  })
})
