import { describe, expect, test } from 'vitest'
import { type Fact, keyOf } from '../../shared/facts.ts'
import { toPeriod } from '../../shared/period/period.ts'
import type { DecimalText } from '../../shared/rounding.ts'
import { upTo } from '../dashboard/board.ts'
import { indicatorRow } from '../indicator-row.ts'
import { type MadeUp, madeUpFramework } from '../made-up.data.ts'
import { asRecorded, type Observation } from '../observations.ts'
import { categoriesOf } from './categories.ts'
import { rankBefore, rankChanges, rankChangesInWords } from './rank-changes.ts'
import { besidePrinted } from './ranks-by-file.ts'
import { roundRow, sinceQuarter } from './rows.ts'
import { differenceInWords, tallyInWords, tallyOf, tallyTogether } from './tally.ts'

const [first, second] = [toPeriod('2017/18-Q1'), toPeriod('2017/18-Q2')]
const quarterly = (slug: string, before: string, now: string, more: Partial<MadeUp> = {}): MadeUp => ({
  slug,
  name: slug,
  frequency: 'quarterly',
  cells: { '2017/18-Q1': before, '2017/18-Q2': now },
  ...more,
})
const byForecast = (given: readonly MadeUp[]) => madeUpFramework(given, { rating: 'forecast' })
const target = { targets: { '2017/18': '80' } }

const given = [
  quarterly('gained', '70', '90', target),
  quarterly('lost', '90', '70', target),
  quarterly('missed', '60', '60', target),
  quarterly('bare', '1', '2'),
  quarterly('untold', 'not_available', 'not_available'),
]

describe('tallies', () => {
  const data = byForecast(given)
  const rows = data.members.map(({ indicator }) => roundRow(indicator.indicator, data, toPeriod('2017/18')))
  const tally = tallyOf(rows.map(({ row }) => row))

  test('count where indicators stand, and add up', () => {
    expect(tally).toEqual({
      indicators: 5,
      withValue: 4,
      rating: { Green: 1, Amber: 0, Red: 2, none: 2 },
      travel: { better: 2, no_change: 1, worse: 1, none: 1 },
    })
    expect(tallyTogether([tally, tally]).travel).toEqual({ better: 4, no_change: 2, worse: 2, none: 2 })
    expect(tallyTogether([]).indicators).toBe(0)
  })

  test('read as sentences, of several, of one and of none', () => {
    expect(tallyInWords(tally, true)).toBe(
      'Of 5 indicators, 1 is forecast to meet its target, 2 are forecast to miss them and 2 cannot be judged. Against what they are compared with, 2 are better, 1 is unchanged, 1 is worse and 1 cannot be compared.',
    )
    const of = (slugs: readonly string[]) =>
      tallyInWords(tallyOf(rows.filter(({ row }) => slugs.includes(row.indicator.slug)).map(({ row }) => row)), true)
    expect(of(['gained'])).toBe(
      'Its one indicator is forecast to meet its target; it is better than what it is compared with.',
    )
    expect(of(['untold'])).toBe('Its one indicator has no figure.')
    expect(of([])).toBe('No indicator stands under it.')
  })

  test('of two quarters say who came to meet its target, who no longer does, and how many figures moved', () => {
    const earlier = upTo(data, first)
    const two = rows.map(({ row }) => ({ now: row, before: indicatorRow(row.indicator.slug, earlier).view }))
    const since = rows.map(({ row }) => sinceQuarter(row.indicator.slug, data, first, second))
    expect(since).toEqual(['better', 'worse', 'no_change', 'better', null])
    expect(differenceInWords(two, since, 'Q1 2017/18', true)).toBe(
      'gained is now forecast to meet its target; by Q1 2017/18 it was not. lost is no longer forecast to meet its target. Of the four figures that can be compared with Q1 2017/18, two got better, one stayed and one got worse.',
    )
    const unknown = two.map(({ now }) => ({ now, before: undefined }))
    expect(differenceInWords(unknown, since, 'Q1 2017/18', true)).toBe('No figures for Q1 2017/18.')
  })
})

describe('rows in the round', () => {
  const rowOf = (slug: string, more: Partial<MadeUp> = {}, cells?: MadeUp['cells']) =>
    roundRow(
      slug,
      byForecast([quarterly(slug, '70', '90', { ...target, ...more, ...(cells ? { cells } : {}) })]),
      toPeriod('2017/18'),
    )

  test('are a concern when short of the target or worse, else an achievement when on course or better', () => {
    expect(rowOf('a').point).toBe('achievement')
    expect(rowOf('a', {}, { '2017/18-Q1': '95', '2017/18-Q2': '90' }).point).toBe('concern')
    expect(rowOf('a', {}, { '2017/18-Q1': '60', '2017/18-Q2': '70' }).point).toBe('concern')
    expect(rowOf('a', { targets: {} }, { '2017/18-Q2': '70' }).point).toBeNull()
  })

  test('carry a cumulative count forward in people, and nothing else', () => {
    const cumulative = { kind: 'cumulative', unit: 'per_100k', polarity: 'smaller' } as const
    expect(rowOf('a', cumulative, { '2017/18-Q1': '2.7=6', '2017/18-Q2': '5.8=13' }).yearEnd).toBe(
      '13 people by Q2 2017/18, 26 by the end of 2017/18 at this pace',
    )
    expect(rowOf('a', cumulative, { '2017/18-Q2': '5.8' }).yearEnd).toBe(
      '11.6\u00a0per 100,000 by the end of 2017/18 at this pace',
    )
    expect(rowOf('a').yearEnd).toBe('')
  })

  test('say when a figure of the reported year is due, or why there will be none', () => {
    const survey = { frequency: 'annual' } as const
    expect(rowOf('a', survey, { '2016/17': '70', '2017/18': 'not_due' }).judged).toBe('2017/18: not due yet')
    expect(rowOf('a', survey, { '2016/17': '70' }).judged).toBe('no target for 2016/17')
    expect(rowOf('a', survey, { '2016/17': '70', '2017/18': 'not_due' }).target?.shown).toBe('80.0')
  })

  test('do not compare quarters of what begins again in April', () => {
    const data = byForecast([quarterly('a', '6', '13', { kind: 'cumulative', unit: 'count' })])
    expect(sinceQuarter('a', data, first, second)).toBeNull()
  })
})

describe('categoriesOf()', () => {
  const people = (total: string | null): MadeUp => ({
    slug: 'people',
    unit: 'count',
    decimals: 0,
    frequency: 'quarterly',
    cells: total === null ? {} : { '2017/18-Q2': total },
  })
  const at = (breakdown: string, value: string, more: Partial<Observation> = {}): Observation => ({
    ...asRecorded({
      kind: 'observation',
      ...keyOf('anywhere', {
        indicator: 'people',
        geography: 'anywhere',
        breakdown,
        period: '2017/18-Q2',
        version: '1',
      }),
      seq: 1,
      knownOn: '2017-12-12',
      recordedAt: '2017-12-12T09:00:00.000Z',
      actor: 'person-1',
      payload: {
        value: value as DecimalText,
        numerator: null,
        denominator: null,
        reason: null,
        until: '',
        marks: [],
        note: '',
      },
      from: { document: '', file: '', place: '' },
    } as Fact<'observation'>),
    ...more,
  })
  const sums = (total: string | null, ...facts: readonly Observation[]) =>
    categoriesOf('people', facts, madeUpFramework([people(total)])).map(each => each.sums)

  test.each([
    ['87', '42', '45', 'The categories shown add up to 87, the total of Q2 2017/18.'],
    [
      '87',
      '42',
      '35',
      'The categories shown add up to 77 of 87; the other 10 are in categories that are not told, or not recorded.',
    ],
    [
      '60',
      '42',
      '45',
      'The categories shown add up to 87, the total of Q2 2017/18 is 60: one case may count in several categories.',
    ],
    [
      null,
      '42',
      '45',
      'The categories shown add up to 87. No total is told: one case may count in several categories, so they need not add up to the number of cases.',
    ],
  ])('of a total of %s and categories of %s and %s', (total, a, b, words) => {
    expect(sums(total, at('age=18-64', a), at('age=65+', b))).toEqual([words])
  })

  test('of rounded and of hidden categories gives no sum', () => {
    const rounded = at('age=65+', '45', { countsAreRounded: true })
    expect(sums('87', at('age=18-64', '40'), rounded)[0]).toMatch(/^The categories are rounded/)
    const hidden = at('age=65+', '3', { suppressedFor: ['public'] })
    const bare = { ...hidden, payload: { ...hidden.payload, value: null, reason: 'suppressed' as const } }
    expect(sums('87', at('age=18-64', '84'), bare)[0]).toMatch(/^Some categories are hidden/)
  })
})

test('rankChanges() goes by the two ranks, and by what is printed where the earlier is missing', () => {
  const data = madeUpFramework(['a', 'b', 'c', 'd', 'e'].map(slug => quarterly(slug, '1', '2')))
  const ranked = (indicator: string, rank: number, previousRank: number | null, direction = ''): Fact<'rank'> =>
    ({
      kind: 'rank',
      ...keyOf('anywhere', { indicator, geography: 'anywhere', period: '2016/17', name: 'england' }),
      payload: { rank, of: 150, tied: false, previousRank, previousOf: 150, direction, basis: '', note: '' },
    }) as Fact<'rank'>
  const facts = [
    ranked('a', 1, 2),
    ranked('b', 3, 2),
    ranked('c', 2, 2),
    ranked('d', 5, null, 'unchanged'),
    ranked('e', 5, null),
  ]
  const changes = rankChanges(facts, [data])
  expect(changes).toMatchObject([{ improved: 1, unchanged: 2, declined: 1, rows: { length: 5 } }])
  expect(changes.map(rankChangesInWords)).toEqual([
    'Of 5 printed ranks, 4 have a change told: 1 improved, 2 did not change and 1 declined. The other one has no earlier rank.',
  ])
  expect(changes[0]?.rows.map(rankBefore)).toEqual([
    '2 of 150',
    '2 of 150',
    '2 of 150',
    'unchanged, says the report',
    'not printed',
  ])
  expect(rankChanges(facts, [])).toEqual([])
})

test.each([
  ['0.372', 131, 150, '0.367', 133, 151, 'value revised from 0.372 to 0.367; 1 more council in the file'],
  ['65.4', 64, 150, '65.4', 64, 150, 'the same place'],
  ['65.4', 64, 150, '65.38', 64, 151, 'the same place; 1 more council in the file'],
  ['65.4', 64, 152, '65.4', 65, 150, '2 fewer councils in the file'],
  ['65.4', 64, null, '65.4', 65, 150, 'other councils’ figures were revised'],
  [null, 64, 150, '65.4', 65, 150, 'other councils’ figures were revised'],
])('besidePrinted(): %s at %s of %s, by the file %s at %s of %s: %s', (value, rank, of, now, again, ofNow, says) => {
  expect(besidePrinted({ rank, of, value }, { rank: again, of: ofNow, value: now })).toBe(says)
})
