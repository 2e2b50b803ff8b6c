/** Records taken in through the pages, over the real command: hostile files, kills, and nobody named anywhere. */
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readLake } from '../../src/measures/lake/lake.ts'
import { withLakeLocked } from '../../src/measures/lake/lock.ts'
import { submissionText, yearOf } from '../fixtures/cld/submission.ts'
import { type Home, homeIn } from '../support/home.ts'
import { type LoggedServing, serveLogged } from '../support/serving.ts'
import { makeTemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'

const start = '/norfolk/records/import'

/** A visitor of a serving, who sends files as a browser does. */
function visitor({ url }: LoggedServing) {
  let cookie = ''
  const open = async (path: string) => {
    const response = await fetch(`${url}${path}`, { headers: { cookie }, redirect: 'manual' })
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return { status: response.status, refresh: response.headers.get('refresh'), text: await response.text() }
  }
  const token = async (path: string) => /name="form-token" value="([^"]+)"/.exec((await open(path)).text)?.[1] ?? ''
  const post = async (path: string, fields: readonly (readonly [string, string | File])[]) => {
    const body = new FormData()
    body.append('form-token', await token(path))
    for (const [name, value] of fields) body.append(name, value)
    return fetch(`${url}${path}`, { method: 'POST', body, headers: { cookie, origin: url }, redirect: 'manual' })
  }
  /** The page of an upload once it is no more under way. */
  const settled = async (path: string): Promise<string> => {
    for (;;) {
      const { text, refresh } = await open(path)
      if (refresh === null) return text
      await new Promise(done => setTimeout(done, 150))
    }
  }
  return {
    open,
    post,
    settled,
    cookieAndToken: async () => ({ token: await token(start), cookie }),
    /** Sends files, and gives the page of what became of them. */
    takeIn: async (...files: File[]) => {
      const response = await post(
        start,
        files.map(file => ['files', file] as const),
      )
      if (response.status !== 303) return response.text()
      return settled(String(response.headers.get('location')))
    },
  }
}

const headingOf = (html: string) => /<h1>(.*?)<\/h1>/s.exec(html)?.[1]?.replaceAll('<!-- -->', '')
const file = (name: string, text: string | Uint8Array<ArrayBuffer>) => new File([text], name)
const waiting = (home: Home) => {
  const folder = join(home.path, 'records-uploads')
  return existsSync(folder) ? readdirSync(folder) : []
}

const planted = {
  'LA Code': '607',
  'NHS Number': '9991234560',
  'LA Person Unique Identifier': 'PLANTED77',
  'GP Practice Name': 'Plantsurgery',
  Postcode: 'PL4 7ED',
  'Date of Birth': '1931-07-23',
  'Event Reference': 'REF-PLANTED-1',
  'Event Outcome': '9991234560',
  Ethnicity: 'Plantagenet',
}
const secrets = ['9991234560', 'PLANTED77', 'Plantsurgery', 'PL4 7ED', '1931-07-23', 'REF-PLANTED-1', 'Plantagenet']

const folder = makeTemporaryFolder()
const home = homeIn(folder.path)
afterAll(folder.remove)

describe('an officer', () => {
  let pages: LoggedServing
  const seen: string[] = []
  const own = (people: number, name = 'cld_20260425T101520.csv') =>
    file(name, submissionText(yearOf({ ...planted }, people)))
  beforeAll(async () => {
    await home.text(['examples', 'load', 'norfolk'])
    pages = await serveLogged(home)
  }, 120_000)
  afterAll(() => pages.close())

  const sent = async (...files: File[]) => {
    const html = await visitor(pages).takeIn(...files)
    seen.push(html)
    return html
  }

  const rows = (...given: Parameters<typeof submissionText>[0][number][]) => submissionText([...given])
  const hostile: readonly (readonly [what: string, files: () => readonly File[], says: RegExp])[] = [
    ['a spreadsheet called CSV', () => [file('a.csv', Buffer.from('PK\u0003\u0004\0\0x'))], /the file is no CSV text/],
    ['an empty file', () => [file('a.csv', '')], /the file is empty/],
    ['a file of another kind', () => [file('a.csv', 'case_id,description\n1,9991234560\n')], /not those of any file/],
    [
      'half of a compressed file',
      () => {
        const whole = gzipSync(submissionText(yearOf(planted, 3000)))
        return [file('a.csv.gz', new Uint8Array(whole.subarray(0, whole.byteLength / 2)))]
      },
      /the compressed file ends too early/,
    ],
    ['what is not compressed and says so', () => [file('a.csv.gz', rows(planted))], /damaged|cannot be read/],
    [
      'a line of five megabytes',
      () => [file('a.csv', rows(planted, { ...planted, 'Event Description': 'Plantagenet '.repeat(420_000) }))],
      /the line is too long/,
    ],
    ['half of a line', () => [file('a.csv', rows(planted, planted).slice(0, -60))], /fewer columns than the headings/],
    [
      'a wrong date',
      () => [file('a.csv', rows(planted, { ...planted, 'Event Start Date': '9991234560' }))],
      /row 3, column Event Start Date/,
    ],
    [
      'another council’s file',
      () => [file('a.csv', rows({ ...planted, 'LA Code': '926' }))],
      /of council 926, and Norfolk County Council is 607/,
    ],
    [
      'an identifier for a council',
      () => [file('a.csv', rows({ ...planted, 'LA Code': 'PLANTED77' }))],
      /is of another council/,
    ],
    [
      'a damaged list of submissions',
      () => [own(1, 'b.csv'), file('list.csv', 'file,la_code,import_timestamp\nb.csv,9991234560"x,"Plantagenet\n')],
      /the list of submissions cannot be read/,
    ],
    [
      'one good file and one bad',
      () => [own(1), file('b.csv', rows({ ...planted, 'Date of Birth': 'Plantagenet' }))],
      /row 2, column Date of Birth/,
    ],
  ]
  test.each(hostile)(
    '%s is refused with its place, and nothing stays of it',
    async (_, files, says) => {
      const html = await sent(...files())
      expect(headingOf(html)).toMatch(/problems?: nothing was taken in$/)
      expect(html).toMatch(says)
      expect(readLake(home.path).submissions).toEqual([])
      expect(readdirSync(join(home.path, 'cld/files'))).toEqual([])
      expect(waiting(home)).toEqual([])
    },
    60_000,
  )

  test('takes in a file and a table beside it; the pages show them at once, and the audit says who, which and how many', async () => {
    const populations = file(
      'people.csv',
      'la_code,age_band,population\n607,18 to 64,500000\n607,65 and above,200000\n',
    )
    const html = await sent(own(2), populations)
    expect(headingOf(html)).toBe('Taken in: 1 file with 26 records and 1 table')
    expect(waiting(home)).toEqual([])
    expect(readLake(home.path)).toMatchObject({
      submissions: [{ council: '607', councilName: 'Norfolk County Council', rows: 26 }],
      references: { populations: { file: 'people.csv' } },
    })
    const overview = await pages.settled('/norfolk/records')
    expect(headingOf(overview.text)).toBe('1 file with 26 records')
    expect((await pages.settled('/norfolk/records/measures')).text).toMatch(/ASCOF 2E, 65 and above \| Total/)
    const one = await pages.settled('/norfolk/records/files/1')
    expect(one.text).toMatch(/Taken in on/)
    seen.push(overview.text, one.text)
    expect(headingOf(await sent(own(2)))).toBe('Nothing new was taken in')
    expect(await home.json(['audit', 'verify'])).toMatchObject({ whole: true })
  }, 120_000)

  test('leaves a file out with a reason, and counts it again; both are in the audit', async () => {
    const anne = visitor(pages)
    const path = '/norfolk/records/files/1'
    expect(
      (
        await anne.post(path, [
          ['decision', 'leave-out'],
          ['why', 'From the test system'],
        ])
      ).status,
    ).toBe(303)
    expect(readLake(home.path)).toMatchObject({ submissions: [], leftOut: [{ number: 1, rows: 26 }] })
    const empty = await anne.open('/norfolk/records')
    expect(headingOf(empty.text)).toBe('No client records yet')
    expect(empty.text).toContain('Files that are left out')
    expect((await anne.open(path)).text).toMatch(/Left out on .*From the test system/s)
    expect(await sent(own(2))).toContain('here already and was left out')
    expect((await anne.post(path, [['decision', 'count']])).status).toBe(303)
    expect(readLake(home.path)).toMatchObject({ submissions: [{ number: 1 }], leftOut: [] })
    expect((await anne.open(path)).text).toMatch(/Counted again on .*Left out on .*Taken in on/s)
    expect(headingOf((await pages.settled('/norfolk/records')).text)).toBe('1 file with 26 records')
  }, 60_000)

  test('waits while the command line takes records in, and goes on by itself', async () => {
    const anne = visitor(pages)
    let location = ''
    await withLakeLocked(home.path, async () => {
      const response = await anne.post(start, [['files', own(3, 'cld_20260426T101520.csv')]])
      location = String(response.headers.get('location'))
      for (let text = ''; !text.includes('Another import is under way'); ) {
        const page = await anne.open(location)
        expect(page.refresh).toBe('3')
        text = page.text
      }
    })
    expect(headingOf(await anne.settled(location))).toBe('Taken in: 1 file with 39 records')
  }, 120_000)

  test('is the only one who sees the own upload', async () => {
    const response = await visitor(pages).post(start, [['files', own(1)]])
    const stranger = await visitor(pages).open(String(response.headers.get('location')))
    expect(stranger.status).toBe(404)
    await new Promise(done => setTimeout(done, 3000))
  }, 60_000)

  test('leaves no word of a person in any page, in the log, in the audit or in the home', async () => {
    const entries = JSON.stringify(await home.json(['export', '--out', join(temporaryFolder(), 'all')]).catch(() => ''))
    const all = [['log', pages.log()], ['export', entries], ...seen.map((html, at) => [`page ${at}`, html])]
    for (const name of readdirSync(home.path, { recursive: true, encoding: 'utf8' })) {
      const path = join(home.path, name)
      if (statSync(path).isFile()) all.push([name, readFileSync(path, 'latin1')])
    }
    expect(all.length).toBeGreaterThan(20)
    for (const [where, text] of all)
      for (const secret of secrets)
        expect(String(text).toLowerCase().includes(secret.toLowerCase()), `${secret} at ${where}`).toBe(false)
  }, 60_000)
})

/** Sends a form that breaks off after so many bytes of a file, and holds the line open. */
async function hold({ url }: LoggedServing, bytes: number) {
  const { cookie, token } = await visitor({ url } as LoggedServing).cookieAndToken()
  const sending = request(`${url}${start}`, {
    method: 'POST',
    headers: { cookie, origin: url, 'content-type': 'multipart/form-data; boundary=b', 'content-length': 100_000_000 },
  })
  sending.on('error', () => {})
  const head = (name: string, more = '') => `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`
  sending.write(`${head('form-token')}${token}\r\n${head('files', '; filename="a.csv"')}`)
  sending.write('9991234560,'.repeat(bytes / 11))
  return sending
}

const until = async (holds: () => boolean) => {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 200) throw new Error('It did not come to hold within 20 seconds')
    await new Promise(done => setTimeout(done, 100))
  }
}

test('what was sent goes when the browser breaks off, when the server ends, and after a kill when it begins again', async () => {
  const other = homeIn(temporaryFolder())
  await other.text(['examples', 'load', 'norfolk'])
  let pages = await serveLogged(other)
  const broken = await hold(pages, 1_000_000)
  await until(() => waiting(other).length === 1)
  const [name = ''] = waiting(other)
  expect(statSync(join(other.path, 'records-uploads', name, '0.csv')).mode & 0o777).toBe(0o600)
  broken.destroy()
  await until(() => waiting(other).length === 0)

  await hold(pages, 1_000_000)
  await until(() => waiting(other).length === 1)
  const killed = once(pages.child, 'exit')
  pages.child.kill('SIGKILL')
  await killed
  expect(waiting(other)).toHaveLength(1)
  pages = await serveLogged(other)
  expect(waiting(other)).toEqual([])

  // A kill while the worker reads: it ends with the server, and takes what was sent with it.
  const large = file('cld_20260425T101520.csv', submissionText(yearOf({ 'LA Code': '607' }, 4000)))
  await visitor(pages).post(start, [['files', large]])
  await until(() => existsSync(join(other.path, 'cld/import.lock')))
  pages.child.kill('SIGKILL')
  await until(() => waiting(other).length === 0)
  expect(readLake(other.path).submissions.length).toBeLessThan(2)
  expect(pages.log()).not.toContain('9991234560')
}, 120_000)

test('other pages answer while hundreds of megabytes come in, and the server’s memory does not grow with them', async () => {
  const other = homeIn(temporaryFolder())
  await other.text(['examples', 'load', 'norfolk'])
  const pages = await serveLogged(other)
  const memory = () =>
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pages.child.pid}/status`, 'utf8'))?.[1]) / 1024
  await pages.get('/norfolk/dashboard')
  const { cookie, token } = await visitor(pages).cookieAndToken()
  const before = memory()
  let most = before
  const piece = Buffer.alloc(1_048_576, 'x,')
  async function* body() {
    const head = (name: string, more = '') => `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`
    yield Buffer.from(`${head('form-token')}${token}\r\n${head('files', '; filename="a.csv"')}LA Code,x\r\n`)
    for (let at = 0; at < 300; at += 1) {
      yield piece
      most = Math.max(most, memory())
    }
    yield Buffer.from('\r\n--b--\r\n')
  }
  const sending = fetch(`${pages.url}${start}`, {
    method: 'POST',
    body: ReadableStream.from(body()) as never,
    duplex: 'half',
    redirect: 'manual',
    headers: { cookie, origin: pages.url, 'content-type': 'multipart/form-data; boundary=b' },
  } as RequestInit)
  const waits: number[] = []
  let isDone = false
  void sending.finally(() => {
    isDone = true
  })
  while (!isDone) {
    const from = performance.now()
    expect((await pages.get('/norfolk/dashboard')).status).toBe(200)
    waits.push(performance.now() - from)
  }
  expect((await sending).status).toBe(303)
  expect(most - before).toBeLessThan(150)
  expect(Math.max(...waits)).toBeLessThan(3000)
  await pages.close()
  expect(waiting(other)).toEqual([])
}, 120_000)
