import { expect, test } from 'vitest'
import type { Submission } from '../../../measures/lake/lake.ts'
import { organisationOf } from '../../../web/fixtures/build.ts'
import { codeOf, notOwn } from './own-council.ts'

const norfolk = organisationOf('norfolk', 'Norfolk County Council')
const areas = new Map([[norfolk.geography, '607']])
const file = (council: string) => ({ file: 'a.csv', council }) as Submission
const says = (council: string, own: string | null, others: readonly string[] = []) =>
  notOwn([file(council)], { organisation: norfolk, own, others }).map(({ expected }) => expected)

test('a council’s code is that of its records, or else that of its area', () => {
  expect(codeOf(norfolk, { held: [{ code: '901', name: 'NORFOLK' }], areas })).toBe('901')
  expect(codeOf(norfolk, { held: [{ code: '901', name: 'Suffolk' }], areas })).toBe('607')
  expect(codeOf(norfolk, { held: [], areas: new Map() })).toBeNull()
})

test('another council’s file is refused, with its code where that is one', () => {
  expect(says('607', '607')).toEqual([])
  expect(says('926', '607')).toEqual(['the file is of council 926, and Norfolk County Council is 607'])
  // An identifier in the wrong column is never quoted.
  expect(says('9991234560', '607')).toEqual(['the file is of another council, and Norfolk County Council is 607'])
  expect(says('9991234560', null)).toEqual(['the code of the council is none: a column may be in the wrong place'])
})

test('an organisation whose code nobody knows takes in what is of no other one', () => {
  expect(says('901', null, ['902'])).toEqual([])
  expect(says('902', null, ['902'])).toEqual([
    'the file is of council 902, which is another organisation here: take it in on its own pages',
  ])
})
