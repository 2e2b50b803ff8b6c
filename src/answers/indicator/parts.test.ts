import { describe, expect, test } from 'vitest'
import type { Reader } from '../../register/index.ts'
import type { Audience } from '../../shared/audience.ts'
import { type Fact, keyOf } from '../../shared/facts.ts'
import type { Indicator } from '../../shared/indicator.ts'
import type { DecimalText } from '../../shared/rounding.ts'
import { indicatorRow } from '../indicator-row.ts'
import { type MadeUp, madeUpFramework, monthsFrom } from '../made-up.data.ts'
import { asRecorded } from '../observations.ts'
import { breakdownsOf } from './breakdowns.ts'
import { figuresOf } from './figures.ts'
import { linkedIndicators } from './linked.ts'
import { otherOwners } from './others.ts'
import { yearsBeside } from './years.ts'

const rowOf = (given: MadeUp) => indicatorRow(given.slug, madeUpFramework([given])).view

type Place = {
  geography?: string
  breakdown?: string
  period?: string
  owner?: string
  knownOn?: string
  recordedAt?: string
}

function observed(value: string, { owner = 'anywhere', ...place }: Place = {}): Fact<'observation'> {
  const { geography = 'anywhere', breakdown = '', period = '2017-01', knownOn = '2017-02-01' } = place
  return {
    kind: 'observation',
    ...keyOf(owner, { indicator: 'stays', geography, breakdown, period, version: '1' }),
    seq: 1,
    knownOn,
    recordedAt: place.recordedAt ?? '2017-02-02T09:00:00.000Z',
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
  }
}

describe('yearsBeside()', () => {
  test('sets the same months of financial years side by side, from April, the latest year first', () => {
    const { history, indicator } = rowOf({ slug: 'stays', cells: monthsFrom('2016-02', ['7', '8', '1', '2']) })
    const years = yearsBeside(history, indicator)
    expect(years).toMatchObject({ parts: 'months', years: ['2016/17', '2015/16'] })
    expect(years?.rows.map(({ label, cells }) => [label, ...cells.map(cell => cell?.shown ?? null)])).toEqual([
      ['April', '1.0', null],
      ['May', '2.0', null],
      ['February', null, '7.0'],
      ['March', null, '8.0'],
    ])
  })

  test('says the latest month of every year', () => {
    const { history, indicator } = rowOf({
      slug: 'stays',
      cells: { '2016-03': '1.5', '2016-04': '9', '2017-03': '3.56' },
    })
    expect(yearsBeside(history, indicator)?.sentence).toBe('March: 3.56 % in 2016/17 and 1.5 % in 2015/16.')
  })

  test('is nothing for one year, and for annual figures', () => {
    const one = rowOf({ slug: 'stays', cells: monthsFrom('2016-04', ['1', '2']) })
    const annual = rowOf({ slug: 'stays', frequency: 'annual', cells: { '2015/16': '1', '2016/17': '2' } })
    expect(yearsBeside(one.history, one.indicator)).toBeNull()
    expect(yearsBeside(annual.history, annual.indicator)).toBeNull()
  })
})

describe('breakdownsOf()', () => {
  const reading = { indicator: { unit: 'percent', counts: 'exact' } as Indicator, decimals: 1, asAt: '2017-06-19' }
  const areas = new Map([
    ['anywhere', 'Anywhere'],
    ['north', 'North'],
    ['empty', 'Empty'],
  ])

  test('has a table for each dimension, one for several together, and one for areas', () => {
    const facts = [
      observed('50'),
      observed('10', { breakdown: 'age=18-64' }),
      observed('20', { breakdown: 'age=65+' }),
      observed('30', { breakdown: 'age=65+', period: '2017-02' }),
      observed('5', { breakdown: 'age=65+; sex=female' }),
      observed('40', { geography: 'north' }),
    ]
    const shown = breakdownsOf(facts, 'anywhere', areas, reading).map(({ name, periods, rows }) => ({
      name,
      periods,
      rows: rows.map(row => [row.name, ...row.cells.map(cell => cell?.shown ?? null)]),
    }))
    expect(shown).toEqual([
      {
        name: 'Age',
        periods: ['2017-01', '2017-02'],
        rows: [
          ['18-64', '10.0', null],
          ['65+', '20.0', '30.0'],
        ],
      },
      { name: 'Age and sex', periods: ['2017-01'], rows: [['65+, female', '5.0']] },
      {
        name: 'Area',
        periods: ['2017-01'],
        rows: [
          ['Anywhere', '50.0'],
          ['North', '40.0'],
        ],
      },
    ])
  })

  test('has no table of areas for a council alone', () => {
    expect(breakdownsOf([observed('50')], 'anywhere', areas, reading)).toEqual([])
  })
})

describe('otherOwners()', () => {
  const { cellAt } = indicatorRow(
    'stays',
    madeUpFramework([{ slug: 'stays', cells: { '2016/17': '571.1' }, frequency: 'annual', unit: 'per_100k' }]),
  )
  const owner = (unit: string) => ({
    slug: 'nation',
    name: 'Nation',
    indicator: { payload: { unit, name: 'Stays' } } as Fact<'indicator'>,
  })
  const differences = (facts: readonly Fact<'observation'>[], unit = 'per_100k') =>
    otherOwners(facts, [owner(unit)], 'per_100k', cellAt, '2017-06-19').flatMap(each =>
      each.rows.map(row => row.difference),
    )
  const theirs = (value: string, period = '2016/17') => observed(value, { owner: 'nation', period })

  test('says by how much the other differs, at the decimals printed', () => {
    expect(differences([theirs('562.5')])).toEqual(['theirs is 8.6 lower'])
    expect(differences([theirs('571.13')])).toEqual(['theirs is 0.03 higher'])
    expect(differences([theirs('571.1')])).toEqual(['the same'])
  })

  test('compares nothing where there is no value of our own, or another unit', () => {
    expect(differences([theirs('5', '2015/16')])).toEqual(['no value of our own'])
    expect(differences([theirs('5')], 'count')).toEqual(['counted in another unit'])
  })
})

describe('linkedIndicators()', () => {
  const data = madeUpFramework([
    { slug: 'delays', name: 'Delays', cells: {} },
    { slug: 'stays', name: 'Stays', cells: {} },
    { slug: 'beds', name: 'Beds', cells: {} },
  ])
  const card = (payload: Partial<Fact<'card'>['payload']>) =>
    ({
      name: 'a',
      payload: { title: 'A card', indicators: ['delays'], supplementary: [], linked: '', ...payload },
    }) as unknown as Fact<'card'>
  const withRelated = (related: readonly string[]) => {
    const indicators = new Map(data.indicators)
    for (const [slug, fact] of indicators)
      indicators.set(slug, { ...fact, payload: { ...fact.payload, related: slug === 'delays' ? related : [] } })
    return { ...data, indicators }
  }

  test('takes name and reason from the words of the card, and finds the indicator by its name', () => {
    const linked = linkedIndicators('delays', {
      ...withRelated([]),
      cards: [card({ linked: 'stays: the two trade off.' })],
    })
    expect(linked).toEqual([{ name: 'stays', slug: 'stays', why: 'The two trade off.' }])
  })

  test('keeps words that name nothing it knows', () => {
    const linked = linkedIndicators('delays', {
      ...withRelated([]),
      cards: [card({ linked: 'Pressure on hospitals' })],
    })
    expect(linked).toEqual([{ name: 'Pressure on hospitals', slug: null, why: '' }])
  })

  test('names each once, under the first reason, and never itself', () => {
    const cards = [card({ linked: 'stays: the two trade off.', supplementary: ['stays', 'beds'] })]
    const linked = linkedIndicators('delays', { ...withRelated(['stays', 'beds', 'delays']), cards })
    expect(linked.map(each => [each.slug, each.why])).toEqual([
      ['stays', 'The two trade off.'],
      ['beds', 'Stands on the same report card, “A card”.'],
    ])
    expect(linkedIndicators('stays', { ...withRelated(['stays']), cards: [] })).toEqual([
      { name: 'Delays', slug: 'delays', why: 'The same subject, counted on another basis.' },
    ])
  })
})

describe('figuresOf()', () => {
  const history = [
    observed('1', { knownOn: '2017-02-01' }),
    observed('2', { knownOn: '2017-06-20' }),
    observed('3', { knownOn: '2017-02-01', recordedAt: '2018-01-01T00:00:00.000Z' }),
  ]
  const current = [observed('1'), observed('9', { breakdown: 'age=65+' })]
  const other = observed('8', { owner: 'nation' })
  const reader = {
    current: async (_: unknown, __: unknown, filter: { owner?: string }) =>
      filter.owner ? current : [...current.slice(0, 1), other],
    history: async () => history,
  } as unknown as Reader
  const moment = { asAt: '2017-06-19', recordedBefore: '2017-07-01T00:00:00.000Z' }
  const loadedFor = (audience: Audience) => {
    return { ...madeUpFramework([]), moment, audience, observations: new Map([['stays', [asRecorded(observed('1'))]]]) }
  }

  test('an officer sees categories, and every version that was known and recorded by then, with who recorded it', async () => {
    const figures = await figuresOf(reader, loadedFor('officer'), 'stays')
    expect(figures.current).toHaveLength(2)
    expect(figures.versions.map(fact => [fact.payload.value, fact.actor])).toEqual([['1', 'person-1']])
    expect(figures.elsewhere).toEqual([other])
  })

  test.each(['member', 'public'] as const)(
    'a reader who is %s sees totals as they stand, and nobody’s name',
    async audience => {
      const figures = await figuresOf(reader, loadedFor(audience), 'stays')
      expect(figures.current.map(fact => fact.breakdown)).toEqual([''])
      expect(figures.versions.map(fact => [fact.payload.value, fact.actor])).toEqual([['1', '']])
    },
  )
})
