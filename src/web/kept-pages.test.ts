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

test('KeptPages.get() keeps no more than thirty ways of showing an answer', async () => {
  const pages = new KeptPages()
  const [answer, frame] = [{}, {}]
  let made = 0
  const get = (way: string) =>
    pages.get(answer, frame, way, async () => {
      made += 1
      return new Uint8Array([made])
    })
  for (let at = 0; at < 31; at += 1) await get(`way ${at}`)
  await get('way 30')
  expect(made).toBe(31)
  await get('way 0')
  expect(made).toBe(32)
})
