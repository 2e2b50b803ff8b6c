import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parts } from '../../src/paper/template/parts.ts'
import { homeIn } from '../support/home.ts'
import { root } from '../support/source-files.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

// Follows docs/how-to/own-paper.md, with the templates, commands and answers that stand in it.

const folder = makeTemporaryFolder()
const home = homeIn(join(folder.path, 'register'))
const page = readFileSync(join(root, 'docs/how-to/own-paper.md'), 'utf8')
const blocks = (language: string) =>
  [...page.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].flatMap(([, of, text]) => (of === language ? [String(text)] : []))
const [shortPaper = '', wrong = '', compared = ''] = blocks('yaml')
const commands = blocks('sh').map(text => text.trim().split(/\s+/))
const answers = blocks('')
/** A command of the page, run in the folder in which its reader is. */
const follow = (command: readonly string[] | undefined) => home.run((command ?? []).slice(1), { cwd: folder.path })

beforeAll(async () => {
  await home.text(['examples', 'load', 'demo', 'england'])
  writeFileSync(join(folder.path, 'short-paper.yaml'), shortPaper)
  writeFileSync(join(folder.path, 'wrong.yaml'), wrong)
}, 120_000)
afterAll(folder.remove)

test('the template of the page makes the files that the page names, with its parts in their order', async () => {
  const ran = await follow(commands[0])
  expect(ran).toMatchObject({ code: 0, stdout: answers[0] })
  const html = readFileSync(join(folder.path, String(answers[0]?.split('\n')[0])), 'utf8')
  const headings = [...html.matchAll(/<h2[^>]*>(?:<[^>]*>)*([^<]+)/g)].map(([, text]) => text)
  const wanted = ['1 What this report is for', '2 Where we stand', '3 What we want to reach', '4 What we are doing']
  expect(headings.filter(text => wanted.includes(String(text)))).toEqual(wanted)
  expect(html).toContain('how Harrowmere County Council does by the Vital Signs.')
  expect(html).toContain('Help people early, near where they live')
})

test('everything that is wrong is told at once, with file and line, and nothing is written', async () => {
  const out = join(folder.path, 'papers-wrong')
  const ran = await follow(commands[1]?.map(word => (word === 'papers' ? out : word)))
  const list = parts.map(part => part.code).join(', ')
  expect(ran).toMatchObject({ code: 1, stdout: '', stderr: answers[1]?.replace('PARTS', list) })
  expect(existsSync(out)).toBe(false)
})

test('what is no YAML is told by its line', async () => {
  writeFileSync(join(folder.path, 'torn.yaml'), 'title: Report\nsections:\n  - part: [words\n')
  const ran = await follow(commands[1]?.map(word => (word === 'wrong.yaml' ? 'torn.yaml' : word)))
  expect(ran.code).toBe(1)
  expect(ran.stderr).toMatch(/^torn\.yaml, line \d+: this is no YAML: /)
})

test('a template in the home folder is taken without being named, and one that is named comes before it', async () => {
  mkdirSync(join(home.path, 'templates'))
  writeFileSync(join(home.path, 'templates', 'demo.yaml'), shortPaper)
  expect(await follow(commands[2])).toMatchObject({
    code: 0,
    stdout: 'papers/demo-2026-06-15-adult-social-care-on-four-pages.html\n',
  })
  writeFileSync(join(folder.path, 'other.yaml'), shortPaper.replace('on four pages', 'otherwise'))
  expect((await follow([...(commands[2] ?? []), '--template', 'other.yaml'])).stdout).toContain('otherwise.html')
  // A publication takes it too, and says which it was.
  await home.text(['publish', '--org', 'demo', '--meeting', '2026-06-15', '--format', 'html'])
  const manifest = JSON.parse(
    readFileSync(join(home.path, 'publications/demo/2026-06-15/1/manifest.json'), 'utf8'),
  ) as Record<string, unknown>
  expect(manifest).toMatchObject({ title: 'Adult social care on four pages' })
  expect(JSON.stringify(manifest)).toContain('demo.yaml')
}, 60_000)

test('an invented council is not compared with real ones, and the paper says why', async () => {
  writeFileSync(join(folder.path, 'compared.yaml'), compared)
  const ran = await follow([...(commands[2] ?? []), '--template', 'compared.yaml'])
  expect(ran.code).toBe(0)
  const html = readFileSync(join(folder.path, ran.stdout.trim()), 'utf8')
  expect(html).toContain('Nothing is compared here: ')
})
