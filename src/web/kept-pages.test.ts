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
