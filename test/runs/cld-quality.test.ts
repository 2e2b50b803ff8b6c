import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asked, askMeasures, withMainTable } from '../../src/measures/ask.ts'
import { askExplanation } from '../../src/measures/explain/explain.ts'
import { costsOf } from '../../src/measures/quality/cost.ts'
import { askQuality, type QualityAnswer } from '../../src/measures/quality/quality.ts'
import { rules } from '../../src/measures/quality/rules.data.ts'
import { type Given, writeSubmission } from '../fixtures/cld/submission.ts'
import { takeIn } from '../support/cld-example.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

const folder = makeTemporaryFolder()
const made = makeTemporaryFolder()
let asked: Asked
let answer: QualityAnswer

beforeAll(async () => {
  asked = await takeIn(folder.path)
  answer = await askQuality(asked, { council: null, withRecords: true })
}, 180_000)
afterAll(() => {
  folder.remove()
  made.remove()
})

const figure = (figures: readonly { council: string; measure: string; breakdown: string; numerator: number }[]) =>
  new Map(figures.map(each => [`${each.council} ${each.measure} ${each.breakdown}`, each.numerator]))

test('what a fault costs adds up, from the published figure', async () => {
  const tables = new Map<string, Promise<Map<string, number>>>()
  const told = (measure: string) => {
    const known = tables.get(measure) ?? askExplanation(asked, measure, null).then(each => figure(each.explanations))
    tables.set(measure, known)
    return known
  }
  const measures = new Set(answer.costs.map(({ measure }) => measure))
  for (const measure of ['ASCOF 2A', 'Waiting times', 'LTS001a', 'LTS004', 'STS001', 'STS002a'])
    expect(measures).toContain(measure)
  const published = figure((await askMeasures(asked, false)).figures)
  expect(answer.costs.length).toBeGreaterThan(20)
  for (const { council, measure, breakdown, numerator, denominator } of answer.costs) {
    const figure =
      published.get(`${council} ${measure} ${breakdown}`) ??
      (await told(measure)).get(`${council} ${measure} ${breakdown}`)
    expect(numerator.now).toBe(figure ?? 0)
    for (const { now, hidden, added, ifMended } of [numerator, ...(denominator ? [denominator] : [])])
      expect(now + hidden - added).toBe(ifMended)
  }
})

test('what is kept of the first question answers the second', async () => {
  expect(await askQuality(asked, { council: null, withRecords: true })).toEqual(answer)
}, 180_000)

test('only those whom a fault touches need to be computed again', async () => {
  const everybody = await withMainTable(asked, async lake => {
    await lake.make('quality/row')
    return costsOf(lake, asked, rules, 'everybody')
  })
  expect(answer.costs).toEqual(everybody)
}, 180_000)

test('a blank component hides the admissions that the variant counts', async () => {
  const [now, counted] = await Promise.all([
    askMeasures(asked, false),
    askMeasures({ ...asked, blankComponent: 'counted' }, false),
  ])
  const [before, after] = [figure(now.figures), figure(counted.figures)]
  const hidden = [...before].flatMap(([key, count]) => {
    const more = (after.get(key) ?? 0) - count
    return more > 0 ? [`${key} ${more}`] : []
  })
  const ours = answer.costs
    .filter(({ rule }) => rule === 'care-home-without-component')
    .map(({ council, measure, breakdown, numerator }) => `${council} ${measure} ${breakdown} ${numerator.hidden}`)
  expect(ours).toEqual(hidden)
  expect(ours).toEqual(['902 ASCOF 2C 65 and above 1'])
})

test('the list holds a line for every fault of the latest files, and no identifier', () => {
  for (const fault of answer.faults) {
    const own = answer.records.filter(({ council, rule }) => council === fault.council && rule === fault.rule)
    expect(own).toHaveLength(fault.trend.at(-1)?.wrong ?? 0)
    expect(fault.latest.reduce((sum, { wrong }) => sum + wrong, 0)).toBe(own.length)
  }
  const people = answer.records.flatMap(({ person }) => (person === '' ? [] : [person]))
  for (const person of people) expect(person).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  expect(JSON.stringify(answer)).not.toMatch(/\b999\d{7}\b/) // within a pseudonym such digits may stand by chance
})

const good: Given = {
  Ethnicity: 'White: Irish',
  'Primary Support Reason': 'Physical support: Personal care support',
  'Accommodation Status': 'Owner occupier or shared ownership scheme',
  'Has Unpaid Carer': 'No',
  'Client Funding Status': 'Fully social care funded',
  'Event Outcome': 'NFA: Support ended as planned',
  'Delivery Mechanism': 'CASSR commissioned support',
}
const event = { ...good, 'Service Type': '', 'Service Component': '', 'Event End Date': '2025-05-03' }
const inCareHome = { ...good, 'Service Type': 'Long term support: Residential care' }

const planted: readonly (readonly [Given, readonly string[]])[] = [
  [good, []],
  [{ ...good, Gender: '' }, ['blank-gender']],
  [{ ...good, Gender: 'Femlae' }, ['invalid-gender']],
  [{ ...good, 'Event Start Date': '' }, ['blank-event-start']],
  [{ ...good, 'NHS Number': '9990014020' }, ['nhs-number-check-digit']],
  [{ ...good, 'Event End Date': '2025-04-30' }, ['end-before-start']],
  [{ ...good, 'Date of Death': '2025-04-30', 'Event End Date': '2025-06-01' }, ['death-before-start']],
  [{ ...good, 'Event Type': 'Services' }, ['event-type-services']],
  [{ ...inCareHome, 'Service Component': '' }, ['blank-service-component', 'care-home-without-component']],
  [
    { ...good, 'Service Type': 'Short term support: ST-Max', 'Service Component': '' },
    ['blank-service-component', 'st-max-without-component'],
  ],
  [
    { ...good, 'Delivery Mechanism': '' },
    ['blank-cost-frequency-unit-type', 'blank-planned-units-per-week', 'blank-unit-cost'],
  ],
  [{ ...event, 'Event Type': 'Request' }, ['blank-request-route-of-access']],
  [
    { ...event, 'Event Type': 'Assessment', 'Event End Date': '' },
    ['blank-assessment-type', 'blank-event-end', 'blank-method-of-assessment'],
  ],
  [{ ...event, 'Event Type': 'Review', 'Review Reason': 'Unplanned: Other reason' }, ['blank-method-of-review']],
  [{ ...good, 'Date of Birth': '1900-05-17' }, ['age-115']],
]

test('each planted fault breaks its rules and no other', async () => {
  const rows = planted.map(([given], at) => ({
    'NHS Number': numbers[at] ?? '',
    'LA Person Unique Identifier': `E${at}`,
    ...given,
  }))
  const path = writeSubmission(made.path, rows)
  const own = await takeIn(made.path, [path])
  const { records } = await askQuality({ ...own, periods: 'stated' }, { council: '901', withRecords: true })
  const ruleNames = rules.map(({ rule }) => rule)
  expect(new Set(ruleNames).size).toBe(ruleNames.length)
  const found = planted.map((_, at) =>
    records
      .filter(({ row }) => row === at + 2)
      .map(({ rule }) => rule)
      .sort(),
  )
  expect(found).toEqual(planted.map(([, broken]) => [...broken]))
})

/** NHS numbers of the range for tests, each with its check digit. */
const numbers = Array.from({ length: 60 }, (_, at) => `99900${String(at + 1000)}`).flatMap(nine => {
  const sum = [...nine].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0)
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? [] : [`${nine}${check}`]
})
