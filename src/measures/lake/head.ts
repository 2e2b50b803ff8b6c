import { createHash } from 'node:crypto'
import { closeSync, createReadStream, openSync, readSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { constants, createGunzip, gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'

/** What separates the columns of a file, and its headings. */
export type Head = { readonly delimiter: string; readonly headings: readonly string[] }

const startBytes = 65_536

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

/**
 * The fingerprint of a file; a compressed one is read to its end, so that half a file is noticed.
 * @throws Error when a compressed file ends too early or is damaged
 */
export async function fingerprint(path: string): Promise<string> {
  const hash = createHash('sha256')
  const hashed = async function* (pieces: AsyncIterable<Uint8Array>) {
    for await (const piece of pieces) {
      hash.update(piece)
      yield piece
    }
  }
  const toTheEnd = async (pieces: AsyncIterable<Uint8Array>) => {
    for await (const _ of pieces);
  }
  const file = createReadStream(path)
  try {
    if (path.endsWith('.gz')) await pipeline(file, hashed, createGunzip(), toTheEnd)
    else await pipeline(file, hashed, toTheEnd)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (!code?.startsWith('Z_')) throw error
    throw new Error(
      code === 'Z_BUF_ERROR'
        ? 'the compressed file ends too early: it is only a part of a file. Send it again'
        : 'the compressed file is damaged. Send it again',
    )
  }
  return hash.digest('hex')
}
