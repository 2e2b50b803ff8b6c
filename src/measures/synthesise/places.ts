/** Where the people of an invented council live: areas, and postcodes of districts that no real address has. */
import { lot } from './slips.ts'

/** An area of a council. */
export type Area = {
  readonly code: string
  readonly name: string
  /** Its share of the council's people. */
  readonly share: number
  readonly postcodes: readonly string[]
}

/** Towns that never were, of quite different size; of the last so few are counted that its numbers are hidden. */
const towns: readonly (readonly [name: string, share: number])[] = [
  ['Aldermoor', 0.21],
  ['Brindlewick', 0.17],
  ['Cresswold', 0.15],
  ['Dunholt', 0.13],
  ['Eastfold', 0.11],
  ['Fenbridge', 0.09],
  ['Gorsemere', 0.08],
  ['Hollinby', 0.053],
  ['Ketterholm', 0.007],
]

/** No postcode area begins with X; XQ is kept for those who are placed elsewhere. */
const letters = 'HABCDEFGIJKLMNOPRSTUVWYZ'
const ends = 'ABDEFGHJLNPQRSTUWXYZ'
const postcodesEach = 40

/** Somebody placed in another council's area. */
const elsewhere = 'XQ9 9ZZ'

/**
 * The areas of a council.
 * @param number the council's number from 0, up to 239
 * @param prefix stands before each name, so that two councils have no area of the same name; empty where there is one council
 */
export function areasOf(number: number, prefix: string): Area[] {
  const letter = letters[number % letters.length] ?? 'H'
  const first = Math.floor(number / letters.length) * 10
  return towns.map(([name, share], at) => ({
    code: `X${letter}${String(first + at + 1).padStart(2, '0')}`,
    name: `${prefix}${name}`,
    share,
    postcodes: Array.from({ length: postcodesEach }, (_, n) => {
      const end = `${ends[n % ends.length]}${ends[(at * 7 + n * 3) % ends.length]}`
      return `X${letter}${first + at + 1} ${1 + Math.floor(n / 10)}${end}`
    }),
  }))
}

/** Where among a council's areas somebody lives. */
export function areaOf(thing: number): number {
  let left = lot(thing, 9_000_001)
  const found = towns.findIndex(([, share]) => {
    left -= share
    return left < 0
  })
  return found === -1 ? 0 : found
}

/**
 * A person's postcode in a file, as councils write it: a few in small letters or without the blank.
 * @param to the last day of the file: some move
 */
export function postcodeOf(areas: readonly Area[], thing: number, to: number): string {
  if (lot(thing, 9_000_002) < 0.03) return elsewhere
  const moves = lot(thing, 9_000_003)
  const hasMoved = moves < 0.06 && to > 19_700 + (moves / 0.06) * 1000
  const area = areas[hasMoved ? Math.floor(lot(thing, 9_000_004) * areas.length) : areaOf(thing)]
  const at = Math.floor(lot(thing, hasMoved ? 9_000_005 : 9_000_006) * postcodesEach)
  const postcode = area?.postcodes[at] ?? elsewhere
  const how = lot(thing, 9_000_007)
  return how < 0.02 ? postcode.toLowerCase() : how < 0.05 ? postcode.replace(' ', '') : postcode
}
