/** Examples of the control chart: tests and gallery show each of them. Figures are Norfolk's of June 2017, or made up. */
import { type Period, shiftMonths, toPeriod } from '../../shared/period/period.ts'
import type { ControlChartInput, ControlChartPoint, PointSign } from './input.ts'

const from = toPeriod('2016-03')
const months = (count: number): Period[] => Array.from({ length: count }, (_, at) => shiftMonths(from, at))

type Signs = Readonly<Partial<Record<number, PointSign>>>

const points = (values: readonly (string | null)[], signs: Signs = {}): ControlChartPoint[] =>
  months(values.length).map((period, at) => {
    const shown = values[at] ?? null
    return { period, shown, value: shown === null ? null : Number(shown), sign: signs[at] ?? 'common' }
  })
const line = (shown: string) => ({ value: Number(shown), shown })
const month = (at: number) => months(at + 1)[at] as Period

const delays = ['1.5', '2.9', '2.6', '2.4', '2.6', '3.0', '3.1', '3.1', '3.1', '3.2', '3.4', '3.5', '3.56']
const stepped = [
  ...['61', '58', '63', '60', '57', '62', '59', '61', '60', '58', '62', '59', '61', '60'],
  ...['71', '74', '70', '73', '75', '72', '71', '74', '73', '72', '80', '73', '71', '74'],
]
const counts = ['2', '2', '2', '2', null, '2', '2', '5', '5', '5', '5', '5', '5', '5']

/** By what they show. */
export const examples: Readonly<Record<string, ControlChartInput>> = {
  'above its limit and far from its target, lower is better': {
    sentence:
      'Delayed transfers of care per 100,000, March 2016 to March 2017. A signal of concern: the latest value, 3.56, is above the upper limit of 3.32. The target of 1.5 will be missed consistently.',
    points: points(delays, { 0: 'improvement', 10: 'concern', 11: 'concern', 12: 'concern' }),
    stretches: [{ from, to: month(12), mean: line('2.92'), lower: line('2.52'), upper: line('3.32'), reason: '' }],
    target: line('1.5'),
    owner: 'Norfolk',
    screened: 1,
    warnings: [],
  },
  'a step change with new limits, and one improvement since': {
    sentence:
      'People resolved at first contact, made-up figures. Limits begin anew in May 2017, when a second team began. Normal variation since, but for January 2018.',
    points: points(stepped, { 24: 'improvement' }),
    stretches: [
      { from, to: month(13), mean: line('60.1'), lower: line('53.1'), upper: line('67.0'), reason: '' },
      {
        from: month(14),
        to: month(27),
        mean: line('73.1'),
        lower: line('66.6'),
        upper: line('79.5'),
        reason: 'A second team began work.',
      },
    ],
    target: line('70'),
    owner: 'Harrowmere',
    screened: 0,
    warnings: [],
  },
  'no limits, a gap, for information': {
    sentence: 'Small counts, made up: there are no limits. The latest seven values are above the mean.',
    points: points(counts, Object.fromEntries([7, 8, 9, 10, 11, 12, 13].map(at => [at, 'neither' as const]))),
    stretches: [{ from, to: month(13), mean: line('3.6'), lower: null, upper: null, reason: '' }],
    target: null,
    owner: 'Harrowmere',
    screened: 1,
    warnings: [
      'There are no limits: most values equal the one before, and the jumps between the others are too large to be routine.',
    ],
  },
  'few points, trial limits, not screened, below zero': {
    sentence: 'Forecast variance, made-up figures: normal variation, trial limits on eight points.',
    points: points(['-1.2', '0.4', '-0.6', '0.9', '1.1', '-0.3', '0.2', '-0.8']),
    stretches: [{ from, to: month(7), mean: line('-0.04'), lower: line('-3.4'), upper: line('3.3'), reason: '' }],
    target: line('0'),
    owner: 'Harrowmere',
    screened: null,
    warnings: ['These are trial limits: they rest on 8 points, fewer than 13.'],
  },
  'a single value, without limits': {
    sentence: 'One value, made up.',
    points: points(['12']),
    stretches: [{ from, to: from, mean: line('12'), lower: null, upper: null, reason: '' }],
    target: null,
    owner: 'Harrowmere',
    screened: 0,
    warnings: ['There are no limits: no two neighbouring values differ by a routine amount.'],
  },
}
