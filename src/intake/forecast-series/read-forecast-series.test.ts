import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readForecastSeries } from './read-forecast-series.ts'

describe('readForecastSeries()', () => {
  test('readForecastSeries() reads series in any order of rows, with a unit where there is one', () => {
    const text = '\uFEFFseries,period,value,unit\nb,2024-02,3.5,percent\na,Q1 2024/25,7,\nb,2024-01,,percent\n'
    const { series, errors } = readForecastSeries(text)
    expect(errors).toEqual([])
    expect(series.map(({ id, series: { unit, frequency, points } }) => [id, unit, frequency, points])).toEqual([
      [
        'b',
        'percent',
        'monthly',
        [
          { period: '2024-01', value: null, marks: [] },
          { period: '2024-02', value: 3.5, marks: [] },
        ],
      ],
      ['a', 'count', 'quarterly', [{ period: '2024/25-Q1', value: 7, marks: [] }]],
    ])
  })

  test.each([
    ['', 'there is no column series, period, value'],
    ['series,period\n', 'there is no column value'],
    ['series,period,value\n', 'The file has no figures'],
    ['series,period,value\n,2024-01,1\n', 'Row 2: the series has no name'],
    ['series,period,value\na,May,1\n', 'Row 2: “May” names a month without its year'],
    ['series,period,value\na,2024-01/2024-05,1\n', 'neither a month nor a quarter'],
    ['series,period,value\na,2024-01,1e3\n', 'Row 2: the value is “1e3”'],
    ['series,period,value,unit\na,2024-01,1,miles\n', 'Row 2: the unit is “miles”'],
    ['series,period,value\na,2024-01,1\na,2024-01,2\n', 'a: 2024-01 stands twice'],
    ['series,period,value\na,2024-01,1\na,2024/25,2\n', 'periods or units of two sorts'],
    ['series,period,value\n"a,2024-01,1\n', 'The file is not CSV'],
  ])('readForecastSeries() refuses %j and says where and why', (text, why) => {
    const { series, errors } = readForecastSeries(text)
    expect(series).toEqual([])
    expect(errors.join(' ')).toContain(why)
  })

  test('readForecastSeries() never throws, whatever the text', () => {
    const piece = fc.constantFrom('series', 'period', 'value', ',', '\n', '"', '2024-01', '1', 'a', '-', 'unit')
    fc.assert(
      fc.property(fc.array(piece), parts => {
        const { series, errors } = readForecastSeries(parts.join(''))
        expect(series.length > 0 || errors.length > 0).toBe(true)
      }),
    )
  })
})
