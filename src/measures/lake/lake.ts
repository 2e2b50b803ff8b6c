/** The lake of client-level records: Parquet files, and one list that says which of them count. */
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { isRunning } from './running.ts'

/** A file of client-level records as a council sent it, once it is in the lake. */
export type Submission = {
  /** Counts from 1 in the order of loading. */
  readonly number: number
  readonly council: string
  readonly councilName: string
  /** The name of the file that was imported, without its folders. */
  readonly file: string
  /** SHA-256 of that file: the same file is known again by it. */
  readonly sha256: string
  /** When the collection received it, as 2026-04-25 10:15:20. */
  readonly importedAt: string
  readonly statedStart: string
  readonly statedEnd: string
  /** The period that the data cover by the national rule; null where no event ended before the month of import. */
  readonly derivedStart: string | null
  readonly derivedEnd: string | null
  readonly endedRows: number
  readonly rows: number
  /** The records are numbered on from here. */
  readonly firstRecord: number
  /** The Parquet file, below the lake's folder. */
  readonly parquet: string
  /**
   * The look-up that gave its people their areas, below the lake's folder; null where there was none. Files that were taken in
   * before areas were kept do not say it, and have no such column.
   */
  readonly areasFrom?: string | null
}

/** A table beside the records, of which the lake holds one at a time. */
export type ReferenceKind =
  | 'populations'
  | 'group-populations'
  | 'postcodes'
  | 'hospital-spells'
  | 'areas'
  | 'councils'
  | 'values'

export type Lake = {
  readonly version: 1
  /** A fingerprint of the key of the pseudonyms: files of another key cannot be joined with these. */
  readonly keyMark: string | null
  readonly submissions: readonly Submission[]
  /** Files that somebody left out: they are kept, and nothing is computed from them. */
  readonly leftOut: readonly Submission[]
  readonly references: Readonly<Partial<Record<ReferenceKind, { readonly file: string; readonly path: string }>>>
}

const emptyLake: Lake = { version: 1, keyMark: null, submissions: [], leftOut: [], references: {} }

/** The folder of a home's lake. */
export const lakeFolder = (home: string): string => join(home, 'cld')

const listFile = (home: string) => join(lakeFolder(home), 'lake.json')

/** What the lake of a home holds; nothing, where there is none. @throws Error when its list cannot be read */
export function readLake(home: string): Lake {
  const file = listFile(home)
  if (!existsSync(file)) return emptyLake
  try {
    // A lake of before files could be left out does not say that none is.
    return { ...emptyLake, ...(JSON.parse(readFileSync(file, 'utf8')) as Lake) }
  } catch {
    throw new Error(
      `${file} is damaged: put the backup of the folder ${lakeFolder(home)} back, or remove it and import again`,
    )
  }
}

/** Makes the folder of a lake, which only its owner may enter. */
export function makeLakeFolder(home: string): string {
  const folder = lakeFolder(home)
  mkdirSync(join(folder, 'files'), { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  return folder
}

/** Makes the next state of a lake the one that counts, in one step that either happens or does not. */
export function writeLake(home: string, lake: Lake): void {
  const file = listFile(home)
  const unfinished = `${file}.unfinished`
  try {
    writeFileSync(unfinished, `${JSON.stringify(lake, null, 2)}\n`, { mode: 0o600, flush: true })
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
  renameSync(unfinished, file)
  if (process.platform === 'win32') return // it cannot flush a folder
  const folder = openSync(lakeFolder(home), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

/** The submissions of a lake in the order of loading, also those that are left out. */
export function everySubmission({ submissions, leftOut }: Lake): Submission[] {
  return [...submissions, ...leftOut].sort((a, b) => a.number - b.number)
}

/** How the folders begin to which a question writes what does not fit in memory; the number of its process follows. */
export const overflowPrefix = 'overflow-'

/** Takes away files that no state of the lake counts: what an interrupted import or question left. */
export function sweep(home: string, lake: Lake): void {
  for (const name of readdirSync(lakeFolder(home))) {
    const [, holder] = new RegExp(`^${overflowPrefix}(\\d+)-`).exec(name) ?? []
    if (holder !== undefined && !isRunning(Number(holder))) rmSync(join(lakeFolder(home), name), { recursive: true })
  }
  const folder = join(lakeFolder(home), 'files')
  const counted = new Set([
    ...everySubmission(lake).map(submission => submission.parquet),
    ...Object.values(lake.references).map(reference => reference.path),
  ])
  for (const name of readdirSync(folder))
    if (!counted.has(`files/${name}`)) rmSync(join(folder, name), { recursive: true })
}
