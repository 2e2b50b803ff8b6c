import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { count, figure, hiddenIn } from '../../../test/support/made-up-figures.ts'
import { possibleValues, type Sum, type Unknown } from '../../../test/support/undo-suppression.ts'
import type { Figure, Measure } from './figures.ts'
import { leastPossible } from './freedom.ts'
import { suppressedFigures } from './suppress.ts'

const share: Measure = { ...count, unit: 'percent' }

/** A table of one breakdown with its total, as counts. */
function table(parts: Readonly<Record<string, number>>, total: number, more: Partial<Figure> = {}): Figure[] {
  const cells = Object.entries(parts).map(([category, value]) =>
    figure({ breakdown: `age=${category}`, value, ...more }),
  )
  return [figure({ value: total, ...more }), ...cells]
}

const breakdownsOf = (figures: readonly Figure[]) => figures.map(each => each.breakdown)

describe('a small count of people', () => {
  test.each([
    [0, false],
    [1, true],
    [4, true],
    [4.9, true],
    [5, false],
  ])('%s is hidden: %s', (value, isHidden) => {
    expect(hiddenIn([figure({ value })])).toHaveLength(isHidden ? 1 : 0)
  })

  test.each([
    ['a numerator of 3', 3, 40, true],
    ['a denominator of 4, none of them', 0, 4, true],
    ['nobody of 40', 0, 40, false],
    ['a denominator of 5, all of them', 5, 5, false],
  ])('%s hides its percentage or not', (_, numerator, denominator, isHidden) => {
    const value = (numerator / denominator) * 100
    expect(hiddenIn([figure({ value, numerator, denominator })], { people: share })).toHaveLength(isHidden ? 1 : 0)
  })

  test('is found behind a rate whose numerator is not recorded', () => {
    const rate: Measure = { ...count, unit: 'per_100k' }
    expect(hiddenIn([figure({ value: 1.5, denominator: 200_000 })], { people: rate })).toHaveLength(1)
    expect(hiddenIn([figure({ value: 3, denominator: 200_000 })], { people: rate })).toHaveLength(0)
  })

  test('is not hidden where it counts days, but the few people behind them are', () => {
    const days: Measure = { ...count, unit: 'days', people: { numerator: false, denominator: true } }
    expect(hiddenIn([figure({ value: 0.1, numerator: 3, denominator: 30 })], { people: days })).toHaveLength(0)
    expect(hiddenIn([figure({ value: 10, numerator: 30, denominator: 3 })], { people: days })).toHaveLength(1)
  })

  test('stays where another publication shows it already, also beside a measure that hides', () => {
    const measures = { people: { ...count, below: null }, others: count }
    const figures = [figure({ value: 3 }), figure({ measure: 'others', value: 2 })]
    expect(hiddenIn(figures, measures)).toEqual([figures[1]])
  })
})

describe('what would give a hidden count away is hidden too', () => {
  test('the smallest further category; never a zero', () => {
    const figures = table({ '18-64': 3, '65-74': 0, '75-84': 20, '85+': 30 }, 53)
    expect(breakdownsOf(hiddenIn(figures))).toEqual(['age=18-64', 'age=75-84'])
  })

  test('two small ones hide each other only where that leaves five values', () => {
    expect(breakdownsOf(hiddenIn(table({ a: 3, b: 3, c: 30 }, 36)))).toEqual(['age=a', 'age=b'])
    expect(breakdownsOf(hiddenIn(table({ a: 2, b: 2, c: 30 }, 34)))).toEqual(['age=a', 'age=b', 'age=c'])
  })

  test('the total goes where no category is left', () => {
    expect(breakdownsOf(hiddenIn(table({ a: 2, b: 3 }, 5)))).toEqual(['', 'age=a', 'age=b'])
  })

  test('people in no category are protected like a category', () => {
    expect(breakdownsOf(hiddenIn(table({ a: 20, b: 30 }, 53)))).toEqual(['age=a'])
  })

  test('the same count in another measure, told by its label or by agreeing', () => {
    const measures = { people: count, again: { ...share, labels: { numerator: 'people', denominator: '' } } }
    const figures = [
      ...table({ a: 3, b: 10, c: 50 }, 63),
      figure({ measure: 'again', breakdown: 'age=b', value: 5, numerator: 10, denominator: 200 }),
    ]
    const hidden = hiddenIn(figures, measures)
    expect(hidden.map(each => `${each.measure} ${each.breakdown}`)).toEqual([
      'people age=a',
      'people age=b',
      'again age=b',
    ])
  })

  test('a measure on the same subject without counts of its own', () => {
    const rate: Measure = { ...count, unit: 'per_100k', related: ['people'] }
    const figures = [figure({ value: 3 }), figure({ measure: 'rate', value: 1.5 })]
    expect(hiddenIn(figures, { people: count, rate })).toEqual(figures)
  })

  test('a month of a cumulative count by which fewer than five came since the last one shown', () => {
    const cumulative: Measure = { ...count, kind: 'cumulative' }
    const months = [6, 8, 12, 12, 12, 20].map((value, at) => figure({ value, period: `2025-0${at + 4}` }))
    expect(hiddenIn(months, { people: cumulative }).map(each => each.period)).toEqual(['2025-05'])
  })

  test('months of an average of the year to date, by the people that they stand for', () => {
    const average: Measure = { ...count, kind: 'ytd_average' }
    const months = [10, 6, 8].map((value, at) => figure({ value, period: `2025-0${at + 4}` }))
    expect(hiddenIn(months, { people: average }).map(each => each.period)).toEqual(['2025-05'])
  })

  test('a month whose quarter is printed', () => {
    const monthly: Measure = { ...count, kind: 'in_period' }
    const months = [3, 10, 12].map((value, at) => figure({ value, period: `2025-0${at + 4}` }))
    const hidden = hiddenIn([...months, figure({ value: 25, period: '2025/26-Q1' })], { people: monthly })
    expect(hidden.map(each => each.period)).toEqual(['2025-04', '2025-05'])
  })

  test('the other share of one denominator', () => {
    const figures = [
      figure({ measure: 'yes', value: 92.5, numerator: 37, denominator: 40 }),
      figure({ measure: 'no', value: 7.5, numerator: 3, denominator: 40 }),
    ]
    const named: Measure = { ...share, labels: { numerator: '', denominator: 'asked' } }
    expect(hiddenIn(figures, { yes: named, no: named })).toEqual(figures)
  })
})

// The attacker reads what is printed and knows which cells add up; how they were chosen it does not know.

type Printed = { readonly figure: Figure; readonly isHidden: boolean }
const most = 300

/** What a publication gives away about every count in it, by name. */
function attack(printed: readonly Printed[], cumulative: boolean) {
  const unknowns = new Map<string, Unknown>()
  const known = new Map<string, number>()
  const nameOf = ({ measure, breakdown, period }: Figure, role: string) => {
    // Both measures print the same numerators.
    return role === 'numerator' ? [breakdown, period].join('|') : [measure, breakdown, period, role].join('|')
  }
  for (const { figure: each, isHidden } of printed) {
    for (const role of ['numerator', 'denominator'] as const) {
      const value = role === 'numerator' ? (each.numerator ?? each.value) : each.denominator
      if (value === null) continue
      if (isHidden) unknowns.set(nameOf(each, role), { least: role === 'numerator' ? 0 : 1, most })
      else known.set(nameOf(each, role), value)
    }
  }
  for (const name of known.keys()) unknowns.delete(name)
  const sum = (parts: readonly (readonly [string, number])[], least: number, upTo = Number.POSITIVE_INFINITY): Sum => {
    const constant = parts.reduce((total, [name, factor]) => total + factor * (known.get(name) ?? 0), 0)
    const terms = parts.filter(([name]) => !known.has(name))
    return { terms, least: least - constant, most: upTo - constant }
  }
  const figures = printed.map(each => each.figure)
  const sums: Sum[] = []
  for (const role of ['numerator', 'denominator']) {
    for (const whole of figures) {
      for (const dimensions of ['age', 'sex', 'age sex']) {
        const own = whole.breakdown === '' ? [] : whole.breakdown.split('; ')
        const parts = figures.filter(part => {
          const cell = part.breakdown === '' ? [] : part.breakdown.split('; ')
          return (
            part.measure === whole.measure &&
            part.period === whole.period &&
            cell.map(each => each.split('=')[0]).join(' ') === dimensions &&
            cell.length > own.length &&
            own.every(each => cell.includes(each))
          )
        })
        const names = [whole, ...parts].map(each => nameOf(each, role))
        if (parts.length === 0 || names.some(name => !known.has(name) && !unknowns.has(name))) continue
        sums.push(
          sum(
            names.map((name, at) => [name, at === 0 ? -1 : 1] as const),
            0,
            0,
          ),
        )
      }
    }
  }
  for (const each of figures) {
    const [part, whole] = [nameOf(each, 'numerator'), nameOf(each, 'denominator')]
    if (each.denominator !== null)
      sums.push(
        sum(
          [
            [whole, 1],
            [part, -1],
          ],
          0,
        ),
      )
    const later = figures.filter(other => other.breakdown === each.breakdown && other.period > each.period)
    if (cumulative)
      for (const other of later)
        sums.push(
          sum(
            [
              [nameOf(other, 'numerator'), 1],
              [part, -1],
            ],
            0,
          ),
        )
  }
  const used = sums.filter(({ terms }) => terms.length > 0)
  return {
    valuesOf: (each: Figure, role: 'numerator' | 'denominator') => {
      const name = nameOf(each, role)
      return unknowns.has(name) ? possibleValues(name, unknowns, used) : [known.get(name) ?? 0]
    },
  }
}

/** Figures that an attacker pins down although they are too small to be shown, or were hidden to protect others. */
function undone(figures: readonly Figure[], hidden: ReadonlySet<Figure>, cumulative: boolean): string[] {
  const { valuesOf } = attack(
    figures.map(each => ({ figure: each, isHidden: hidden.has(each) })),
    cumulative,
  )
  return figures.flatMap(each => {
    const counts = (['numerator', 'denominator'] as const).flatMap(role => {
      const value = role === 'numerator' ? (each.numerator ?? each.value) : each.denominator
      return value === null ? [] : [{ role, value, possible: valuesOf(each, role).length }]
    })
    const small = counts.filter(({ value, possible }) => value > 0 && value < 5 && possible < leastPossible)
    const pinned = hidden.has(each) && counts.every(({ possible }) => possible < leastPossible)
    return small.length > 0 || pinned
      ? [`${each.measure} ${each.breakdown} ${each.period} ${JSON.stringify(counts)}`]
      : []
  })
}

const ages = ['18-64', '65-84', '85+']
const sexes = ['female', 'male']
const small = fc.integer({ min: 0, max: 14 })

/** Ages by sexes with every margin, in some months, each a share of a denominator or a plain count. */
const publications = fc
  .record({
    cells: fc.array(fc.record({ part: small, rest: small }), { minLength: 18, maxLength: 18 }),
    months: fc.integer({ min: 1, max: 3 }),
    withSexes: fc.boolean(),
    isShare: fc.boolean(),
    isCumulative: fc.boolean(),
    isTwice: fc.boolean(),
  })
  .map(({ cells, months, withSexes, isShare, isCumulative, isTwice }) => {
    const figures: Figure[] = []
    const at = (month: number, age: number, sex: number) => {
      const from = isCumulative ? 0 : month
      const own = cells.filter((_, place) => {
        const [m, a, s] = [Math.floor(place / 6), Math.floor((place % 6) / 2), place % 2]
        return m >= from && m <= month && a === age && s === sex
      })
      const numerator = own.reduce((sum, each) => sum + each.part, 0)
      return { numerator, denominator: numerator + own.reduce((sum, each) => sum + each.rest, 0) }
    }
    for (let month = 0; month < months; month += 1) {
      const add = (breakdown: string, wanted: (age: number, sex: number) => boolean) => {
        const own = ages.flatMap((_, age) => sexes.flatMap((_, sex) => (wanted(age, sex) ? [at(month, age, sex)] : [])))
        const numerator = own.reduce((sum, each) => sum + each.numerator, 0)
        const denominator = own.reduce((sum, each) => sum + each.denominator, 0)
        const period = `2025-0${month + 4}`
        const rate = (of: number) => (of === 0 ? null : (numerator / of) * 100)
        if (isShare) figures.push(figure({ breakdown, period, numerator, denominator, value: rate(denominator) }))
        else figures.push(figure({ breakdown, period, value: numerator }))
        const population = denominator + 20 * own.length
        if (isTwice && breakdown !== '')
          figures.push(
            figure({
              measure: 'twice',
              breakdown,
              period,
              numerator,
              denominator: population,
              value: rate(population),
            }),
          )
      }
      add('', () => true)
      ages.forEach((age, place) => {
        add(`age=${age}`, each => each === place)
      })
      if (!withSexes) continue
      sexes.forEach((sex, place) => {
        add(`sex=${sex}`, (_, each) => each === place)
      })
      ages.forEach((age, a) => {
        sexes.forEach((sex, s) => {
          add(`age=${age}; sex=${sex}`, (each, other) => each === a && other === s)
        })
      })
    }
    const labels = { numerator: 'those counted', denominator: '' }
    const kind = isCumulative ? ('cumulative' as const) : ('in_period' as const)
    const measures = new Map<string, Measure>([
      ['people', { ...(isShare ? share : count), kind, labels }],
      ['twice', { ...share, kind, labels }],
    ])
    return { figures, measures, isCumulative }
  })

describe('an attacker who adds up and takes apart', () => {
  test('pins down no hidden count to fewer than five values', () => {
    fc.assert(
      fc.property(publications, ({ figures, measures, isCumulative }) => {
        expect(undone(figures, suppressedFigures(figures, measures), isCumulative)).toEqual([])
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  test('undoes small numbers hidden alone', () => {
    const figures = table({ a: 3, b: 20, c: 30 }, 53)
    const alone = new Set(figures.filter(each => Number(each.value) < 5))
    expect(undone(figures, alone, false)).toHaveLength(1)
    expect(undone(figures, suppressedFigures(figures, new Map([['people', count]])), false)).toEqual([])
  })

  test('undoes a published rate of a published denominator, and neighbouring months', () => {
    const months = [8, 9, 10].map((value, at) => figure({ value, period: `2025-0${at + 4}` }))
    expect(undone(months, new Set([months[1] as Figure]), true)).toHaveLength(1)
  })

  test('a zero is never hidden, and what is hidden was never zero', () => {
    fc.assert(
      fc.property(publications, ({ figures, measures }) => {
        for (const each of suppressedFigures(figures, measures))
          expect(Math.max(each.numerator ?? each.value ?? 0, each.denominator ?? 0)).toBeGreaterThan(0)
        const counts = figures.filter(each => each.denominator === null && each.value === 0)
        expect(counts.filter(each => suppressedFigures(figures, measures).has(each))).toEqual([])
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  test('hiding does not depend on the order in which figures come', () => {
    fc.assert(
      fc.property(publications, ({ figures, measures }) => {
        const there = suppressedFigures(figures, measures)
        const back = suppressedFigures([...figures].reverse(), measures)
        expect(figures.filter(each => back.has(each))).toEqual(figures.filter(each => there.has(each)))
      }),
      { numRuns: 30 },
    )
  }, 60_000)
})
