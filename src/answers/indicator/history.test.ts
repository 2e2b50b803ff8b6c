import { describe, expect, test } from 'vitest'
import type { Fact } from '../../shared/facts.ts'
import { keyOf } from '../../shared/facts.ts'
import type { Indicator } from '../../shared/indicator.ts'
import type { DecimalText } from '../../shared/rounding.ts'
import { historyOf } from './history.ts'

const indicator = { unit: 'percent', counts: 'exact' } as Indicator
const reading = { indicator, decimals: 1, asAt: '2017-06-19' }
const nobody = { documents: new Map(), people: new Map(), origins: new Map() }

type Recorded = {
  readonly value?: string
  readonly counts?: string
  readonly period?: string
  readonly version?: string
  readonly known?: string
  readonly recorded?: string
  readonly reason?: 'not_available'
  readonly seq?: number
}

function recorded(given: Recorded): Fact<'observation'> {
  const {
    value,
    counts,
    period = '2016-07',
    version = '1',
    known = '2017-03-06',
    recorded: at = '2017-06-20T09:00:00.000Z',
  } = given
  const [numerator = null, denominator = null] = counts?.split('/') ?? []
  return {
    kind: 'observation',
    ...keyOf('norfolk', { indicator: 'cqc', geography: 'norfolk', period, version }),
    seq: given.seq ?? 1,
    knownOn: known,
    recordedAt: at,
    actor: 'person-1',
    payload: {
      value: (value ?? null) as DecimalText | null,
      numerator: numerator as DecimalText | null,
      denominator: denominator as DecimalText | null,
      reason: given.reason ?? null,
      until: '',
      marks: [],
      note: '',
    },
    from: { document: 'paper', file: 'book.xlsx', place: 'sheet Data, cell C7' },
  }
}

const said = (facts: readonly Fact<'observation'>[]) =>
  historyOf(facts, reading, nobody).map(({ period, versions }) => [period, ...versions.map(each => each.sentence)])

describe('historyOf()', () => {
  test('says of each version what it was, and of a later one what became of the earlier', () => {
    const facts = [
      recorded({ value: '65.0' }),
      recorded({ value: '65.2', counts: '174/267', known: '2017-06-19' }),
      recorded({ value: '65.2', counts: '175/268', known: '2017-07-01' }),
    ]
    const [figure] = historyOf(facts, reading, nobody)
    expect(figure?.versions.map(({ change, sentence, counts }) => [change, sentence, counts])).toEqual([
      [null, 'first recorded: 65.0 %', ''],
      ['revised', '65.0 % became 65.2 %', '174 of 267'],
      ['revised', '65.2 % became 65.3 %', '175 of 268'],
    ])
  })

  test('missing is missing: a value that comes later is added, one that goes is withdrawn', () => {
    expect(said([recorded({ reason: 'not_available' }), recorded({ value: '72.8', known: '2017-06-19' })])).toEqual([
      ['2016-07', 'first recorded: no value: not available', '72.8 % added'],
    ])
    expect(said([recorded({ value: '72.8' }), recorded({ reason: 'not_available', known: '2017-06-19' })])).toEqual([
      ['2016-07', 'first recorded: 72.8 %', '72.8 % withdrawn: not available'],
    ])
  })

  test('what is said again is said to stand', () => {
    expect(said([recorded({ value: '2.9' }), recorded({ value: '2.9', known: '2017-06-19' })])).toEqual([
      ['2016-07', 'first recorded: 2.9 %', 'still 2.9 %'],
    ])
  })

  test('orders versions by the day on which they were known, then as recorded; periods latest first', () => {
    const facts = [
      recorded({ value: '3', known: '2017-06-19', seq: 3 }),
      recorded({ value: '2', known: '2017-03-06', recorded: '2017-06-20T10:00:00.000Z', seq: 2 }),
      recorded({ value: '1', known: '2017-03-06', seq: 1 }),
      recorded({ value: '9', period: '2016-08', seq: 4 }),
    ]
    expect(
      historyOf(facts, reading, nobody).map(({ period, versions }) => [period, versions.map(each => each.shown)]),
    ).toEqual([
      ['2016-08', ['9.0']],
      ['2016-07', ['1.0', '2.0', '3.0']],
    ])
  })

  test('values under two definitions are two figures, and say which', () => {
    const facts = [recorded({ value: '5', version: '1' }), recorded({ value: '6', version: '2' })]
    expect(historyOf(facts, reading, nobody).map(each => each.definition)).toEqual(['2', '1'])
    expect(historyOf(facts.slice(0, 1), reading, nobody).map(each => each.definition)).toEqual([''])
  })

  test('names the document by its title, the cell, and the recorder by name and role where they are known', () => {
    const beside = {
      documents: new Map([['paper', 'Performance report']]),
      people: new Map([['person-1', { name: 'Robin', role: 'analyst' }]]),
      origins: new Map<string, string>(),
    }
    const [figure] = historyOf([recorded({ value: '5' })], reading, beside)
    expect(figure?.versions[0]).toMatchObject({
      document: 'Performance report',
      file: 'book.xlsx',
      place: 'sheet Data, cell C7',
      recordedBy: 'Robin (analyst)',
      recordedAt: '2017-06-20T09:00:00.000Z',
      knownOn: '2017-03-06',
    })
    expect(historyOf([recorded({ value: '5' })], reading, nobody)[0]?.versions[0]).toMatchObject({
      document: 'paper',
      recordedBy: '',
    })
  })
})

test('where a version was recorded is what the audit says of its change, whoever made it', () => {
  const people = new Map([['person-1', { name: 'Robin', role: 'command line' }]])
  const fact = recorded({ value: '5' })
  const recordedBy = (origin: string) =>
    historyOf([fact], reading, { ...nobody, people, origins: new Map([[fact.recordedAt, origin]]) })[0]?.versions[0]
      ?.recordedBy
  expect(recordedBy('pages')).toBe('Robin (in these pages)')
  expect(recordedBy('command line')).toBe('Robin (command line)')
})
