import { describe, expect, test } from 'vitest'
import { madeUpFramework, monthsFrom } from '../made-up.data.ts'
import { forecastView } from './forecast.ts'

const rising = Array.from({ length: 35 }, (_, at) => (40 + at * 0.5 + ((at * 7) % 5) / 10).toFixed(1))
const target = { '2016/17': '58.0' }

describe('forecastView()', () => {
  test('forecastView() says the year end, how sure it is, the chance, and when it is back on track', () => {
    const data = madeUpFramework([{ slug: 'a', cells: monthsFrom('2014-04', rising), targets: target }])
    const view = forecastView('a', data)
    expect(view.yearEnd?.period).toBe('2017-03')
    expect(view.yearEnd?.expected.method).toBe('damped')
    expect(view.yearEnd?.expected.value).toBeGreaterThan(57)
    expect(view.chance).toBeGreaterThan(0)
    expect(view.sentences.join(' ')).toMatch(/Expected in March 2017: 5\d\.\d %.*Eight times in ten it ends between/)
    expect(view.sentences.join(' ')).toContain('The target for March 2017 is 58.0 %; the chance of meeting it is')
  })

  test('forecastView() keeps a straight line with the rating of rule 4 where years are too few', () => {
    const cells = monthsFrom('2016-04', ['10', '20', '30', '40', '50', '60'])
    const data = madeUpFramework([
      { slug: 'a', unit: 'count', kind: 'cumulative', decimals: 0, cells, targets: { '2016/17': '150' } },
    ])
    const view = forecastView('a', data)
    expect(view.yearEnd?.expected).toMatchObject({
      method: 'straight_line',
      value: 120,
      rating: 'Red',
      likely: null,
    })
    expect(view.chance).toBeNull()
    expect(view.needed).toEqual({ each: 15, periods: 6, people: null })
    expect(view.sentences).toContain('To end on target there must be 15.0 in each of the six months left.')
  })

  test('forecastView() says what is needed in people', () => {
    const cells = { '2016-12': '50.0=100:200' }
    const data = madeUpFramework([{ slug: 'a', cells, targets: { '2016/17': '53.0' } }])
    const view = forecastView('a', data)
    expect(view.needed).toEqual({ each: 1, periods: 3, people: 2 })
    expect(view.onTrack).toEqual({ code: 'not_within_two_years', period: null })
    expect(view.sentences).toContain(
      'To meet it, the figure must rise by 1.00 percentage points in each of the three months left: about 2 people a month.',
    )
    expect(view.sentences[0]).toContain('there is one month with a value, and it takes 24')
  })

  test('forecastView() gives nothing where a figure is suppressed', () => {
    const cells = { ...monthsFrom('2014-04', rising), '2015-01': 'suppressed' }
    const view = forecastView('a', madeUpFramework([{ slug: 'a', cells, targets: target }]))
    expect(view).toMatchObject({ reason: 'No forecast: a figure of it is suppressed.', yearEnd: null, chance: null })
  })
})
