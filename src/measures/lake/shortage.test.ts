import { expect, test } from 'vitest'
import { shortage } from './shortage.ts'

test('shortage() knows a full disk and too little memory, whoever says it, and quotes nothing', () => {
  const full = [
    'IO Error: Could not write file "files/1.parquet": No space left on device',
    'IO Error: Could not write file "files/1.parquet": File too large',
    'ENOSPC: no space left on device, write',
    'EDQUOT: disk quota exceeded, write',
  ]
  for (const message of full) expect(shortage(new Error(message))).toMatch(/^the disk has no room/)
  expect(shortage(new Error('Out of Memory Error: failed to allocate data of size 32.0 MiB'))).toMatch(/--memory/)
  expect(shortage(new Error('Invalid Input Error: CSV Error on Line: 3'))).toBe(null)
})
