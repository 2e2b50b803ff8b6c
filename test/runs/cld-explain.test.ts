import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Asked } from '../../src/measures/ask.ts'
import { definitionOf, figureFolders } from '../../src/measures/definition.ts'
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
