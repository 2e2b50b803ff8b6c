import { describe, expect, test } from 'vitest'
import type { Period } from '../../shared/period/period.ts'
import { juneReport, type Known, knownOn, knownRow, marchReport } from '../norfolk-dashboards.data.ts'
import { noRating, type Verdict } from '../rating/rate.ts'
import { latestPoint, type Series } from '../series.ts'
import { type ExceptionReason, exceptionReasons } from './exception-reasons.ts'
import { isOffTarget } from './off-target.ts'

function reasonsOf({ series, verdict, shown, targetAt }: Known): ExceptionReason[] {
  const at = latestPoint(series)?.period as Period
  return exceptionReasons({ series, verdict, links: [], shown, target: targetAt(at) })
}

function listed(day: string): Record<string, string[]> {
  const found = knownOn(day).map(row => [row.slug, reasonsOf(row).map(reason => reason.rule)] as const)
  return Object.fromEntries(found.filter(([, rules]) => rules.length > 0))
}

function details(slug: string, day: string): string[] {
  return reasonsOf(knownRow(slug, day)).map(reason => reason.detail)
}

describe('exceptionReasons() on the Norfolk dashboard known on 6 March 2017', () => {
  test('exceptionReasons() gives the four that the report lists, and the fall of community care that it does not', () => {
    expect(listed(marchReport)).toEqual({
      'dtoc-social-care-rate': ['off-target'],
      'ld-paid-employment': ['off-target'],
      'mh-paid-employment': ['off-target'],
      'res-admissions-65-plus-rate': ['off-target', 'deteriorating'],
      'community-care-share': ['deteriorating'],
    })
  })

  test('exceptionReasons() says both reasons of admissions 65+', () => {
    expect(details('res-admissions-65-plus-rate', marchReport)).toEqual([
      '637 against a target of 590 in November 2016, 8.0 % above target',
      'worse in each of the last three months: 613 (August 2016), 621, 630, 637 (November 2016)',
    ])
  })

  test('exceptionReasons() says the unit of a percentage', () => {
    expect(details('community-care-share', marchReport)).toEqual([
      'worse in each of the last three months: 67.2 % (September 2016), 67.1 %, 66.7 %, 66.4 % (December 2016)',
    ])
    expect(details('ld-paid-employment', marchReport)).toEqual([
      '3.3 % against a target of 3.8 % in December 2016, 13.2 % below target',
    ])
  })
})

describe('exceptionReasons() on the Norfolk dashboard known on 19 June 2017', () => {
  test('exceptionReasons() gives the five that the report lists, and the fall of information-only assessments', () => {
    expect(listed(juneReport)).toEqual({
      'dtoc-social-care-rate': ['off-target', 'deteriorating'],
      'ld-paid-employment': ['off-target'],
      'mh-paid-employment': ['off-target'],
      'res-admissions-65-plus-rate': ['off-target'],
      'res-admissions-18-64-rate': ['off-target'],
      'assessments-info-guidance-only': ['deteriorating'],
    })
  })

  test.each([
    ['ld-paid-employment', '3.3 % against a target of 4.0 % in March 2017, 18.7 % below target'],
    ['mh-paid-employment', '2.0 % against a target of 3.7 % in March 2017, 44.8 % below target'],
    ['res-admissions-65-plus-rate', '633 against a target of 573 in March 2017, 10.5 % above target'],
    ['res-admissions-18-64-rate', '19.3 against a target of 16.5 in March 2017, 17.0 % above target'],
  ])('exceptionReasons() says by how much %s is off target', (slug, detail) => {
    expect(details(slug, juneReport)).toEqual([detail])
  })

  test('exceptionReasons() shows delays with the decimals that were printed', () => {
    expect(details('dtoc-social-care-rate', juneReport)).toEqual([
      '3.56 against a target of 1.5 in March 2017, 137.3 % above target',
      'worse in each of the last four months: 3.1 (November 2016), 3.2, 3.4, 3.5, 3.56 (March 2017)',
    ])
  })

  test('exceptionReasons() judges information-only assessments up to January 2017, their latest value', () => {
    expect(details('assessments-info-guidance-only', juneReport)).toEqual([
      'worse in each of the last three months: 13.5 % (October 2016), 11.5 %, 11.3 %, 8.1 % (January 2017)',
    ])
  })
})

describe('exceptionReasons() on made-up series', () => {
  const quiet: Series = {
    polarity: 'bigger',
    unit: 'pounds',
    kind: 'snapshot',
    frequency: 'monthly',
    decimals: 1,
    points: [{ period: '2017-03' as Period, value: 1234.5, marks: [] }],
  }
  const amber: Verdict = { rating: 'Amber', variance: 0.07, reason: '7.0 % below target' }

  test('exceptionReasons() keeps every reason in the order of the rule', () => {
    const links = [
      { rule: 'risk' as const, to: 'RM14079', reason: 'delays hold up flow' },
      { rule: 'budget' as const, to: 'Purchase of care', reason: '' },
    ]
    expect(exceptionReasons({ series: quiet, verdict: amber, links, target: '1327.42' })).toEqual([
      { rule: 'off-target', detail: '£1,234.5 against a target of £1,327.42 in March 2017, 7.0 % below target' },
      { rule: 'budget', detail: 'Purchase of care' },
      { rule: 'risk', detail: 'RM14079. Delays hold up flow' },
    ])
  })

  test('exceptionReasons() gives none for an indicator without rating, run or link', () => {
    expect(exceptionReasons({ series: quiet, verdict: noRating('no target'), links: [] })).toEqual([])
  })

  test('exceptionReasons() never puts an indicator for information off target, but keeps its links', () => {
    const links = [{ rule: 'budget' as const, to: 'line', reason: 'why' }]
    const series = { ...quiet, polarity: 'none' as const }
    expect(exceptionReasons({ series, verdict: noRating('for information'), links }).map(({ rule }) => rule)).toEqual([
      'budget',
    ])
  })
})

describe('isOffTarget()', () => {
  test.each<[Verdict, boolean]>([
    [{ rating: 'Red', variance: 0.05, reason: '' }, true],
    [{ rating: 'Red', variance: null, reason: 'above a target of zero' }, true],
    [{ rating: 'Amber', variance: 0.0499, reason: '' }, false],
    [{ rating: 'Amber', variance: 0.05, reason: 'where Amber reaches further by setting' }, true],
    [{ rating: 'Green', variance: 0.1, reason: 'equal to a small target at the decimals shown' }, false],
    [noRating('no target'), false],
  ])('isOffTarget() of %j is %s', (verdict, expected) => {
    expect(isOffTarget(verdict)).toBe(expected)
  })
})
