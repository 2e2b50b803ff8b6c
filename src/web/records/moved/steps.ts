/** The steps of a movement in their order, and what each means. */
import type { Movement } from '../../../measures/moved/moved.ts'

export const movementSteps = [
  {
    part: 'late',
    sign: 1,
    name: 'Known late',
    means: 'counted in the first month, and without any record when it was first computed',
  },
  {
    part: 'correctedIn',
    sign: 1,
    name: 'Corrected: now counted',
    means: 'known when the first month was computed; their records say something else now',
  },
  {
    part: 'correctedOut',
    sign: -1,
    name: 'Corrected: no longer counted',
    means: 'counted when the first month was computed; their records say something else now',
  },
  { part: 'new', sign: 1, name: 'New', means: 'counted in the second month and not in the first' },
  { part: 'left', sign: -1, name: 'Left', means: 'counted in the first month and not in the second' },
  { part: 'died', sign: -1, name: 'Died', means: 'counted in the first month, and dead by the end of the second' },
] as const satisfies readonly {
  readonly part: keyof Movement
  readonly sign: 1 | -1
  readonly name: string
  readonly means: string
}[]

/** The changes of a movement, signed. They add up: from with all of them is to. */
export function changesOf(movement: Movement): { name: string; means: string; change: number }[] {
  return movementSteps.map(({ part, sign, name, means }) => ({ name, means, change: sign * movement[part] || 0 }))
}
