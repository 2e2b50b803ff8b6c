import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asked, askMeasures } from '../../src/measures/ask.ts'
import { definitionOf, figureFolders } from '../../src/measures/definition.ts'
import { askExplanation } from '../../src/measures/explain/explain.ts'
import { askMoved, type Movement, movementOf } from '../../src/measures/moved/moved.ts'
import { yearTo } from '../../src/measures/period.ts'
import { writeSubmission } from '../fixtures/cld/submission.ts'
import { takeIn } from '../support/cld-example.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

const folder = makeTemporaryFolder()
const made = makeTemporaryFolder()
let asked: Asked

beforeAll(async () => {
  asked = await takeIn(folder.path)
})
afterAll(() => {
  folder.remove()
  made.remove()
})

const sumOf = (part: Movement) =>
  part.from + part.late + part.correctedIn - part.correctedOut + part.new - part.left - part.died

const people = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.integer({ min: 1, max: 3 }))
const mapOf = (counted: Readonly<Record<string, number>>) => new Map(Object.entries(counted))

test('a movement adds up, whoever comes and goes however often', () => {
  fc.assert(
    fc.property(people, people, people, fc.func(fc.boolean()), fc.func(fc.boolean()), (a, b, c, isKnown, isDead) => {
      const moved = movementOf({ before: mapOf(a), restated: mapOf(b), last: mapOf(c), isKnown, isDead })
      expect(sumOf(moved)).toBe(moved.to)
      expect(Math.min(...Object.values(moved))).toBeGreaterThanOrEqual(0)
    }),
  )
})

const measures = figureFolders.flatMap(name => definitionOf(name).figures.map(({ measure }) => measure))
const months = ['2025-01', '2025-03', '2025-05', '2025-08', '2025-12', '2026-02', '2026-03']

test('of the example, every pair of months adds up and ends at the measures as they were known', async () => {
  const pairs = months.flatMap(from => months.filter(to => to > from).map(to => [from, to] as const))
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...measures), fc.constantFrom(...pairs), async (measure, [from, to]) => {
      const { moved } = await askMoved(asked, { measure, from, to, council: null })
      expect(moved.length).toBeGreaterThan(0)
      for (const { numerator, denominator } of moved)
        for (const part of [numerator, ...(denominator ? [denominator] : [])]) expect(sumOf(part)).toBe(part.to)
    }),
    { numRuns: 6, seed: 7 },
  )
})

test('the year’s movement begins and ends at the published figures', async () => {
  const { moved } = await askMoved(asked, { measure: '2E', from: '2025-03', to: '2026-03', council: 'Eastmere' })
  const [then, now] = await Promise.all([
    askMeasures({ ...asked, span: yearTo('2025-03'), cutOff: '2025-05-05' }, false),
    askMeasures({ ...asked, span: yearTo('2026-03') }, false),
  ])
  for (const { council, breakdown, numerator, denominator } of moved) {
    const of = ({ figures }: typeof now) =>
      figures.find(each => each.council === council && each.measure === 'ASCOF 2E' && each.breakdown === breakdown)
    expect([numerator.from, denominator?.from]).toEqual([of(then)?.numerator, of(then)?.denominator])
    expect([numerator.to, denominator?.to]).toEqual([of(now)?.numerator, of(now)?.denominator])
  }
})

test.each(['LTS001a', 'LTS003', 'LTS004', 'STS001', 'STS002a', 'waiting times', '2D(1)'])(
  'the year’s movement of %s adds up, and begins and ends at the table as it was known',
  async measure => {
    const { moved } = await askMoved(asked, { measure, from: '2025-03', to: '2026-03', council: null })
    const [then, now] = await Promise.all([
      askExplanation({ ...asked, span: yearTo('2025-03'), cutOff: '2025-05-05' }, measure, null),
      askExplanation({ ...asked, span: yearTo('2026-03'), cutOff: '2026-05-05' }, measure, null),
    ])
    const of = ({ explanations }: typeof now, council: string, breakdown: string) =>
      explanations.find(each => each.council === council && each.breakdown === breakdown)?.numerator ?? 0
    expect(moved.some(({ numerator }) => numerator.from > 0 && numerator.to > 0)).toBe(true)
    for (const { council, breakdown, numerator, denominator } of moved) {
      for (const part of [numerator, ...(denominator ? [denominator] : [])]) expect(sumOf(part)).toBe(part.to)
      expect([numerator.from, numerator.to]).toEqual([of(then, council, breakdown), of(now, council, breakdown)])
    }
    const groups = new Set(moved.map(({ council, breakdown }) => `${council} ${breakdown}`))
    for (const { council, breakdown } of [...then.explanations, ...now.explanations])
      expect(groups).toContain(`${council} ${breakdown}`)
  },
)

test('five people by hand: late, corrected in and out, new, left and died', async () => {
  const person = (name: string, nhs: string) => ({ 'LA Person Unique Identifier': name, 'NHS Number': nhs })
  const [stays, leaves, dies, late, corrected, comes, wrong] = [
    person('E1', '9990014027'),
    person('E2', '9990014035'),
    person('E3', '9990014043'),
    person('E4', '9990014051'),
    person('E5', '9990014078'),
    person('E6', '9990014086'),
    person('E7', '9990014094'),
  ]
  const homed = {
    'Accommodation Status': 'Owner occupier or shared ownership scheme',
    'Event Start Date': '2024-02-01',
  }
  const first = { 'Reporting Period Start Date': '2024-04-01', 'Reporting Period End Date': '2025-03-31', ...homed }
  const both = { 'Reporting Period Start Date': '2024-04-01', 'Reporting Period End Date': '2026-03-31', ...homed }
  const request = {
    'Event Type': 'Request',
    'Service Type': '',
    'Service Component': '',
    'Event End Date': '2024-06-01',
  }
  writeSubmission(
    made.path,
    [
      { ...first, ...stays },
      { ...first, ...leaves },
      { ...first, ...dies },
      { ...first, ...corrected, ...request },
      { ...first, ...wrong },
    ],
    'cld_20250425T101520.csv',
  )
  writeSubmission(
    made.path,
    [
      { ...both, ...stays },
      { ...both, ...leaves, 'Event End Date': '2025-03-20' },
      { ...both, ...dies, 'Event End Date': '2025-03-20', 'Date of Death': '2025-06-01' },
      { ...both, ...late },
      { ...both, ...corrected },
      { ...both, ...comes, 'Event Start Date': '2025-05-01' },
      { ...both, ...wrong, 'Client Type': 'Unpaid carer' },
    ],
    'cld_20260425T101520.csv',
  )
  const own = { ...(await takeIn(made.path, [made.path])), periods: 'stated' } as const
  const { moved } = await askMoved(own, { measure: '2E', from: '2025-03', to: '2026-03', council: null })
  const total = moved.find(({ breakdown }) => breakdown === '65 and above | Total')
  expect(total?.numerator).toEqual({
    from: 4,
    late: 1,
    correctedIn: 1,
    correctedOut: 1,
    new: 1,
    left: 1,
    died: 1,
    to: 4,
  })
})
