import { expect, test } from 'vitest'
import { lastRemembered, remembered } from './remembered.ts'

test('remembered() works out each answer once, also where it is nothing', () => {
  const asked: string[] = []
  const nothing = remembered((name: string) => {
    asked.push(name)
    return name === 'missing' ? undefined : name.length
  })
  expect([nothing('missing'), nothing('four'), nothing('missing'), nothing('four')]).toEqual([
    undefined,
    4,
    undefined,
    4,
  ])
  expect(asked).toEqual(['missing', 'four'])
})

test('lastRemembered() works an answer out again only when it was asked of another thing since', () => {
  const worked: number[][] = []
  const sum = lastRemembered((numbers: number[]) => {
    worked.push(numbers)
    return numbers.reduce((a, b) => a + b, 0)
  })
  const [few, same] = [
    [1, 2],
    [1, 2],
  ]
  expect([sum(few), sum(few), sum(same), sum(few)]).toEqual([3, 3, 3, 3])
  expect(worked).toEqual([few, same, few])
})

test('remembered() answers the same beyond what it keeps', () => {
  let worked = 0
  const double = remembered((number: number) => {
    worked += 1
    return number * 2
  })
  const numbers = Array.from({ length: 10_001 }, (_, at) => at)
  expect(numbers.map(double)).toEqual(numbers.map(number => number * 2))
  expect([double(0), double(10_000)]).toEqual([0, 20_000])
  expect(worked).toBe(10_002)
})
