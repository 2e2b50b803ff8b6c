/** The example of client-level records, taken into a home of its own. */
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Asked } from '../../src/measures/ask.ts'
import { importRecords } from '../../src/measures/lake/import.ts'
import { exampleInput } from '../fixtures/cld/expected.ts'
import { root } from './source-files.ts'

/** Takes files into the lake of a home, the example's where no others are named, and gives what a question needs. */
export async function takeIn(home: string, paths: readonly string[] = [exampleInput]): Promise<Asked> {
  const catalogue = join(root, 'catalogue')
  const imported = await importRecords({
    home,
    catalogue,
    paths,
    council: null,
    release: null,
    importedAt: '2026-11-22 12:00:00',
    memory: '1GB',
    progress: () => {},
  })
  expect(imported.problems.filter(({ level }) => level === 'error')).toEqual([])
  return {
    home,
    catalogue,
    memory: '1GB',
    span: null,
    cutOff: null,
    key: 'cleaned',
    variant: 'as-described',
    blankComponent: 'left-out',
    periods: 'derived',
  }
}
