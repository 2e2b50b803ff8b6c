import { type Chance, wholeFrom } from '../../shared/chance.ts'
import {
  clientTypes,
  diagnoses,
  employments,
  ethnicities,
  fundings,
  genders,
  hearingImpairments,
  hoursOfCaring,
  supportReasons,
  visualImpairments,
  yesNo,
} from './values.data.ts'
import { oneOf } from './weighted.ts'

/** Someone who never lived. Days are counted from 1 January 1970. */
export type Person = {
  /** Ten digits from the range that is kept for tests and given to nobody; empty where it is not known. */
  readonly nhsNumber: string
  readonly localId: string
  readonly gender: string
  readonly ethnicity: string
  /** null where it is not known. */
  readonly born: number | null
  readonly died: number | null
  readonly clientType: string
  readonly reason: string
  /** Whether this is somebody of 65 or above on the last day. */
  readonly isOld: boolean
  /** Blank until the journey says where it leads. */
  readonly home: string
  readonly work: string
  readonly hasCarer: string
  readonly funding: string
  readonly autism: string
  readonly dementia: string
  readonly sight: string
  readonly hearing: string
  /** Of carers alone; blank otherwise. */
  readonly hoursOfCaring: string
  /** What mistakes and addresses are drawn by: the same in every file. */
  readonly lots: number
}

/**
 * The number of the n-th invented person: NHS numbers that begin with 9 are kept for tests, so that it is nobody's.
 * @param n from 0 up to 50 million
 */
function testNumber(n: number): string {
  const withCheck = (nine: number): string | null => {
    const digits = String(nine)
    const sum = [...digits].reduce((all, digit, at) => all + Number(digit) * (10 - at), 0)
    const check = (11 - (sum % 11)) % 11
    return check === 10 ? null : `${digits}${check}`
  }
  const even = 900_000_000 + 2 * n
  // a last digit one higher moves the check by two, so that one of the two has a check digit
  return withCheck(even) ?? withCheck(even + 1) ?? ''
}

/** Spoils a number, as one who mistypes its last digit. */
const mistyped = (number: string): string => `${number.slice(0, 9)}${(Number(number.at(-1)) + 1) % 10}`

/** A day that councils write where they do not know one: 1 January 1900. */
const unknownBirth = -25_567

/**
 * Makes a person.
 * @param number the person's place among all councils' people, from 0
 * @param seed of all that is invented together
 * @param days the first and last day in which a death may lie
 */
export function personFrom(
  chance: Chance,
  number: number,
  seed: number,
  days: { readonly from: number; readonly to: number },
): Person {
  const clientType = oneOf(chance, clientTypes)
  const isCarer = clientType !== 'Service user'
  const own = testNumber(number)
  const kindOfNumber = chance()
  const isOld = chance() < (isCarer ? 0.42 : 0.64)
  const which = isOld ? 'old' : 'young'
  // of those of 65 and above, most are between 75 and 90
  const age = isOld ? 65 + Math.floor(((chance() + chance()) / 2) * 36) : wholeFrom(chance, 17, 64)
  const born = days.to - Math.round(age * 365.25) - wholeFrom(chance, 0, 364)
  const kindOfBirth = chance()
  const died = chance() < (isOld ? 0.2 : 0.04) ? wholeFrom(chance, days.from - 60, days.to) : null
  return {
    // some are known by their local number alone, some under a number that two people share, some under a mistyped one
    nhsNumber:
      kindOfNumber < 0.03
        ? ''
        : kindOfNumber < 0.034
          ? mistyped(own)
          : kindOfNumber < 0.039
            ? testNumber(Math.floor(number / 2))
            : own,
    localId: `S${number}`,
    gender: oneOf(chance, genders),
    ethnicity: oneOf(chance, ethnicities[which]),
    born: kindOfBirth < 0.002 ? null : kindOfBirth < 0.0026 ? unknownBirth : born,
    died,
    clientType,
    reason: isCarer ? 'Social support: Support to unpaid carer' : oneOf(chance, supportReasons[which]),
    home: '',
    isOld,
    work: oneOf(chance, employments),
    hasCarer: oneOf(chance, yesNo),
    funding: isCarer ? '' : oneOf(chance, fundings),
    autism: isCarer ? '' : oneOf(chance, diagnoses.autism[which]),
    dementia: isCarer ? '' : oneOf(chance, diagnoses.dementia[which]),
    sight: isCarer ? '' : oneOf(chance, visualImpairments),
    hearing: isCarer ? '' : oneOf(chance, hearingImpairments),
    hoursOfCaring: isCarer ? oneOf(chance, hoursOfCaring) : '',
    lots: (seed * 1_000_003 + number) | 0,
  }
}
