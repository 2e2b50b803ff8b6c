import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSeriesFile } from './read-series-file.ts'

const good = {
  id: 'a',
  options: {
    improvement_direction: 'increase',
    target: null,
    rebase: [],
    fix_after_n_points: null,
    screen_outliers: true,
  },
  input: [{ date: '2024-04-01', value: 1 }],
}
const errorsOf = (change: object) => readSeriesFile(JSON.stringify({ series: [{ ...good, ...change }] })).errors
const optionErrors = (change: object) => errorsOf({ options: { ...good.options, ...change } })

describe('readSeriesFile()', () => {
  test('takes screening to be on, and no target, rebase or baseline, where options do not say it', () => {
    const { series, errors } = readSeriesFile(
      JSON.stringify({ series: [{ ...good, options: { improvement_direction: 'neutral' } }] }),
    )
    expect(errors).toEqual([])
    expect(series[0]?.options).toEqual({
      improvementDirection: 'neutral',
      target: null,
      rebase: [],
      fixAfter: null,
      screenOutliers: true,
    })
  })

  test('says where what is wrong and what to do', () => {
    expect(readSeriesFile('{').errors[0]).toMatch(/^The file is not JSON/)
    expect(readSeriesFile('[]').errors[0]).toContain('it must hold { "series": [ … ] }')
    expect(readSeriesFile('{"series":[]}').errors[0]).toContain('add at least one')
    expect(readSeriesFile('{"series":[3]}').errors[0]).toBe(
      'Series 1 is 3: it must be an object with id, options and input',
    )
    expect(errorsOf({ id: '' })[0]).toContain('has no id')
    expect(errorsOf({ input: [] })).toEqual(['Series 1 (a) has no points: input must be a list of { "date", "value" }'])
    expect(errorsOf({ input: [{ date: '2024-02-30', value: 1 }] })[0]).toBe(
      'Series 1 (a), point 1: date is "2024-02-30"; it must be a day such as "2024-04-01"',
    )
    expect(errorsOf({ input: [{ date: '2024-04-01', value: '1' }] })[0]).toContain('value is "1"; it must be a number')
    expect(errorsOf({ input: [good.input[0], good.input[0]] })[0]).toContain('2024-04-01 stands twice')
    expect(optionErrors({ improvement_direction: 'up' })[0]).toContain('increase, decrease or neutral')
    expect(optionErrors({ fix_after_n_points: 11 })[0]).toContain('12 or more')
    expect(optionErrors({ target: 'none' })[0]).toContain('a number or null')
    expect(optionErrors({ rebase: '2024-04-01' })[0]).toContain('a list of days')
    expect(optionErrors({ screen_outliers: 'yes' })[0]).toContain('true or false')
  })

  test('reports every problem of a file at once', () => {
    const series = [
      { ...good, id: 1 },
      { ...good, options: null },
      { ...good, input: {} },
    ]
    expect(readSeriesFile(JSON.stringify({ series })).errors).toHaveLength(3)
  })

  test('warns of a rebase that no point has and of an option that does not exist', () => {
    const { warnings, errors } = readSeriesFile(
      JSON.stringify({ series: [{ ...good, options: { ...good.options, rebase: ['2024-05-01'], screening: true } }] }),
    )
    expect(errors).toEqual([])
    expect(warnings.join(' ')).toMatch(/there is no option screening.*rebase date 2024-05-01, which changes nothing/)
  })

  test('never throws, whatever the JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const { series, errors } = readSeriesFile(JSON.stringify({ series: value }))
        expect(series.length > 0 || errors.length > 0).toBe(true)
      }),
    )
  })
})
