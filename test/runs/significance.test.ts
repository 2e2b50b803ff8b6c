import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askingIn } from '../support/benchmarks.ts'
import { homeIn } from '../support/home.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

// Against the publishers' figures in examples/england: every expected interval is worked out by hand from the file's own columns.

const folder = makeTemporaryFolder()
const home = homeIn(join(folder.path, 'register'))
beforeAll(() => home.text(['examples', 'load', 'england']), 120_000)
afterAll(folder.remove)

const { ask } = askingIn(home.path)
const of = async (org: string, code: string, period: string) => (await ask(org, code, period)).significance

test('a survey is told by its published margin of error: 79.3 ± 3.5 holds England’s 77.7', async () => {
  expect(await of('norfolk', '3A', '2016/17')).toEqual({
    standing: 'similar',
    reason: null,
    england: 77.7,
    lower: 75.8,
    upper: 82.8,
    method: 'margin',
  })
})

test('a share is told by Wilson’s interval of its counts: 3,036 of 3,504 against England’s 77.1', async () => {
  // (2 × 3036 + z² ± z √(z² + 4 × 3036 × (1 − 3036 ÷ 3504))) ÷ (2 × (3504 + z²)), z = 1.959964
  const told = await of('norfolk', '2A', '2024/25')
  expect(told).toMatchObject({ standing: 'better', england: 77.1, method: 'wilson' })
  expect(told.lower).toBeCloseTo(85.4773, 4)
  expect(told.upper).toBeCloseTo(87.7302, 4)
})

test('a rate is told by Byar’s interval, and fewer is better: 143 of 533,790 against England’s 17.0', async () => {
  // 143 (1 − 1 ÷ (9 × 143) − z ÷ (3 √143))³ and 144 (1 − 1 ÷ (9 × 144) + z ÷ (3 √144))³, per 533,790
  const told = await of('norfolk', '2B', '2024/25')
  expect(told).toMatchObject({ standing: 'worse', england: 17, method: 'byar' })
  expect(told.lower).toBeCloseTo(22.5785, 4)
  expect(told.upper).toBeCloseTo(31.5579, 4)
})

test('it cannot be told without counts or margin, without a value, or without a figure of England', async () => {
  expect(await of('norfolk', '6A', '2024/25')).toMatchObject({
    standing: null,
    reason: 'neither a margin of error nor counts of the council are published',
  })
  expect(await of('derby', '3A', '2020/21')).toMatchObject({
    standing: null,
    reason: 'the council has no value in this period',
  })
  expect(await of('kirklees', '3A', '2020/21')).toMatchObject({
    standing: null,
    england: null,
    reason: 'nothing is published for England in this period',
  })
})
