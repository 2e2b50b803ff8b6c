import { expect, test } from 'vitest'
import { type Period, periodOfMonths, toPeriod } from '../../shared/period/period.ts'
import { oddHeadings } from './heading-sequence.ts'

const periods = (...texts: string[]) => texts.map(toPeriod)
const found = (headings: Period[]) => oddHeadings(headings).map(({ index, proposal }) => [index, proposal])
const months = (from: number, count: number, step = 1) =>
  Array.from({ length: count }, (_, index) => periodOfMonths({ first: from + index * step, last: from + index * step }))
const march2016 = 2016 * 12 + 2

test('oddHeadings() proposes January 2017 where January 2016 stands between December and February', () => {
  const headings = months(march2016, 13)
  headings[10] = toPeriod('2016-01')
  expect(oddHeadings(headings)).toEqual([{ index: 10, proposal: '2017-01', between: ['2016-12', '2017-02'] }])
})

test('oddHeadings() finds nothing in headings that follow one another, forwards or backwards', () => {
  expect(found(months(march2016, 13))).toEqual([])
  expect(found(months(march2016, 13, -1))).toEqual([])
  expect(found(months(march2016, 5, 3))).toEqual([])
  expect(found(periods('2013/14', '2014/15', '2015/16'))).toEqual([])
})

test('oddHeadings() takes a gap for a gap', () => {
  expect(found(periods('2016-01', '2016-02', '2016-04', '2016-05'))).toEqual([])
  expect(found(periods('2016-01', '2016-02', '2016-03', '2016-06'))).toEqual([])
})

test('oddHeadings() finds several wrong headings, next to one another or apart', () => {
  expect(
    found(periods('2016-10', '2016-11', '2016-12', '2016-01', '2016-02', '2017-03', '2017-04', '2017-05')),
  ).toEqual([
    [3, '2017-01'],
    [4, '2017-02'],
  ])
})

test('oddHeadings() finds a wrong heading at either end when it repeats or goes back', () => {
  expect(found(periods('2016-09', '2016-10', '2016-11', '2016-12', '2016-01'))).toEqual([[4, '2017-01']])
  expect(found(periods('2017-12', '2017-01', '2017-02', '2017-03'))).toEqual([[0, '2016-12']])
  expect(found(periods('2016-04', '2016-04'))).toEqual([[1, '2016-05']])
})

test('oddHeadings() looks at months and quarters each by themselves', () => {
  const headings = periods('2016-04', '2016-05', '2016-06', '2016/17-Q1', '2016-07', '2016-08', '2016-09', '2016/17-Q2')
  expect(found(headings)).toEqual([])
  headings[5] = toPeriod('2017-08')
  expect(found(headings)).toEqual([[5, '2016-08']])
})
