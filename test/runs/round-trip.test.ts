import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { homeIn } from '../support/home.ts'
import { freshDatabase } from '../support/postgres.ts'
import { root } from '../support/source-files.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

const folder = makeTemporaryFolder()
const at = (name: string) => join(folder.path, name)
const home = homeIn(at('register'))

beforeAll(async () => {
  await home.text(['examples', 'load', 'demo', 'leicester', 'norfolk', 'somerset'])
})
afterAll(folder.remove)

const textsIn = (path: string) =>
  Object.fromEntries(readdirSync(path).map(name => [name, readFileSync(join(path, name), 'utf8')]))

describe('export and import --restore', () => {
  test('give the same bytes again, from SQLite to SQLite and to PostgreSQL, after a redaction too', async () => {
    await home.text(['export', at('first')])
    const before = textsIn(at('first'))
    expect(Object.keys(before)).toContain('observations.csv')
    expect(before['observations.csv']?.split('\n')[0]).toBe(
      'indicator,geography,breakdown,period,version,value,numerator,denominator,respondents,margin_of_error,reason,until,marks,note,owner,known_on,source,seq,recorded_at,author,file,place,redacted',
    )

    const second = homeIn(at('second'))
    expect(await second.text(['import', at('first'), '--restore'])).toMatch(/^Restored [\d,]+ facts\.\n$/)
    await second.text(['export', at('second-out')])
    expect(textsIn(at('second-out'))).toEqual(before)

    // A card's words go; its place, times and author stay.
    const cards: Record<string, string>[] = parse(String(before['cards.csv']), { columns: true })
    const seq = cards.find(card => card['card'] === 'dtoc-social-care-rate')?.['seq']
    await second.text(['audit', 'redact', String(seq), '--why', 'A name stood in it'])
    expect(await second.text(['audit', 'verify'])).toMatch(/^The audit is whole: .* 1 redacted\.\n$/)
    await second.text(['export', at('redacted')])
    const redacted = textsIn(at('redacted'))
    expect(redacted['observations.csv']).toBe(before['observations.csv'])
    expect(redacted['cards.csv']).not.toBe(before['cards.csv'])
    expect(redacted['cards.csv']).toMatch(/^dtoc-social-care-rate,,,,,,,,,,,norfolk,.*,yes$/m)

    const database = await freshDatabase()
    try {
      const third = homeIn(at('third'), { DATABASE_URL: database.url })
      await third.text(['import', at('redacted'), '--restore'])
      await third.text(['export', at('third-out')])
      expect(textsIn(at('third-out'))).toEqual(redacted)
      expect(await third.text(['audit', 'verify'])).toMatch(/ 1 redacted\.\n$/)
      expect(existsSync(at('third'))).toBe(false)
    } finally {
      await database.drop()
    }
  })

  test('answer the same questions in the same words', async () => {
    const second = homeIn(at('second'))
    const questions = [
      ['summary', '--org', 'leicester', '--as-at', '2018-01-01', '--json'],
      ['revisions', '--org', 'norfolk', '--from', '2017-03-06', '--to', '2017-06-19', '--json'],
    ]
    for (const question of questions) expect(await second.text(question)).toBe(await home.text(question))
  })

  test('refuse a register that holds facts, and a folder that holds anything', async () => {
    const head = await home.text(['audit', 'head'])
    const again = await home.run(['import', at('first'), '--restore'])
    expect(again).toMatchObject({ code: 1, stdout: '' })
    expect(again.stderr).toBe(
      'tidemark: Cannot restore an export, as the register holds facts already: restore into an empty one\n',
    )
    expect(await home.text(['audit', 'head'])).toBe(head)
    const out = await home.run(['export', at('first')])
    expect(out).toMatchObject({ code: 1, stdout: '' })
    expect(out.stderr).toContain('it is not empty; choose another folder')
  })

  test('restore only what was exported: an ordinary import sets its own times and takes no history', async () => {
    const fresh = homeIn(at('fresh'))
    const plain = await fresh.run(['import', at('first')])
    expect(plain.code).toBe(1)
    expect(plain.stderr).toBe(
      'action_updates.csv, row 1: this looks like an export of a register; take it in with --restore\n\n1 problem: nothing was stored. Mend it and import again.\n',
    )
    const noHistory = await fresh.run(['import', 'examples/somerset', '--restore'], { cwd: root })
    expect(noHistory).toMatchObject({ code: 1, stdout: '' })
    expect(noHistory.stderr).toContain('the columns seq, recorded_at (a UTC instant), author and known_on are needed')
    expect((await fresh.text(['audit', 'head'])).trim()).toBe('0')
  })
})
