import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../support/source-files.ts'
import { trackedPaths } from '../support/tracked-files.ts'

/** Links of a Markdown text to files of ours that are not there. */
function deadLinks(file: string, text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)]
    .map(([, link]) => String(link))
    .filter(link => !/^[a-z]+:/.test(link))
    .filter(link => !existsSync(join(root, dirname(file), link)))
    .map(link => `${file}: ${link}`)
}

test('every link and picture of the documentation leads to a file', () => {
  const documents = trackedPaths().filter(file => file.endsWith('.md') && !file.startsWith('examples/'))
  expect(documents.length).toBeGreaterThan(10)
  expect(documents.flatMap(file => deadLinks(file, readFileSync(join(root, file), 'utf8')))).toEqual([])
})

test('a link that leads nowhere is found', () => {
  expect(deadLinks('README.md', '[a](docs/nowhere.md#part) ![b](LICENSE) [c](https://example.org/d)')).toEqual([
    'README.md: docs/nowhere.md',
  ])
})
