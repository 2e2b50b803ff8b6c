import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Home, homeIn } from '../support/home.ts'
import { type FreshDatabase, freshDatabase } from '../support/postgres.ts'
import { root } from '../support/source-files.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

const folder = makeTemporaryFolder()
const sqlite = homeIn(join(folder.path, 'register'))
let database: FreshDatabase
let postgres: Home

beforeAll(async () => {
  database = await freshDatabase()
  postgres = homeIn(join(folder.path, 'never-made'), { DATABASE_URL: database.url })
  for (const home of [sqlite, postgres]) await home.text(['examples', 'load'])
})
afterAll(async () => {
  await database.drop()
  folder.remove()
})

const days = {
  norfolk: ['2017-03-06', '2017-06-19'],
  leicester: ['2018-01-01'],
  somerset: ['2018-01-01'],
  demo: ['2026-07-01'],
}
const questions = Object.entries(days).flatMap(([org, asAt]) =>
  asAt.flatMap(day =>
    ['dashboard', 'exceptions', 'summary'].map(question => [question, '--org', org, '--as-at', day, '--json']),
  ),
)

describe('PostgreSQL answers as SQLite does, byte for byte', () => {
  test.each(
    [
      ...questions,
      ['dashboard', '--org', 'norfolk', '--framework', 'ascof-2016', '--as-at', '2017-06-19', '--json'],
      ['benchmark', '--org', 'norfolk', '--indicator', '3A', '--period', '2016/17', '--json'],
      ['benchmark', '--org', 'norfolk', '--framework', 'ascof-2016', '--period', '2015/16', '--json'],
      ['ranks', '--indicator', '2022/23:2D', '--period', '2019/20', '--json'],
      ['coverage', '--json'],
      ['revisions', '--org', 'norfolk', '--from', '2017-03-06', '--to', '2017-06-19', '--json'],
      ['card', 'dtoc-social-care-rate', '--org', 'norfolk', '--as-at', '2017-06-19', '--json'],
      ['card', 'res-admissions-65-plus-rate', '--org', 'norfolk', '--as-at', '2017-03-06'],
      ['indicator', 'cqc-good-or-above', '--org', 'norfolk', '--as-at', '2017-06-19'],
      ['indicator', 'delayed-rate', '--org', 'demo', '--as-at', '2026-07-01'],
    ].map(args => [args.join(' '), args] as const),
  )('%s', async (_, args) => {
    const [one, other] = await Promise.all([sqlite.text(args), postgres.text(args)])
    expect(one.length).toBeGreaterThan(100)
    expect(other).toBe(one)
  })

  test('an import again: all unchanged', async () => {
    const args = ['import', join(root, 'examples/norfolk'), '--json']
    const [one, other] = await Promise.all([sqlite.text(args), postgres.text(args)])
    expect(other).toBe(one)
    expect(JSON.parse(one)).toMatchObject({ stored: false, counts: { new: 0, revised: 0, restated: 0 } })
  })

  test('after a backup of one is restored into the other', async () => {
    const file = join(folder.path, 'backup')
    const other = homeIn(join(folder.path, 'other'))
    await postgres.text(['backup', file])
    await other.text(['restore', file])
    expect(await other.text(['audit', 'head'])).toBe(await postgres.text(['audit', 'head']))
    expect(await other.text(['audit', 'verify'])).toMatch(/^The audit is whole: 10 entries/)
    const question = ['exceptions', '--org', 'norfolk', '--as-at', '2017-06-19', '--json']
    expect(await other.text(question)).toBe(await sqlite.text(question))
  })
})
