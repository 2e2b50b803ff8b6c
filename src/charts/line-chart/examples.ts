/** Examples of the line chart: tests and gallery show each of them. The figures are Norfolk's of June 2017, or made up. */

import { periodInWords } from '../../shared/period/format-period.ts'
import { type Period, shiftMonths, toPeriod } from '../../shared/period/period.ts'
import type { LineChartInput, LineChartPoint, PointMark } from './input.ts'

const months: readonly Period[] = Array.from({ length: 13 }, (_, at) =>
  toPeriod(`${at < 10 ? 2016 : 2017}-${String(((at + 2) % 12) + 1).padStart(2, '0')}`),
)

type Marks = Readonly<Record<number, readonly PointMark[]>>

function points(
  values: readonly (string | null)[],
  periods: readonly Period[] = months,
  marks: Marks = {},
): LineChartPoint[] {
  return values.map((shown, at) => ({
    period: periods[at] as Period,
    value: shown === null ? null : Number(shown),
    shown,
    marks: marks[at] ?? [],
  }))
}

const flat = (value: number, shown: string, from = 1) => months.slice(from).map(period => ({ period, value, shown }))

const line = (start: number, goal: number, shown: string) =>
  months.slice(1).map((period, at) => ({ period, value: start + ((goal - start) * (at + 1)) / 12, shown }))

const delays = ['1.5', '2.9', '2.6', '2.4', '2.6', '3.0', '3.1', '3.1', '3.1', '3.2', '3.4', '3.5', '3.56']
const admissions = ['623', '616', '622', '614', '613', '613', '621', '630', '637', '628', '627', '625', '633']
const care = ['56.9', '60.6', '61.2', '62.9', '65.2', '68.2', '69.5', '69.7', '72.8', '72.8', null, null, null]

const quarters = ['2016/17-Q1', '2016/17-Q2', '2016/17-Q3', '2016/17-Q4', '2017/18-Q1', '2017/18-Q2'].map(toPeriod)
const years = ['2012/13', '2013/14', '2014/15', '2015/16', '2016/17'].map(toPeriod)

const told = (input: Omit<LineChartInput, 'sentence'>): LineChartInput => {
  const known = input.points.filter(point => point.value !== null)
  const [first, last] = [known[0], known.at(-1)]
  const says = first && last
  const sentence = says
    ? `From ${first.shown} in ${periodInWords(first.period)} to ${last.shown} in ${periodInWords(last.period)}.`
    : 'No values are known.'
  return { ...input, sentence }
}

const norfolk = { owner: 'Norfolk', decimals: 1 }

export const examples: Readonly<Record<string, LineChartInput>> = {
  'far above a flat target': told({ ...norfolk, points: points(delays), targets: flat(1.5, '1.5') }),
  'off a path to the goal, axis not from zero': told({
    ...norfolk,
    points: points(admissions),
    targets: line(623, 573, '573'),
  }),
  'on the path, then off it': told({
    ...norfolk,
    points: points([
      '21.7',
      '21.1',
      '19.7',
      '18.7',
      '17.7',
      '18.3',
      '17.0',
      '16.6',
      '16.6',
      '16.4',
      '18.5',
      '18.1',
      '19.3',
    ]),
    targets: line(21.7, 16.5, '16.5'),
  }),
  'last value on its target': told({
    ...norfolk,
    points: points([
      '88.1',
      '88.4',
      '88.9',
      '89.0',
      '89.4',
      '89.6',
      '89.9',
      '90.2',
      '90.4',
      '89.8',
      '89.9',
      '90.0',
      '90.0',
    ]),
    targets: flat(90, '90.0', 0),
  }),
  'no target, latest months missing': told({ ...norfolk, points: points(care), targets: [] }),
  'single targets': told({
    ...norfolk,
    points: points(['3.7', '3.3', '3.3', '3.2', '3.2', '3.3', '3.3', '3.3', '3.3', '3.3', '3.3', '3.3', '3.3']),
    targets: [
      { period: months[9] as Period, value: 3.8, shown: '3.8' },
      { period: months[12] as Period, value: 4, shown: '4.0' },
    ],
  }),
  'a gap, a break and provisional months': told({
    owner: 'Harrowmere',
    decimals: 1,
    points: points(
      ['41.0', '42.5', null, null, '44.1', null, '46.0', '52.3', '52.9', '51.7', '52.8', '54.0', '54.6'],
      months,
      { 7: ['break'], 11: ['provisional'], 12: ['provisional'] },
    ),
    targets: flat(50, '50.0', 7),
  }),
  'quarters, large numbers, a long name': told({
    owner: 'Bournemouth, Christchurch and Poole',
    decimals: 0,
    points: points(['10450', '11210', '12080', '11940', '12500', '13010'], quarters, { 5: ['estimated'] }),
    targets: [{ period: quarters[5] as Period, value: 12000, shown: '12000' }],
  }),
  'years, falling below zero': told({
    owner: 'Harrowmere',
    decimals: 1,
    points: points(['2.4', '1.1', '-0.6', '-1.9', '-2.2'], years),
    targets: years.map(period => ({ period, value: 0, shown: '0' })),
  }),
  'counted up through each year, and promised anew': told({
    ...norfolk,
    points: points(
      ['520', '548', '575', '47', '92', '137', '181', '228', '275', '325', '377', '432', '486'],
      months.map(period => shiftMonths(period, -2)),
    ).map((point, at) => ({ ...point, anew: at === 3 })),
    targets: months.map((period, at) => ({
      period: shiftMonths(period, -2),
      value: at < 3 ? 540 + at * 10 : (at - 2) * 45,
      shown: '450',
      anew: at === 3,
    })),
  }),
  'three benchmarks that end close to one another': told({
    ...norfolk,
    points: points(['3.9', '3.7', '4.1', '3.7', '3.4'], years, { 4: ['provisional'] }),
    targets: [{ period: years[4] as Period, value: 4, shown: '4.0' }],
    benchmarks: [
      { name: 'Family group', points: points(['5.6', '5.4', '5.3', '5.1', '5.2'], years) },
      { name: 'Eastern region', points: points(['7.0', '6.6', '6.9', '7.1', '5.3'], years) },
      { name: 'England', points: points(['7.0', '6.7', '6.0', '5.8', '5.4'], years, { 4: ['provisional'] }) },
    ],
  }),
  'a benchmark with a gap and a break, another of one period': told({
    ...norfolk,
    points: points(delays),
    targets: flat(1.5, '1.5'),
    benchmarks: [
      {
        name: 'Near neighbours',
        points: points(
          ['2.0', '2.1', '2.4', null, null, '2.9', '3.0', '2.2', '2.1', '2.2', '2.4', null, null],
          months,
          { 7: ['break'] },
        ),
      },
      { name: 'England', points: points(['4.1'], [months[11] as Period]) },
      { name: 'Nobody', points: points([null, null]) },
    ],
  }),
  'benchmarks with names that mean something to SVG, or are long or read from the right': told({
    owner: 'A & B',
    decimals: 1,
    points: points(['41.0', '42.5', '44.1'], years.slice(2)),
    targets: years.slice(2).map(period => ({ period, value: 44, shown: '44.0' })),
    benchmarks: [
      { name: '<script>alert("1")</script> & \u202eturned', points: points(['43.0', '43.5', '44.0'], years.slice(2)) },
      {
        name: `Councils${'likethisone'.repeat(6)} that are most like it in size, age, wealth and much else`,
        points: points(['-40.0', '43.5', '44.0'], years.slice(2), { 1: ['break'] }),
      },
      { name: 'المجالس المجاورة', points: points(['43.0', '12500000000', '44.2'], years.slice(2)) },
    ],
  }),
  'against the middle half of a group, over a gap and a year that stands alone': told({
    ...norfolk,
    points: points(['78.2', '79.3', null, '78.1', '77.4'], years).map((point, at) => ({ ...point, anew: at === 3 })),
    targets: [],
    benchmarks: [
      {
        name: 'Median of England',
        points: points(['77.2', '77.8', '77.7', '77.5', '77.6'], years).map((point, at) => ({
          ...point,
          anew: at === 3,
        })),
      },
    ],
    band: {
      name: 'the middle half of the councils of England',
      points: years
        .slice(0, 4)
        .map((period, at) => ({ period, lower: 74 + at / 2, upper: 80 + at / 4, joined: at === 1 || at === 2 })),
    },
  }),
  'what is expected to the end of the year, and how sure that is': told({
    ...norfolk,
    points: points(delays.slice(0, 9), months.slice(0, 9)),
    targets: flat(1.5, '1.5', 0),
    fan: {
      shown: '3.4',
      points: months.slice(9).map((period, at) => ({
        period,
        value: 3.15 + at * 0.08,
        likely: { lower: 2.95 + at * 0.02, upper: 3.4 + at * 0.2 },
        nearlySure: { lower: 2.8 - at * 0.06, upper: 3.6 + at * 0.3 },
      })),
    },
  }),
  'what is expected of the end of a year that is counted up': told({
    ...norfolk,
    decimals: 0,
    points: points(['47', '92', '137', '181', '228'], months.slice(1, 6)),
    targets: [{ period: months[12] as Period, value: 540, shown: '540' }],
    fan: { shown: '552', points: [{ period: months[12] as Period, value: 552, likely: null, nearlySure: null }] },
  }),
  'one value': told({ ...norfolk, points: points(['82.0'], [toPeriod('2017-03')]), targets: [] }),
  'the same value throughout': told({ ...norfolk, points: points(['7', '7', '7', '7']), targets: flat(7, '7', 9) }),
  'no values': told({ ...norfolk, points: points([null, null, null]), targets: [] }),
  'words that mean something to SVG': told({
    owner: 'A & B <Council> "C"',
    decimals: 0,
    points: points(['1', '2']),
    targets: [],
  }),
}
