import type { ReadLimits } from './limits.ts'
import type { PackedPart } from './parts.ts'

/** What the reading process is asked. */
export type ReadRequest = {
  readonly job: number
  readonly file: string
  readonly bytes: Uint8Array
  readonly limits: ReadLimits
}

/** What it answers: parts, many at a time and in order; the last answer of a job says so. */
export type ReadAnswer = {
  readonly job: number
  readonly parts: readonly PackedPart[]
  readonly done: boolean
  /** The most memory that the process has held so far. */
  readonly peakBytes: number
}

/** Characters of parts that one message carries, more or less. */
export const messageWeight = 512 * 1024
