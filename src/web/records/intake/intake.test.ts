import { expect, test, vi } from 'vitest'
import { createApp } from '../../app.tsx'
import { fixtureRecords } from '../../fixtures/records.ts'
import { fixtureIntake } from '../../fixtures/records-intake.ts'
import { fixtureServices } from '../../fixtures/services.ts'
import { fixtureSettings } from '../../fixtures/settings.ts'
import { mostBytes } from './limits.ts'
import type { IntakeServices, Receiving } from './services.ts'

const start = '/norfolk/records/import'

function site(options: Partial<IntakeServices> = {}, settings: Parameters<typeof fixtureSettings>[0] = {}) {
  const records = fixtureRecords({ intake: fixtureIntake(options) })
  const app = createApp(fixtureServices({ records }), fixtureSettings(settings))
  const opened = async (path: string) => {
    const response = await app.request(path)
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
    return { cookie, token: /name="form-token" value="([^"]+)"/.exec(await response.text())?.[1] ?? '' }
  }
  const send = async (
    to: string,
    fields: readonly (readonly [name: string, value: string | File])[],
    headers: Readonly<Record<string, string>> = {},
  ) => {
    const { cookie, token } = await opened(to)
    const body = new FormData()
    body.append('form-token', token)
    for (const [name, value] of fields) body.append(name, value)
    return app.request(to, { method: 'POST', body, headers: { cookie, origin: 'http://localhost', ...headers } })
  }
  return { app, send, opened, text: async (path: string) => (await app.request(path)).text() }
}

/** Room for files that remembers what was done with it. */
function receiving() {
  const kept: (readonly [string, string])[] = []
  const room = {
    keep: vi.fn(async (name: string, pieces: AsyncIterable<Uint8Array>) => {
      const all = []
      for await (const piece of pieces) all.push(piece)
      kept.push([name, Buffer.concat(all).toString()])
      return null
    }),
    takeIn: vi.fn(async () => 'reading'),
    drop: vi.fn(async () => {}),
  } satisfies Receiving
  return { room, kept }
}

const csv = (name: string, text = 'LA Code\n901\n') => ['files', new File([text], name)] as const

test('files are kept as they come, under their last names, and lead to how far they are', async () => {
  const { room, kept } = receiving()
  const { send } = site({ receive: async () => room })
  const response = await send(start, [
    ['day', '25'],
    ['month', '4'],
    ['year', '2026'],
    csv('C:\\records\\a.csv'),
    csv('b.csv.gz', 'compressed'),
  ])
  expect([response.status, response.headers.get('location')]).toEqual([303, `${start}/reading`])
  expect(kept).toEqual([
    ['a.csv', 'LA Code\n901\n'],
    ['b.csv.gz', 'compressed'],
  ])
  const visitor = expect.stringMatching(/^[\w-]{32}$/)
  expect(room.takeIn).toHaveBeenCalledWith(
    { organisation: 'norfolk', name: 'Norfolk County Council', visitor },
    '2026-04-25',
  )
  expect(room.drop).not.toHaveBeenCalled()
})

test.each([
  [[], 'Choose the files to take in', '#records-files'],
  [[['files', new File([], '')]], 'Choose the files to take in', '#records-files'],
  [[csv('a.xlsx')], 'a.xlsx is no CSV file: save it as CSV in UTF-8, or compress that as .csv.gz', '#records-files'],
  [[csv('a.csv'), csv('x/a.csv')], 'Two files are called a.csv: rename one', '#records-files'],
  [
    Array.from({ length: 41 }, (_, at) => csv(`${at}.csv`)),
    'Choose at most 40 files at once; you chose 41',
    '#records-files',
  ],
  [[csv('a.csv'), ['day', '31'], ['month', '2'], ['year', '2026']], 'The day must be a real one', '#received-on-day'],
  [[csv('a.csv'), ['day', '1'], ['month', '1'], ['year', '2027']], 'The day must be today', '#received-on-day'],
] as const)(
  'what is wrong is said in the title, in a summary and beside the field, and nothing stays: %#',
  async (...given) => {
    const [fields, says, at] = given
    const { room } = receiving()
    const response = await site({ receive: async () => room }).send(start, fields)
    const html = await response.text()
    expect(response.status).toBe(400)
    expect(html).toContain('<title>Error: Take records in')
    expect(html).toContain(`<a href="${at}">${says}`)
    expect(html).toContain('aria-invalid="true"')
    expect(room.takeIn).not.toHaveBeenCalled()
    expect(room.drop).toHaveBeenCalledOnce()
  },
)

test('a full disk is told, what was kept goes, and no further file is kept', async () => {
  const { room } = receiving()
  const keep = vi.fn(async () => 'The disk of this service has no room for the files')
  const response = await site({ receive: async () => ({ ...room, keep }) }).send(start, [csv('a.csv'), csv('b.csv')])
  expect(response.status).toBe(400)
  expect(await response.text()).toContain('The disk of this service has no room for the files')
  expect([keep.mock.calls.length, room.drop.mock.calls.length]).toEqual([1, 1])
})

test('no byte of a file is kept of a form from elsewhere, without its token first, too large, or of another kind', async () => {
  const { room } = receiving()
  const receive = vi.fn(async () => room)
  const { app, send, opened } = site({ receive })
  const headers = async () => ({ cookie: (await opened(start)).cookie, origin: 'http://localhost' })
  const form = (...fields: (readonly [string, string | File])[]) => {
    const body = new FormData()
    for (const [name, value] of fields) body.append(name, value)
    return body
  }
  const { cookie, token } = await opened(start)
  const late = form(csv('a.csv'), ['form-token', token])
  const cases: readonly (readonly [number, Promise<Response>])[] = [
    [403, send(start, [csv('a.csv')], { origin: 'http://attacker.example' })],
    [403, Promise.resolve(app.request(start, { method: 'POST', body: form(csv('a.csv')), headers: await headers() }))],
    [
      403,
      Promise.resolve(
        app.request(start, { method: 'POST', body: late, headers: { cookie, origin: 'http://localhost' } }),
      ),
    ],
    [
      403,
      Promise.resolve(
        app.request(start, {
          method: 'POST',
          body: form(['form-token', 'x.y'], csv('a.csv')),
          headers: await headers(),
        }),
      ),
    ],
    [413, send(start, [csv('a.csv')], { 'content-length': String(mostBytes + 1) })],
    [
      415,
      Promise.resolve(
        app.request(start, {
          method: 'POST',
          body: 'x',
          headers: { ...(await headers()), 'content-type': 'text/csv' },
        }),
      ),
    ],
    [
      400,
      Promise.resolve(
        app.request(start, {
          method: 'POST',
          body: 'x',
          headers: { ...(await headers()), 'content-type': 'multipart/form-data; boundary=b' },
        }),
      ),
    ],
  ]
  for (const [status, response] of cases) expect((await response).status).toBe(status)
  expect(receive).not.toHaveBeenCalled()
})

test('a form that breaks off in the middle of a file is refused, and nothing of it stays', async () => {
  const { room } = receiving()
  const { app, opened } = site({ receive: async () => room })
  const { cookie, token } = await opened(start)
  const body = [
    '--b',
    'Content-Disposition: form-data; name="form-token"',
    '',
    token,
    '--b',
    'Content-Disposition: form-data; name="files"; filename="a.csv"',
    '',
    'half a file',
  ].join('\r\n')
  const headers = { cookie, origin: 'http://localhost', 'content-type': 'multipart/form-data; boundary=b' }
  const response = await app.request(start, { method: 'POST', body, headers })
  expect(response.status).toBe(400)
  expect(await response.text()).toContain('It did not arrive whole')
  expect([room.takeIn.mock.calls.length, room.drop.mock.calls.length]).toEqual([0, 1])
})

test('too many uploads at once are refused in words', async () => {
  const response = await site({ receive: async () => null }).send(start, [csv('a.csv')])
  expect(response.status).toBe(409)
  expect(await response.text()).toContain('Several uploads are under way already')
})

test('an upload shows itself anew while it is under way, and then what was taken in or what is wrong', async () => {
  const { app, text } = site()
  for (const stage of ['waiting', 'held-up', 'reading'])
    expect((await app.request(`${start}/${stage}`)).headers.get('refresh'), stage).toBe('3')
  expect((await app.request(`${start}/taken`)).headers.get('refresh')).toBeNull()
  expect(await text(`${start}/reading`)).toContain('File 2 of 3 is being read')
  const taken = await text(`${start}/taken`)
  expect(taken).toContain('<h1>Taken in: 1 file with 2,700 records and 1 table</h1>')
  expect(taken).toContain('href="/norfolk/records/files/3"')
  expect(taken).toContain('spells.csv: taken in as hospital spells')
  const refused = await text(`${start}/refused`)
  expect(refused).toContain('<title>Error: 250 problems: nothing was taken in')
  expect(refused).toContain('<a href="#error-1">cld.csv, row 3, column Event Start Date: a date written as')
  expect((await app.request(`${start}/unknown`)).status).toBe(404)
})

test('a file is left out only with a reason, and counted again without', async () => {
  const [leaveOut, countAgain] = [vi.fn(async () => null), vi.fn(async () => null)]
  const { send, text, app } = site({ leaveOut, countAgain })
  const file = '/norfolk/records/files/2'
  const urlencoded = async (to: string, fields: Readonly<Record<string, string>>) => send(to, Object.entries(fields))
  const without = await urlencoded(file, { decision: 'leave-out', why: ' ' })
  expect(without.status).toBe(400)
  expect(await without.text()).toContain('<a href="#why">Say why the file is left out</a>')
  expect(leaveOut).not.toHaveBeenCalled()
  const done = await urlencoded(file, { decision: 'leave-out', why: 'The test\n system’s' })
  expect([done.status, done.headers.get('location')]).toEqual([303, file])
  expect(leaveOut).toHaveBeenCalledWith(2, 'The test system’s')
  expect(await text('/norfolk/records/files/3')).toContain('Left out on')
  await urlencoded('/norfolk/records/files/3', { decision: 'count' })
  expect(countAgain).toHaveBeenCalledWith(3)
  for (const other of ['/norfolk/records/files/9', '/harrowmere/records/files/2'])
    expect((await app.request(other)).status, other).toBe(404)
})

test('for members and the public nothing of it is there', async () => {
  for (const audience of ['public', 'member'] as const) {
    const receive = vi.fn(async () => null)
    const { app } = site({ receive }, { audience })
    const body = new FormData()
    body.append('form-token', 'x')
    for (const path of [start, `${start}/taken`, '/norfolk/records/files/2']) {
      expect((await app.request(path)).status, path).toBe(404)
      const sent = await app.request(path, { method: 'POST', body, headers: { origin: 'http://localhost' } })
      expect(sent.status, path).toBe(404)
    }
    expect(receive).not.toHaveBeenCalled()
  }
})
