import { describe, expect, test } from 'vitest'
import type { Audience } from '../shared/audience.ts'
import { type Fact, type FactKind, keyOf } from '../shared/facts.ts'
import type { Indicator } from '../shared/indicator.ts'
import { asSeenBy, observationKey, type Standing } from './observations.ts'

const made = { seq: 1, knownOn: '2025-07-01', recordedAt: '2025-07-01T09:00:00.000Z', actor: 'a' }

function factOf<K extends FactKind>(kind: K, key: Parameters<typeof keyOf>[1], payload: unknown): Fact<K> {
  const from = { document: '', file: '', place: '' }
  return { kind, ...keyOf('here', key), ...made, from, payload } as unknown as Fact<K>
}

const indicator = (slug: string, more: Partial<Indicator> = {}) =>
  factOf('indicator', { indicator: slug }, { unit: 'count', kind: 'snapshot', counts: 'exact', decimals: 0, ...more })
const framework = (name: string, more: Partial<Fact<'framework'>['payload']> = {}) =>
  factOf('framework', { name }, { settings: {}, suppressFor: [], publishedElsewhere: '', ...more })
const member = (name: string, slug: string) => factOf('membership', { name, indicator: slug }, { member: true })
const elsewhere = { publishedElsewhere: 'Annual report, Anywhere Council, 2025-07-01', publishedOn: '2025-07-01' }

/** A value, or a numerator and a denominator. */
function observed(slug: string, figures: string, breakdown = ''): Fact<'observation'> {
  const [first = '', denominator = null] = figures.split(' of ')
  const counts = denominator === null ? { value: first } : { numerator: first, denominator }
  return factOf(
    'observation',
    { indicator: slug, geography: 'here', breakdown, period: '2025-06', version: '1' },
    {
      value: null,
      numerator: null,
      denominator: null,
      reason: null,
      until: '',
      marks: [],
      note: 'Three men.',
      ...counts,
    },
  )
}

const standing = (more: Partial<Standing> = {}): Standing => ({
  indicators: [indicator('people')],
  frameworks: [framework('signs')],
  memberships: [member('signs', 'people')],
  cards: [],
  ...more,
})

const shown = (audience: Audience, facts: readonly Fact<'observation'>[], how: Standing = standing()) =>
  asSeenBy(audience, facts, how).map(({ payload }) => payload.value ?? payload.numerator)

describe('asSeenBy()', () => {
  test('takes value, counts and note of a small figure from the public, and says why', () => {
    const [seen] = asSeenBy('public', [observed('people', '3')], standing())
    expect(seen?.payload).toMatchObject({ value: null, numerator: null, reason: 'suppressed', note: '' })
    expect(seen?.suppressedFor).toEqual(['public', 'member'])
  })

  test.each([
    ['public', null],
    ['member', null],
    ['officer', '3'],
    ['administrator', '3'],
  ] as const)('shows %s %s', (audience, value) => {
    expect(shown(audience, [observed('people', '3')])).toEqual([value])
    expect(asSeenBy(audience, [observed('people', '3')], standing())[0]?.suppressedFor).toHaveLength(2)
  })

  test('hides from those whom the framework names, below the number that it sets', () => {
    const how = standing({
      frameworks: [framework('signs', { suppressFor: ['public'], settings: { suppress_below: 10 } })],
    })
    expect(shown('public', [observed('people', '9')], how)).toEqual([null])
    expect(shown('member', [observed('people', '9')], how)).toEqual(['9'])
  })

  test('hides nothing where every framework with the indicator is published elsewhere', () => {
    const memberships = [member('signs', 'people'), member('others', 'people')]
    const frameworks = [framework('signs', elsewhere), framework('others', elsewhere)]
    expect(shown('public', [observed('people', '3')], standing({ memberships, frameworks }))).toEqual(['3'])
    const one = [framework('signs', elsewhere), framework('others')]
    expect(shown('public', [observed('people', '3')], standing({ memberships, frameworks: one }))).toEqual([null])
  })

  test('hides what was known only after the day of the publication that it stands in, and where that has no day', () => {
    const before = framework('signs', { ...elsewhere, publishedOn: '2025-06-30' })
    const undated = framework('signs', { ...elsewhere, publishedOn: '' })
    for (const one of [before, undated])
      expect(shown('public', [observed('people', '3')], standing({ frameworks: [one] }))).toEqual([null])
    const later = framework('others', { ...elsewhere, publishedOn: '2025-06-30' })
    const memberships = [member('signs', 'people'), member('others', 'people')]
    const both = standing({ memberships, frameworks: [framework('signs', elsewhere), later] })
    expect(shown('public', [observed('people', '3')], both)).toEqual([null])
  })

  test('says of each figure where it is published already, and how small a count of it is small', () => {
    const [seen] = asSeenBy(
      'public',
      [observed('people', '3')],
      standing({ frameworks: [framework('signs', elsewhere)] }),
    )
    expect(seen).toMatchObject({ publishedIn: [elsewhere.publishedElsewhere], suppressedFor: [], smallBelow: 5 })
    const ten = standing({ frameworks: [framework('signs', { settings: { suppress_below: 10 } })] })
    expect(asSeenBy('public', [observed('people', '7')], ten)[0]).toMatchObject({ publishedIn: [], smallBelow: 10 })
  })

  test('hides what it is told to besides, and from officers nothing', () => {
    const facts = [observed('people', '300'), observed('people', '400', 'age=65+')]
    const also = new Set(facts.slice(0, 1).map(observationKey))
    const values = (audience: Audience) =>
      asSeenBy(audience, facts, standing(), also).map(({ payload }) => payload.value)
    expect([values('public'), values('officer')]).toEqual([
      [null, '400'],
      ['300', '400'],
    ])
  })

  test('rules what only a card prints as what it stands beside', () => {
    const card = factOf('card', { name: 'card' }, { indicators: ['people'], supplementary: ['more'] })
    const how = standing({
      indicators: [indicator('people'), indicator('more')],
      cards: [card],
      frameworks: [framework('signs', elsewhere)],
    })
    expect(shown('public', [observed('more', '3')], how)).toEqual(['3'])
    expect(shown('public', [observed('more', '3')], { ...how, cards: [] })).toEqual([null])
  })

  test.each([
    [{ unit: 'percent' }, '3 of 40', null],
    [{ unit: 'percent', peopleIn: 'denominator' }, '3 of 40', '3'],
    [{ unit: 'percent', peopleIn: 'denominator' }, '30 of 4', null],
    [{ unit: 'count', peopleIn: 'neither' }, '3', '3'],
    [{ unit: 'days' }, '3 of 40', '3'],
    [{ unit: 'pounds' }, '3', '3'],
  ] as const)('counts people in %o: %s is shown as %s', (more, figures, expected) => {
    const how = standing({ indicators: [indicator('people', more)] })
    expect(shown('public', [observed('people', figures)], how)).toEqual([expected])
  })

  test('rounds the counts of a breakdown, not the total, and keeps the percentage of the counts as they were', () => {
    const how = standing({ indicators: [indicator('people', { unit: 'percent', decimals: 1 })] })
    const facts = [observed('people', '37 of 81'), observed('people', '37 of 81', 'age=65+')]
    const [total, part] = asSeenBy('public', facts, how)
    expect(total).toMatchObject({ countsAreRounded: false, payload: { numerator: '37', denominator: '81' } })
    expect(part).toMatchObject({
      countsAreRounded: true,
      payload: { value: '45.7', numerator: '35', denominator: '80' },
    })
    expect(asSeenBy('officer', facts, how)[1]).toMatchObject({ payload: { numerator: '37' }, countsAreRounded: false })
  })
})
