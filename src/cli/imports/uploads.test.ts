import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../../test/support/temporary-folder.ts'
import { filesOfUpload, keepUpload, readUpload, removeFiles, sweepUploads } from './uploads.ts'

const whose = { organisation: 'norfolk', visitor: 'the visitor' }
const file = { name: 'a.csv', bytes: new Uint8Array([1, 2, 3]) }
const how = { knownOn: null, acceptHeadings: false }
const later = (hours: number) => new Date(Date.now() + hours * 3_600_000)
const kept = (home: string) => String(keepUpload(home, new Date(), whose, [file], how))

test('an upload is found by its name, by its visitor, in its organisation, and by nobody else', () => {
  const home = temporaryFolder()
  const id = kept(home)
  const found = readUpload(home, new Date(), { ...whose, id })
  expect(found).toMatchObject({ files: ['a.csv'], stage: { kind: 'reading' } })
  for (const other of [
    { visitor: 'another' },
    { visitor: '' },
    { organisation: 'leicester' },
    { id: `${id}x` },
    { id: '..' },
  ])
    expect(readUpload(home, new Date(), { ...whose, id, ...other })).toBeNull()
})

test('an upload goes after twelve hours, with its files', () => {
  const home = temporaryFolder()
  const id = kept(home)
  expect(readUpload(home, later(11.9), { ...whose, id })).not.toBeNull()
  expect(readUpload(home, later(12.1), { ...whose, id })).toBeNull()
  expect(readdirSync(join(home, 'uploads'))).toEqual([])
})

test('no more than twenty wait at once; what was stored waits no longer', () => {
  const home = temporaryFolder()
  const ids = Array.from({ length: 20 }, () => kept(home))
  expect(keepUpload(home, new Date(), whose, [file], how)).toBeNull()
  const id = String(ids[0])
  const upload = readUpload(home, new Date(), { ...whose, id })
  if (upload) removeFiles(home, id, upload)
  expect(sweepUploads(home, new Date())).toBe(19)
  expect(keepUpload(home, new Date(), whose, [file], how)).not.toBeNull()
  expect(readUpload(home, new Date(), { ...whose, id })).not.toBeNull()
})

test('files lie under numbers, whatever they are called', () => {
  const home = temporaryFolder()
  const id = String(keepUpload(home, new Date(), whose, [{ ...file, name: '../../evil.csv' }], how))
  const upload = readUpload(home, new Date(), { ...whose, id })
  const [first] = upload ? filesOfUpload(home, id, upload) : []
  expect(first?.name).toBe('../../evil.csv')
  expect(first?.path.startsWith(join(home, 'uploads'))).toBe(true)
  expect(first?.path).toMatch(/0\.bin$/)
})
