import { describe, expect, test } from 'vitest'
import type { Audience } from '../../shared/audience.ts'
import { type Fact, keyOf } from '../../shared/facts.ts'
import { type MadeUp, madeUpFramework, monthsFrom } from '../made-up.data.ts'
import type { Observation } from '../observations.ts'
import { signalAnswer } from './signal-answer.ts'
import { signalView } from './signal-view.ts'

/** Up and down by one around 50: the limits are 44.68 and 55.32. */
const calm = Array.from({ length: 16 }, (_, at) => String(at % 2 === 0 ? 49 : 51))
const series = (slug: string, values: readonly string[], more: Partial<MadeUp> = {}): MadeUp => ({
  slug,
  cells: monthsFrom('2015-12', values),
  ...more,
})
const viewOf = (given: MadeUp, rebases: readonly Fact<'rebase'>[] = []) =>
  signalView(given.slug, { ...madeUpFramework([given]), rebases })
const rebase = (indicator: string, period: string, reason: string): Fact<'rebase'> =>
  ({
    kind: 'rebase',
    ...keyOf('anywhere', { indicator, period }),
    payload: { reason, active: true },
  }) as unknown as Fact<'rebase'>

describe('signalView()', () => {
  test('gives verdicts on a series with a target, in sentences', () => {
    const view = viewOf(series('a', calm, { targets: { '2016/17': '60' } }))
    expect(view).toMatchObject({
      icons: true,
      reason: '',
      variation: { meaning: 'common', way: null },
      assurance: {
        code: 'fail',
        sentence: 'The target will be missed consistently, unless the process changes.',
        isUnsteady: false,
      },
      suggestion: null,
    })
    expect(view.chart?.target).toMatchObject({ value: 60, shown: '60.0', period: '2017-03' })
    expect(view.chart?.stretches[0]).toMatchObject({
      mean: 50,
      shown: { mean: '50.00', lower: '44.68', upper: '55.32' },
    })
  })

  test('gives no verdict on a target where the figures contradict the limits, and says what these say', () => {
    // A rise of one a month: the limits follow single steps, so that most points are signals and the latest beats the target.
    const climb = Array.from({ length: 20 }, (_, at) => String(40 + at))
    const met = viewOf(series('a', climb, { polarity: 'bigger', targets: { '2017/18': '58' } }))
    expect(met.variation.meaning).toBe('improvement')
    expect(met.assurance).toEqual({
      code: null,
      sentence:
        'By the limits of December 2015 to July 2017, the target will be missed consistently, unless the process changes; but most points are signals, so these limits describe no steady level.',
      isUnsteady: true,
    })
    // Mean 47.4, limits 26.6 on either side as the last jump is screened: only the latest value is below them, and the target.
    const wide = calm.map(value => (value === '49' ? '45' : '55'))
    const spike = viewOf(series('a', [...wide, '5'], { polarity: 'bigger', targets: { '2017/18': '15' } }))
    expect(spike.assurance.sentence).toContain('will be met consistently')
    expect(spike.assurance.sentence).toContain('; but the latest value misses it, so')
    // A signal that bears the verdict out leaves it standing.
    const further = viewOf(series('a', climb, { polarity: 'smaller', targets: { '2017/18': '30' } }))
    expect(further.assurance).toMatchObject({ code: 'fail', isUnsteady: false })
  })

  test('turns with polarity, and has no assurance where no way is good', () => {
    const high = [...calm, '70']
    const meaning = (polarity: 'bigger' | 'smaller' | 'none' | 'on_target') =>
      viewOf(series('a', high, { polarity, targets: { '2017/18': '60' } }))
    expect(meaning('bigger').variation.meaning).toBe('improvement')
    expect(meaning('smaller').variation.meaning).toBe('concern')
    expect(meaning('none')).toMatchObject({ variation: { meaning: 'high' }, assurance: { code: null } })
    expect(meaning('on_target').assurance.sentence).toContain('neither high nor low is good')
  })

  test.each(['cumulative', 'ytd_average', 'rolling_12'] as const)(
    'draws no chart of a %s series, and says why',
    kind => {
      const view = viewOf(series('a', calm, { kind }))
      expect(view).toMatchObject({ chart: null, icons: false, variation: { meaning: null }, assurance: { code: null } })
      expect(view.reason).toMatch(/^No control chart: .* neighbouring points share data/)
    },
  )

  test('judges the underlying monthly figures where the register has them, and says so', () => {
    const framework = madeUpFramework([series('rolling', calm, { kind: 'rolling_12' }), series('monthly', calm)])
    const rolling = framework.indicators.get('rolling') as Fact<'indicator'>
    const related = { ...rolling, payload: { ...rolling.payload, related: ['monthly'] } } as Fact<'indicator'>
    const data = { ...framework, indicators: new Map(framework.indicators).set('rolling', related) }
    const view = signalView('rolling', data)
    expect(view).toMatchObject({ indicator: { slug: 'rolling' }, figures: { slug: 'monthly' }, icons: true })
    expect(view.notes).toEqual(['Judged by the figures that underlie it: monthly.'])
    expect(view.assurance.sentence).toBe('No assurance: the target is not one of these underlying figures.')
  })

  test('draws a chart with a warning and gives no verdict where the kind is not stated, or points are few', () => {
    const unstated = viewOf(series('a', calm, { kind: 'not_stated' }))
    expect(unstated).toMatchObject({ icons: false })
    expect(unstated.chart?.points).toHaveLength(16)
    expect(unstated.reason).toContain('not stated')
    expect(unstated).toMatchObject({ variation: { meaning: null }, assurance: { code: null } })
    const few = viewOf(series('a', calm.slice(0, 12)))
    expect(few.icons).toBe(false)
    expect(few.reason).toContain('there are 12 points with a value, and it takes 13')
    expect(few.chart?.stretches[0]?.warnings[0]).toContain('trial limits')
    expect(viewOf(series('a', calm.slice(0, 13))).icons).toBe(true)
  })

  test('begins anew at a break of the series, with its reason, and asks for thirteen points since', () => {
    const view = viewOf(series('a', calm, { breaksFrom: '2016-12' }))
    expect(view.chart?.stretches.map(({ from, reason }) => [from, reason])).toEqual([
      ['2015-12', ''],
      ['2016-12', 'The series breaks here'],
    ])
    expect(view.reason).toContain('4 points with a value since the series began anew')
  })

  test('suggests a rebase where a shift lasts, and does it only when somebody has decided it', () => {
    const shifted = series('a', [...calm, ...calm.slice(0, 14).map(value => String(Number(value) + 20))])
    const before = viewOf(shifted)
    expect(before.suggestion?.period).toBe('2017-04')
    expect(before.chart?.stretches).toHaveLength(1)
    const after = viewOf(shifted, [rebase('a', '2017-04', 'A second team began work'), rebase('b', '2016-04', 'Other')])
    expect(after.chart?.stretches.map(stretch => [stretch.from, stretch.mean, stretch.reason])).toEqual([
      ['2015-12', 50, ''],
      ['2017-04', 70, 'A second team began work'],
    ])
    expect(after).toMatchObject({ suggestion: null, variation: { meaning: 'common' } })
  })

  test('says when a decided rebase meets no point, and when the latest value is missing', () => {
    const view = viewOf(series('a', [...calm, 'not_available']), [rebase('a', '2030-01', 'Too soon')])
    expect(view.notes).toEqual([
      'Judged is March 2017, the latest with a value; later ones are missing.',
      'A new stretch was decided from January 2030, of which there is no point.',
    ])
    expect(view.variation.meaning).toBe('common')
  })

  test('screens unless the framework says otherwise', () => {
    const spike = series('a', [...calm, '90'])
    const upper = (settings: Readonly<Record<string, number>>) =>
      signalView('a', madeUpFramework([spike], { settings })).chart?.stretches[0]?.upper
    expect(upper({})).toBeCloseTo(52.3529 + 2.66 * 2, 3)
    expect(upper({ screening: 0 })).toBeCloseTo(52.3529 + 2.66 * (69 / 16), 3)
  })

  test('says where rounding is a large share of how far values move', () => {
    const coarse = viewOf(
      series(
        'a',
        calm.map(value => (value === '49' ? '50' : '51')),
      ),
    )
    expect(coarse.notes).toContainEqual(
      expect.stringMatching(/^Values are rounded to 1\.0 % and move by 1\.00 % from one/),
    )
    expect(
      viewOf(
        series(
          'a',
          calm.map((value, at) => `${value}.${at % 7}`),
        ),
      ).notes,
    ).toEqual([])
  })

  test('takes a suppressed value as missing, never as zero', () => {
    const view = viewOf(series('a', ['suppressed', ...calm, 'suppressed', ...calm]))
    expect(view.chart?.stretches[0]?.mean).toBe(50)
    expect(view.chart?.points.filter(point => point.says === 'no value')).toHaveLength(1)
  })

  test('says nothing to an audience from whom a value is hidden, as limits could give it away', () => {
    const framework = madeUpFramework([series('a', calm, { targets: { '2016/17': '60' } }), series('b', calm)])
    const hidden = (framework.observations.get('a') ?? []).map(
      (fact, at): Observation =>
        at === 3
          ? { ...fact, payload: { ...fact.payload, value: null, reason: 'suppressed' }, suppressedFor: ['public'] }
          : fact,
    )
    const data = { ...framework, observations: new Map(framework.observations).set('a', hidden) }
    const seenBy = (audience: Audience, slug: string) => signalView(slug, { ...data, audience })
    const told = seenBy('public', 'a')
    expect(told).toMatchObject({
      chart: null,
      icons: false,
      variation: { meaning: null },
      assurance: { code: null },
      notes: [],
      suggestion: null,
    })
    expect(told.reason).toMatch(/hidden as few people stand behind it/)
    expect(JSON.stringify(told)).not.toMatch(/mean"|upper|lower|49|51/)
    expect(seenBy('officer', 'a').chart?.points).toHaveLength(16)
    expect(seenBy('member', 'a').icons).toBe(true)
    expect(seenBy('public', 'b').icons).toBe(true)
  })
})

describe('signalAnswer()', () => {
  test('lists an indicator that is at no steady level among the others, with the reason', () => {
    const climb = Array.from({ length: 20 }, (_, at) => String(40 + at))
    const { matrix, others } = signalAnswer(
      madeUpFramework([series('climb', climb, { polarity: 'bigger', targets: { '2017/18': '58' } })]),
    )
    expect(matrix.flatMap(row => row.cells.flatMap(cell => cell.indicators))).toEqual([])
    expect(others.map(other => other.because)).toEqual([expect.stringContaining('no steady level')])
  })

  // Three months in a row worse, within the limits; and a slow drift down that stays better than its target.
  const worse = [...calm, '51', '50', '49', '48']
  const drift = [...calm, '51', '50.5', '50', '49.5', '49', '48.5', '48', '47.5']
  const answer = signalAnswer(
    madeUpFramework(
      [
        series('worse', worse, { targets: { '2016/17': '30' } }),
        series('drift', drift, { polarity: 'bigger', targets: { '2016/17': '30', '2017/18': '30' } }),
        series('rolling', calm, { kind: 'rolling_12' }),
        series('info', calm, { polarity: 'none' }),
      ],
      { settings: { moves_needed: 3 } },
    ),
  )

  test('places every indicator once: in the matrix, or among the others with the reason', () => {
    const placed = answer.matrix.flatMap(({ variation, cells }) =>
      cells.flatMap(cell => cell.indicators.map(view => [view.indicator.slug, variation, cell.assurance])),
    )
    expect(placed).toEqual([
      ['worse', 'common', 'none'],
      ['info', 'common', 'none'],
      ['drift', 'concern', 'pass'],
    ])
    expect(answer.others.map(other => other.indicator.indicator.slug)).toEqual(['rolling'])
    expect(answer.others[0]?.because).toContain('share data')
  })

  test('says of an exception whether it lies within normal variation', () => {
    const found = answer.exceptions.find(each => each.row.indicator.slug === 'worse')
    expect(found?.finding).toBe('normal_variation')
    expect(found?.sentence).toMatch(/^Worse several times in a row, and yet within normal variation/)
  })
})

test('signalAnswer() lists the slow drifts that the ratings miss', () => {
  // With more moves asked for than the drift has, no rule of rating sees it.
  const drift = [...calm, '51', '50.5', '50', '49.5', '49', '48.5', '48', '47.5']
  const { missed, exceptions } = signalAnswer(
    madeUpFramework([series('drift', drift, { targets: { '2016/17': '30', '2017/18': '30' } })], {
      settings: { moves_needed: 12 },
    }),
  )
  expect(exceptions).toEqual([])
  expect(missed.map(each => each.sentence)).toEqual([
    'A signal of concern: the latest value is part of a run of seven or more points, each below the one before. It is rated Green.',
  ])
})
