import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../../test/support/temporary-folder.ts'
import { backUpKey, keyOrNew, makeKey, readKey, rotateKey } from './key.ts'

test('a key is 32 random bytes that only its owner may read', () => {
  const [one, other] = [temporaryFolder(), temporaryFolder()]
  const file = makeKey(one)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readKey(one)).toHaveLength(32)
  expect(keyOrNew(other)).not.toEqual(readKey(one))
  expect(keyOrNew(one)).toEqual(readKey(one))
  expect(() => makeKey(one)).toThrow('There is a key')
})

test('rotateKey() keeps the old key, without which the old records mean nothing', () => {
  const home = temporaryFolder()
  const before = keyOrNew(home)
  const old = rotateKey(home, '20261122')
  expect(Buffer.from(readFileSync(old, 'utf8').trim(), 'hex')).toEqual(before)
  expect(statSync(old).mode & 0o777).toBe(0o600)
  expect(readKey(home)).not.toEqual(before)
})

test('backUpKey() copies the key, and replaces nothing', () => {
  const home = temporaryFolder()
  const copy = join(temporaryFolder(), 'safe', 'cld.key')
  expect(() => backUpKey(home, copy)).toThrow('There is no key')
  const key = keyOrNew(home)
  backUpKey(home, copy)
  expect(Buffer.from(readFileSync(copy, 'utf8').trim(), 'hex')).toEqual(key)
  expect(() => backUpKey(home, copy)).toThrow('already')
})

test('readKey() refuses a damaged key', () => {
  const home = temporaryFolder()
  writeFileSync(join(home, 'cld.key'), 'abc')
  expect(() => readKey(home)).toThrow('holds no key')
})
