import { expect, test } from 'vitest'
import { definitionOf, figureFolders } from '../definition.ts'
import { vitalFolders } from '../monthly/monthly.ts'
import { alsoCompared } from './compared.data.ts'
import { groupPopulationFault, populationOfGroup, ratedBands } from './populations.ts'

const row = { dimension: 'sex', group: 'Female', ageBand: '65 and above', population: '9000' }

test.each([
  [{}, null],
  [{ dimension: 'area', group: 'Wherever' }, null],
  [{ dimension: 'area', group: '' }, 'there is no group “” of area'],
  [{ group: 'Women' }, 'there is no group “Women” of sex'],
  [{ dimension: '' }, 'there is no group “Female” of no dimension'],
  [{ ageBand: '' }, 'the age_band is missing, as 65 and above'],
  [{ ageBand: '65+' }, 'the age_band must be 18 to 64 or 65 and above'],
  [{ population: '12.5' }, 'the population must be a whole number'],
  [{ population: '-3' }, 'the population must be a whole number'],
])('of a row with %o is said: %s', (more, says) => {
  expect(groupPopulationFault({ ...row, ...more })).toBe(says)
})

test('the age bands are those of every rate', () => {
  const own = [...figureFolders, ...vitalFolders].flatMap(folder => definitionOf(folder).figures)
  const rates = [...own, ...alsoCompared.flatMap(({ figures }) => figures)].filter(
    ({ denominator }) => denominator === 'population',
  )
  expect(rates.length).toBeGreaterThan(4)
  expect([...new Set(rates.flatMap(({ breakdowns }) => Object.keys(breakdowns)))].sort()).toEqual(ratedBands)
})

test('inhabitants of one council are not those of another; a table of no council is of whichever is asked for', () => {
  const asked = { council: '901', dimension: 'sex', group: 'Female', ageBand: '65 and above' } as const
  const said = { ...asked, population: 7 }
  expect(populationOfGroup([{ ...said, council: '902' }], asked)).toBe(null)
  expect(populationOfGroup([{ ...said, council: '902' }, said], asked)).toBe(7)
  expect(populationOfGroup([{ ...said, council: null }], asked)).toBe(7)
})
