import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { examplePapers, examplesOfPapers } from '../../scripts/support/example-papers.data.ts'
import type { Paper } from '../../src/paper/outline/types.ts'
import type { Manifest } from '../../src/paper/publication/manifest.ts'
import { homeIn } from '../support/home.ts'
import { poppler } from '../support/programs.ts'
import { root } from '../support/source-files.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

// The papers of examples/papers are what the tables beside them say: each is published again, and set beside what is kept.

const folder = makeTemporaryFolder()
const fresh = homeIn(join(folder.path, 'fresh'))
const loaded = homeIn(join(folder.path, 'loaded'))
const kept = join(root, 'examples/papers/publications')
const organisations = [...new Set(examplePapers.map(({ org }) => org))]

beforeAll(async () => {
  for (const name of examplesOfPapers) await fresh.text(['import', join(root, 'examples', name)])
  for (const { org, meeting } of examplePapers) await fresh.text(['publish', '--org', org, '--meeting', meeting])
  await loaded.text(['examples', 'load', ...organisations])
})
afterAll(folder.remove)

/** When it was published, and of which state of which register, differs each time. */
const asAtAnyTime = (text: string) =>
  text
    .replace(/Published\s+\d+\s+[A-Z][a-z]+\s+\d{4}/g, 'Published')
    .replace(/Audit\s+head\s+[0-9a-f]{64}/g, 'Audit head')
    .replace(/[0-9a-f]{64}/g, 'hash')

/** The words and numbers of a file of a paper. */
function saidIn(path: string): string {
  const bytes = readFileSync(path)
  if (path.endsWith('.pdf')) return asAtAnyTime(poppler('pdftotext', ['-layout', path, '-']).stdout)
  const part = path.endsWith('.docx') ? 'word/document.xml' : path.endsWith('.ods') ? 'content.xml' : null
  return asAtAnyTime(part === null ? bytes.toString('utf8') : strFromU8(unzipSync(bytes)[part] ?? new Uint8Array()))
}

describe.each(examplePapers)('the paper of $org on $meeting', ({ org, meeting }) => {
  const place = join(org, meeting, '1')
  const manifestIn = (path: string) => JSON.parse(readFileSync(join(path, place, 'manifest.json'), 'utf8')) as Manifest

  test('says in each of its files what one published today says', () => {
    const again = join(fresh.path, 'publications')
    const names = manifestIn(kept).files.map(file => file.name)
    expect(manifestIn(again).files.map(file => file.name)).toEqual(names)
    expect(names).toHaveLength(6)
    const differ = names.filter(name => saidIn(join(kept, place, name)) !== saidIn(join(again, place, name)))
    expect(differ, 'made anew by: node scripts/make-example-papers.ts').toEqual([])
    const { template, rules } = manifestIn(again)
    expect(manifestIn(kept)).toMatchObject({ template, rules, version: 1, erratum: null })
  })
})

test('the invented council reviews 60 indicators, and goes to committee for its budget and for a risk too', () => {
  const data = readFileSync(join(kept, 'demo/2026-07-13/1/data.json'), 'utf8')
  const blocks = (JSON.parse(data) as Paper).sections.flatMap(section => section.blocks)
  const table = blocks.find(block => block.block === 'table' && block.id === 'dashboard-values')
  expect(table).toMatchObject({ rows: { length: 60 } })
  expect(data).toContain('affects the budget')
  expect(data).toContain('affects a corporate risk')
})

describe('tidemark examples load', () => {
  test('puts the papers beside the register, whole and named in the audit', async () => {
    const all: readonly Manifest[] = await loaded.json(['publications'])
    expect(all.map(each => `${each.organisation} ${each.meeting}`).toSorted()).toEqual(
      examplePapers.map(each => `${each.org} ${each.meeting}`).toSorted(),
    )
    expect(await loaded.text(['publication', 'verify'])).toContain(`${examplePapers.length} versions`)
    expect(await loaded.text(['audit', 'verify'])).toContain('The audit is whole')
    for (const { org, meeting } of examplePapers) {
      const path = join(org, meeting, '1', 'manifest.json')
      expect(readFileSync(join(loaded.path, 'publications', path))).toEqual(readFileSync(join(kept, path)))
    }
  })

  test('does so once: loaded again, nothing changes, not even the audit', async () => {
    const head = await loaded.text(['audit', 'head'])
    expect(await loaded.text(['examples', 'load', ...organisations])).not.toContain('Papers')
    expect(await loaded.text(['audit', 'head'])).toBe(head)
  })

  test('replaces nothing that lies there', async () => {
    const other = homeIn(join(folder.path, 'other'))
    const place = join(other.path, 'publications/norfolk/2017-06-19/1')
    mkdirSync(place, { recursive: true })
    cpSync(join(fresh.path, 'publications/norfolk/2017-06-19/1'), place, { recursive: true })
    const before = readFileSync(join(place, 'manifest.json'))
    const ran = await other.run(['examples', 'load', 'norfolk'])
    expect(ran.stderr).toContain('norfolk 2017-06-19 version 1 lies here otherwise than in the examples')
    expect(readFileSync(join(place, 'manifest.json'))).toEqual(before)
  })

  test('does not take a folder of papers for a council', async () => {
    const ran = await loaded.run(['examples', 'load', 'papers'])
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('There is no example called papers') })
  })
})

test('a figure that the kept paper says otherwise would be found', () => {
  const path = join(folder.path, 'other.csv')
  const name = 'norfolk/2017-03-06/1/norfolk-2017-03-06-performance-management-report.csv'
  cpSync(join(kept, name), path)
  chmodSync(path, 0o644)
  writeFileSync(path, readFileSync(path, 'utf8').replace(',86.2,', ',86.3,'))
  expect(saidIn(path)).not.toBe(saidIn(join(kept, name)))
})
