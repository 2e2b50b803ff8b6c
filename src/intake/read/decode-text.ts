import { isUtf8 } from 'node:buffer'
import { Unreadable } from './problems.ts'

/**
 * The bytes of a text file as UTF-8 without its mark: UTF-8 as it is, UTF-16 where a mark at the start says so.
 * @throws Unreadable naming the line and byte of what is no text, or is text in another encoding
 */
export function asUtf8(bytes: Buffer): Buffer {
  const text = utf16(bytes) ?? (startsWith(bytes, [0xef, 0xbb, 0xbf]) ? bytes.subarray(3) : bytes)
  const nul = text.indexOf(0)
  if (nul >= 0)
    throw new Unreadable(
      'control-character',
      `${placeOf(text, nul)} is a NUL, which no text holds: the file is damaged, or is UTF-16 without its mark; save it as UTF-8 (in Excel: CSV UTF-8)`,
      { row: rowOf(text, nul) },
    )
  if (isUtf8(text)) return text
  const at = firstInvalid(text)
  const byte = `0x${Number(text[at]).toString(16).toUpperCase().padStart(2, '0')}`
  throw new Unreadable(
    'wrong-encoding',
    `${placeOf(text, at)} (${byte}${looksLike(text, at)}) is not UTF-8; save the file as UTF-8 (in Excel: CSV UTF-8)`,
    { row: rowOf(text, at) },
  )
}

function startsWith(bytes: Buffer, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}

function utf16(bytes: Buffer): Buffer | null {
  const encoding = startsWith(bytes, [0xff, 0xfe]) ? 'utf-16le' : startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : null
  if (encoding === null) return null
  try {
    return Buffer.from(new TextDecoder(encoding, { fatal: true }).decode(bytes), 'utf8')
  } catch {
    throw new Unreadable(
      'wrong-encoding',
      'begins as UTF-16 does and goes on otherwise: it is cut short or damaged; save it again as UTF-8 (in Excel: CSV UTF-8)',
    )
  }
}

function rowOf(bytes: Buffer, at: number): number {
  let row = 1
  for (let end = bytes.indexOf(10); end >= 0 && end < at; end = bytes.indexOf(10, end + 1)) row += 1
  return row
}

function placeOf(bytes: Buffer, at: number): string {
  const start = at === 0 ? 0 : bytes.lastIndexOf(10, at - 1) + 1
  return `line ${rowOf(bytes, at)}, byte ${at - start + 1}`
}

/** What the byte would be in Windows' western European encoding, the usual other one. */
function looksLike(bytes: Buffer, at: number): string {
  const character = new TextDecoder('windows-1252').decode(bytes.subarray(at, at + 1))
  return /[\p{L}\p{S}\p{P}\u00a0]/u.test(character)
    ? `, “${character}” in Windows-1252${character === '\u00a0' ? ', a space' : ''}`
    : ''
}

/** Where the first byte stands that UTF-8 cannot have there. */
function firstInvalid(bytes: Buffer): number {
  let low = 0
  let high = bytes.length
  // Invariant: the bytes before `low` are whole characters; those before `high` hold an invalid one.
  while (high - low > 4) {
    const middle = startOfCharacter(bytes, low + Math.floor((high - low) / 2))
    if (middle <= low) break
    if (isUtf8(bytes.subarray(low, middle))) low = middle
    else high = middle
  }
  while (low < high) {
    const length = [1, 2, 3, 4].find(size => isUtf8(bytes.subarray(low, low + size)) && low + size <= bytes.length)
    if (length === undefined) return low
    low += length
  }
  return Math.min(low, bytes.length - 1)
}

function startOfCharacter(bytes: Buffer, at: number): number {
  let start = at
  while (start > at - 3 && start > 0 && (Number(bytes[start]) & 0xc0) === 0x80) start -= 1
  return start
}
