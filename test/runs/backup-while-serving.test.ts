import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startCli } from '../support/cli.ts'
import { homeIn } from '../support/home.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

const folder = makeTemporaryFolder()
const at = (name: string) => join(folder.path, name)
const home = homeIn(at('register'))

/** A file with one value of the delays in a month after the last report. */
function delaysOf(value: string, knownOn: string): string {
  const path = at(`delays-${value}`)
  mkdirSync(path)
  writeFileSync(
    join(path, 'observations.csv'),
    `indicator,period,value,owner,known_on\ndtoc-social-care-rate,2017-04,${value},norfolk,${knownOn}\n`,
  )
  return path
}

let server: ChildProcess
let url = ''

beforeAll(async () => {
  await home.text(['examples', 'load', 'norfolk'])
  server = startCli(['serve', '--port', '0', '--home', home.path])
  let said = ''
  for await (const piece of server.stdout ?? []) {
    said += String(piece)
    const found = /Tidemark is at (http:\/\/127\.0\.0\.1:\d+)\n/.exec(said)?.[1]
    if (found) {
      url = found
      break
    }
  }
})
afterAll(async () => {
  if (server.exitCode === null) server.kill('SIGKILL')
  folder.remove()
})

/** The words of the page of Norfolk as at a day, without its markup. */
async function page(day: string): Promise<string> {
  const response = await fetch(`${url}/norfolk/dashboard?as-at=${day}`)
  expect(response.status).toBe(200)
  return (await response.text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
}

describe('audit', () => {
  test('verify says that all is whole and ends with 0; head prints number and hash', async () => {
    expect(await home.text(['audit', 'verify'])).toMatch(/^The audit is whole: 3 entries, \d+ facts, 0 redacted\.\n$/)
    expect(await home.text(['audit', 'head'])).toMatch(/^3 [0-9a-f]{64}\n$/)
    const head: { n: number; hash: string; lastSeq: number } = await home.json(['audit', 'head'])
    const report: { whole: boolean; head: string; facts: number } = await home.json(['audit', 'verify'])
    expect(report).toMatchObject({
      whole: true,
      entries: 3,
      redacted: 0,
      head: head.hash,
      facts: head.lastSeq,
      faults: [],
    })
  })

  test('verify ends with 1 where somebody changed a value behind its back, and says which', async () => {
    const tampered = homeIn(at('tampered'))
    await home.text(['backup', at('to-tamper-with')])
    await tampered.text(['restore', at('to-tamper-with')])
    expect(await tampered.text(['audit', 'head'])).toBe(await home.text(['audit', 'head']))
    const database = new DatabaseSync(join(tampered.path, 'register.sqlite'))
    const triggers = database.prepare("select name from sqlite_master where type = 'trigger'").all()
    for (const { name } of triggers) database.exec(`drop trigger "${name}"`)
    const { seq } = database.prepare('select seq from fact where payload like \'%"3.56"%\' order by seq').get() ?? {}
    database.exec(`update fact set payload = replace(payload, '"3.56"', '"1.56"') where seq = ${seq}`)
    database.close()
    const ran = await tampered.run(['audit', 'verify'])
    expect(ran).toMatchObject({ code: 1 })
    expect(ran.stdout).toContain(`fact ${seq} (audit entry 1): what it says differs from what was recorded\n`)
    expect(await tampered.json(['audit', 'verify'], 1)).toMatchObject({ whole: false })
  })
})

test('backup and restore --replace while the pages are served: they show the restored facts at once', async () => {
  expect(await page('2017-07-01')).toContain('3.56')
  await home.text(['import', delaysOf('7.77', '2017-07-01')])
  expect(await page('2017-07-01')).toContain('7.77')
  const before = await home.text(['dashboard', '--org', 'norfolk', '--as-at', '2017-07-01', '--json'])
  const head = await home.text(['audit', 'head'])

  expect(await home.text(['backup', at('backup')])).toMatch(/^Backed up [\d,]+ facts and 4 audit entries to /)
  expect(existsSync(at('backup.unfinished'))).toBe(false)
  const bytes = readFileSync(at('backup'))
  const twice = await home.run(['backup', at('backup')])
  expect(twice).toMatchObject({ code: 1, stdout: '' })
  expect(twice.stderr).toContain('it exists already; choose another name')

  await home.text(['import', delaysOf('8.88', '2017-07-01')])
  expect(await page('2017-07-01')).toContain('8.88')

  const refused = await home.run(['restore', at('backup')])
  expect(refused).toMatchObject({ code: 1, stdout: '' })
  expect(refused.stderr).toContain('it holds facts; say --replace to put the backup in their place')
  expect(await page('2017-07-01')).toContain('8.88')

  // Readers go on meanwhile; each sees the old facts or the restored ones, and never none.
  let done = false
  const reading = (async () => {
    const seen: string[] = []
    while (!done) seen.push(await page('2017-07-01'))
    return seen
  })()
  expect(await home.text(['restore', at('backup'), '--replace'])).toMatch(
    /^Restored [\d,]+ facts and 4 audit entries from /,
  )
  done = true
  for (const seen of await reading) expect(seen.includes('8.88') || seen.includes('7.77')).toBe(true)

  const after = await page('2017-07-01')
  expect(after).toContain('7.77')
  expect(after).not.toContain('8.88')
  expect(await home.text(['dashboard', '--org', 'norfolk', '--as-at', '2017-07-01', '--json'])).toBe(before)
  expect(await home.text(['audit', 'head'])).toBe(head)
  expect(await home.text(['audit', 'verify'])).toMatch(/^The audit is whole: 4 entries/)
  expect(readFileSync(at('backup')).equals(bytes)).toBe(true)
})

test('restore takes no file that is no whole backup', async () => {
  writeFileSync(at('noise'), 'This is no database.'.repeat(500))
  const head = await home.text(['audit', 'head'])
  for (const file of ['noise', 'nowhere', 'register']) {
    const ran = await home.run(['restore', at(file), '--replace'])
    expect(ran).toMatchObject({ code: 1, stdout: '' })
    expect(ran.stderr).toMatch(/^tidemark: Cannot restore /)
    expect(ran.stderr).not.toMatch(/\n\s+at /)
  }
  expect(await home.text(['audit', 'head'])).toBe(head)
})

test('serve ends by itself when it is told to, and says plainly that a port is taken', async () => {
  const port = new URL(url).port
  const second = await home.run(['serve', '--port', port])
  expect(second).toMatchObject({ code: 1, stdout: '' })
  expect(second.stderr).toContain(port)
  expect(second.stderr).not.toMatch(/\n\s+at |EADDRINUSE/)
  const ended = new Promise(resolve => server.once('exit', (code, signal) => resolve({ code, signal })))
  server.kill('SIGTERM')
  expect(await ended).toEqual({ code: 0, signal: null })
})
