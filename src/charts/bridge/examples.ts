/** Examples of bridges: tests and gallery show each of them. The counts are made up. */
import { type BridgeInput, signed } from './bridge.ts'

function told(from: BridgeInput['from'], steps: BridgeInput['steps'], name: string): BridgeInput {
  const to = { name, value: steps.reduce((sum, { change }) => sum + change, from.value) }
  const said = steps.map(step => `${step.name} ${signed(step.change)}`).join(', ')
  return { from, steps, to, sentence: `${from.name}: ${from.value}; ${said}; ${to.name}: ${to.value}` }
}

const names = ['Known late', 'Corrected: now counted', 'Corrected: no longer counted', 'New', 'Left', 'Died'] as const
const steps = (...changes: readonly number[]) => names.map((name, at) => ({ name, change: changes[at] ?? 0 }))

export const examples: Readonly<Record<string, BridgeInput>> = {
  'small changes of a large count': told(
    { name: 'March 2025', value: 12_480 },
    steps(35, 12, -20, 610, -402, -188),
    'March 2026',
  ),
  'from nobody': told({ name: 'March 2025', value: 0 }, steps(0, 0, 0, 9, 0, 0), 'March 2026'),
  'nothing moved': told({ name: 'March 2025', value: 65 }, steps(0, 0, 0, 0, 0, 0), 'March 2026'),
  'to nobody, with long names': told(
    { name: 'The financial year 2024/25, as it was first computed', value: 4 },
    [{ name: 'People whom no record of a later file names any more', change: -4 }],
    'The financial year 2025/26',
  ),
}
