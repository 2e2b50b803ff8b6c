import { expect, test } from 'vitest'
import { KeptPages } from './kept-pages.ts'

test('KeptPages.get() makes a page once for an answer, its frame and its way', async () => {
  const pages = new KeptPages()
  const [answer, other, frame, newer] = [{}, {}, {}, {}]
  let made = 0
  const get = (what: object, beside: object, way: string) =>
    pages.get(what, beside, way, async () => {
      made += 1
      return new Uint8Array([made])
    })
  expect(await get(answer, frame, 'plain')).toEqual(new Uint8Array([1]))
  expect(await get(answer, frame, 'plain')).toEqual(new Uint8Array([1]))
  expect(await get(answer, frame, 'counts')).toEqual(new Uint8Array([2]))
  expect(await get(other, frame, 'plain')).toEqual(new Uint8Array([3]))
  expect(await get(answer, newer, 'plain')).toEqual(new Uint8Array([4]))
  expect(await get(answer, newer, 'plain')).toEqual(new Uint8Array([4]))
})

test('KeptPages.get() keeps so many bytes, and lets go of what nobody has asked for longest', async () => {
  const pages = new KeptPages(30)
  const frame = {}
  const [first, second] = [{}, {}]
  const made: string[] = []
  const get = (answer: object, way: string) =>
    pages.get(answer, frame, way, async () => {
      made.push(way)
      return new Uint8Array(10)
    })
  for (const way of ['a', 'b']) await get(first, way)
  await get(second, 'c')
  await get(first, 'a')
  await get(second, 'd')
  expect(made).toEqual(['a', 'b', 'c', 'd'])
  await get(first, 'a')
  await get(second, 'c')
  expect(made).toEqual(['a', 'b', 'c', 'd'])
  await get(first, 'b')
  expect(made).toEqual(['a', 'b', 'c', 'd', 'b'])
})

test('KeptPages.get() makes a page again that could not be made, and keeps none that is larger than all', async () => {
  const pages = new KeptPages(30)
  const answer = {}
  const fails = () => pages.get(answer, answer, 'way', () => Promise.reject(new Error('no disk')))
  await expect(fails()).rejects.toThrow('no disk')
  let made = 0
  const get = () =>
    pages.get(answer, answer, 'way', async () => {
      made += 1
      return new Uint8Array(31)
    })
  expect((await get()).byteLength).toBe(31)
  expect((await get()).byteLength).toBe(31)
  expect(made).toBe(2)
})
