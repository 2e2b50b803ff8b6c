import { expect, test } from 'vitest'
import { codePaths, readSource, type SourceFile } from '../support/source-files.ts'

/** A file longer than this is about more than one thing; a table of data (NAME.data.ts) is not. */
const longest = 400

const isTooLong = (file: SourceFile) =>
  !file.path.endsWith('.data.ts') && file.text.replace(/\n$/, '').split('\n').length > longest

test('no source file is longer than 400 lines', () => {
  const files = ['src', 'test'].flatMap(codePaths).map(readSource)
  expect(files.length).toBeGreaterThan(50)
  expect(files.filter(isTooLong).map(file => file.path)).toEqual([])
})

test('isTooLong() finds the file of 401 lines, and lets a table of data pass', () => {
  const lines = (count: number) => 'const a = 1\n'.repeat(count)
  expect(isTooLong({ path: 'src/shared/a.ts', text: lines(400) })).toBe(false)
  expect(isTooLong({ path: 'src/shared/a.ts', text: lines(401) })).toBe(true)
  expect(isTooLong({ path: 'src/shared/a.data.ts', text: lines(401) })).toBe(false)
})
