import { expect, test } from 'vitest'
import { yearValuesOf, yearValuesText } from './year-values.ts'

test('yearValuesOf() reads years and their values in order, with the decimals they are written with', () => {
  const values = yearValuesOf(' 2018/19=25.00;2017/18 = 28.86 ')
  expect(values).toEqual([
    { period: '2017/18', value: '28.86' },
    { period: '2018/19', value: '25.00' },
  ])
  expect(yearValuesText(values ?? [])).toBe('2017/18=28.86; 2018/19=25.00')
  expect(yearValuesOf('')).toEqual([])
})

test.each(['2017/18', '2017/18=', '2017/18=a', '2017-03=1', '2017/19=1', '2017/18=1; 2017/18=2', '2017/18=1=2'])(
  'yearValuesOf(%j) is none',
  text => {
    expect(yearValuesOf(text)).toBeNull()
  },
)
