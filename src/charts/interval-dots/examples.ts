/** Examples of groups with intervals: tests and gallery show each of them. The figures are made up. */
import type { IntervalDotsInput } from './interval-dots.ts'

type Made = readonly [name: string, value: number, lower: number, upper: number, isGap?: boolean]

function made(whole: number, rows: readonly Made[], unit = ' %'): IntervalDotsInput {
  const shown = (value: number) => `${value.toFixed(1)}${unit}`
  return {
    sentence: `All: ${shown(whole)}. ${rows.map(([name, value]) => `${name}: ${shown(value)}`).join(', ')}.`,
    rows: rows.map(([name, value, lower, upper, isGap = false]) => ({
      name,
      shown: shown(value),
      value,
      lower,
      upper,
      isGap,
    })),
    whole: { name: 'All', shown: shown(whole), value: whole },
  }
}

export const examples: Readonly<Record<string, IntervalDotsInput>> = {
  'two gaps among six': made(31.3, [
    ['18 to 24', 45.4, 41.1, 49.8, true],
    ['25 to 44', 42.8, 40.3, 45.4, true],
    ['45 to 64', 32.9, 28.4, 37.6],
    ['65 to 74', 28.5, 22, 35.9],
    ['85 and above', 31, 28, 34.2],
    ['Not known', 36.1, 22.5, 52.4],
  ]),
  'no gap, long names': made(87.7, [
    ['Black, Black British, Caribbean or African', 91.2, 62, 98.4],
    ['Mixed or multiple ethnic groups', 84, 70.3, 92.1],
  ]),
  'one group, everybody': made(100, [['Learning disability', 100, 97.2, 100]]),
  'none counted': made(0, [['Female', 0, 0, 4.1]], ' per 100,000'),
}
