/** The councils that are invented together, and the people of each: the same in each of a council's files. */
import { type Chance, chanceFrom } from '../../shared/chance.ts'
import { collectionStart } from '../main-table.ts'
import { homeOf, type Journey, journeyOf } from './journey.ts'
import { type Person, personFrom } from './person.ts'
import { type Area, areasOf } from './places.ts'
import { dayOf } from './rows.ts'

export type Synthesis = {
  /** The folder of the catalogue, whose list of columns gives the headings. */
  readonly catalogue: string
  readonly councils: number
  /** How many people each council knows. */
  readonly people: number
  /** How many files each council sends: rolling years, a quarter apart; the last of several is sent again, mended. */
  readonly files: number
  readonly seed: number
  /** The last day of the latest file: that of a quarter. */
  readonly lastDay: string
  /** What the first council is called, and how many people live there; null: invented too. */
  readonly first: InventedCouncil | null
  readonly folder: string
  readonly progress: (done: number, total: number) => void
}

/** The age bands of a council's inhabitants. */
export const bands = ['18 to 64', '65 and above'] as const
export type Band = (typeof bands)[number]

/** A council that never was, by the name that somebody gives it. */
type InventedCouncil = {
  readonly code: string
  readonly name: string
  readonly population: Readonly<Record<Band, number>>
}

export type Council = InventedCouncil & {
  /** From 0. */
  readonly number: number
  /** The code of the council's area. */
  readonly area: string
  readonly areas: readonly Area[]
}

/** The councils by their numbers from 0: the first as it was asked for, the others invented. */
export function councilsOf({ councils, people, first }: Synthesis): Council[] {
  return Array.from({ length: councils }, (_, number) => {
    const code = String(901 + number)
    const population = { '18 to 64': people * 24, '65 and above': people * 7 }
    const own = number === 0 && first ? first : { code, name: `Invented council ${number + 1}`, population }
    const areas = areasOf(number, councils === 1 ? '' : `${own.name}: `)
    return { ...own, number, area: `E0690${code.padStart(4, '0')}`, areas }
  })
}

/** A person with what happened, and the chance that goes on with what is not told yet. */
export type Known = { readonly chance: Chance; readonly person: Person; readonly journey: Journey }

const daysOf = ({ lastDay }: Pick<Synthesis, 'lastDay'>) => ({ from: dayOf(collectionStart), to: dayOf(lastDay) })

/** A person of a council, the same in each of its files; some are known to the council before too, as they moved. */
export function known(asked: Synthesis, council: number, at: number): Known {
  const { people, seed } = asked
  const days = daysOf(asked)
  const hasMoved = council > 0 && at < people * 0.01
  const personOf = (number: number) => {
    const chance = chanceFrom(seed * 1_000_003 + number)
    return { chance, person: personFrom(chance, number, seed, days) }
  }
  const number = council * people + at
  const { chance, person } = personOf(number)
  const { nhsNumber } = hasMoved ? personOf(number - people).person : person
  const journey = journeyOf(chance, person, days)
  return { chance, person: { ...person, nhsNumber, home: homeOf(chance, journey) }, journey }
}

/** Whom a carer cares for: the local numbers of people of the same council. */
export function caredFor({ people }: Synthesis, council: number, at: number, { clientType }: Person): string[] {
  if (clientType === 'Service user') return []
  const other = (place: number) => `S${council * people + ((at + place) % people)}`
  return at % 9 === 0 ? [other(1), other(2)] : [other(1)]
}
