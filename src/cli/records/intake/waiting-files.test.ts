import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts'
import { keepWaiting, makeWaitingFolder, removeWaiting, sweepWaiting } from './waiting-files.ts'

async function* pieces(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text)
}

const mode = (path: string) => statSync(path).mode & 0o777

test('a file lies under a number in a folder of the home, outside the lake, for its owner only', async () => {
  const home = temporaryFolder()
  const folder = makeWaitingFolder(home)
  const kept = await keepWaiting(folder, 0, '../../evil.csv.gz', pieces('one ', 'two'))
  const path = 'path' in kept ? kept.path : ''
  expect(path).toBe(join(folder, '0.csv.gz'))
  expect(folder.startsWith(join(home, 'records-uploads'))).toBe(true)
  expect(readFileSync(path, 'utf8')).toBe('one two')
  expect([mode(path), mode(folder)]).toEqual([0o600, 0o700])
  removeWaiting(folder)
  expect(existsSync(folder)).toBe(false)
})

test('what breaks off leaves nothing, and is no fault of the disk', async () => {
  const folder = makeWaitingFolder(temporaryFolder())
  async function* broken() {
    yield Buffer.from('x')
    throw new Error('the browser went away')
  }
  await expect(keepWaiting(folder, 0, 'a.csv', broken())).rejects.toThrow('went away')
  async function* full() {
    yield Buffer.from('x')
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
  }
  expect(await keepWaiting(folder, 1, 'b.csv', full())).toMatchObject({ why: expect.stringMatching(/no room/) })
  expect(readdirSync(folder)).toEqual([])
})

test('what processes left that have ended goes, and what belongs to this one or to another that runs stays', () => {
  const home = temporaryFolder()
  const all = join(home, 'records-uploads')
  const mine = makeWaitingFolder(home)
  for (const name of ['999999999-a', `${process.ppid}-b`, 'x']) mkdirSync(join(all, name))
  sweepWaiting(home, false)
  expect(readdirSync(all).sort()).toEqual([mine.slice(all.length + 1), `${process.ppid}-b`].sort())
  // A process that has just begun received nothing: what bears its number is of one before it.
  sweepWaiting(home, true)
  expect(readdirSync(all)).toEqual([`${process.ppid}-b`])
  sweepWaiting(temporaryFolder(), true)
})
