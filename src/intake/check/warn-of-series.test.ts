import { describe, expect, test } from 'vitest'
import { draftOf, knowing, observation } from './made-up.data.ts'
import { warnOfSeries } from './warn-of-series.ts'

const told = (drafts: ReturnType<typeof draftOf>[], known = knowing()) =>
  warnOfSeries(drafts, [], known).map(({ found, code }) => [found, code])
const counts = (period: string, denominator: string) =>
  draftOf(observation(period, { value: null, numerator: '10', denominator }))

describe('warnOfSeries()', () => {
  test('warnOfSeries() tells figures of another kind of period once for each indicator', () => {
    const drafts = ['2016-12', '2016/17-Q1', '2016/17-Q2', '2015/16'].map(period => draftOf(observation(period)))
    expect(told(drafts)).toEqual([
      ['2016/17-Q1', 'other-period-kind'],
      ['2015/16', 'other-period-kind'],
    ])
    expect(warnOfSeries(drafts, [], knowing())[0]?.expected).toBe(
      'the indicator is monthly; this figure of a quarter is kept and not judged',
    )
    expect(told(drafts, { ...knowing(), baselines: new Set(['demo 2015/16']) })).toHaveLength(1)
  })

  test('warnOfSeries() compares no figures with a gap between them', () => {
    const rate = knowing({ unit: 'percent' })
    expect(told([counts('2016-10', '100'), counts('2016-11', '200')], rate)).toEqual([['200', 'denominator-jump']])
    expect(told([counts('2016-10', '100'), counts('2016-12', '200')], rate)).toEqual([['', 'period-missing']])
    const year = ['01', '02', '03', '04', '05', '06', '07', '08'].map(month => draftOf(observation(`2016-${month}`)))
    const far = (period: string) =>
      told([...year, draftOf(observation(period, { value: '50' }))]).map(([, code]) => code)
    expect(far('2016-09')).toEqual(['unusual-move'])
    expect(far('2016-10')).toEqual(['period-missing'])
  })
})
