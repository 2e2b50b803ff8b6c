import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { bestEncoding, sendBytes } from './encoding.ts'

describe('bestEncoding()', () => {
  test.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=1.0, identity; q=0.5, *;q=0', 'gzip'],
    ['gzip, br;q=0', 'gzip'],
    ['GZIP', 'gzip'],
    ['*', 'br'],
    ['*, br;q=0', 'gzip'],
    ['deflate', null],
    ['identity', null],
    ['', null],
    ['br;q=none', null],
  ])('of “%s” is %s', (accepted, best) => {
    expect(bestEncoding(accepted)).toBe(best)
  })
})

describe('sendBytes()', () => {
  const long = new TextEncoder().encode('Adults in residential care, per 100,000. '.repeat(200))
  const html = { 'Content-Type': 'text/html; charset=utf-8' }
  const app = new Hono()
    .get('/long', http => sendBytes(http, long, 200, html))
    .get('/short', http => sendBytes(http, new TextEncoder().encode('Short'), 200, html))
    .get('/font', http => sendBytes(http, long, 200, { 'Content-Type': 'font/woff2' }))
  const get = async (path: string, encoding: string) => {
    const response = await app.request(path, { headers: { 'accept-encoding': encoding } })
    const header = (name: string) => response.headers.get(name)
    return {
      encoding: header('content-encoding'),
      vary: header('vary'),
      bytes: new Uint8Array(await response.arrayBuffer()),
    }
  }

  test('compresses a long text as the reader takes it, and nothing of it is lost', async () => {
    const brotli = await get('/long', 'gzip, br')
    const zipped = await get('/long', 'gzip')
    expect([brotli.encoding, zipped.encoding]).toEqual(['br', 'gzip'])
    expect(brotli.bytes.byteLength).toBeLessThan(500)
    expect(new Uint8Array(brotliDecompressSync(brotli.bytes))).toEqual(long)
    expect(new Uint8Array(gunzipSync(zipped.bytes))).toEqual(long)
    expect((await get('/long', 'gzip, br')).bytes).toEqual(brotli.bytes)
  })

  test('says to caches that readers get different bytes, whatever this one got', async () => {
    expect(await get('/long', '')).toEqual({ encoding: null, vary: 'Accept-Encoding', bytes: long })
    expect((await get('/long', 'br')).vary).toBe('Accept-Encoding')
  })

  test('leaves alone what is short, and what is compressed already', async () => {
    for (const path of ['/short', '/font']) expect(await get(path, 'br')).toMatchObject({ encoding: null, vary: null })
  })
})
