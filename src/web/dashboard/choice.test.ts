import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DashboardRow } from '../../answers/types.ts'
import { fixtureServices } from '../fixtures/services.ts'
import {
  type Choice,
  choiceWithin,
  chosenRows,
  dashboardLink,
  exceptionRules,
  queryOf,
  readChoice,
  sorts,
} from './choice.ts'

const boardOf = async (organisation: string) =>
  (await fixtureServices().board(organisation, { framework: null, end: null }, { asAt: '2017-06-19' }, 'officer'))
    .dashboard
const { rows } = await boardOf('norfolk')
const harrowmere = await boardOf('harrowmere')
const slugs = (chosen: readonly DashboardRow[]) => chosen.map(row => row.indicator.slug)

describe('readChoice()', () => {
  test('reads back what dashboardLink() writes', () => {
    const choice: Choice = { rating: 'Amber', travel: 'no_change', find: 'a & b', sort: { by: 'name', down: true } }
    const link = dashboardLink('norfolk', choice, '2017-06-19')
    expect(link).toBe('/norfolk/dashboard?as-at=2017-06-19&find=a%20%26%20b&rating=amber&travel=no-change&sort=-name')
    expect(readChoice(Object.fromEntries(new URL(link, 'http://localhost').searchParams))).toEqual(choice)
  })

  test('reads back every choice that there can be', () => {
    const text = fc.string({ minLength: 1, maxLength: 40 }).filter(each => each.trim() === each && each !== '')
    const choices = fc.record(
      {
        framework: text,
        to: text,
        find: text,
        section: text,
        rating: fc.constantFrom('Red', 'Amber', 'Green', 'none'),
        travel: fc.constantFrom('better', 'worse', 'no_change'),
        lead: text,
        exception: fc.constantFrom('any', ...exceptionRules),
        sort: fc.record({ by: fc.constantFrom(...sorts), down: fc.boolean() }),
        counts: fc.constant(true),
        periods: fc.constant('all'),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(choices, choice => {
        expect(readChoice(queryOf(choice as Choice))).toEqual(choice)
      }),
    )
  })

  test('what is none of the words chooses nothing', () => {
    const wrong = {
      rating: 'Red',
      travel: 'sideways',
      exception: 'constructor',
      sort: '--name',
      counts: 'yes',
      find: '  ',
    }
    expect(readChoice(wrong)).toEqual({})
    expect(readChoice({ find: 'x'.repeat(5000) }).find).toHaveLength(100)
  })
})

describe('chosenRows()', () => {
  test('without a choice gives every row in the order of the framework', () => {
    expect(chosenRows(rows, {})).toEqual(rows)
  })

  test('gives the rows that are rated so, and go that way', () => {
    expect(chosenRows(rows, { rating: 'Red' }).map(row => row.latest?.rating)).toEqual(Array(5).fill('Red'))
    expect(chosenRows(rows, { rating: 'none' })).toHaveLength(rows.length - 6)
    const worse = chosenRows(rows, { rating: 'Red', travel: 'worse' })
    expect(worse.length).toBeGreaterThan(0)
    expect(worse.length).toBeLessThan(5)
    expect(worse.every(row => row.travel.direction === 'worse')).toBe(true)
  })

  test('finds every word in whatever an indicator is called, in any case', () => {
    expect(slugs(chosenRows(rows, { find: 'paid EMPLOYMENT' }))).toEqual(['ld-paid-employment', 'mh-paid-employment'])
    expect(slugs(chosenRows(rows, { find: 'employment mh' }))).toEqual(['mh-paid-employment'])
    expect(chosenRows(rows, { find: 'nowhere' })).toEqual([])
  })

  test('gives a section, a lead, and what a rule sends to committee', () => {
    expect(chosenRows(harrowmere.rows, { section: 'Help at home' })).toHaveLength(3)
    const lead = 'Director of Integrated Care'
    expect(new Set(chosenRows(rows, { lead }).map(row => row.indicator.lead))).toEqual(new Set([lead]))
    expect(slugs(chosenRows(rows, { exception: 'deteriorating' }))).toContain('dtoc-social-care-rate')
    expect(chosenRows(rows, { exception: 'any' }).every(row => row.reasons.length > 0)).toBe(true)
    expect(chosenRows(rows, { exception: 'risk' })).toEqual([])
  })

  test('sorts the worst rating first, the furthest from its target before others, and the other way about', () => {
    const sorted = chosenRows(rows, { sort: { by: 'rating', down: false } })
    expect(sorted.map(row => row.latest?.rating ?? 'none')).toEqual([
      ...Array(5).fill('Red'),
      'Green',
      ...Array(rows.length - 6).fill('none'),
    ])
    const variances = sorted.slice(0, 5).map(row => row.latest?.variance ?? 0)
    expect(variances).toEqual(variances.toSorted((a, b) => b - a))
    expect(variances[0]).toBeGreaterThan(1)
    expect(chosenRows(rows, { sort: { by: 'rating', down: true } })).toEqual(sorted.toReversed())
    const names = chosenRows(rows, { sort: { by: 'name', down: false } }).map(row =>
      row.indicator.shortName.toLowerCase(),
    )
    expect(names).toEqual(names.toSorted())
    const travels = chosenRows(rows, { sort: { by: 'travel', down: false } }).map(row => row.travel.direction)
    expect([travels[0], travels.lastIndexOf('worse') < travels.indexOf('better')]).toEqual(['worse', true])
  })

  test('never invents, loses or repeats a row', () => {
    const choices = fc.record({
      rating: fc.constantFrom('Red', 'Amber', 'Green', 'none', undefined),
      travel: fc.constantFrom('better', 'worse', 'no_change', undefined),
    })
    const count = (choice: object) => chosenRows(rows, choice as Choice).length
    for (const by of sorts)
      expect(slugs(chosenRows(rows, { sort: { by, down: false } })).sort()).toEqual(slugs(rows).sort())
    fc.assert(
      fc.property(choices, choice => {
        expect(count(choice)).toBeLessThanOrEqual(rows.length)
      }),
    )
    expect((['Red', 'Amber', 'Green', 'none'] as const).reduce((sum, rating) => sum + count({ rating }), 0)).toBe(
      rows.length,
    )
  })
})

test('choiceWithin() drops a section or a lead that the framework does not have', () => {
  const choice: Choice = { section: 'Help at home', lead: 'Nobody', rating: 'Red' }
  expect(choiceWithin(choice, harrowmere)).toEqual({ section: 'Help at home', rating: 'Red' })
  expect(choiceWithin(choice, { rows })).toEqual({ rating: 'Red' })
})
