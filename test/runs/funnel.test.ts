import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Comparing, loadComparing } from '../../src/answers/compared/asking.ts'
import { measureCompared } from '../../src/answers/compared/measure-compared.ts'
import { openRegister } from '../../src/register/index.ts'
import { homeIn } from '../support/home.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

// Over the publishers' figures in examples/england, for Norfolk.

const folder = makeTemporaryFolder()
const home = homeIn(join(folder.path, 'register'))
let all: Comparing

beforeAll(async () => {
  for (const name of ['england', 'norfolk']) await home.text(['examples', 'load', name])
  const register = await openRegister(
    { file: join(home.path, 'register.sqlite') },
    { now: () => '2026-01-01T00:00:00.000Z', randomHex: () => '' },
  )
  all = await loadComparing(register.reader, { asAt: '2026-11-22' })
  await register.close()
}, 120_000)
afterAll(folder.remove)

const ask = (measure: string, period: string) => measureCompared(all, 'norfolk', { measure, group: null, period })

describe('a funnel', () => {
  const admissions = 'care-home-admissions-65-plus-client-level'

  test.each([
    ['ld-at-home-client-level', '2024/25', false],
    ['safeguarding-risk-reduced', '2024/25', true],
  ])(
    'of shares puts a council beyond its limits where its own interval leaves England out: %s',
    (measure, period, roundedCounts) => {
      const { funnel, councils } = ask(measure, period)
      if (funnel.kind === 'none') throw new Error(funnel.because)
      expect(funnel).toMatchObject({ middleIs: 'england', isRate: false, roundedCounts })
      expect(funnel.places.size + funnel.without).toBe(councils.length)
      for (const { slug, significance } of councils) {
        const place = funnel.places.get(slug)
        if (!place || place.beyond === null) expect(significance.standing, slug).toBeNull()
        else expect(place.beyond === 'neither', slug).toBe(significance.standing === 'similar')
      }
    },
  )

  test('has Norfolk within its limits: 1,987 of 2,458 is 0.7 standard deviations below England’s 81.4 %', () => {
    const { funnel } = ask('ld-at-home-client-level', '2024/25')
    if (funnel.kind === 'none') throw new Error(funnel.because)
    expect(funnel.middle).toBeCloseTo(81.4, 10)
    expect(funnel.places.get('norfolk')).toEqual({ size: 2458, beyond: 'neither', standing: 'similar' })
  })

  test('of rates has limits that meet the exact ones of a count', () => {
    const { funnel } = ask(admissions, '2024/25')
    if (funnel.kind === 'none') throw new Error(funnel.because)
    expect(funnel.isRate).toBe(true)
    // 1,732 of 234,739 where England's rate is 592.5 would have 1,391: far beyond.
    expect(funnel.places.get('norfolk')).toEqual({ size: 234739, beyond: 'outer', standing: 'worse' })
    for (const { lower, upper } of funnel.lines) {
      const sizes = [...lower, ...upper].map(point => point.size)
      expect(Math.max(...sizes)).toBeLessThanOrEqual(Math.max(...[...funnel.places.values()].map(each => each.size)))
      expect(lower.every(point => point.value < funnel.middle)).toBe(true)
      expect(upper.every(point => point.value > funnel.middle)).toBe(true)
    }
  })

  test('of admissions, beyond whose limits most councils lie, has as many beyond its widened limits as R counts', () => {
    const { funnel } = ask(admissions, '2024/25')
    if (funnel.kind === 'none' || funnel.widened.kind === 'none') throw new Error('It has both limits')
    const beyond = (places: typeof funnel.places) => {
      const outer = [...places.values()].filter(each => each.beyond === 'outer').length
      return [outer + [...places.values()].filter(each => each.beyond === 'inner').length, outer]
    }
    expect(beyond(funnel.places)).toEqual([88, 69])
    // Worked out in R from the published counts, as test/fixtures/funnel/make-vectors.R does.
    expect(beyond(funnel.widened.places)).toEqual([32, 9])
    expect(funnel.widened.times).toBeCloseTo(11.39409, 5)
    expect(funnel.widened.places.get('norfolk')).toMatchObject({ size: 234739, beyond: 'neither' })
    funnel.widened.lines.forEach(({ lower, upper }) => {
      expect(lower.every(point => point.value < funnel.middle)).toBe(true)
      expect(upper.every(point => point.value > funnel.middle)).toBe(true)
    })
  })

  test('is not drawn of a survey, nor where nobody gives counts', () => {
    expect(ask('control-over-daily-life', '2016/17').funnel).toMatchObject({
      kind: 'none',
      because: expect.stringMatching(/survey/),
    })
    expect(ask('care-staff-leaving', '2024/25').funnel).toMatchObject({
      kind: 'none',
      because: expect.stringMatching(/^the publisher gives no counts/),
    })
  })
})
