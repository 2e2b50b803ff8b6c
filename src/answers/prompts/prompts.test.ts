import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyOf } from '../../shared/facts.ts'
import { type MadeUp, madeUpFramework, monthsFrom } from '../made-up.data.ts'
import type { Observation } from '../observations.ts'
import { promptsOf } from './prompts.ts'
import type { PromptCode } from './types.ts'

const nothing = { categories: [], actions: [] }
const stays: MadeUp = {
  slug: 'stays',
  cells: { '2016-03': '80.0=80:100', '2017-03': '72.0=90:125' },
  targets: { '2016-03': '75.0', '2017-03': '75.0' },
}

function prompt(given: MadeUp, code: PromptCode, beside: Parameters<typeof promptsOf>[2] = nothing) {
  const found = promptsOf(given.slug, madeUpFramework([given]), beside).find(each => each.code === code)
  if (!found) throw new Error(`There is no prompt ${code}`)
  return found
}

/** A figure of a category, as its audience may see it. */
function category(breakdown: string, period: string, payload: Partial<Observation['payload']>, more = {}): Observation {
  return {
    kind: 'observation',
    ...keyOf('anywhere', { indicator: 'stays', geography: 'anywhere', breakdown, period }),
    payload: {
      value: null,
      numerator: null,
      denominator: null,
      reason: null,
      marks: [],
      note: '',
      until: '',
      ...payload,
    },
    suppressedFor: [],
    countsAreRounded: false,
    smallBelow: 5,
    publishedIn: [],
    ...more,
  } as unknown as Observation
}
const counts = (numerator: number, denominator: number) =>
  ({ numerator: String(numerator), denominator: String(denominator) }) as Partial<Observation['payload']>
const localities = [
  category('locality=north', '2016-03', counts(50, 60)),
  category('locality=south', '2016-03', counts(30, 40)),
  category('locality=north', '2017-03', counts(50, 75)),
  category('locality=south', '2017-03', counts(40, 50)),
]

describe('promptsOf()', () => {
  test('promptsOf() says what a change since the last value on target is made of, as printed and adding up', () => {
    const { answers, contributions } = prompt(stays, 'why', { ...nothing, categories: localities })
    expect(answers.slice(0, 2)).toEqual([
      'It is 72.0 % against a target of 75.0 %.',
      'It was 80.0 % in March 2016, when it was last on target.',
    ])
    const [byCounts, byLocality] = contributions
    expect(byCounts?.change).toBe('−8.0')
    expect(byCounts?.parts.map(part => [part.name, part.shown, part.counts])).toEqual([
      ['What is counted', '+9.0', '80 to 90'],
      ['Out of how many', '−17.0', '100 to 125'],
    ])
    expect(byLocality).toMatchObject({ name: 'Locality', change: '−8.0' })
    expect(byLocality?.parts.map(part => [part.name, part.counts])).toEqual([
      ['north', '50 of 60 to 50 of 75'],
      ['south', '30 of 40 to 40 of 50'],
    ])
  })

  test('promptsOf() explains a change since the last value on target and since a year before, each by itself', () => {
    const delays: MadeUp = {
      slug: 'delays',
      unit: 'days',
      kind: 'ytd_average',
      polarity: 'smaller',
      cells: { '2016-03': '5.6=560:100', '2016-10': '5.0=500:100', '2016-11': '5.2=530:102', '2017-03': '5.1=612:120' },
      targets: { '2016-10': '5.0', '2016-11': '4.9', '2017-03': '4.5' },
    }
    const { answers, contributions } = prompt(delays, 'why')
    expect(answers).toEqual([
      'It is 5.1 days against a target of 4.5 days.',
      'It was 5.0 days in October 2016, when it was last on target, and its target then was 5.0 days.',
      'The change of +0.1 days is made of +1.0 from what is counted (500 to 612) and −0.9 from out of how many (100 to 120).',
      'It was 5.6 days in March 2016, a year before.',
      'The change of −0.5 days is made of −1.0 from out of how many (100 to 120) and +0.5 from what is counted (560 to 612).',
    ])
    expect(contributions.map(({ from, to, of }) => [from, to, of])).toEqual([
      ['2016-10', '2017-03', 'counts'],
      ['2016-03', '2017-03', 'counts'],
    ])
  })

  test('promptsOf() never explains what adds up over the year by another month of it', () => {
    const admitted: MadeUp = {
      slug: 'admitted',
      unit: 'count',
      kind: 'cumulative',
      polarity: 'smaller',
      decimals: 0,
      cells: { '2016-03': '120', '2016-10': '50', '2017-03': '130' },
      targets: { '2016-10': '60', '2017-03': '110' },
    }
    expect(prompt(admitted, 'why').answers[1]).toBe('It was 120 in March 2016, a year before.')
  })

  test('promptsOf() adds up at the decimals shown, whatever the figures', () => {
    const part = fc
      .tuple(fc.nat({ max: 90 }), fc.nat({ max: 90 }))
      .map(([some, more]) => [some, some + more + 1] as const)
    const pair = fc.tuple(part, part)
    fc.assert(
      fc.property(pair, pair, (before, after) => {
        const total = (parts: typeof before) =>
          parts.reduce(([n, d], [some, all]) => [n + some, d + all] as const, [0, 0] as const)
        const [was, is] = [total(before), total(after)]
        const cells = { '2016-03': `=${was[0]}:${was[1]}`, '2017-03': `=${is[0]}:${is[1]}` }
        const at = (period: string, parts: typeof before) =>
          parts.map(([some, all], place) => category(`age=${place}`, period, counts(some, all)))
        const categories = [...at('2016-03', before), ...at('2017-03', after)]
        const { contributions } = prompt({ slug: 'stays', cells }, 'why', { ...nothing, categories })
        expect(contributions).toHaveLength(2)
        const tenths = (text: string) => Math.round(Number(text.replace('−', '-').replace(',', '')) * 10) + 0
        for (const { change, parts } of contributions)
          expect(parts.reduce((sum, each) => sum + tenths(each.shown), 0)).toBe(tenths(change))
      }),
    )
  })

  test('promptsOf() says nothing by categories of which one is hidden, rounded, missing or not all', () => {
    const [first, ...others] = localities
    if (!first) throw new Error('There is no first locality')
    const hidden = { ...first, payload: { ...first.payload, numerator: null, denominator: null, reason: 'suppressed' } }
    const spoilt = [
      [hidden as Observation, ...others],
      [{ ...first, countsAreRounded: true }, ...others],
      others,
      localities.slice(0, 3),
      [category('locality=north', '2016-03', counts(49, 60)), ...others],
    ]
    for (const categories of spoilt)
      expect(prompt(stays, 'why', { ...nothing, categories }).contributions.map(each => each.name)).toEqual([
        'What is counted, and out of how many',
      ])
  })

  test('promptsOf() compares nothing across a break, and says so where there is nothing to compare', () => {
    const broken = { ...stays, breaksFrom: '2016-09' }
    const { answers, contributions } = prompt(broken, 'why')
    expect(contributions).toEqual([])
    expect(answers.at(-1)).toMatch(
      /no earlier value that it can be compared with|No counts or categories that can be shown/,
    )
  })

  test('promptsOf() says how many people lie between the value and its target', () => {
    expect(prompt(stays, 'impact').answers).toEqual([
      'On target it would have been about 94 of 125 rather than 90: about 4 more people.',
    ])
    const waiting: MadeUp = {
      slug: 'waiting',
      unit: 'count',
      polarity: 'smaller',
      decimals: 0,
      cells: { '2017-03': '1143' },
      targets: { '2017-03': '1000' },
    }
    expect(prompt(waiting, 'impact').answers[0]).toBe(
      'On target it would have been 1,000 rather than 1,143: 143 fewer people.',
    )
  })

  test('promptsOf() names the actions under way, and leaves the last prompt to the lead', () => {
    const action = {
      slug: 'a',
      description: 'Call all.',
      ownerRole: '',
      raisedOn: '',
      dueOn: '2017-01-31',
      updates: [],
    }
    const actions = [
      { ...action, state: 'overdue' as const },
      { ...action, state: 'done' as const },
    ]
    const { answers } = prompt(stays, 'improve', { ...nothing, actions })
    expect(answers).toEqual(['1 action is under way: Call all (overdue since 31 January 2017).'])
    expect(prompt(stays, 'learn')).toMatchObject({
      answers: [],
      left: 'This is for the lead to write: no figure answers it.',
    })
  })

  test('promptsOf() predicts by the forecast, and says where it cannot', () => {
    const rising = Array.from({ length: 35 }, (_, at) => (40 + at * 0.5 + ((at * 7) % 5) / 10).toFixed(1))
    const given = { slug: 'a', cells: monthsFrom('2014-04', rising), targets: { '2016/17': '70.0' } }
    expect(prompt(given, 'predicted').answers[0]).toMatch(/^Expected in March 2017: 5/)
    expect(prompt(given, 'when').answers[0]).toBe(
      'On the present path from February 2017, the latest figure, it is not back on track within two years.',
    )
    expect(prompt(stays, 'predicted').answers[0]).toContain('No forecast')
  })
})
