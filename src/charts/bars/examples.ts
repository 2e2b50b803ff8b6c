/** Examples of bars: tests and gallery show each of them. The figures are Norfolk's of June 2017, or made up. */
import { periodInWords } from '../../shared/period/format-period.ts'
import { type Period, shiftMonths, toPeriod } from '../../shared/period/period.ts'
import { barsInWords } from './in-words.ts'
import type { Bar, BarGroup, BarsInput } from './input.ts'

const numberIn = (shown: string) => Number(shown.split(' ')[0]?.replaceAll(',', '').replace('−', '-'))
const bar = (shown: string): Bar => ({ value: numberIn(shown), shown })
const none = (why: string): Bar => ({ value: null, shown: why })
const goal = (shown: string) => ({ value: numberIn(shown), shown })

const told = (input: Omit<BarsInput, 'sentence'>): BarsInput => ({ ...input, sentence: barsInWords(input) })

const months = Array.from({ length: 13 }, (_, at) => shiftMonths(toPeriod('2016-03'), at))
const requests = [412, 398, 431, 405, 388, 376, 420, 441, 452, 399, 467, 471, 480]
const perMonth = (counts: readonly (number | string)[]): BarGroup[] =>
  counts.map((count, at) => ({
    name: periodInWords(months[at] as Period),
    period: months[at],
    main: typeof count === 'number' ? bar(String(count)) : none(count),
  }))

const key = { main: 'Norfolk 2016/17', beside: 'Family group 2015/16' }

export const examples: Readonly<Record<string, BarsInput>> = {
  'one measure beside others': told({
    direction: 'across',
    groups: [
      { name: 'Norfolk 2016/17', main: bar('3.4 [p]'), target: goal('4.0') },
      { name: 'Norfolk 2015/16', beside: bar('3.7') },
      { name: 'Family group 2015/16', beside: bar('5.1') },
      { name: 'Eastern region 2015/16', beside: bar('7.1') },
      { name: 'England 2015/16', beside: bar('5.8') },
    ],
  }),
  'several measures in pairs, with targets': told({
    direction: 'across',
    key,
    groups: [
      {
        name: 'Adults with a learning disability who live in their own home or with their family',
        main: bar('74.9 [p]'),
        beside: bar('76.7'),
        target: goal('78.0'),
      },
      {
        name: 'People who use services who have control over their daily life',
        main: bar('79.0'),
        beside: bar('78.0'),
      },
      {
        name: 'Carers satisfied with social services',
        main: none('not due yet [x]'),
        beside: bar('41.4'),
        target: goal('40.0'),
      },
      { name: 'Delayed transfers', main: none('withheld [c]'), beside: none('not available [x]') },
    ],
  }),
  'values on both sides of zero': told({
    direction: 'across',
    key: { main: 'This year', beside: 'Last year' },
    groups: [
      { name: 'Home care', main: bar('−3.2'), beside: bar('1.4'), target: goal('−2') },
      { name: 'Residential care', main: bar('6.8'), beside: bar('−0.4'), target: goal('6.9') },
      { name: 'Day services', main: bar('0'), beside: bar('−7.1') },
    ],
  }),
  'huge values and a tiny one': told({
    direction: 'across',
    groups: [
      { name: 'Budget', main: bar('258,435,000,000') },
      { name: 'Forecast', main: bar('262,191,000,000'), target: goal('258,435,000,000') },
      { name: 'Savings', main: bar('0.003') },
    ],
  }),
  'one bar': told({ direction: 'across', groups: [{ name: 'Norfolk', main: bar('82.0') }] }),
  'no values, each with its reason': told({
    direction: 'across',
    groups: [
      { name: 'Norfolk', main: none('not due until 1 July 2017 [x]') },
      { name: 'England', beside: none('suppressed [c]') },
    ],
  }),
  'no groups': told({ direction: 'across', groups: [] }),
  'words that mean something to SVG, or are long, or read from the right': told({
    direction: 'across',
    key: { main: 'A & B <Council> "C"', beside: `Councils${'likethisone'.repeat(9)}` },
    groups: [
      { name: '<script>alert("1")</script> \u202eturned', main: bar('1 [p]'), beside: bar('2') },
      { name: 'المجالس المجاورة', main: bar('1.5'), beside: none(`because ${'verylongword'.repeat(9)}`) },
      { name: `Measure${'withoutanyspace'.repeat(9)}`, main: bar('0.5'), target: goal('1') },
    ],
  }),
  'counts month by month': told({
    direction: 'up',
    groups: perMonth(requests).map((group, at) => (at < 1 ? group : { ...group, target: goal('400') })),
  }),
  'counts of months, some missing': told({
    direction: 'up',
    groups: perMonth([41, 'not available [x]', 44, 'withheld [c]', 'not available [x]', 39, 40, 0, 44]),
  }),
  'counts of years beside another’s': told({
    direction: 'up',
    key: { main: 'Harrowmere', beside: 'Near neighbours' },
    groups: [
      { name: '2014/15', main: bar('1,210'), beside: bar('1,320') },
      { name: '2015/16', main: bar('1,255'), beside: none('not available [x]') },
      { name: '2016/17', main: bar('1,140 [p]'), beside: bar('1,302'), target: goal('1,150') },
    ],
  }),
  'bars of years, falling below zero': told({
    direction: 'up',
    groups: [
      { name: '2014/15', main: bar('2.4') },
      { name: '2015/16', main: bar('−0.6'), target: goal('0') },
      { name: '2016/17', main: bar('−2.2'), target: goal('0') },
    ],
  }),
  'one period of a huge count': told({
    direction: 'up',
    groups: [{ name: '2016/17', main: bar('123,456,789,012,345') }],
  }),
  'periods without any value': told({
    direction: 'up',
    groups: perMonth(['not due yet [x]', 'not due yet [x]']),
  }),
}
