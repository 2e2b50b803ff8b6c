import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Fact, keyOf, type NewFact } from '../shared/facts.ts'
import type { DecimalText } from '../shared/rounding.ts'
import type { Draft } from './exchange/facts-of-rows.ts'
import { planOf } from './plan.ts'

type Given = { indicator?: string; period?: string; value?: string; knownOn?: string; document?: string }

function draft({
  indicator = 'delays',
  period = '2017-03',
  value = '3.5',
  knownOn = '2017-06-19',
  document = '',
}: Given) {
  const fact: NewFact<'observation'> = {
    kind: 'observation',
    ...keyOf('norfolk', { indicator, geography: 'norfolk', period, version: '1' }),
    knownOn,
    payload: {
      value: value as DecimalText,
      numerator: null,
      denominator: null,
      reason: null,
      until: '',
      marks: [],
      note: '',
    },
    from: { document, file: 'observations.csv', place: 'row 2' },
  }
  return { fact, place: { file: 'observations.csv', sheet: '', row: 2, letters: {} }, row: {} } satisfies Draft
}

/** As the register would hold what a plan stores. */
const stored = (facts: readonly NewFact[], at = '2026-01-01T00:00:00.000Z', after = 0): Fact[] =>
  facts.map(
    (fact, index) => ({ ...fact, seq: after + index + 1, recordedAt: at, actor: 'person-1' }) as unknown as Fact,
  )

const counts = (drafts: readonly Draft[], held: readonly Fact[] = []) => planOf(drafts, held).counts
const none = { new: 0, revised: 0, restated: 0, unchanged: 0 }

describe('planOf()', () => {
  test('planOf() tells new, revised and unchanged, and what stood there before', () => {
    const held = stored([draft({}).fact, draft({ period: '2017-02' }).fact])
    const plan = planOf([draft({}), draft({ period: '2017-02', value: '3.4' }), draft({ period: '2017-01' })], held)
    expect(plan.counts).toEqual({ ...none, new: 1, revised: 1, unchanged: 1 })
    expect(plan.changes.map(({ change, fact, old }) => [change, fact.period, old?.seq ?? null])).toEqual([
      ['revised', '2017-02', 2],
      ['new', '2017-01', null],
    ])
  })

  test('planOf() compares 79.0 and 79 as two texts: the decimals of a source are part of what it says', () => {
    expect(counts([draft({ value: '79' })], stored([draft({ value: '79.0' }).fact]))).toEqual({ ...none, revised: 1 })
  })

  test('planOf() compares with what was known on the day of the draft, not with what came later', () => {
    const held = stored([draft({ knownOn: '2017-03-06', value: '3.1' }).fact, draft({ knownOn: '2017-06-19' }).fact])
    expect(counts([draft({ knownOn: '2017-04-01', value: '3.1' })], held)).toEqual({ ...none, unchanged: 1 })
    expect(counts([draft({ knownOn: '2017-04-01', value: '3.5' })], held)).toEqual({ ...none, revised: 1 })
    expect(counts([draft({ knownOn: '2017-03-05', value: '3.5' })], held)).toEqual({ ...none, new: 1 })
  })

  test('planOf() takes the later recorded of two versions of one day', () => {
    const held = [
      ...stored([draft({ value: '1' }).fact], '2026-01-01T00:00:00.000Z'),
      ...stored([draft({ value: '2' }).fact], '2026-01-02T00:00:00.000Z', 1),
    ]
    expect(counts([draft({ value: '2' })], held)).toEqual({ ...none, unchanged: 1 })
    expect(counts([draft({ value: '1' })], held.toReversed())).toEqual({ ...none, revised: 1 })
  })

  test('planOf() compares rows of one import with one another, by their days', () => {
    const rows = [draft({ knownOn: '2017-06-19', value: '3.56' }), draft({ knownOn: '2017-03-06', value: '3.1' })]
    expect(
      planOf(rows, []).changes.map(({ change, fact, old }) => [change, fact.knownOn, old?.knownOn ?? null]),
    ).toEqual([
      ['new', '2017-03-06', null],
      ['revised', '2017-06-19', '2017-03-06'],
    ])
  })

  test('planOf() records once that another document says the same again', () => {
    const march = draft({ knownOn: '2017-03-06', document: 'march' })
    const june = draft({ knownOn: '2017-06-19', document: 'june' })
    expect(counts([march, june])).toEqual({ ...none, new: 1, restated: 1 })
    expect(counts([march, june], stored([march.fact, june.fact]))).toEqual({ ...none, unchanged: 2 })
    expect(counts([draft({ knownOn: '2017-06-19' })], stored([march.fact]))).toEqual({ ...none, unchanged: 1 })
  })

  test('planOf() finds everything unchanged the second time, whatever was imported', () => {
    const given = fc
      .record({
        indicator: fc.constantFrom('delays', 'admissions'),
        period: fc.constantFrom('2017-02', '2017-03'),
        value: fc.constantFrom('1', '2', '2.0'),
        knownOn: fc.constantFrom('2017-03-06', '2017-06-19', '2017-09-30'),
        document: fc.constantFrom('', 'march', 'june'),
      })
      .map(draft)
    // One file says one thing of one fact on one day: what says two is refused before.
    const oneEach = (drafts: Draft[]) => [
      ...new Map(
        drafts.map(each => [JSON.stringify([each.fact.indicator, each.fact.period, each.fact.knownOn]), each]),
      ).values(),
    ]
    fc.assert(
      fc.property(fc.array(given).map(oneEach), fc.array(given).map(oneEach), (before, drafts) => {
        const held = stored(planOf(before, []).changes.map(each => each.fact))
        const first = planOf(drafts, held)
        const all = [
          ...held,
          ...stored(
            first.changes.map(each => each.fact),
            '2026-02-01T00:00:00.000Z',
            held.length,
          ),
        ]
        const total = Object.values(first.counts).reduce((sum, count) => sum + count, 0)
        expect(total).toBe(drafts.length)
        expect(counts(drafts, all)).toEqual({ ...none, unchanged: drafts.length })
      }),
    )
  })
})
