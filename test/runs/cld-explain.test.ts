import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asked, askTable } from '../../src/measures/ask.ts'
import { definitionOf, figureFolders } from '../../src/measures/definition.ts'
import type { Row } from '../../src/measures/engine.ts'
import { askExplanation } from '../../src/measures/explain/explain.ts'
import { yearTo } from '../../src/measures/period.ts'
import { expectedRows, lines } from '../fixtures/cld/expected.ts'
import { takeIn } from '../support/cld-example.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

const folder = makeTemporaryFolder()
let asked: Asked

beforeAll(async () => {
  asked = await takeIn(folder.path)
})
afterAll(folder.remove)

const measures = figureFolders.flatMap(name => definitionOf(name).figures.map(({ measure }) => measure))
const columns = ['period', 'la_code', 'measure', 'breakdown', 'numerator', 'denominator', 'outcome']

test.each(measures)('the steps of %s add up, and end at the official result', async measure => {
  for (const [end, label] of [
    ['2025-03', '1 Apr 24 - 31 Mar 25'],
    ['2026-03', '1 Apr 25 - 31 Mar 26'],
  ] as const) {
    const { explanations } = await askExplanation({ ...asked, span: yearTo(end) }, measure, null)
    const expected = expectedRows('cleaned_key_measures').filter(
      row => row['measure'] === measure && row['period'] === label,
    )
    const ends = explanations.map(({ council, steps, ...row }) => ({
      ...row,
      la_code: council,
      numerator: steps.at(-1)?.left,
      denominator: steps.find(({ kind }) => kind === 'denominator')?.left ?? row.denominator,
    }))
    expect(lines(ends, columns)).toEqual(lines(expected, columns))
    for (const { steps } of explanations) {
      expect(steps.at(-1)?.kind).toBe('numerator')
      for (const [at, { kind, change, left }] of steps.entries()) {
        expect(left).toBe((steps[at - 1]?.left ?? 0) + change)
        // What the steps take out is counted apart from what they leave, so nothing may remain unexplained.
        if (kind === 'denominator' || kind === 'numerator') expect(change).toBe(0)
        else if (kind !== 'start') expect(change).toBeLessThanOrEqual(0)
      }
    }
  }
})

/** Each table that counts, and how many its rows count, by council. */
const tables: readonly [measure: string, table: string, counts: (row: Row) => number][] = [
  ['LTS001a', 'LTS001a', row => Number(row['people'])],
  ['LTS001b', 'LTS001b', row => Number(row['people'])],
  ['LTS003', 'LTS003', row => Number(row['carers'])],
  ['LTS004', 'LTS004', row => Number(row['people'])],
  ['STS001', 'STS001', row => Number(row['rows'])],
  ['STS002a', 'STS002a', row => Number(row['rows'])],
  ['Waiting times', 'waiting-times', row => Number(row['n'])],
]

test.each(tables)('the steps of %s add up, and end at what the table counts', async (measure, table, counts) => {
  const year = { ...asked, span: yearTo('2026-03') }
  const { explanations } = await askExplanation(year, measure, null)
  const { rows } = await askTable(table, year)
  const counted = Map.groupBy(rows, row => String(row['council']))
  expect(counted.size).toBeGreaterThan(1)
  for (const [council, own] of counted) {
    const told = explanations.filter(each => each.council === council)
    const total = told.find(({ breakdown }) => breakdown === 'Total')
    expect(total?.numerator).toBe(own.reduce((sum, row) => sum + counts(row), 0))
    const groups = told.filter(({ breakdown }) => breakdown !== 'Total')
    expect(groups.reduce((sum, { numerator }) => sum + numerator, 0)).toBe(total?.numerator)
    for (const { steps, numerator } of told) {
      expect(steps.at(-1)).toMatchObject({ kind: 'numerator', change: 0, left: numerator })
      expect(steps.find(({ kind }) => kind === 'group')?.change).toBeLessThanOrEqual(0)
      expect(steps.filter(({ kind, change }) => kind === 'excluded' && change >= 0)).toEqual([])
    }
  }
})

test('the steps of ASCOF 2D end at the official table', async () => {
  const year = { ...asked, span: yearTo('2026-03') }
  const { explanations } = await askExplanation(year, '2D(1)', null)
  const { rows } = await askTable('2D(1)', year)
  const whole = rows.filter(
    row => row['client_type'] === 'Total' && row['group'] === 'Total' && row['area'] !== 'England',
  )
  expect(
    explanations.map(({ numerator, denominator, outcome }) => `${numerator} ${denominator} ${outcome}`).sort(),
  ).toEqual(whole.map(row => `${row['numerator']} ${row['denominator']} ${row['outcome_percent']}`).sort())
  for (const { steps, numerator } of explanations) expect(steps.at(-1)?.left).toBe(numerator)
})

test('waits of Eastmere: of 602 requests 254 are looked at, and give 269 waits', async () => {
  const { explanations } = await askExplanation({ ...asked, span: yearTo('2026-03') }, 'waiting-times', '901')
  const [total] = explanations
  expect(total?.steps.map(({ kind, change, left }) => `${kind} ${change} ${left}`)).toEqual([
    'start 602 602',
    'excluded -19 583',
    'excluded -167 416',
    'excluded -162 254',
    'kept 0 254',
    'kept -55 199',
    'kept 70 269',
    'group 0 269',
    'numerator 0 269',
  ])
})

test('ASCOF 2C of Eastmere: seventy stays become fourteen people', async () => {
  const { explanations } = await askExplanation({ ...asked, span: yearTo('2026-03') }, '2c', 'eastmere')
  expect(explanations).toHaveLength(1)
  expect(explanations[0]?.steps.map(({ kind, change, left }) => `${kind} ${change} ${left}`)).toEqual([
    'start 70 70',
    'kept -46 24',
    'excluded -1 23',
    'excluded -2 21',
    'merged -2 19',
    'group -5 14',
    'numerator 0 14',
  ])
})

test('a measure or a council that is not there is named, with those that are', async () => {
  await expect(askExplanation(asked, '9Z', null)).rejects.toThrow(
    'There is no measure 9Z; there are ASCOF 2A, ASCOF 2B',
  )
  await expect(askExplanation(asked, '2A', 'Nowhere')).rejects.toThrow('there are those of 901 Eastmere, 902 Northfold')
})
