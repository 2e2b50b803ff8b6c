import { expect, test } from 'vitest'
import { dashboard, judgedRows } from '../../answers/dashboard/dashboard.ts'
import { type MadeUp, madeUpFramework } from '../../answers/made-up.data.ts'
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
