/** How careful a council is: what it gets wrong once stands in each of its files until it is put right. */
import { leftBlank, putRight } from './slips.data.ts'

/** A file, as far as mistakes go: whose it is, and of when. */
type Written = {
  /** The council's number from 0. */
  readonly number: number
  /** Its last day, counted from 1 January 1970. */
  readonly to: number
  /** Whether it came again, with mistakes mended. */
  readonly isAgain: boolean
}

/** The last day of the first files, 31 March 2024. */
const firstEnd = 19_813

/**
 * How many mistakes a file holds against a first one: two thirds as many with each year, and fewer where it comes again. Now and then
 * a field goes wrong for a quarter, as where a form has changed.
 */
export function carelessness({ number, to, isAgain }: Written, field: number): number {
  const usual = 0.64 ** ((to - firstEnd) / 365.25)
  const hasNewForm = lot(number, to * 64 + field) < 0.025
  return usual * (hasNewForm ? 2.5 : 1) * (isAgain ? 0.6 : 1)
}

/**
 * A number from 0 up to 1 that belongs to a thing and to one of its sides, the same in every file: so a blank stays where it is until
 * the council is careful enough.
 */
export function lot(thing: number, side: number): number {
  let mixed = Math.imul(thing ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(side + 0x7f4a7c15, 0xc2b2ae35)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b)
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
}

type Field = keyof typeof leftBlank
const places = new Map(Object.keys(leftBlank).map((field, at) => [field, at]))

/** Where a field stands among those that can go wrong; all others share the last place. */
export const placeOf = (field: string): number => places.get(field) ?? 63

/** How often a field is left blank in a first file, in parts of a hundred. */
export function blankRate(field: Field, kind: string): number {
  const rate: number | Readonly<Record<string, number>> = leftBlank[field]
  return typeof rate === 'number' ? rate : (rate[kind] ?? 0)
}

/** The fields that may be left blank. */
export const blankable = Object.keys(leftBlank) as readonly Field[]

/** A value as the council writes it: of the earlier release, or of no list, until its turn has come. */
export function asWritten(value: string, thing: number, written: Written, field: string): string {
  const right = putRight[value]
  if (right === undefined) return value
  const at = placeOf(field)
  return lot(thing, at + 7_000_000) < carelessness(written, at) ? value : right
}
