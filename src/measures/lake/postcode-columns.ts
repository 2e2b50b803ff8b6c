/** Which columns of a look-up of postcodes hold the postcode and its area, however the file names them. */
import { plainHeading } from './columns.ts'

/** As a table of one's own has it, and the directories of the Office for National Statistics. */
const postcodeHeadings = ['postcode', 'pcds', 'pcd', 'pcd7', 'pcd8', 'pcd2']

/** The kinds of area that a look-up may give, the likeliest to be wanted first: code and name of each. */
const areaHeadings: readonly (readonly [code: RegExp, name: RegExp])[] = [
  [/^area code$/, /^area name$/],
  [/^(osward|ward|ward code|wd\d\dcd)$/, /^(ward name|wd\d\dnm)$/],
  [/^(msoa code|msoa\d\d(cd)?)$/, /^(msoa name|msoa\d\dnm)$/],
  [/^(lsoa code|lsoa\d\d(cd)?)$/, /^(lsoa name|lsoa\d\dnm)$/],
]

/** The places of the columns among the headings; null where there is none. */
export type PostcodeColumns = {
  readonly postcode: number | null
  readonly code: number | null
  readonly name: number | null
}

/**
 * Finds the columns of a look-up. Of several kinds of area the first that the file has counts: its own areas, wards, then the
 * output areas of the census, larger before smaller.
 */
export function postcodeColumns(headings: readonly string[]): PostcodeColumns {
  const plain = headings.map(plainHeading)
  const placeOf = (isIt: (heading: string) => boolean): number | null => {
    const at = plain.findIndex(isIt)
    return at === -1 ? null : at
  }
  const spelled = postcodeHeadings.find(each => plain.includes(each))
  const areas = areaHeadings.map(([code, name]) => ({
    code: placeOf(heading => code.test(heading)),
    name: placeOf(heading => name.test(heading)),
  }))
  const area = areas.find(({ code, name }) => code !== null || name !== null) ?? { code: null, name: null }
  return { postcode: spelled === undefined ? null : plain.indexOf(spelled), ...area }
}

/** Whether a file is a look-up of postcodes to areas. */
export function isPostcodeLookUp(headings: readonly string[]): boolean {
  const { postcode, code, name } = postcodeColumns(headings)
  return postcode !== null && (code !== null || name !== null)
}

/** What a file lacks that seems meant as such a look-up; null where it does not seem so, or lacks nothing. */
export function lookUpLacks(headings: readonly string[]): string | null {
  const { postcode, code, name } = postcodeColumns(headings)
  if (postcode !== null && code === null && name === null)
    return 'it has a column of postcodes and none of their areas: a look-up needs area_code or area_name, or a ward, MSOA or LSOA as the postcode directory of the Office for National Statistics has them'
  const plain = headings.map(plainHeading)
  if (postcode === null && plain.includes('area code') && plain.includes('area name') && !plain.includes('la code'))
    return 'it has areas and no column of postcodes: a look-up needs postcode, or pcds or pcd'
  return null
}
