import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePeriod } from './parse-period.ts'
import { isPeriod, type Period } from './period.ts'

const within = '2016/17' as Period

function problemWith(text: string, year?: Period): string {
  const result = parsePeriod(text, year)
  return result.ok ? `read as ${result.period}` : result.problem
}

describe('parsePeriod()', () => {
  test.each([
    ['Mar 16', '2016-03'],
    ['Mar-16', '2016-03'],
    ['MAR 16', '2016-03'],
    ["Mar '16", '2016-03'],
    ['Mar. 2016', '2016-03'],
    ['2016-03', '2016-03'],
    ['2016-3', '2016-03'],
    ['03/2016', '2016-03'],
    ['3/2016', '2016-03'],
    ['March 2016', '2016-03'],
    ['  march   2016 ', '2016-03'],
    ['March\u00a02016', '2016-03'],
    ['Sept 16', '2016-09'],
    ['Sept-16', '2016-09'],
    ['2011-12', '2011-12'],
    ['2016/17', '2016/17'],
    ['16/17', '2016/17'],
    ['2016-17', '2016/17'],
    ['2016–17', '2016/17'],
    ['2016/2017', '2016/17'],
    ['FY 2016/17', '2016/17'],
    ['2011/12', '2011/12'],
    ['Q2 2017/18', '2017/18-Q2'],
    ['q2 17/18', '2017/18-Q2'],
    ['2017/18 Q2', '2017/18-Q2'],
    ['2017/18-Q2', '2017/18-Q2'],
    ['2017/18-q2', '2017/18-Q2'],
    ['Quarter 2 2017/18', '2017/18-Q2'],
    ['Qtr 2, 2017/18', '2017/18-Q2'],
    ['2017/18 Quarter 2', '2017/18-Q2'],
    ['Apr–Sep 2017', '2017-04/2017-09'],
    ['Apr-Sep 2017', '2017-04/2017-09'],
    ['April to September 2017', '2017-04/2017-09'],
    ['Apr-Jun 2017', '2017/18-Q1'],
    ['Apr 2016 - Mar 2017', '2016/17'],
    ['Apr 16 to Mar 17', '2016/17'],
    ['Oct-Mar 2017', '2016-10/2017-03'],
    ['P12 2016/17', '2017-03'],
    ['P1 2016/17', '2016-04'],
    ['P09 2016/17', '2016-12'],
    ['Period 9 2016/17', '2016-12'],
  ])('parsePeriod() reads %j as %s', (text, period) => {
    expect(parsePeriod(text)).toEqual({ ok: true, period })
  })

  test.each([
    ['P12', '2017-03'],
    ['period 9', '2016-12'],
    ['Period 9', '2016-12'],
    ['M1', '2016-04'],
    ['Q2', '2016/17-Q2'],
    ['Mar', '2017-03'],
    ['April', '2016-04'],
    ['Dec', '2016-12'],
  ])('parsePeriod() reads %j within 2016/17 as %s', (text, period) => {
    expect(parsePeriod(text, within)).toEqual({ ok: true, period })
  })

  test.each([
    ['P12', '“P12” names a period without its financial year'],
    ['period 9', '“period 9” names a period without its financial year'],
    ['Q2', '“Q2” names a quarter without its financial year'],
    ['March', '“March” names a month without its year'],
    ['2016-03-31', '“2016-03-31” is a date, not a period'],
    ['31/03/2016', '“31/03/2016” is a date, not a period'],
    ['2016/18', '“2016/18” is no financial year: after 2016 comes 17'],
    ['Q5 2017/18', '“Q5 2017/18” is no quarter: a year has quarters 1 to 4'],
    ['Q2 2017/19', '“Q2 2017/19” is no financial year: after 2017 comes 18'],
    ['P13', '“P13” is no period: a financial year has periods 1 (April) to 12 (March)'],
    ['P0 2016/17', '“P0 2016/17” is no period: a financial year has periods 1 (April) to 12 (March)'],
    ['13/2016', '“13/2016” has no month 13'],
    ['Sep 2017 - Apr 2017', '“Sep 2017 - Apr 2017” ends before it starts'],
    ['Smarch 2016', '“Smarch 2016” is not a period'],
    ['', 'The period is empty'],
    ['   ', 'The period is empty'],
    ['16', '“16” is not a period'],
    ['2016', '“2016” is not a period'],
    ['banana', '“banana” is not a period'],
    ['42461', '“42461” is not a period'],
  ])('parsePeriod() refuses %j and says why', (text, problem) => {
    expect(problemWith(text)).toBe(
      `${problem}; write a month as 2016-12, a quarter as 2017/18-Q2, a financial year as 2016/17`,
    )
  })

  test('parsePeriod() refuses the thirteenth period of a known year, too', () => {
    expect(problemWith('P13', within)).toMatch(/^“P13” is no period/)
  })

  test('parsePeriod() quotes no more than the start of a long text', () => {
    expect(problemWith('x'.repeat(5000)).length).toBeLessThan(200)
  })

  test('parsePeriod() gives a period or a problem for any text, and never throws', () => {
    const piece = fc.constantFrom(
      'Q',
      'P',
      '1',
      '9',
      '13',
      '2016',
      '16',
      '/',
      '-',
      '–',
      ' ',
      'Mar',
      'to',
      'FY',
      "'",
      '0',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map(parts => parts.join('')),
    )
    fc.assert(
      fc.property(text, fc.boolean(), (any, known) => {
        const result = parsePeriod(any, known ? within : undefined)
        expect(result.ok ? isPeriod(result.period) : result.problem.length > 0).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
