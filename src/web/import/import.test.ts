import { describe, expect, test, vi } from 'vitest'
import { createApp } from '../app.tsx'
import { fixtureImports } from '../fixtures/imports.ts'
import { fixtureServices } from '../fixtures/services.ts'
import { fixtureSettings } from '../fixtures/settings.ts'
import type { ImportServices } from './services.ts'
import { fileName } from './uploaded-files.ts'

/** The pages over some imports, and a way to send their forms as a browser does. */
function site(options: Partial<ImportServices> = {}) {
  const app = createApp(fixtureServices({ imports: fixtureImports(options) }), fixtureSettings())
  const words = async (path: string) => plain(await (await app.request(path)).text())
  const send = async (from: string, to: string, fields: Readonly<Record<string, string | readonly File[]>>) => {
    const opened = await app.request(from)
    const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? ''
    const body = new FormData()
    body.append('form-token', /name="form-token" value="([^"]+)"/.exec(await opened.text())?.[1] ?? '')
    for (const [name, value] of Object.entries(fields))
      if (typeof value === 'string') body.append(name, value)
      else for (const file of value) body.append(name, file)
    return app.request(to, { method: 'POST', body, headers: { cookie, origin: 'http://localhost' } })
  }
  return { app, words, send }
}

const plain = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const csv = (name: string) => new File(['indicator,period,value\n'], name)
const start = '/norfolk/import'

describe('the form', () => {
  test('keeps the files under their names with the day, and leads to what was understood', async () => {
    const keep = vi.fn(async () => 'good')
    const response = await site({ keep }).send(start, start, {
      files: [csv('C:\\figures\\a.csv'), csv('b.csv')],
      ...{ day: '19', month: 'June', year: '2017' },
    })
    expect([response.status, response.headers.get('location')]).toEqual([303, '/norfolk/import/waiting/good'])
    const bytes = expect.any(Uint8Array)
    expect(keep).toHaveBeenCalledWith(
      'norfolk',
      expect.stringMatching(/^[\w-]{32}$/),
      [
        { name: 'a.csv', bytes },
        { name: 'b.csv', bytes },
      ],
      { knownOn: '2017-06-19', acceptHeadings: false },
    )
  })

  test.each([
    [{}, 'Choose the files to import', '#files'],
    [{ files: [csv('a.csv'), csv('x/a.csv')] }, 'Two files are called a.csv: rename one', '#files'],
    [
      { files: Array.from({ length: 21 }, (_, at) => csv(`${at}.csv`)) },
      'Choose at most 20 files at once; you chose 21',
      '#files',
    ],
    [{ files: [csv('a.csv')], day: '31', month: '2', year: '2017' }, 'The day must be a real one', '#known-on-day'],
    [
      { files: [csv('a.csv')], day: '1', month: '1', year: '2027' },
      'The day must be today or earlier',
      '#known-on-day',
    ],
  ])(
    'says what is wrong in the title, in a summary that leads to the field, and beside it: %#',
    async (fields, says, at) => {
      const keep = vi.fn(async () => 'good')
      const response = await site({ keep }).send(start, start, fields as Record<string, string>)
      const html = await response.text()
      expect(response.status).toBe(400)
      expect(html).toContain('<title>Error: Import figures')
      expect(html).toContain(`<a href="${at}">${says}`)
      expect(html).toMatch(/class="error-message"/)
      expect(html).toContain('aria-invalid="true"')
      expect(keep).not.toHaveBeenCalled()
    },
  )

  test('says so when too many uploads wait already', async () => {
    const response = await site({ keep: async () => null }).send(start, start, { files: [csv('a.csv')] })
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('Too many files wait to be looked at already')
  })

  test.each([
    ['C:\\figures\\March 2017.xlsx', 'March 2017.xlsx'],
    ['../../etc/passwd', 'passwd'],
    ['a\u0000b\u202egpj.csv', 'a b gpj.csv'],
    ['..', '..'],
    ['/', 'a file without a name'],
    [`${'x'.repeat(200)}.csv`, `…${'x'.repeat(95)}.csv`],
  ])('a file sent as %j is called %j', (given, called) => {
    expect(fileName(given)).toBe(called)
  })
})

describe('an upload that waits', () => {
  const waiting = (name: string) => `/norfolk/import/waiting/${name}`

  test('shows every problem with its place, what to do, and the row as it was read', async () => {
    const { app } = site()
    const html = await (await app.request(waiting('wrong'))).text()
    expect(html).toContain('<title>Error: 3 problems to mend before anything is stored')
    expect(html).toContain('<a href="#error-1">observations.csv, row 3, column C (value): expected a number')
    expect(html).toMatch(/<li id="error-1"[^>]*><h3>observations\.csv, row 3/)
    expect(html).toContain('<td class="faulty"><span class="faulty-mark">Wrong: </span>fifty</td>')
    expect(html).toContain('<a href="#files">Mend the files and send them again</a>')
    expect(html).not.toContain('Store these')
  })

  test('shows what would change, and stores exactly that', async () => {
    const confirm = vi.fn(async () => {})
    const { send, words } = site({ confirm })
    expect(await words(waiting('good'))).toMatch(
      /observation ld-paid-employment 2017-03 revised 19 June 2017 3\.8 3\.9/,
    )
    const response = await send(waiting('good'), waiting('good'), { decision: 'store', digest: 'the-digest' })
    expect([response.status, response.headers.get('location')]).toEqual([303, waiting('good')])
    const visitor = expect.stringMatching(/^[\w-]{32}$/)
    expect(confirm).toHaveBeenCalledWith({ organisation: 'norfolk', id: 'good', visitor }, 'the-digest')
  })

  test('takes headings as proposed, and is put away', async () => {
    const [acceptHeadings, putAway, confirm] = [vi.fn(async () => {}), vi.fn(async () => {}), vi.fn(async () => {})]
    const { send } = site({ acceptHeadings, putAway, confirm })
    await send(waiting('wrong'), waiting('wrong'), { decision: 'headings' })
    const away = await send(waiting('wrong'), waiting('wrong'), { decision: 'put-away' })
    await send(waiting('wrong'), waiting('wrong'), { decision: 'something else' })
    expect(away.headers.get('location')).toBe(start)
    expect([acceptHeadings, putAway, confirm].map(each => each.mock.calls.length)).toEqual([1, 1, 0])
  })

  test('shows itself anew while it is under way, and then leads to what it became', async () => {
    const { app } = site()
    for (const name of ['reading', 'storing'])
      expect((await app.request(waiting(name))).headers.get('refresh'), name).toBe('3')
    expect((await app.request(waiting('good'))).headers.get('refresh')).toBeNull()
    const stored = await app.request(waiting('stored'))
    expect([stored.status, stored.headers.get('location')]).toEqual([303, '/norfolk/import/2'])
  })
})

describe('undoing', () => {
  const path = '/norfolk/import/2/undo'

  test('needs a reason, and leads to the import that undid', async () => {
    const undo = vi.fn(async () => ({ kind: 'stored' as const, n: 3 }))
    const { send } = site({ undo })
    const without = await send(path, path, { digest: 'the-digest', why: '  ' })
    expect(without.status).toBe(400)
    expect(await without.text()).toContain('<a href="#why">Say why the import is undone</a>')
    const long = await send(path, path, { digest: 'the-digest', why: 'x'.repeat(1001) })
    expect(await long.text()).toContain('Say it in at most 1000 characters; there are 1001')
    expect(undo).not.toHaveBeenCalled()
    const done = await send(path, path, { digest: 'the-digest', why: 'The wrong\n month' })
    expect([done.status, done.headers.get('location')]).toEqual([303, '/norfolk/import/3'])
    expect(undo).toHaveBeenCalledWith(2, 'the-digest', 'The wrong month')
  })

  test('tells when the register changed in the meantime, and keeps the reason', async () => {
    const { send } = site({ undo: async () => ({ kind: 'differs' }) })
    const response = await send(path, path, { digest: 'old', why: 'The wrong month' })
    const html = await response.text()
    expect(response.status).toBe(409)
    expect(html).toContain('Not undone, as somebody changed the register in the meantime')
    expect(html).toContain('value="The wrong month"')
  })

  test('is of an import of this organisation only', async () => {
    const { app, send } = site()
    for (const other of ['/harrowmere/import/2/undo', '/norfolk/import/9/undo', '/norfolk/import/2x/undo'])
      expect((await app.request(other)).status, other).toBe(404)
    expect((await send(path, '/harrowmere/import/2/undo', { why: 'x' })).status).toBe(404)
  })
})

test('past imports are listed, the latest first, with who, files, and the way to undo each; names are only text', async () => {
  const { app, words } = site()
  const html = await (await app.request(start)).text()
  expect([...html.matchAll(/<a href="\/norfolk\/import\/(\d)">Import/g)].map(([, n]) => n)).toEqual(['3', '2', '1'])
  expect(html).toContain('&lt;img src=x&gt;.csv')
  expect(await words(start)).toMatch(/Import 1 .* Somebody who was forgotten, .* Undone by import 3/)
  expect(await words('/harrowmere/import')).toContain('Nothing has been imported yet.')
})
