import { randomBytes } from 'node:crypto'
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const bytes = 32
const hexDigits = /^[0-9a-f]{64}$/

/** Where a home keeps its key: beside the lake, never in it, so that a copy of the lake names nobody. */
const keyFile = (home: string): string => join(home, 'cld.key')

/**
 * The key of a home's pseudonyms.
 * @throws Error when there is none, or the file holds none
 */
export function readKey(home: string): Uint8Array {
  const file = keyFile(home)
  if (!existsSync(file))
    throw new Error(`There is no key for pseudonyms in ${file}: make one with tidemark cld key make`)
  const text = readFileSync(file, 'utf8').trim()
  if (!hexDigits.test(text)) throw new Error(`${file} holds no key: put its backup back`)
  return Buffer.from(text, 'hex')
}

/** Whether a home has a key. */
export const hasKey = (home: string): boolean => existsSync(keyFile(home))

/** Makes a home's key. @throws Error when there is one already */
export function makeKey(home: string): string {
  const file = keyFile(home)
  if (existsSync(file)) throw new Error(`There is a key in ${file} already; tidemark cld key rotate makes another`)
  writeKey(file)
  return file
}

/** The key of a home; the first import makes it. */
export function keyOrNew(home: string): Uint8Array {
  if (!existsSync(keyFile(home))) makeKey(home)
  return readKey(home)
}

/**
 * Puts another key in place. The old one is kept under another name, since the lake's pseudonyms were made with it.
 * @param stamp distinguishes the old key's file name
 * @returns where the old key is
 */
export function rotateKey(home: string, stamp: string): string {
  readKey(home)
  const file = keyFile(home)
  const old = `${file}.until-${stamp}`
  copyFileSync(file, old)
  chmodSync(old, 0o600)
  writeKey(file)
  return old
}

/** Copies a home's key into a file that only its owner may read. @throws Error when that file is there already */
export function backUpKey(home: string, to: string): void {
  if (existsSync(to)) throw new Error(`${to} is there already: a backup replaces nothing`)
  mkdirSync(dirname(to), { recursive: true })
  writeFileSync(to, `${Buffer.from(readKey(home)).toString('hex')}\n`, { mode: 0o600 })
}

function writeKey(file: string): void {
  mkdirSync(dirname(file), { recursive: true })
  const unfinished = `${file}.unfinished`
  writeFileSync(unfinished, `${randomBytes(bytes).toString('hex')}\n`, { mode: 0o600, flush: true })
  chmodSync(unfinished, 0o600)
  renameSync(unfinished, file)
}
