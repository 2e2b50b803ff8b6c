import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exampleInput } from '../fixtures/cld/expected.ts'
import { homeIn } from '../support/home.ts'
import { expectDescribed } from '../support/json-docs.ts'
import { root } from '../support/source-files.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

// What docs/json.md says of the client-level records: a paragraph and an example for each command.

const folder = makeTemporaryFolder()
const home = homeIn(join(folder.path, 'home'))
let imported: unknown

const text = readFileSync(join(root, 'docs/json.md'), 'utf8')
const own = text.slice(text.indexOf('## client-level records')).split(/^## /m)[1] ?? ''
const paragraphs = new Map(
  own
    .split(/^(?=`tidemark cld )/m)
    .slice(1)
    .map(each => [/^`tidemark cld ([a-z-]+)/.exec(each)?.[1] ?? '', each]),
)

beforeAll(async () => {
  imported = await home.json(['cld', 'import', exampleInput])
  const tables = join(folder.path, 'tables')
  mkdirSync(tables)
  const organisation = 'organisation,name,type,geography\neastmere,Eastmere,council,eastmere\n'
  writeFileSync(join(tables, 'organisations.csv'), organisation)
  writeFileSync(join(tables, 'geographies.csv'), 'geography,name,type\neastmere,Eastmere,council\n')
  await home.text(['import', tables, '--org', 'eastmere', '--known-on', '2024-04-01'])
})
afterAll(folder.remove)

const year = ['--year', '2025/26']
const asked: readonly [command: string, args: readonly string[]][] = [
  ['submissions', []],
  ['measures', [...year, '--members']],
  ['table', ['STS001', ...year]],
  ['waiting-times', []],
  ['explain', ['2C', '--council', '901', ...year]],
  ['quality', ['--council', '902']],
  ['moved', ['2E', '--council', '901', '--from', '2025-03', '--to', '2026-03']],
  ['equalities', ['--measure', '2A', '--month', '2026-03', '--council', '901']],
  ['reconcile', ['--year', '2024/25', '--council', '901']],
  ['monthly', ['--council', '901', '--dry-run']],
]

test.each(asked)('every key of cld %s is described, and its example is true', async (command, args) => {
  expectDescribed(await home.json(['cld', command, ...args]), paragraphs.get(command) ?? '', '')
})

test('every key of cld import is described, and its example is true', () => {
  expectDescribed(imported, paragraphs.get('import') ?? '', '')
})

test('no command is described that is not tested here', () => {
  expect([...paragraphs.keys()].sort()).toEqual(['import', ...asked.map(([command]) => command)].sort())
})
