import type { Problem } from '../grid.ts'
import type { ReadLimits } from './limits.ts'

/** What could not be read, and why: thrown while reading, and told as a problem of the file. */
export class Unreadable extends Error {
  readonly code: string
  readonly where: Where

  constructor(code: string, expected: string, where: Where = {}) {
    super(expected)
    this.code = code
    this.where = where
  }

  /** The same as a problem of this file. */
  problem(file: string): Problem {
    return problemOf(file, this.code, this.message, this.where)
  }
}

export type Where = Partial<Pick<Problem, 'sheet' | 'row' | 'column' | 'found' | 'level'>>

/** A problem of a file: the whole file unless `where` says more. */
export function problemOf(file: string, code: string, expected: string, where: Where = {}): Problem {
  return { level: 'error', file, sheet: '', row: null, column: '', found: '', expected, code, ...where }
}

/** A text short enough to stand in a sentence, without characters that do not print. */
export function excerpt(text: string, length = 60): string {
  const plain = text.replace(/[\p{C}\s]+/gu, ' ').trim()
  return plain.length > length ? `${plain.slice(0, length - 3)}...` : plain
}

/** A number of bytes as a sentence says it. @example bytesInWords(52_428_800) // '50 MB' */
export function bytesInWords(bytes: number): string {
  const megabytes = bytes / 1024 / 1024
  return megabytes >= 1 ? `${Math.round(megabytes * 10) / 10} MB` : `${Math.ceil(bytes / 1024)} kB`
}

/** What is said of a file that is too large to be opened at all. */
export function tooLarge(size: number, limits: ReadLimits): Unreadable {
  return new Unreadable(
    'too-large',
    `the file has ${bytesInWords(size)}, and at most ${bytesInWords(limits.fileBytes)} are read; split it, or keep only the sheets with the figures`,
  )
}
