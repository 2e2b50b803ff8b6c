import { describe, expect, test } from 'vitest'
import type { Period } from '../../shared/period/period.ts'
import type { DecimalText } from '../../shared/rounding.ts'
import { type MadeUp, madeUpFramework } from '../made-up.data.ts'
import { ageGroupsOf, stemOf } from './age-groups.ts'
import { pathView } from './path-view.ts'
import { guessedPopulation } from './population.ts'
import type { AskedPath } from './types.ts'

const plain: AskedPath = {
  shape: 'line',
  from: null,
  goal: null,
  by: null,
  until: null,
  own: [],
  profile: 'line',
  group: '',
  population: '',
  outOf: null,
  volumeRule: 'same_total',
}
const year = (text: string) => text as Period
const text = (value: string) => value as DecimalText
const unknown = 'no figures of other councils are published under its definition'

function view(given: MadeUp, asked: Partial<AskedPath>, populations = new Map()) {
  const data = madeUpFramework([given])
  const found = pathView({ ...plain, ...asked }, { slug: given.slug, data, national: unknown, populations }, null)
  if (typeof found === 'string') throw new Error(found)
  return found
}

const rates: MadeUp = {
  slug: 'admissions-65-plus',
  unit: 'per_100k',
  polarity: 'smaller',
  frequency: 'annual',
  cells: { '2015/16': '623.0', '2016/17': '600.0=600:100000' },
}

describe('pathView()', () => {
  test('pathView() starts from the latest full year, or from the one that was asked for', () => {
    const goal = { goal: text('500'), by: year('2018/19') }
    expect(view(rates, goal).years.map(({ target }) => target?.shown)).toEqual(['550.0', '500.0'])
    expect(view(rates, { ...goal, from: year('2015/16') }).years.map(({ target }) => target?.shown)).toEqual([
      '582.0',
      '541.0',
      '500.0',
    ])
    expect(() => view(rates, { ...goal, from: year('2010/11') })).toThrow('no figure of 2010/11')
  })

  test('pathView() puts targets into people on a projection, else on the latest estimate held flat, and says which', () => {
    const asked = { goal: text('500'), by: year('2018/19') }
    const estimate = { period: year('2016/17'), people: 200_000 }
    const held = view(rates, asked, new Map([['population-65-plus', { estimates: [estimate], projections: [] }]]))
    expect(held.years.map(({ people }) => people?.count)).toEqual([1100, 1000])
    expect(held.meaning.join(' ')).toContain('held flat as no projection is loaded')
    const projections = [{ period: year('2018/19'), people: 220_000 }]
    const projected = view(rates, asked, new Map([['population-65-plus', { estimates: [estimate], projections }]]))
    expect(projected.years.map(({ people }) => people?.count)).toEqual([1100, 1100])
    expect(projected.meaning.join(' ')).toContain('On the population projected for 2018/19')
  })

  test('pathView() with as many counted as now says what changes, and how the number now is known', () => {
    const share: MadeUp = { slug: 'share', frequency: 'annual', cells: { '2016/17': '25.0=250:1000' } }
    const found = view(share, { goal: text('50'), by: year('2017/18'), volumeRule: 'same_count' })
    expect(found.meaning).toEqual([
      'With as many people counted as in 2016/17, about 250, the people would go from about 1,000 to about 500 in 2017/18.',
      'How many people there are now: the figure of 2016/17.',
    ])
  })

  test('pathView() of what is no rate of people says that it cannot be put into people', () => {
    const days: MadeUp = {
      slug: 'days',
      unit: 'days',
      polarity: 'smaller',
      frequency: 'annual',
      cells: { '2016/17': '10' },
    }
    const found = view(days, { goal: text('5'), by: year('2017/18') })
    expect(found.meaning).toEqual([
      'What it means in people cannot be told: it is a number of days for each person, and how many people there will be is not promised with it.',
    ])
  })

  test.each([
    [
      'in_period',
      'monthly',
      'people',
      'People a month: 301 in March 2017, 280 in 2017/18 if the target is met (21 fewer).',
    ],
    ['snapshot', 'monthly', 'beds', 'Beds: 301 in March 2017, 280 in 2017/18 if the target is met (21 fewer).'],
  ] as const)('pathView() of a number %s, %s, in %s means itself', (kind, frequency, unitNote, words) => {
    const waiting: MadeUp = {
      slug: 'waiting',
      unit: 'count',
      unitNote,
      polarity: 'smaller',
      kind,
      frequency,
      decimals: 0,
      cells: { '2017-03': '301' },
    }
    expect(view(waiting, { goal: text('280'), by: year('2017/18') }).meaning).toEqual([words])
  })

  test('pathView() warns of a target that is worse than the start, and of none that is as good', () => {
    expect(view(rates, { goal: text('650'), by: year('2018/19') }).warnings).toEqual([
      'The target of 2017/18, 625.0, is worse than 600.0 in 2016/17, where a lower figure is better',
    ])
    expect(view(rates, { shape: 'hold', until: year('2018/19') }).warnings).toEqual([])
  })

  test('pathView() sets the targets of today beside its own, and warns of those that it would replace', () => {
    const found = view(
      { ...rates, targets: { '2017/18': '550', '2018/19': '510' } },
      { goal: text('500'), by: year('2019/20') },
    )
    expect(found.years.map(({ target, present }) => [target?.shown, present])).toEqual([
      ['566.7', '550.0'],
      ['533.3', '510.0'],
      ['500.0', null],
    ])
    expect(found.warnings).toEqual(['Once it is agreed it replaces 550.0 (2017/18) and 510.0 (2018/19)'])
    const same = view({ ...rates, targets: { '2018/19': '500' } }, { goal: text('500'), by: year('2018/19') })
    expect(same.warnings).toEqual([])
  })

  test('pathView() shows own targets as they were typed, and keeps a missing year missing in the chart and in people', () => {
    const own = [
      { period: year('2017/18'), value: text('590') },
      { period: year('2019/20'), value: text('570') },
    ]
    const found = view(rates, { shape: 'points', own })
    expect(
      found.years.map(({ period, target, people }) => [period, target?.shown ?? null, people?.count ?? null]),
    ).toEqual([
      ['2017/18', '590', 590],
      ['2018/19', null, null],
      ['2019/20', '570', 570],
    ])
    expect(found.cells.find(({ period }) => period === '2018/19')?.target).toBeNull()
  })

  test('pathView() goes on to its goal, and holds it as long as it is asked to', () => {
    const goal = { goal: text('500'), by: year('2018/19') }
    const shown = (until: string) =>
      view(rates, { ...goal, until: year(until) }).years.map(({ target }) => target?.shown)
    expect(shown('2017/18')).toEqual(['550.0', '500.0'])
    expect(shown('2019/20')).toEqual(['550.0', '500.0', '500.0'])
  })

  test('pathView() of a monthly measure gives each month its step of the line', () => {
    const monthly: MadeUp = { slug: 'share', cells: { '2017-02': '48', '2017-03': '50' } }
    const found = view(monthly, { goal: text('62'), by: year('2017/18') })
    expect(found.parts.slice(0, 2)).toEqual([
      { period: '2017-04', shown: '51.0' },
      { period: '2017-05', shown: '52.0' },
    ])
    expect(found.parts).toHaveLength(12)
    expect(found.parts.at(-1)).toEqual({ period: '2018-03', shown: '62.0' })
  })

  test('pathView() draws no line from March into April where counting begins anew: each year spreads by earlier shares', () => {
    const months = ['04', '05', '06', '07', '08', '09', '10', '11', '12'].map(month => `2016-${month}`)
    const all = [...months, '2017-01', '2017-02', '2017-03']
    const cells = Object.fromEntries(all.map((month, at) => [month, String((at + 1) * 10)]))
    const adding: MadeUp = { slug: 'adds', unit: 'count', kind: 'cumulative', polarity: 'smaller', decimals: 0, cells }
    const found = view(adding, { goal: text('60'), by: year('2017/18') })
    expect(found.profile).toBe('seasonal')
    expect(found.parts.map(({ shown }) => shown)).toEqual([
      '5',
      '10',
      '15',
      '20',
      '25',
      '30',
      '35',
      '40',
      '45',
      '50',
      '55',
      '60',
    ])
  })

  test.each([
    ['percent', '160', 'A percentage lies from 0 to 100, so 160 cannot be a target'],
    ['percent', '-5', 'A percentage lies from 0 to 100, so -5 cannot be a target'],
    ['count', '-20', 'A number is never below 0, so -20 cannot be a target'],
    ['per_100k', '-1', 'A rate per 100,000 is never below 0, so -1 cannot be a target'],
  ] as const)(
    'pathView() of what is counted in %s refuses a goal, an own target and a rate to hold of %s',
    (unit, value, words) => {
      const given = { ...rates, unit, cells: { '2016/17': '50' } }
      const by = year('2019/20')
      expect(() => view(given, { goal: text(value), by })).toThrow(words)
      expect(() => view(given, { shape: 'hold', goal: text(value), by })).toThrow(words)
      expect(() => view(given, { shape: 'points', own: [{ period: by, value: text(value) }] })).toThrow(words)
    },
  )

  test('pathView() of a rate that is held gives every month the same, and names the last year it is held for', () => {
    const monthly: MadeUp = { slug: 'share', cells: { '2017-02': '48', '2017-03': '50' } }
    const found = view(monthly, { shape: 'hold', goal: text('62'), by: year('2017/18'), until: year('2018/19') })
    expect(new Set(found.parts.map(({ shown }) => shown))).toEqual(new Set(['62.0']))
    expect(found.parts).toHaveLength(24)
    expect(found.goal?.period).toBe('2018/19')
  })

  test('pathView() tells days of delay in the month as beds: days ÷ the days of the month', () => {
    const delays: MadeUp = {
      slug: 'delays',
      unit: 'per_100k',
      unitNote: 'days of delay',
      polarity: 'smaller',
      cells: { '2017-02': '300.0=1200:400000', '2017-03': '310.0=1240:400000' },
    }
    const found = view(delays, { goal: text('155.0'), by: year('2018/19') })
    expect(found.countsOf).toEqual({ counts: 'Days', places: 'Beds' })
    expect(found.peopleNow).toMatchObject({ countShown: '1,240', placesShown: '40.0' })
    expect(found.years.at(-1)?.people).toMatchObject({ countShown: '620', placesShown: '20.0' })
    expect(found.meaning).toContain(
      'That is about 40.0 beds taken on an average day in March 2017 (1,240 days ÷ 31), and about 20.0 in March 2019 (620 days ÷ 31).',
    )
  })

  test('pathView() of a number of days says its beds, of delays on an average day that they are beds, and else why not', () => {
    const number: MadeUp = {
      slug: 'a',
      unit: 'count',
      unitNote: 'days of delay',
      polarity: 'smaller',
      cells: { '2017-03': '620' },
    }
    expect(view(number, { goal: text('310'), by: year('2017/18') }).meaning.join(' ')).toContain(
      'about 20.0 beds taken on an average day in March 2017 (620 days ÷ 31), and about 10.0 in March 2018 (310 days ÷ 31)',
    )
    const each: MadeUp = {
      ...number,
      slug: 'b',
      unit: 'per_100k',
      unitNote: 'delayed days per calendar day',
      cells: { '2017-03': '8.0=32:400000' },
    }
    const daily = view(each, { goal: text('4.0'), by: year('2017/18') })
    expect(daily.countsOf).toEqual({ counts: 'Beds', places: null })
    expect(daily.meaning[0]).toBe(
      'Beds taken on an average day: about 32 in March 2017, about 16 in 2017/18 if the target is met (about 16 fewer).',
    )
    const unsaid: MadeUp = { ...number, slug: 'c', unit: 'per_100k', kind: 'not_stated', cells: { '2017-03': '3.5' } }
    expect(view(unsaid, { goal: text('2.4'), by: year('2017/18') }).meaning).toEqual([
      'What it means in people cannot be told: it counts days, and does not say over how long: a day, a month, or the year so far.',
    ])
    const count: MadeUp = { ...number, slug: 'd', kind: 'not_stated' }
    expect(view(count, { goal: text('310'), by: year('2017/18') }).meaning.at(-1)).toMatch(
      /^How many beds that is cannot be told: it counts days/,
    )
  })

  test('pathView() refuses a target past the goal by more than the green band, where neither too high nor too low is good', () => {
    const both: MadeUp = { slug: 'both', frequency: 'annual', polarity: 'on_target', cells: { '2016/17': '20' } }
    const own = [
      { period: year('2017/18'), value: text('70') },
      { period: year('2018/19'), value: text('66') },
    ]
    expect(() => view(both, { shape: 'points', own })).toThrow(
      'The target of 2017/18, 70, lies past 66, to which the path leads',
    )
  })

  test('pathView() says how a path is rated where neither too high nor too low is good, going up, down or held', () => {
    const both: MadeUp = {
      slug: 'both',
      frequency: 'annual',
      polarity: 'on_target',
      decimals: 2,
      cells: { '2016/17': '20.42' },
    }
    const by = year('2020/21')
    expect(view(both, { goal: text('66'), by }).band).toBe(
      'On the way only a result below the path is off target. From 64.35 % on, within 2.5 % of 66.00 %, a result is judged against that goal, and more than 67.65 % is too high.',
    )
    expect(view(both, { goal: text('15'), by }).band).toContain('above the path is off target. From 15.38 % on')
    expect(view(both, { shape: 'hold', by, until: by }).band).toBe(
      'Green is from 19.91 % to 20.93 %, within 2.5 % of 20.42 % on either side.',
    )
    expect(view(rates, { goal: text('500'), by: year('2018/19') }).band).toBeNull()
  })

  test('pathView() draws the latest month since beside the years of an annual measure, and unjudged', () => {
    const found = view(
      { ...rates, cells: { ...rates.cells, '2017-06': '611.4' } },
      { goal: text('500'), by: year('2018/19') },
    )
    expect(found.cells.map(({ period }) => period)).toEqual(['2015/16', '2016/17', '2017-06', '2017/18', '2018/19'])
    expect(found.cells.every(({ rating }) => rating === null)).toBe(true)
  })

  test('pathView() starts from full years alone where counting begins anew each April', () => {
    const adding: MadeUp = {
      slug: 'adds',
      unit: 'count',
      kind: 'cumulative',
      cells: { '2016-03': '60', '2016-06': '15', '2016-07': '20' },
    }
    const goal = { goal: text('80'), by: year('2017/18') }
    expect(view(adding, goal).baseline.period).toBe('2016-03')
    expect(() => view(adding, { ...goal, from: year('2016-06') })).toThrow(
      'adds counts anew each April, so a path can only start from a full year, not from June 2016',
    )
  })

  test.each([
    [{ shape: 'line' }, 'Say the goal of the line'],
    [{ shape: 'line', goal: text('5'), by: year('2016/17') }, 'must be in a year after'],
    [{ shape: 'points' }, 'Give a target for at least one year'],
    [{ shape: 'top_quartile', by: year('2018/19') }, `There is no figure of a group to aim at: ${unknown}`],
  ] as const)('pathView() of %j says what is missing', (asked, words) => {
    expect(() => view(rates, asked)).toThrow(words)
  })
})

test('stemOf() takes the age group out of a slug, and ageGroupsOf() finds those of one measure and unit', () => {
  expect(stemOf('perm-admissions-18-64-target-series')).toBe('perm-admissions-target-series')
  expect(stemOf('requests')).toBe('requests')
  const younger: MadeUp = { ...rates, slug: 'admissions-18-64' }
  const other: MadeUp = { ...rates, slug: 'admissions-75-plus', unit: 'percent' }
  const data = madeUpFramework([younger, rates, other])
  expect(ageGroupsOf('admissions-18-64', data).map(({ slug }) => slug)).toEqual([
    'admissions-18-64',
    'admissions-65-plus',
  ])
  expect(ageGroupsOf('requests', madeUpFramework([{ ...rates, slug: 'requests' }]))).toEqual([])
})

test.each([
  ['Permanent admissions, aged 65 and over', 'population-65-plus'],
  ['res-admissions-65-plus-rate', 'population-65-plus'],
  ['admissions (18–64 years)', 'population-18-64'],
  ['ascof-2a1 aged 18-64', 'population-18-64'],
  ['Delayed transfers of care', ''],
])('guessedPopulation(%j) is %j', (called, population) => {
  expect(guessedPopulation(called)).toBe(population)
})
