/** The groups in which people are compared, from the latest details that are known of each person. */

/** In what people differ. The records keep no place of living, so that there is no area. */
export const dimensions = ['age', 'sex', 'ethnicity', 'support reason'] as const
export type Dimension = (typeof dimensions)[number]

/** The group of those of whom it is not known. It belongs to every sum, and is compared with nobody. */
export const notKnown = 'Not known'

/** What is known of a person: coded values as the latest details have them; age in years on the last day of the period. */
export type Details = {
  readonly age: number | null
  readonly gender: string | null
  readonly ethnicity: string | null
  readonly reason: string | null
}

type Group = { readonly name: string; readonly holds: (details: Details) => boolean }

const aged = (name: string, from: number, to: number): Group => ({
  name,
  holds: ({ age }) => age !== null && age >= from && age <= to,
})
const sexed = (name: string): Group => ({ name, holds: ({ gender }) => gender === name })
const ofEthnicity = (name: string, start: string): Group => ({
  name,
  holds: ({ ethnicity }) => ethnicity?.startsWith(start) ?? false,
})
const becauseOf = (name: string, start: string): Group => ({
  name,
  holds: ({ reason }) => reason?.startsWith(start) ?? false,
})

const whiteBritish = 'White: English, Welsh, Scottish, Northern Irish or British'

/** Somebody belongs to the first group that holds them. */
const groups: Readonly<Record<Dimension, readonly Group[]>> = {
  age: [
    aged('Under 18', 0, 17),
    aged('18 to 24', 18, 24),
    aged('25 to 44', 25, 44),
    aged('45 to 64', 45, 64),
    aged('65 to 74', 65, 74),
    aged('75 to 84', 75, 84),
    aged('85 and above', 85, 150),
  ],
  sex: [sexed('Female'), sexed('Male'), sexed('Other')],
  ethnicity: [
    ofEthnicity('White British', whiteBritish),
    ofEthnicity('White: other', 'White: '),
    ofEthnicity('Mixed or multiple', 'Mixed or multiple ethnic groups: '),
    ofEthnicity('Asian or Asian British', 'Asian or Asian British: '),
    ofEthnicity('Black or Black British', 'Black, Black British, Caribbean or African: '),
    ofEthnicity('Other ethnic group', 'Other ethnic group: '),
  ],
  'support reason': [
    becauseOf('Physical support', 'Physical support: '),
    becauseOf('Sensory support', 'Sensory support: '),
    becauseOf('Memory and cognition', 'Support with memory and cognition'),
    becauseOf('Learning disability', 'Learning disability support'),
    becauseOf('Mental health', 'Mental health support'),
    becauseOf('Support to unpaid carer', 'Social support: Support to unpaid carer'),
    becauseOf('Social support', 'Social support: '),
  ],
}

/** The names of a dimension's groups in their order, those of whom it is not known last. */
export const groupNames = (dimension: Dimension): readonly string[] => [
  ...groups[dimension].map(({ name }) => name),
  notKnown,
]

/** The group to which somebody belongs. @example groupOf('age', { age: 70, … }) // '65 to 74' */
export function groupOf(dimension: Dimension, details: Details): string {
  return groups[dimension].find(({ holds }) => holds(details))?.name ?? notKnown
}
