import { describe, expect, test } from 'vitest'
import { madeUpFramework, monthsFrom } from '../made-up.data.ts'
import { forecastsAnswer, pastForecasts } from './backtest-answer.ts'
import { chanceView, forecastView } from './forecast.ts'

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
    expect(view.sentences).toContain(
      'To end on target it must grow by at least 15 in each of the six months after September 2016.',
    )
  })

  test('forecastView() says what is needed in people', () => {
    const cells = { '2016-12': '50.0=100:200' }
    const data = madeUpFramework([{ slug: 'a', cells, targets: { '2016/17': '53.0' } }])
    const view = forecastView('a', data)
    expect(view.needed).toEqual({ each: 1, periods: 3, people: 2 })
    expect(view.onTrack).toEqual({ code: 'not_within_two_years', period: null, metToday: null })
    expect(view.sentences).toContain(
      'To meet it, the figure must rise by 1.00 percentage points in each of the three months after December 2016: about 2 more people each month.',
    )
    expect(view.sentences[0]).toContain('there is one month with a value, and it takes 24')
  })

  test('forecastView() rounds up what is needed, so that all months together cover it, and names what is counted', () => {
    const rate = { slug: 'a', cells: { '2016-12': '50.0=105:210' }, targets: { '2016/17': '53.0' } }
    // 6.3 people in three months: two a month would be six.
    expect(forecastView('a', madeUpFramework([rate])).sentences.join(' ')).toContain('about 3 more people each month')
    const number = { ...rate, unit: 'count', unitNote: 'people', decimals: 0, cells: { '2016-12': '50' } } as const
    expect(forecastView('a', madeUpFramework([{ ...number, targets: { '2016/17': '57' } }])).sentences).toContain(
      'To meet it, the figure must rise by 3 people in each of the three months after December 2016.',
    )
  })

  test('forecastView() leads to the year end period by period, each range within the wider one', () => {
    const data = madeUpFramework([{ slug: 'a', cells: monthsFrom('2014-04', rising.slice(0, 30)), targets: target }])
    const { path, yearEnd } = forecastView('a', data)
    expect(path.map(point => point.period)).toEqual(['2016-10', '2016-11', '2016-12', '2017-01', '2017-02', '2017-03'])
    expect(path.at(-1)?.value).toBe(yearEnd?.expected.value)
    for (const { value, likely, nearlySure } of path) {
      const order = [nearlySure?.lower, likely?.lower, value, likely?.upper, nearlySure?.upper].map(Number)
      expect(order).toEqual(order.toSorted((a, b) => a - b))
    }
  })

  test('forecastView() does not forecast a year that is complete', () => {
    const months = Array.from({ length: 12 }, (_, at) => String((at + 1) * 10))
    const cells = monthsFrom('2016-04', months)
    const data = madeUpFramework([{ slug: 'a', unit: 'count', kind: 'cumulative', decimals: 0, cells }])
    expect(forecastView('a', data)).toMatchObject({
      reason: 'No forecast: the year is complete, at 120 in March 2017, and nothing is known of the next.',
      yearEnd: null,
      path: [],
    })
  })

  test('forecastView() says of a target met today that another comes, and by when it is met', () => {
    const data = madeUpFramework([
      {
        slug: 'a',
        cells: monthsFrom('2014-04', rising.slice(0, 24)),
        targets: { '2015/16': '51.0', '2016/17': '53.0' },
      },
    ])
    const view = forecastView('a', data)
    expect(view.onTrack).toMatchObject({ metToday: '51.0' })
    expect(view.words.onTrack[0]).toMatch(
      /^It meets the target of March 2016, 51\.0 %; on the present path from March 2016/,
    )
    expect(view.words.onTrack[0]).toContain('the 53.0 % of March 2017')
  })

  test('forecastView() calls a chance untested where no past point had a range, and says so', () => {
    const data = madeUpFramework([{ slug: 'a', cells: monthsFrom('2014-04', rising.slice(0, 24)), targets: target }])
    const { tested, words, chance } = forecastView('a', data)
    expect([tested?.held80.value, chance === null]).toEqual([null, false])
    expect(words.target[0]).toMatch(/in a hundred \(untested\)\.$/)
    expect(words.tested[0]).toMatch(/has never been tested|has not been tested/)
    expect(chanceView('a', data)).toMatchObject({ isUntested: true, shown: expect.stringMatching(/, untested$/) })
  })

  test('forecasts of the same figures are the same, and of one other figure another', () => {
    const given = (last: string) =>
      madeUpFramework([{ slug: 'a', cells: monthsFrom('2014-04', [...rising.slice(0, -1), last]), targets: target }])
    const [first, same, other] = ['57.0', '57.0', '40.0'].map(last => forecastView('a', given(last)))
    expect(same).toEqual(first)
    expect(other?.yearEnd?.expected.value).not.toBe(first?.yearEnd?.expected.value)
  })

  test('forecastView() gives nothing where a figure is suppressed', () => {
    const cells = { ...monthsFrom('2014-04', rising), '2015-01': 'suppressed' }
    const view = forecastView('a', madeUpFramework([{ slug: 'a', cells, targets: target }]))
    expect(view).toMatchObject({ reason: 'No forecast: a figure of it is suppressed.', yearEnd: null, chance: null })
  })
})

describe('chanceView()', () => {
  test('chanceView() is the chance of the forecast, in few words and in a sentence', () => {
    const data = madeUpFramework([{ slug: 'a', cells: monthsFrom('2014-04', rising), targets: target }])
    const found = chanceView('a', data)
    expect(found?.chance).toBe(forecastView('a', data).chance)
    expect(found?.shown).toMatch(/^(\d+|under 1|over 99) in 100$/)
    expect(found?.brief).toMatch(/^(\d+|< 1|> 99) %$/)
    expect(found?.sentence).toMatch(/^The chance of meeting the target of 58\.0 % in March 2017 is /)
  })

  test.each([
    ['there is no target', {}],
    ['no way is good', { polarity: 'on_target', targets: target }],
    ['figures are few', { cells: { '2016-12': '50.0' }, targets: target }],
  ] as const)('chanceView() is null where %s', (_, more) => {
    const data = madeUpFramework([{ slug: 'a', cells: monthsFrom('2014-04', rising), ...more }])
    expect(chanceView('a', data)).toBeNull()
  })
})

describe('forecastsAnswer()', () => {
  const data = madeUpFramework([
    { slug: 'a', cells: monthsFrom('2014-04', rising), targets: target },
    { slug: 'b', cells: { '2016-12': '50.0' } },
  ])

  test('forecastsAnswer() has every indicator with its forecast and its test, and lets others in between', async () => {
    let pauses = 0
    const answer = await forecastsAnswer(data, async () => {
      pauses += 1
    })
    expect(pauses).toBe(2)
    expect(answer.forecasts.map(each => each.indicator.slug)).toEqual(['a', 'b'])
    const [tested, refused] = answer.backtest.series
    expect(answer.backtest.all).toEqual(tested?.tally)
    expect(refused?.refused).toContain('it takes 24')
    // What was said is asked of one at a time: it must not lie in the memory of a page that shows none of it.
    expect(answer.backtest.series.every(each => each.said.length === 0)).toBe(true)
  })

  test('pastForecasts() says what would have been said, never by a later figure', () => {
    const { tested } = pastForecasts('a', data)
    expect(tested.said.length).toBe(tested.tally.forecasts)
    for (const { at, period } of tested.said) expect(at < period).toBe(true)
    expect(() => pastForecasts('c', data)).toThrow('has no indicator called c')
  })
})
