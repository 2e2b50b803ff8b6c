import { expect, test } from 'vitest'
import type { Reader } from '../../register/index.ts'
import { foldedLooks, looksOf } from './looks.ts'

/** A reader of an audit with these looks, the latest first. */
const readerOf = (...entries: readonly (readonly [at: string, actor: string, look: object])[]) =>
  ({
    entries: async () =>
      entries.map(([at, actor, look], index) => ({
        n: entries.length - index,
        at,
        actor,
        origin: 'pages',
        detail: JSON.stringify({ look }),
      })),
    people: async () => new Map([['person-1', { name: 'anne' }]]),
  }) as unknown as Reader

const of = { organisation: 'norfolk', council: '901', month: '2026-03' }
const people = { ...of, measure: 'ASCOF 2A', breakdown: 'Total', part: 'numerator', people: 25, records: 60 }

test('a look of before looks said what was seen is one at people, and is told in words', async () => {
  const reader = readerOf(['2026-11-22T09:00:00.000Z', 'person-1', people])
  const [look] = await looksOf(reader)
  expect(look).toMatchObject({ name: 'anne', look: { what: 'people', people: 25 } })
  const [line] = foldedLooks(await looksOf(reader))
  expect(line?.words).toBe(
    'numerator of ASCOF 2A, Total: 25 listed with 60 records; council 901, twelve months to 2026-03',
  )
})

test('every kind of look is told in words', async () => {
  const looks = [
    { ...people, what: 'people', page: 2 },
    { ...of, what: 'faulty records', format: 'ods', records: 40 },
    { council: null, month: null, what: 'list of faulty records', withIdentifiers: true, records: 1 },
    { council: null, month: null, what: 'members of measures', people: 300 },
  ]
  const entries = looks.map(look => ['2026-11-22T09:00:00.000Z', 'person-2', look] as const)
  const lines = foldedLooks(await looksOf(readerOf(...entries)))
  expect(lines.map(({ words }) => words.split(';')[0])).toEqual([
    'numerator of ASCOF 2A, Total, page 2: 25 listed with 60 records',
    '40 faults downloaded as ods',
    '1 fault listed with the council’s own identifiers',
    '300 people behind measures',
  ])
  expect(JSON.stringify(lines)).not.toContain('undefined')
})

test('a page that was loaded again within an hour is one line, and each of its looks an entry', async () => {
  const look = { ...people, what: 'people', page: 1 }
  const reader = readerOf(
    ['2026-11-22T10:05:00.000Z', 'person-1', look],
    ['2026-11-22T09:59:00.000Z', 'person-1', look],
    ['2026-11-22T09:58:00.000Z', 'person-2', look],
    ['2026-11-22T09:10:00.000Z', 'person-1', look],
  )
  const looks = await looksOf(reader)
  expect(looks).toHaveLength(4)
  expect(foldedLooks(looks).map(({ at, actor, times }) => [at.slice(11, 16), actor, times])).toEqual([
    ['10:05', 'person-1', 1],
    ['09:59', 'person-1', 2],
    ['09:58', 'person-2', 1],
  ])
})
