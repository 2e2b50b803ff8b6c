import { describe, expect, test } from 'vitest'
import type { Frequency, Polarity, Rating } from '../../shared/codes.ts'
import type { Period } from '../../shared/period/period.ts'
import { juneReport, knownOn, knownRow } from '../norfolk-dashboards.data.ts'
import { noRating, type Verdict } from '../rating/rate.ts'
import { latestPoint, type Series } from '../series.ts'
import { type Summary, summaryGroup } from './summary-group.ts'

function summaryOf(slug: string): Summary {
  const { series, verdictAt } = knownRow(slug, juneReport)
  return summaryGroup({ series, verdictAt })
}

describe('summaryGroup() on the Norfolk dashboard known on 19 June 2017', () => {
  test('summaryGroup() puts each of the 15 rows in its group', () => {
    const groups = knownOn(juneReport).map(({ slug, series, verdictAt }) => [
      slug,
      summaryGroup({ series, verdictAt }).group,
    ])
    expect(Object.fromEntries(groups)).toEqual({
      'reablement-no-ongoing-service': 'improved',
      'res-admissions-18-64-rate': 'improved',
      'res-admissions-65-plus-rate': 'challenging',
      'res-nursing-rate': 'no_change',
      'community-care-share': 'no_change',
      'service-users-18-64-rate': 'no_change',
      'service-users-65-plus-rate': 'improved',
      'reablement-home-91-days': 'sustained',
      'dtoc-social-care-rate': 'worsened',
      'ld-paid-employment': 'worsened',
      'mh-paid-employment': 'challenging',
      'enquiries-resolved-at-contact': 'worsened',
      'carers-supported-rate': 'worsened',
      'cqc-good-or-above': 'improved',
      'assessments-info-guidance-only': 'worsened',
    })
  })

  test('summaryGroup() counts the rated months of 91 days, not its baseline month', () => {
    expect(summaryOf('reablement-home-91-days')).toMatchObject({ ratedPeriods: 12, greenPeriods: 12 })
  })

  test('summaryGroup() says which step decided', () => {
    expect(summaryOf('reablement-home-91-days').reason).toBe(
      'Green at the latest and in 12 of 12 rated periods; 3.8 % better since March 2016',
    )
    expect(summaryOf('res-admissions-65-plus-rate').reason).toBe(
      'off target (Red, 10.5 % above target); no significant change: 1.6 % worse since March 2016',
    )
    expect(summaryOf('service-users-65-plus-rate').reason).toBe('3.4 % better since March 2016')
    expect(summaryOf('community-care-share').reason).toBe('no significant change: 0.3 % worse since March 2016')
  })

  test('summaryGroup() compares CQC ratings with January 2016, the earliest of the twelve months before their latest', () => {
    expect(summaryOf('cqc-good-or-above')).toMatchObject({ from: { period: '2016-01' }, to: { period: '2016-12' } })
  })
})

function series(
  frequency: Frequency,
  cells: readonly [string, number | null][],
  polarity: Polarity = 'bigger',
): Series {
  const points = cells.map(([period, value]) => ({ period: period as Period, value, marks: [] }))
  return { polarity, unit: 'percent', kind: 'snapshot', frequency, decimals: 1, points }
}

function always(rating: Rating): () => Verdict {
  return () => ({ rating, variance: rating === 'Red' ? 0.2 : rating === 'Amber' ? 0.02 : -0.1, reason: 'made up' })
}

const unrated = () => noRating('no target')

describe('summaryGroup() step by step', () => {
  test.each<[string, number, number, () => Verdict, Summary['group']]>([
    ['a Green that is level', 100, 100, always('Green'), 'sustained'],
    ['a Green that is significantly better', 100, 110, always('Green'), 'sustained'],
    ['a Green worse by less than 2.5 %', 100, 97.6, always('Green'), 'sustained'],
    ['a Green worse by 2.5 %', 100, 97.5, always('Green'), 'worsened'],
    ['a Red better by 2.5 %', 40, 41, always('Red'), 'improved'],
    ['a Red better by less', 40, 40.99, always('Red'), 'challenging'],
    ['an Amber that is level', 100, 100, always('Amber'), 'no_change'],
    ['one without target that is level', 100, 101, unrated, 'no_change'],
    ['one without target that is better', 100, 102.5, unrated, 'improved'],
    ['one that leaves zero in the right direction', 0, 1, unrated, 'improved'],
    ['one that stays at zero', 0, 0, unrated, 'no_change'],
  ])('summaryGroup() of %s', (_, from, to, verdictAt, group) => {
    const monthly = series('monthly', [
      ['2016-03', from],
      ['2017-03', to],
    ])
    expect(summaryGroup({ series: monthly, verdictAt }).group).toBe(group)
  })

  test('summaryGroup() needs Green in three quarters of the rated periods to call it sustained', () => {
    const quarterly = series('quarterly', [
      ['2015/16-Q4', 50],
      ['2016/17-Q1', 50],
      ['2016/17-Q2', 50],
      ['2016/17-Q3', 50],
      ['2016/17-Q4', 50],
    ])
    const redIn = (...periods: string[]) => ({
      series: quarterly,
      verdictAt: (period: Period) => (periods.includes(period) ? always('Red')() : always('Green')()),
    })
    expect(summaryGroup(redIn('2016/17-Q1')).group).toBe('sustained')
    const fourRated = (period: Period) => (period === '2015/16-Q4' ? unrated() : redIn('2016/17-Q1').verdictAt(period))
    expect(summaryGroup({ series: quarterly, verdictAt: fourRated })).toMatchObject({
      group: 'sustained',
      ratedPeriods: 4,
      greenPeriods: 3,
    })
    expect(summaryGroup(redIn('2016/17-Q1', '2016/17-Q2')).group).toBe('no_change')
    expect(summaryGroup(redIn('2016/17-Q4')).group).toBe('challenging')
  })

  test('summaryGroup() compares with a value nine to twelve months earlier, and with no other', () => {
    const nine = series('monthly', [
      ['2016-03', null],
      ['2016-06', 50],
      ['2017-03', 60],
    ])
    expect(summaryGroup({ series: nine, verdictAt: unrated })).toMatchObject({ group: 'improved', change: 0.2 })
    const eight = series('monthly', [
      ['2016-02', 40],
      ['2016-07', 50],
      ['2017-03', 60],
    ])
    expect(summaryGroup({ series: eight, verdictAt: unrated })).toMatchObject({
      group: null,
      change: null,
      from: null,
      reason: 'no earlier value to compare March 2017 with',
    })
  })

  test('summaryGroup() compares an annual figure with the year before', () => {
    const annual = series('annual', [
      ['2014/15', 10],
      ['2015/16', 20],
      ['2016/17', 21],
    ])
    expect(summaryGroup({ series: annual, verdictAt: unrated })).toMatchObject({ group: 'improved', change: 0.05 })
  })

  test('summaryGroup() can tell that one without comparison is challenging, and nothing else of it', () => {
    const single = series('monthly', [['2017-03', 60]])
    expect(summaryGroup({ series: single, verdictAt: always('Red') })).toMatchObject({
      group: 'challenging',
      ratedPeriods: 1,
      reason: 'off target (Red, made up); no earlier value to compare March 2017 with',
    })
    expect(summaryGroup({ series: single, verdictAt: always('Green') }).group).toBeNull()
  })

  test('summaryGroup() never compares across a break', () => {
    const monthly = series('monthly', [
      ['2016-03', 50],
      ['2017-03', 60],
    ])
    const broken = { ...monthly, points: monthly.points.map(point => ({ ...point, marks: ['break' as const] })) }
    expect(summaryGroup({ series: broken, verdictAt: unrated })).toMatchObject({
      group: null,
      reason: 'no comparison: the series breaks before March 2017',
    })
  })

  test('summaryGroup() measures the change of on_target by the distance from target', () => {
    const wander = (polarity: Polarity) =>
      series(
        'monthly',
        [
          ['2016-03', 50],
          ['2017-03', 58],
        ],
        polarity,
      )
    const near = { series: wander('on_target'), verdictAt: unrated }
    expect(summaryGroup({ ...near, target: 55 })).toMatchObject({ group: 'improved', change: 0.04 })
    expect(summaryGroup({ ...near, target: 51 })).toMatchObject({ group: 'worsened', change: -0.12 })
    expect(summaryGroup(near)).toMatchObject({
      group: null,
      reason: 'no target to measure the change of distance from',
    })
    expect(summaryGroup({ series: wander('none'), verdictAt: unrated })).toMatchObject({
      group: null,
      reason: 'for information',
    })
  })

  test('summaryGroup() has nothing to say of a series without values', () => {
    const empty = series('monthly', [['2017-03', null]])
    expect(latestPoint(empty)).toBeNull()
    expect(summaryGroup({ series: empty, verdictAt: unrated })).toMatchObject({
      group: null,
      to: null,
      reason: 'no value',
    })
  })
})

test('summaryGroup() never compares figures that restart in April across it', () => {
  const months = ['04', '05', '06', '07', '08', '09', '10', '11', '12'].map(month => `2016-${month}`)
  const cumulative: Series = {
    polarity: 'smaller',
    unit: 'count',
    kind: 'cumulative',
    frequency: 'monthly',
    decimals: 0,
    points: [...months, '2017-01'].map((period, at) => ({ period: period as Period, value: (at + 1) * 10, marks: [] })),
  }
  const verdictAt = () => noRating('no target')
  expect(summaryGroup({ series: cumulative, verdictAt })).toMatchObject({ group: null, change: null, from: null })
  const lastYear = { period: '2016-01' as Period, value: 125, marks: [] }
  const both = { ...cumulative, points: [lastYear, ...cumulative.points] }
  expect(summaryGroup({ series: both, verdictAt })).toMatchObject({ group: 'improved', change: 0.2 })
})
