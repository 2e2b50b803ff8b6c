/** What somebody who means harm would send, over a real port. */
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fixtureServices } from './fixtures/services.ts'
import { fixtureSettings } from './fixtures/settings.ts'
import { readForm, TokenField } from './forms/forms.tsx'
import { bareFrame } from './frame/frame.ts'
import { Page } from './frame/page.tsx'
import type { Route } from './route.ts'
import { routes } from './routes.ts'
import { formToken } from './security/form-token.ts'
import { type Serving, serveApp } from './serve.ts'
import { page, showPage } from './show-page.ts'

const taken: string[] = []
const heard: unknown[] = []

/** A form that changes something, as pages to come have. */
const note: readonly Route[] = [
  {
    method: 'GET',
    path: '/help/note',
    audience: 'officer',
    answer: page({
      question: async () => null,
      view: (_, context) => (
        <Page frame={bareFrame(context.site.assets)} title="Note">
          <form method="post">
            <TokenField context={context} />
          </form>
        </Page>
      ),
    }),
  },
  {
    method: 'POST',
    path: '/help/note',
    audience: 'officer',
    formBytes: 10_000,
    answer: async context => {
      taken.push(readForm(context).text('words'))
      return showPage(context, <Page frame={context.frame} title="Taken" />)
    },
  },
  {
    method: 'GET',
    path: '/help/kept',
    audience: 'officer',
    answer: page({
      question: async () => ({}),
      view: (_, context) => (
        <Page frame={context.frame} title="Kept">
          <TokenField context={context} />
        </Page>
      ),
      keep: answer => ({ of: answer }),
    }),
  },
]

let serving: Serving
let host: string
beforeAll(async () => {
  const services = fixtureServices({ report: error => heard.push(error) })
  serving = await serveApp(services, fixtureSettings(), { port: 0, table: [...note, ...routes] })
  host = `127.0.0.1:${serving.port}`
})
afterAll(() => serving.close())

type Heard = { readonly status: number; readonly head: string; readonly text: string }

/** Sends lines as they are, and what comes after them piece by piece for as long as the server listens. */
async function raw(lines: readonly string[], body: Iterable<string> = []): Promise<Heard> {
  const socket = connect(serving.port, '127.0.0.1')
  let text = ''
  const answered = new Promise<void>(resolve => {
    socket.on('data', piece => {
      text += piece.toString('latin1')
    })
    socket.on('close', () => resolve())
    socket.on('error', () => resolve())
  })
  socket.write(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')
  for (const piece of body) {
    if (socket.destroyed || text !== '') break
    socket.write(piece, 'latin1')
    await new Promise(resolve => setImmediate(resolve))
  }
  await answered
  const [head = '', ...rest] = text.split('\r\n\r\n')
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1]), head, text: rest.join('\r\n\r\n') }
}

const get = (path: string, ...headers: string[]) =>
  raw([`GET ${path} HTTP/1.1`, `Host: ${host}`, 'Connection: close', ...headers])

/** Opens the form as a browser does: its token, and the cookie that goes with it. */
async function opened(): Promise<{ token: string; cookie: string }> {
  const { head, text } = await get('/help/note')
  const set = /^set-cookie: ([^\r\n]+)/im.exec(head)?.[1] ?? ''
  expect(set).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/)
  expect(head).toMatch(/cache-control: no-store/i)
  return { token: /value="([^"]+)"/.exec(text)?.[1] ?? '', cookie: set.split(';')[0] ?? '' }
}

type Sending = { readonly token: string; readonly cookie: string; readonly headers?: readonly string[] }

function send({ token, cookie, headers = [`Origin: http://${host}`] }: Sending): Promise<Heard> {
  const body = new URLSearchParams({ 'form-token': token, words: 'hello' }).toString()
  const lines = ['POST /help/note HTTP/1.1', `Host: ${host}`, 'Connection: close', `Cookie: ${cookie}`, ...headers]
  const type = 'Content-Type: application/x-www-form-urlencoded'
  return raw([...lines, type, `Content-Length: ${body.length}`], [body])
}

describe('a form', () => {
  test('is taken when a page of this site sends it', async () => {
    taken.length = 0
    expect((await send(await opened())).status).toBe(200)
    const browser = [`Origin: http://${host}`, 'Sec-Fetch-Site: same-origin']
    expect((await send({ ...(await opened()), headers: browser })).status).toBe(200)
    expect(taken).toEqual(['hello', 'hello'])
  })

  test.each([
    ['another site', ['Origin: http://attacker.example', 'Sec-Fetch-Site: cross-site']],
    ['another site that hides its name', ['Origin: null']],
    ['another port of this machine', ['Origin: http://127.0.0.1:1']],
    ['a site of the same owner', ['Sec-Fetch-Site: same-site']],
    ['nobody', []],
    [
      'a proxy that is not there',
      [`Origin: https://127.0.0.1`, 'X-Forwarded-Proto: https', 'X-Forwarded-Host: 127.0.0.1'],
    ],
  ])('is refused from %s', async (_, headers) => {
    taken.length = 0
    expect((await send({ ...(await opened()), headers })).status).toBe(403)
    expect(taken).toEqual([])
  })

  test('is refused without token or cookie, with those of others, and when it is old', async () => {
    taken.length = 0
    const [mine, others] = [await opened(), await opened()]
    const visitor = mine.cookie.split('=')[1] ?? ''
    const { secret, now } = fixtureSettings()
    const old = formToken(secret, visitor, new Date(now().getTime() - 13 * 3_600_000))
    const elsewhere = formToken(new Uint8Array(32), visitor, now())
    const wrong = [
      { ...mine, token: '' },
      { ...mine, token: others.token },
      { ...mine, token: old },
      { ...mine, token: elsewhere },
      { ...mine, cookie: '' },
      { ...mine, cookie: 'tidemark-visitor=' },
      { ...mine, cookie: others.cookie },
    ]
    for (const each of wrong) expect((await send(each)).status, JSON.stringify(each)).toBe(403)
    expect(taken).toEqual([])
  })

  const start = () => ['POST /help/note HTTP/1.1', `Host: ${host}`, 'Connection: close', `Origin: http://${host}`]
  const form = 'Content-Type: application/x-www-form-urlencoded'
  const chunk = `${(4096).toString(16)}\r\n${'a'.repeat(4096)}\r\n`

  test('is refused while it streams, once it is too large', async () => {
    let sent = 0
    const endless = (function* () {
      while (sent < 20_000) {
        sent += 1
        yield chunk
      }
    })()
    const { status } = await raw([...start(), form, 'Transfer-Encoding: chunked'], endless)
    expect(status).toBe(413)
    expect(sent).toBeLessThan(20_000)
  })

  test('is refused by its length alone', async () => {
    expect((await raw([...start(), form, 'Content-Length: 10001'])).status).toBe(413)
    expect((await raw([...start(), form, 'Content-Length: 99999999999999'])).status).toBe(413)
  })

  test('cannot say two lengths', async () => {
    const lines = [...start(), form, 'Content-Length: 5', 'Transfer-Encoding: chunked']
    expect((await raw(lines, ['0\r\n\r\n'])).status).toBe(400)
    expect((await raw([...start(), form, 'Content-Length: 5', 'Content-Length: 6'], ['abcdef'])).status).toBe(400)
  })

  test('small and in chunks is read, and refused for its token only', async () => {
    const { status } = await raw([...start(), form, 'Transfer-Encoding: chunked'], ['5\r\nwords\r\n', '0\r\n\r\n'])
    expect(status).toBe(403)
  })

  test('must be a form', async () => {
    const json = [...start(), 'Content-Type: application/json', 'Content-Length: 2']
    expect((await raw(json, ['{}'])).status).toBe(415)
    expect((await raw([...start(), 'Content-Length: 2'], ['{}'])).status).toBe(415)
    const broken = [...start(), 'Content-Type: multipart/form-data; boundary=x', 'Content-Length: 4']
    expect((await raw(broken, ['--x\r'])).status).toBe(400)
  })

  test('never stands on a page that is kept for every reader', async () => {
    heard.length = 0
    expect((await get('/help/kept')).status).toBe(500)
    expect(heard.map(String)).toEqual([expect.stringContaining('/help/kept is kept for every reader')])
  })
})

test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])('%s changes no page', async method => {
  const { status, head } = await raw([`${method} /norfolk HTTP/1.1`, `Host: ${host}`, 'Connection: close'])
  expect(status).toBe(405)
  expect(head).toMatch(/^allow: GET, HEAD$/im)
})

test('what may be sent is named beside what may be asked for', async () => {
  const { head } = await raw(['PUT /help/note HTTP/1.1', `Host: ${host}`, 'Connection: close'])
  expect(head).toMatch(/^allow: GET, HEAD, POST$/im)
})

test.each([
  ['/assets/../package.json', 404],
  ['/assets/..%2f..%2fpackage.json', 404],
  ['/assets/%2e%2e/%2e%2e/package.json', 404],
  ['/assets/..%5c..%5cpackage.json', 404],
  ['/assets//etc/passwd', 404],
  ['/norfolk/papers/2017-06-19/1/..%2f..%2f..%2f..%2fregister.sqlite', 404],
  ['/norfolk/papers/2017-06-19/1/../../../../register.sqlite', 404],
  ['/norfolk/papers/2017-06-19/1/manifest.json', 404],
  ['/..%2fnorfolk/papers/2017-06-19/1/data.json', 404],
  ['/norfolk/papers/2017-06-19/-1/data.json', 404],
  ['/norfolk/papers/2017-06-19/1e0/data.json', 404],
  ['/nothing/like/this', 404],
  ['/norfolk/indicators', 404],
  ['/norfolk/indicators/__proto__', 404],
  ['/norfolk/indicators/dtoc-social-care-rate/..%2fregister.csv', 404],
  ['/norfolk/indicators/..%2f..%2fregister/..%2f..%2fregister.csv', 404],
  ['/constructor', 404],
  ['/__proto__/papers', 404],
  ['/norfolk/cards/__proto__', 404],
  ['/norfolk%00', 400],
  ['/norfolk/cards/dtoc%00', 400],
  ['/norfolk?as-at=%00', 400],
  ['/norfolk%', 400],
  ['/%ff%fe', 400],
  ['/%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd', 400],
  ['/norfolk%0d%0aSet-Cookie:%20a=b', 400],
  ['/norfolk?as-at=%', 400],
] as const)('GET %s is answered with %i, and shows nothing of the machine', async (path, status) => {
  const answer = await get(path)
  expect(answer.status).toBe(status)
  expect(answer.text).not.toMatch(/"dependencies"|root:x:|SQLite format|\bat .*\.tsx?:\d/)
  expect(answer.head).toMatch(/^content-security-policy: default-src 'none'/im)
})

test('nothing that a reader writes becomes a header', async () => {
  for (const path of [
    '/norfolk?day=19&month=6&year=2017%0d%0aX-Injected:%20yes',
    '/norfolk/dashboard?day=19&month=6&year=2017&counts=%0d%0aX-Injected:%20yes',
    '/norfolk/papers/2017-06-19/2/a%22%0d%0aX-Injected:%20yes',
  ]) {
    const { head, status } = await get(path)
    expect(head, path).not.toMatch(/^x-injected/im)
    expect(status, path).toBeLessThan(500)
  }
})

test('a redirect never leads to another site', async () => {
  for (const path of [
    '//attacker.example?day=1&month=1&year=2017',
    '//attacker.example/%2e%2e',
    '/%2fattacker.example',
  ]) {
    const { head } = await get(path)
    expect(head, path).not.toMatch(/^location: (\/\/|http)/im)
  }
})

test('every answer, good or bad, carries the headers that keep a browser safe', async () => {
  const paths = [
    ...['/', '/norfolk', '/norfolk/dashboard', '/norfolk/cards/broken', '/norfolk?day=1&month=1&year=2017'],
    ...['/norfolk/papers', '/norfolk/papers/2017-06-19/2/data.json', '/nowhere', '/norfolk%', '/help/note'],
  ]
  const answers = await Promise.all(paths.map(path => get(path)))
  answers.push(await raw(['GET / HTTP/1.1', 'Host: attacker.example', 'Connection: close']))
  answers.push(await raw(['POST /norfolk HTTP/1.1', `Host: ${host}`, 'Connection: close']))
  for (const { head } of answers) {
    const policy = /^content-security-policy: (.*)$/im.exec(head)?.[1] ?? ''
    expect(policy, head).toContain("default-src 'none'")
    expect(policy, head).toContain("frame-ancestors 'none'")
    expect(policy, head).not.toMatch(/unsafe|\*|https?:/)
    expect(head).toMatch(/^x-content-type-options: nosniff$/im)
    expect(head).toMatch(/^referrer-policy: same-origin$/im)
    expect(head).toMatch(/^cross-origin-opener-policy: same-origin$/im)
    expect(head).toMatch(/^cross-origin-resource-policy: same-origin$/im)
    expect(head).not.toMatch(/^strict-transport-security/im)
  }
})

test('only behind a proxy that takes TLS are browsers told to stay with TLS, and its cookie too', async () => {
  const settings = fixtureSettings({ behindTls: true })
  const behind = await serveApp(fixtureServices(), settings, { port: 0, table: [...note, ...routes] })
  const ask = (proto: string) => fetch(`${behind.url}/help/note`, { headers: { 'x-forwarded-proto': proto } })
  const [secure, plain] = [await ask('https'), await ask('http')]
  expect(secure.headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/)
  expect(secure.headers.get('set-cookie')).toContain('; Secure')
  expect(plain.headers.get('strict-transport-security')).toBeNull()
  await behind.close()
})

test('without sign-in nothing but what is public leaves this machine', async () => {
  const listening = { port: 0, address: '0.0.0.0' }
  for (const audience of ['member', 'officer', 'administrator'] as const)
    await expect(serveApp(fixtureServices(), fixtureSettings({ audience }), listening)).rejects.toThrow(
      'no sign-in yet',
    )
  await (await serveApp(fixtureServices(), fixtureSettings({ audience: 'public' }), listening)).close()
})
