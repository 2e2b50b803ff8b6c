import { expect, test } from 'vitest'
import type { Block, Table } from '../outline/types.ts'
import type { Difference } from './differences.ts'
import { erratumSections } from './erratum.ts'

const sectionsFor = (changes: readonly Difference[]) =>
  erratumSections({
    version: 2,
    day: '2017-06-21',
    replaces: 1,
    replacesPublishedAt: '',
    replacesDay: '2017-06-20',
    why: 'A slip.',
    letter: 'D',
    changes,
  })

const tables = (blocks: readonly Block[] = []) => blocks.filter((block): block is Table => block.block === 'table')
const texts = (table: Table | undefined) => table?.rows.map(row => row.map(cell => cell.text))
const fact = { indicator: 'Delays', period: 'March 2017', unit: 'per 100,000' }
const sentences = (count: number) =>
  Array.from({ length: count }, (_, at): Difference => ({ where: `Part ${at}`, old: 'It rose.', new: 'It fell.' }))

test('erratumSections() leads with each changed figure once, and leaves other places to an appendix', () => {
  const { head, places } = sectionsFor([
    { where: 'Dashboard, values, Delays, Mar 17', old: '3.56 (Red)', new: '3.4 (Amber)', fact },
    { where: 'Card, values, March 2017, Value', old: '3.56 (Red)', new: '3.4 (Amber)', fact },
    ...sentences(9),
  ])
  const [figures, ...more] = tables(head.blocks)
  expect(texts(figures)).toEqual([['Delays (per 100,000)', 'March 2017', '3.56 (Red)', '3.4 (Amber)']])
  expect(more).toEqual([])
  expect(JSON.stringify(head)).toContain('9 other places')
  expect(places).toMatchObject({ heading: 'Appendix D: Other places that the correction changes', kind: 'appendix' })
  expect(texts(tables(places?.blocks)[0])).toHaveLength(9)
})

test('erratumSections() keeps few other places at the head', () => {
  const { head, places } = sectionsFor(sentences(2))
  expect(places).toBeNull()
  expect(JSON.stringify(head)).toContain('No figure of a table has changed.')
  expect(texts(tables(head.blocks)[0])).toHaveLength(2)
})

test('erratumSections() says of what is hidden now that it is hidden, and does not set two symbols beside each other', () => {
  const { head } = sectionsFor([{ where: 'Dashboard', old: '[c]', new: '[c]', fact }])
  expect(texts(tables(head.blocks)[0])?.[0]?.slice(2)).toEqual(['not repeated', '[c] now hidden'])
})
