import { expect, test } from 'vitest'
import { isPostcodeLookUp, lookUpLacks, postcodeColumns } from './postcode-columns.ts'

test.each([
  [
    ['postcode', 'area_code', 'area_name'],
    [0, 1, 2],
  ],
  [
    ['Area name', 'Postcode'],
    [1, null, 0],
  ],
  // the postcode directory of 2020, and of 2025
  [
    ['pcd', 'pcd2', 'pcds', 'oscty', 'oslaua', 'osward', 'lsoa11', 'msoa11'],
    [2, 5, null],
  ],
  [
    ['pcd7', 'pcd8', 'pcds', 'lsoa21cd', 'msoa21cd', 'wd25cd', 'lad25cd'],
    [2, 5, null],
  ],
  [
    ['pcd7', 'lsoa21cd', 'lsoa21nm', 'msoa21cd', 'msoa21nm'],
    [0, 3, 4],
  ],
  [
    ['postcode', 'LSOA21CD'],
    [0, 1, null],
  ],
] as [string[], (number | null)[]][])('of %j the postcode, code and name are columns %j', (headings, places) => {
  const { postcode, code, name } = postcodeColumns(headings)
  expect([postcode, code, name]).toEqual(places)
  expect(isPostcodeLookUp(headings)).toBe(true)
  expect(lookUpLacks(headings)).toBe(null)
})

test.each([
  [['postcode', 'ward_colour'], /none of their areas/],
  [['area_code', 'area_name'], /no column of postcodes/],
] as const)('%j is meant as a look-up, and what it lacks is told', (headings, says) => {
  expect(isPostcodeLookUp(headings)).toBe(false)
  expect(lookUpLacks(headings)).toMatch(says)
})

test('the list of councils is no look-up', () => {
  expect(lookUpLacks(['la_code', 'la_name', 'area_code'])).toBe(null)
})
