import { expect, test } from 'vitest'
import { dashboard, judgedRows } from '../../answers/dashboard/dashboard.ts'
import { type MadeUp, madeUpFramework } from '../../answers/made-up.data.ts'
import { lineChart } from '../../charts/line-chart/line-chart.ts'
import { toPeriod } from '../../shared/period/period.ts'
import { figureOf } from './cells.ts'
import { seriesBars, seriesChart } from './series-chart.ts'

function seriesFrom(made: MadeUp) {
  const data = madeUpFramework([made])
  const [row] = dashboard(data, judgedRows(data)).rows
  if (!row) throw new Error('There is no such row')
  return { indicator: row.indicator, cells: row.history, owner: 'Here', sentence: 'Up.' }
}

const figures = [
  { period: toPeriod('2017-01'), value: 5.1, shown: '5.1', reason: null, marks: [] },
  { period: toPeriod('2017-03'), value: 5.3, shown: '5.3', reason: null, marks: ['provisional' as const] },
]
const benchmarks = [{ name: 'Family group', figures }]
const cells = { '2017-01': '50.0', '2017-02': '40.0', '2017-03': '41.0' }

test('seriesChart() leaves a gap in a benchmark where a period has no figure', () => {
  const { benchmarks: drawn } = seriesChart({ ...seriesFrom({ slug: 'a', cells }), benchmarks })
  expect(drawn?.map(({ points }) => points.map(({ period, value }) => [period, value]))).toEqual([
    [
      ['2017-01', 5.1],
      ['2017-02', null],
      ['2017-03', 5.3],
    ],
  ])
})

test('figureOf() says the benchmark’s last value, and has a column for it', () => {
  const series = seriesFrom({ slug: 'a', cells })
  const { sentence, chart, table } = figureOf({
    ...series,
    benchmarks,
    id: 'x',
    title: 'Up',
    subtitle: 'Calls',
    size: 'main',
  })
  expect(sentence).toBe('Up. Family group 5.3 in March 2017.')
  expect(chart.sentence).toBe(sentence)
  expect(table.columns.at(-1)?.heading).toBe('Family group')
  expect(table.rows.map(row => row.at(-1)?.text)).toEqual(['5.1', '[x]', '5.3 [p]'])
})

test('seriesBars() draws counts from zero, with why a period has no bar, and leaves other series to the line', () => {
  const counts = { '2017-01': '1250', '2017-03': '41' }
  const series = seriesFrom({ slug: 'a', cells: counts, unit: 'count', decimals: 0 })
  expect(seriesBars(series)?.groups.map(({ name, main }) => [name, main])).toEqual([
    ['January 2017', { value: 1250, shown: '1,250' }],
    ['February 2017', { value: null, shown: 'nothing recorded [x]' }],
    ['March 2017', { value: 41, shown: '41' }],
  ])
  expect(seriesBars({ ...series, benchmarks })).toBeNull()
  expect(seriesBars(seriesFrom({ slug: 'a', cells }))).toBeNull()
})

test('seriesChart() leads a path from its start to a first target in the next year, past a month that stands between them', () => {
  const series = seriesFrom({ slug: 'a', frequency: 'annual', cells: { '2015/16': '48', '2016/17': '50' } })
  const month = {
    ...series.cells[1],
    period: toPeriod('2017-07'),
    value: 51,
    shown: '51',
  } as (typeof series.cells)[number]
  const target = (period: string, value: number) =>
    ({
      ...series.cells[1],
      period: toPeriod(period),
      value: null,
      shown: null,
      target: { value, shown: String(value), how: 'given', derived: false, assigned: false },
    }) as unknown as (typeof series.cells)[number]
  const start = { period: toPeriod('2016/17'), value: 50, shown: '50' }
  const [first, second] = [target('2017/18', 55), target('2018/19', 60)]
  const drawn = seriesChart({ ...series, cells: [...series.cells, month, first, second], start })
  expect(drawn.targets.map(({ period, joined }) => [period, joined])).toEqual([
    ['2016/17', undefined],
    ['2017/18', true],
    ['2018/19', false],
  ])
  expect(drawn.points.find(({ period }) => period === '2017-07')?.anew).toBe(true)
  // One line of targets, from the start on.
  expect(lineChart(drawn).match(/<(?:path|line) class="chart-target"/g)).toHaveLength(1)
  // A year that is missing is not led across.
  const late = seriesChart({ ...series, cells: [...series.cells, second], start })
  expect(late.targets.map(({ period }) => period)).toEqual(['2018/19'])
})

test('seriesChart() leads a line of months on through April, and steps where another rate is held', () => {
  const cells = { '2017-02': '48', '2017-03': '50' }
  const series = seriesFrom({ slug: 'a', cells })
  const start = { period: toPeriod('2017-03'), value: 50, shown: '50' }
  const from = (how: 'line' | 'flat') =>
    ['2017-04', '2017-05'].map(
      (period, at) =>
        ({
          ...series.cells[1],
          period: toPeriod(period),
          value: null,
          shown: null,
          target: { value: 51 + at * Number(how === 'line'), shown: '51', how, derived: true, assigned: false },
        }) as (typeof series.cells)[number],
    )
  const periods = (how: 'line' | 'flat') =>
    seriesChart({ ...series, cells: [...series.cells, ...from(how)], start }).targets.map(({ period }) => period)
  expect(periods('line')).toEqual(['2017-03', '2017-04', '2017-05'])
  expect(periods('flat')).toEqual(['2017-04', '2017-05'])
})

test('seriesChart() joins another area’s years where the series is of months, and sets each at its last month', () => {
  const years = ['2015/16', '2016/17', '2018/19'].map((period, at) => ({
    period: toPeriod(period),
    value: at,
    shown: String(at),
    reason: null,
    marks: [],
  }))
  const series = { ...seriesFrom({ slug: 'a', cells }), benchmarks: [{ name: 'England', figures: years }] }
  expect(seriesChart(series).benchmarks?.[0]?.points.map(({ period, value }) => [period, value])).toEqual([
    ['2016-03', 0],
    ['2017-03', 1],
    ['2018-03', null],
    ['2019-03', 2],
  ])
  const { table } = figureOf({ ...series, id: 'x', title: 'Up', subtitle: 'Calls', size: 'main' })
  expect(table.rows.map(row => row.at(-1)?.text)).toEqual(['[x]', '[x]', '1'])
})
