/** Of the people of every figure, the records that decide: over the example, against what the measures themselves say. */
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Asked } from '../../src/measures/ask.ts'
import { askPeople, type CountedPerson, type Part } from '../../src/measures/people/people.ts'
import { yearTo } from '../../src/measures/period.ts'
import { exampleInput } from '../fixtures/cld/expected.ts'
import { homeIn } from '../support/home.ts'
import { root } from '../support/source-files.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

const folder = makeTemporaryFolder()
const asked: Asked = {
  home: folder.path,
  catalogue: join(root, 'catalogue'),
  memory: '1GB',
  span: yearTo('2026-03'),
  cutOff: null,
  key: 'cleaned',
  variant: 'as-described',
  blankComponent: 'left-out',
  periods: 'derived',
}
beforeAll(async () => {
  await homeIn(folder.path).text(['cld', 'import', exampleInput])
  return folder.remove
}, 120_000)

const peopleOf = async (measure: string, breakdown: string, part: Part) =>
  (await askPeople(asked, { measure, breakdown, council: '901', part, from: 0, most: 500 })).people
const deciding = ({ records }: CountedPerson) => records.filter(({ decides }) => decides !== null)

describe('the record that decides', () => {
  test('of each spell of 2A is its own last service, and what followed where that decides', async () => {
    const people = await peopleOf('ASCOF 2A', 'Total', 'denominator')
    expect(people).toHaveLength(65)
    for (const person of people) {
      const [own, ...others] = deciding(person).toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)))
      expect(own && isOwn(own), person.person).toBe(true)
      const decides = others.length > 0 ? others[0] : own
      const said = [decides?.outcome ?? 'Invalid and not mapped', ...(decides?.what ?? [])]
      const isPresumed =
        /Equipment|died|short-term/i.test(decides?.decides ?? '') || /Residential or Nursing/.test(person.toldBy ?? '')
      if (!isPresumed) expect(said, `${person.person}: ${decides?.decides}`).toContain(person.toldBy)
    }
  })

  test('of 2B and 2C is one stay in a care home that began in the year', async () => {
    for (const [measure, breakdown] of [
      ['ASCOF 2B', '18 to 64'],
      ['ASCOF 2C', '65 and above'],
    ] as const) {
      const people = await peopleOf(measure, breakdown, 'numerator')
      expect(people.length).toBeGreaterThan(0)
      for (const person of people) {
        const [stay, ...others] = deciding(person)
        expect(others).toEqual([])
        expect(stay?.what[0]).toMatch(/^Long term support: (Residential|Nursing) care$/)
        expect(stay && stay.start >= '2025-04-01' && stay.start <= '2026-03-31').toBe(true)
      }
    }
  })

  test('of 2E is a service that puts people into the denominator, and what says where they live', async () => {
    const people = await peopleOf('ASCOF 2E', '65 and above | Total', 'denominator')
    expect(people.length).toBeGreaterThan(20)
    for (const person of people) {
      const all = deciding(person).flatMap(({ decides }) => decides?.split('. ') ?? [])
      expect(
        all.some(says => says.includes('into the denominator')),
        person.person,
      ).toBe(true)
      const home = all.find(says => says.includes('where the person lives'))
      if (home) expect(home.includes('into the numerator')).toBe(person.isCounted)
      else expect(person.toldBy).toMatch(/^Unknown|^Registered|^Prison|^Sheltered|^Supported|^Shared/)
    }
  })

  test.each(['ASCOF 3D 1a', 'ASCOF 3D 2a', 'ASCOF 3D 1b', 'ASCOF 3D 2b'])(
    'of %s is one service, of the kind that counts',
    async measure => {
      for (const [part, isIn] of [
        ['numerator', true],
        ['not-counted', false],
      ] as const) {
        const people = await peopleOf(measure, 'Total', part)
        expect(people.length).toBeGreaterThan(0)
        for (const person of people) {
          const [support, ...others] = deciding(person)
          expect(others).toEqual([])
          const counts = measure.includes('3D 1') ? /a (direct payment|managed personal budget)$/ : /a direct payment$/
          expect(counts.test(support?.decides ?? ''), `${person.person}: ${support?.decides}`).toBe(isIn)
          if (/direct payment$/.test(support?.decides ?? '')) expect(support?.what).toContain('Direct payment')
        }
      }
    },
  )
})

const isOwn = ({ decides }: CountedPerson['records'][number]) =>
  decides?.startsWith('The spell of reablement ends') ?? false
