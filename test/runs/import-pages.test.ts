/** What goes wrong while somebody imports over the pages: over a real port, on a real register, with the built command. */
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hostileFiles } from '../fixtures/workbooks/hostile.ts'
import { homeIn } from '../support/home.ts'
import { type ServedHome, serveHome } from '../support/serving.ts'
import { root } from '../support/source-files.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

const folder = makeTemporaryFolder()
const home = homeIn(join(folder.path, 'home'))
let served: ServedHome
beforeAll(async () => {
  await home.text(['examples', 'load', 'norfolk'])
  served = await serveHome(home.path)
})
afterAll(async () => {
  await served.close()
  folder.remove()
})

const start = '/norfolk/import'
const csv = (value: string | number, period = '2017-04') =>
  new File(
    [`indicator,period,value,known_on\ndtoc-social-care-rate,${period},${value},2017-07-01\n`],
    'observations.csv',
  )

type Visitor = {
  readonly cookie: string
  readonly get: (path: string) => Promise<Response>
  readonly post: (path: string, fields: Readonly<Record<string, string | File | readonly File[]>>) => Promise<Response>
  /** Sends files, and waits until they were read. @returns the page of the upload, and what it says */
  readonly upload: (...files: readonly File[]) => Promise<{ path: string; html: string; status: number }>
  readonly store: (path: string, html: string) => Promise<Response>
}

/** Somebody with a browser of their own. */
async function visitor(url = served.url): Promise<Visitor> {
  const opened = await fetch(`${url}${start}`)
  const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? ''
  const token = /name="form-token" value="([^"]+)"/.exec(await opened.text())?.[1] ?? ''
  const get = (path: string) => fetch(`${url}${path}`, { headers: { cookie }, redirect: 'manual' })
  const post: Visitor['post'] = (path, fields) => {
    const body = new FormData()
    for (const [name, value] of Object.entries({ 'form-token': token, ...fields }))
      for (const each of [value].flat()) body.append(name, each as string)
    // A server that refuses a long form hangs up: its connection is not used again.
    const headers = { cookie, origin: url, connection: 'close' }
    return fetch(`${url}${path}`, { method: 'POST', body, headers, redirect: 'manual' })
  }
  const upload: Visitor['upload'] = async (...files) => {
    const sent = await post(start, { files })
    expect(sent.status).toBe(303)
    const path = String(sent.headers.get('location'))
    const page = await settled(get, path)
    return { path, html: await page.text(), status: page.status }
  }
  const store: Visitor['store'] = async (path, html) => {
    const digest = /name="digest" value="([^"]+)"/.exec(html)?.[1] ?? ''
    await post(path, { decision: 'store', digest })
    return settled(get, path)
  }
  return { cookie, get, post, upload, store }
}

/** The page once nothing is under way any more. */
async function settled(get: Visitor['get'], path: string): Promise<Response> {
  for (;;) {
    const page = await get(path)
    if (!page.headers.has('refresh')) return page
    await page.body?.cancel()
  }
}

const title = (html: string) => /<h1>(.*?)<\/h1>/.exec(html)?.[1]
const importsNow = async () => (await home.json(['imports'])) as readonly { import: number; files: string[] }[]

test('what was seen is stored once, however often it is confirmed, and each time leads to the same result', async () => {
  const me = await visitor()
  const { path, html } = await me.upload(csv('4.01'))
  const [first, second] = await Promise.all([me.store(path, html), me.store(path, html)])
  const third = await me.store(path, html)
  const places = [first, second, third].map(response => response.headers.get('location'))
  expect(places[0]).toMatch(/^\/norfolk\/import\/\d+$/)
  expect(new Set(places).size).toBe(1)
  const n = Number(places[0]?.split('/').at(-1))
  expect((await importsNow()).filter(each => each.import >= n)).toHaveLength(1)
})

test('two uploads confirmed at once are both stored, one after the other', async () => {
  const [me, other] = [await visitor(), await visitor()]
  const [mine, theirs] = [await me.upload(csv('4.11', '2017-05')), await other.upload(csv('4.12', '2017-06'))]
  const stored = await Promise.all([me.store(mine.path, mine.html), other.store(theirs.path, theirs.html)])
  expect(new Set(stored.map(response => response.headers.get('location'))).size).toBe(2)
  expect(await home.json(['audit', 'verify'])).toMatchObject({ whole: true })
})

test('whoever confirms what is no longer so is told, sees what would change now, and can store that', async () => {
  const me = await visitor()
  const { path, html } = await me.upload(csv('4.5'))
  const file = join(folder.path, 'observations.csv')
  writeFileSync(file, Buffer.from(await csv('4.4').arrayBuffer()))
  await home.text(['import', file, '--org', 'norfolk'])
  const before = (await importsNow()).length
  const told = await me.store(path, html)
  const anew = await told.text()
  expect(told.status).toBe(409)
  expect(anew).toContain('Not stored, as somebody changed the register in the meantime')
  expect(anew).toMatch(/<td>4\.4<\/td><td>4\.5<\/td>/)
  expect(await importsNow()).toHaveLength(before)
  expect((await me.store(path, anew)).status).toBe(303)
  expect(await importsNow()).toHaveLength(before + 1)
})

test('a change of something else in the meantime is no hindrance', async () => {
  const me = await visitor()
  const { path, html } = await me.upload(csv('4.7'))
  const file = join(folder.path, 'observations.csv')
  writeFileSync(file, Buffer.from(await csv('9', '2016-03').arrayBuffer()))
  await home.text(['import', file, '--org', 'norfolk'])
  expect((await me.store(path, html)).status).toBe(303)
})

describe('an upload is the visitor’s own', () => {
  test('others do not see it, and cannot store it or put it away', async () => {
    const [me, other] = [await visitor(), await visitor()]
    const { path, html } = await me.upload(csv('5.01'))
    const before = (await importsNow()).length
    expect((await other.get(path)).status).toBe(404)
    expect((await fetch(`${served.url}${path}`)).status).toBe(404)
    expect((await other.store(path, html)).status).toBe(404)
    await other.post(path, { decision: 'put-away' })
    expect((await me.get(path)).status).toBe(200)
    expect((await me.get(path.replace('norfolk', 'leicester'))).status).toBe(404)
    expect(await importsNow()).toHaveLength(before)
    await me.post(path, { decision: 'put-away' })
    expect((await me.get(path)).status).toBe(404)
  })

  test('lies in a folder that only its owner reads, under a name that does not tell its address', async () => {
    const { path } = await (await visitor()).upload(csv('5.02'))
    const id = String(path.split('/').at(-1))
    const uploads = join(home.path, 'uploads')
    for (const name of readdirSync(uploads)) {
      expect(name).toMatch(/^[0-9a-f]{64}$/)
      expect(statSync(join(uploads, name)).mode & 0o777).toBe(0o700)
      expect(readFileSync(join(uploads, name, 'upload.json'), 'utf8')).not.toContain(id)
    }
  })

  test.each(['', '../../register', '..%2f..%2fregister.sqlite', 'x'.repeat(32), '__proto__', '%00'])(
    '%j is none',
    async id => {
      expect([400, 404, 405]).toContain((await (await visitor()).get(`/norfolk/import/waiting/${id}`)).status)
    },
  )
})

describe('what is sent', () => {
  test('is refused without a token, and from another site', async () => {
    const me = await visitor()
    const before = readdirSync(join(home.path, 'uploads')).length
    expect((await me.post(start, { 'form-token': 'x', files: csv('1') })).status).toBe(403)
    const body = new FormData()
    body.append('files', csv('1'))
    expect((await fetch(`${served.url}${start}`, { method: 'POST', body })).status).toBe(403)
    const headers = { origin: 'http://attacker.example' }
    expect((await fetch(`${served.url}${start}`, { method: 'POST', body, headers })).status).toBe(403)
    expect(readdirSync(join(home.path, 'uploads'))).toHaveLength(before)
  })

  test('is refused in plain words when it is larger than all files may be, before it has been sent', async () => {
    const { cookie } = await visitor()
    const type = 'multipart/form-data; boundary=x'
    const headers = { cookie, origin: served.url, 'content-type': type, 'content-length': 61 * 1024 * 1024 }
    const sending = request(`${served.url}${start}`, { method: 'POST', headers })
    sending.flushHeaders()
    const [response] = (await once(sending, 'response')) as [IncomingMessage]
    expect(response.statusCode).toBe(413)
    expect(title((await response.toArray()).join(''))).toBe('That is too large')
    sending.destroy()
  })

  test('is refused soon when it has very many parts', async () => {
    const me = await visitor()
    const files = Array.from({ length: 20_000 }, (_, at) => new File(['x'], `${at}.csv`))
    const started = performance.now()
    expect((await me.post(start, { files })).status).toBe(400)
    expect(performance.now() - started).toBeLessThan(20_000)
  })

  test('may unfold into far more than it is: that ends in a problem, and readers do not wait meanwhile', async () => {
    const me = await visitor()
    const bomb = hostileFiles.find(({ name }) => name === 'bomb.xlsx')
    const reading = me.upload(new File([new Uint8Array(bomb?.make() ?? [])], 'bomb.xlsx'))
    const started = performance.now()
    expect((await me.get('/norfolk/dashboard')).status).toBe(200)
    expect(performance.now() - started).toBeLessThan(5000)
    expect(title((await reading).html)).toBe('1 problem to mend before anything is stored')
  })

  test.each([
    ['page.xls', '<html><body><table></table></body></html>', 'is a web page (HTML)'],
    ['figures.xlsx', 'PK', 'text, or noise'],
    ['program.exe', 'MZ', 'is not of a kind that can be read'],
    ['empty.csv', '', 'the file is empty'],
    ['../../../../tmp/observations.csv', 'indicator\n', 'needs the column'],
  ])('%s is read as what it is, or not at all', async (name, content, says) => {
    const { html } = await (await visitor()).upload(new File([content], name, { type: 'text/csv' }))
    expect(title(html)).toMatch(/problem/)
    expect(html).toContain(says)
    expect(html).not.toContain('../')
  })

  test('has names and cells that are shown as text only', async () => {
    const evil = '<script>alert(1)</script>'
    const rows = `indicator,period,value,known_on\ndtoc-social-care-rate,2017-04,"${evil}",2017-07-01\n`
    const { html } = await (await visitor()).upload(
      new File([rows], `${evil}observations.csv`),
      new File([rows], 'observations.csv'),
    )
    expect(html).not.toContain('<script')
    expect(html).toContain('&lt;script&gt;')
  })
})

test('killed in the middle of storing, the register holds all of it or nothing, and the upload is stored once after that', async () => {
  const own = homeIn(join(folder.path, 'killed'))
  mkdirSync(own.path)
  await own.text(['import', join(root, 'examples/norfolk')])
  const two = (n: number) => String(n).padStart(2, '0')
  // A hundred years of months, each as known on so many days.
  const rows = Array.from({ length: 24_000 }, (_, at) => {
    const [month, year, day] = [at % 12, Math.floor(at / 12) % 100, Math.floor(at / 1200)]
    return `dtoc-social-care-rate,${1917 + year}-${two(month + 1)},${at % 97},2017-07-${two(day + 1)}`
  })
  const file = new File([`indicator,period,value,known_on\n${rows.join('\n')}\n`], 'observations.csv')
  const first = await serveHome(own.path)
  const me = await visitor(first.url)
  const { path, html } = await me.upload(file)
  expect(title(html)).toMatch(/new/)
  const digest = /name="digest" value="([^"]+)"/.exec(html)?.[1] ?? ''
  await me.post(path, { decision: 'store', digest })
  const ended = once(first.child, 'exit')
  first.child.kill('SIGKILL')
  await ended
  expect(await own.json(['audit', 'verify'])).toMatchObject({ whole: true })
  const second = await serveHome(own.path)
  // The visitor is known by the cookie; what was confirmed is gone on with, and stored once.
  const get = (to: string) => fetch(`${second.url}${to}`, { headers: { cookie: me.cookie }, redirect: 'manual' })
  const done = await settled(get, path)
  expect(done.headers.get('location')).toBe('/norfolk/import/2')
  expect(await own.json(['imports'])).toMatchObject([{ import: 2, counts: { unchanged: 0 } }, { import: 1 }])
  expect(await own.json(['audit', 'verify'])).toMatchObject({ whole: true, entries: 2 })
  await second.close()
})
