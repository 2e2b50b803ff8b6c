import { expect, test } from 'vitest'
import { organisationOf } from '../fixtures/build.ts'
import { councilsOf } from './councils.ts'

const norfolk = organisationOf('norfolk', 'Norfolk County Council')
const harrowmere = organisationOf('harrowmere', 'Harrowmere Council')
const east = organisationOf('east', 'Eastern region')
const all = [norfolk, harrowmere, east]
const held = (...names: string[]) => names.map((name, at) => ({ code: String(901 + at), name }))
const names = (organisation: typeof norfolk, ...of: string[]) =>
  councilsOf(organisation, all, held(...of)).map(({ name }) => name)

test('an organisation’s pages show the council of its name, however it is written', () => {
  expect(names(norfolk, 'NORFOLK', 'Suffolk')).toEqual(['NORFOLK'])
  expect(names(norfolk, 'Norfolk CC', 'Suffolk County Council')).toEqual(['Norfolk CC'])
})

test('they never show the records of another organisation of the register', () => {
  expect(names(norfolk, 'Harrowmere')).toEqual([])
  expect(names(east, 'Harrowmere', 'Suffolk', 'Essex')).toEqual(['Suffolk', 'Essex'])
})

test('where nothing is called as the organisation is, they show what is nobody else’s', () => {
  expect(names(norfolk, '901')).toEqual(['901'])
  expect(names(norfolk, 'Council')).toEqual(['Council'])
})
