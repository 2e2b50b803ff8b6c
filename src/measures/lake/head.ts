import { createHash } from 'node:crypto'
import { closeSync, createReadStream, openSync, readSync } from 'node:fs'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createGunzip, gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'

/** What separates the columns of a file, and its headings. */
export type Head = { readonly delimiter: string; readonly headings: readonly string[] }

const startBytes = 65_536
/** So many bytes are read at once. */
const piece = 1_048_576

/** Whether a file is compressed, by its first bytes. */
function isGzip(start: Uint8Array): boolean {
  return start[0] === 0x1f && start[1] === 0x8b
}

/** The headings of a CSV file, compressed or not. @throws Error when it is empty or no text */
export function headOf(path: string): Head {
  const file = openSync(path, 'r')
  const buffer = Buffer.alloc(startBytes)
  let length: number
  try {
    length = readSync(file, buffer, 0, startBytes, 0)
  } finally {
    closeSync(file)
  }
  const start = buffer.subarray(0, length)
  const text = isGzip(start) ? gunzipSync(start, { finishFlush: constants.Z_SYNC_FLUSH }) : start
  if (text.length === 0) throw new Error('the file is empty')
  if (text.includes(0)) throw new Error('the file is no CSV text; save it as CSV in UTF-8')
  const firstLine = text.toString('utf8').replace(/^\uFEFF/, '')
  const heads = [',', ';', '\t', '|'].map(delimiter => ({ delimiter, headings: headings(firstLine, delimiter) }))
  return heads.reduce((best, head) => (head.headings.length > best.headings.length ? head : best))
}

function headings(text: string, delimiter: string): string[] {
  try {
    const rows: string[][] = parse(text, { delimiter, to: 1, relax_column_count: true })
    return rows[0] ?? []
  } catch {
    return []
  }
}

/** The fingerprint of a file's bytes: SHA-256 in hexadecimal digits. */
export async function fingerprint(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const bytes of createReadStream(path, { highWaterMark: piece })) hash.update(bytes)
  return hash.digest('hex')
}

/**
 * Reads a compressed file to its end, so that half a file is noticed: the reader of its rows would take what there is.
 * @throws Error when it ends too early or is damaged
 */
export async function checkWhole(path: string): Promise<void> {
  if (!path.endsWith('.gz')) return
  const nowhere = new Writable({ write: (_piece, _encoding, done) => done() })
  try {
    await pipeline(createReadStream(path, { highWaterMark: piece }), createGunzip({ chunkSize: piece }), nowhere)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (!code?.startsWith('Z_')) throw error
    throw new Error(
      code === 'Z_BUF_ERROR'
        ? 'the compressed file ends too early: it is only a part of a file. Send it again'
        : 'the compressed file is damaged. Send it again',
    )
  }
}
