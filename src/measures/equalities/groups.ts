/** The groups in which people are compared, from the latest details that are known of each person. */

/** In what people differ. Areas are known where a look-up of postcodes was taken in before the records. */
export const dimensions = ['age', 'sex', 'ethnicity', 'support reason', 'area'] as const
export type Dimension = (typeof dimensions)[number]

/** The group of those of whom it is not known. It belongs to every sum, and is compared with nobody. */
export const notKnown = 'Not known'

/** The group of those who live where few others of the council's people do. It is compared with nobody. */
export const elsewhere = 'Elsewhere'

/** Groups of whom nobody can say what they have in common. */
export const isRest = (group: string): boolean => group === notKnown || group === elsewhere

/** What is known of a person: coded values as the latest details have them; age in years on the last day of the period. */
export type Details = {
  readonly age: number | null
  readonly gender: string | null
  readonly ethnicity: string | null
  readonly reason: string | null
  /** The name of the area in which somebody lives. */
  readonly area: string | null
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
const groups: Readonly<Record<Exclude<Dimension, 'area'>, readonly Group[]>> = {
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

/**
 * The names of a dimension's groups in their order, those of whom it is not known last. Areas are those in which any of the people
 * live, and those that are listed; where the area of none of them is known, the dimension has no groups.
 */
export function groupNames(
  dimension: Dimension,
  people: readonly Details[],
  listed: readonly string[] = [],
): readonly string[] {
  if (dimension !== 'area') return [...groups[dimension].map(({ name }) => name), notKnown]
  const lived = people.flatMap(({ area }) => area ?? [])
  if (lived.length === 0) return []
  const areas = [...new Set([...lived, ...listed])].filter(area => !isRest(area))
  return [...areas.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })), elsewhere, notKnown]
}

/** The group to which somebody belongs. @example groupOf('age', { age: 70, … }) // '65 to 74' */
export function groupOf(dimension: Dimension, details: Details): string {
  if (dimension === 'area') return details.area ?? notKnown
  return groups[dimension].find(({ holds }) => holds(details))?.name ?? notKnown
}

/** Whether a table of inhabitants names a group that there is. @returns the dimension, or null where there is none of that name */
export function dimensionWith(dimension: string, group: string): Dimension | null {
  const found = dimensions.find(each => each === dimension)
  if (found === undefined) return null
  return (found === 'area' ? group !== '' : groupNames(found, []).includes(group)) ? found : null
}
