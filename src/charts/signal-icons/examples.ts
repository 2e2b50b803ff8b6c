/** Every sign, by name: tests and gallery show each of them. */
import { assuranceIcon, variationIcon } from './signal-icons.ts'

const variations = [
  'common',
  'improvement_high',
  'improvement_low',
  'concern_high',
  'concern_low',
  'neutral_high',
  'neutral_low',
] as const
const assurances = ['pass', 'inconsistent', 'fail'] as const

/** By name. */
export const examples: Readonly<Record<string, string>> = Object.fromEntries([
  ...variations.map(icon => [icon, variationIcon(icon)]),
  ...assurances.map(icon => [icon, assuranceIcon(icon)]),
])
