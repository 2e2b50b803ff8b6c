import { crc32, inflateRawSync } from 'node:zlib'
import { zipSync } from 'fflate'
import type { ReadLimits } from './limits.ts'
import { bytesInWords, Unreadable } from './problems.ts'

/** An entry as the directory at the end of a zip states it. What it states of sizes is not believed. */
type Entry = {
  readonly name: string
  readonly method: number
  readonly flags: number
  readonly checksum: number
  readonly packedSize: number
  readonly offset: number
}

const endMark = 0x06054b50
const entryMark = 0x02014b50
const fileMark = 0x04034b50
const most16 = 0xffff
const most32 = 0xffffffff
const mostEntries = 5000

const damaged = (what: string) =>
  new Unreadable('damaged', `the workbook is damaged (${what}); open it in the spreadsheet program and save it again`)

/**
 * The content of a zip, entry by entry, as far as `wanted`: every byte that comes out is counted against the limit, whatever
 * sizes the zip states, and nothing is written to a disk.
 * @throws Unreadable when it is damaged, holds too much, or is locked by a password
 */
export function unzipped(
  bytes: Buffer,
  limits: Pick<ReadLimits, 'unzippedBytes'>,
  wanted: (name: string) => boolean,
): Map<string, Buffer> {
  const content = new Map<string, Buffer>()
  let left = limits.unzippedBytes
  for (const entry of entriesOf(bytes)) {
    if (entry.name.endsWith('/')) continue
    if (content.has(entry.name)) throw damaged(`it holds “${entry.name}” twice`)
    if (!wanted(entry.name)) continue
    const inflated = inflated1(bytes, entry, left, limits.unzippedBytes)
    left -= inflated.length
    content.set(entry.name, inflated)
  }
  return content
}

/** A zip of this content with nothing compressed, so that whoever reads it next has no sizes to be lied to about. */
export function storedZip(content: ReadonlyMap<string, Buffer>): Uint8Array {
  return zipSync(Object.fromEntries(content), { level: 0, mtime: '1980-01-01T00:00:00' })
}

function entriesOf(bytes: Buffer): Entry[] {
  const end = endOf(bytes)
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  if (count === most16 || at === most32) throw damaged('it is a zip of the 64-bit kind')
  if (count > mostEntries)
    throw new Unreadable('too-large', `the workbook holds ${count} parts, and a workbook has few`)
  const entries: Entry[] = []
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== entryMark) throw damaged('its directory is broken')
    const nameLength = bytes.readUInt16LE(at + 28)
    const next = at + 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    if (next > end) throw damaged('its directory is broken')
    entries.push({
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      checksum: bytes.readUInt32LE(at + 16),
      packedSize: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
    })
    at = next
  }
  return entries
}

/** Where the directory's end stands: it is the last thing but a comment. */
function endOf(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - most16); at -= 1)
    if (bytes.readUInt32LE(at) === endMark) return at
  throw damaged('its end is missing')
}

function inflated1(bytes: Buffer, entry: Entry, left: number, limit: number): Buffer {
  const { name, method, packedSize, offset } = entry
  if (entry.flags & 1) throw locked()
  if (packedSize === most32 || offset === most32) throw damaged('it is a zip of the 64-bit kind')
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== fileMark)
    throw damaged(`“${name}” is not where it says`)
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  if (start + packedSize > bytes.length) throw damaged(`“${name}” is cut short`)
  const data = inflate(bytes.subarray(start, start + packedSize), method, name, left)
  if (data === null || data.length > left)
    throw new Unreadable(
      'too-large',
      `the workbook unzips to more than ${bytesInWords(limit)}; keep only the sheets with the figures, or save them as CSV`,
    )
  if (crc32(data) !== entry.checksum) throw damaged(`“${name}” has changed since it was saved`)
  return data
}

/** The entry's bytes; null when they are more than may come. */
function inflate(data: Buffer, method: number, name: string, left: number): Buffer | null {
  if (method === 0) return data
  if (method !== 8) throw damaged(`“${name}” is compressed in an unusual way`)
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(left, 1) })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') return null
    throw damaged(`“${name}” cannot be unzipped`)
  }
}

/** What is said of a workbook that asks for a password. */
export function locked(): Unreadable {
  return new Unreadable(
    'encrypted',
    'the workbook is protected by a password; open it in the spreadsheet program, save it without one, and import that',
  )
}
