import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeTemporaryFolder } from '../../test/support/temporary-folder.ts'
import { makeFolder, makeFolders, needParent } from './last-folder.ts'

const folder = makeTemporaryFolder()
afterAll(folder.remove)

test('makeFolder() makes the last folder only, and takes one that is there', () => {
  const path = join(folder.path, 'out')
  makeFolder('export into', path)
  makeFolder('export into', path)
  expect(statSync(path).isDirectory()).toBe(true)
  expect(() => makeFolder('export into', join(folder.path, 'none', 'out'))).toThrow(
    /^Cannot export into .*none.out: there/,
  )
  expect(existsSync(join(folder.path, 'none'))).toBe(false)
  writeFileSync(join(folder.path, 'file'), '')
  expect(() => makeFolder('export into', join(folder.path, 'file'))).toThrow('EEXIST')
})

test('needParent() says which folder is missing', () => {
  needParent('back up to', join(folder.path, 'copy.sqlite'))
  expect(() => needParent('back up to', join(folder.path, 'none', 'copy.sqlite'))).toThrow(
    `there is no folder ${join(folder.path, 'none')}; make it first, or choose another`,
  )
})

test('makeFolders() makes a folder and those above it, and is content with one that is there', () => {
  const deep = join(folder.path, 'a/b/c')
  makeFolders(deep, 0o700)
  makeFolders(deep, 0o700)
  expect(statSync(deep).mode & 0o777).toBe(0o700)
})

test('makeFolders() ends where the system refuses', () => {
  expect(() => makeFolders('/proc/x/y')).toThrow()
})
