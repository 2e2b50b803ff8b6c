/**
 * Files that wait to be imported: in the home folder, beside the register and not in it. A folder is called by the hash of its
 * upload's name, so that whoever can list it cannot open the page of an upload.
 */
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Preview } from '../../intake/preview.ts'
import type { HowToImport, UploadedFile, UploadPlace } from '../../web/import/services.ts'

/** How far an upload is, as it is kept: what is under way is begun again after the server was stopped. */
export type Stage =
  | { readonly kind: 'reading' }
  | { readonly kind: 'preview'; readonly preview: Preview; readonly isNew: boolean }
  | { readonly kind: 'storing'; readonly agreed: string }
  | { readonly kind: 'stored'; readonly n: number }
  | { readonly kind: 'failed'; readonly why: string }

export type KeptUpload = {
  readonly organisation: string
  /** The hash of what the visitor's cookie says. */
  readonly visitor: string
  readonly files: readonly string[]
  readonly how: HowToImport
  readonly stage: Stage
}

/** An upload is kept for as long as a form may stay open. */
const hoursKept = 12

/** How many may wait at once: each may take up to sixty megabytes of the disk. */
const mostWaiting = 20

const isName = (id: string) => /^[\w-]{32}$/.test(id)
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
const folderIn = (home: string) => join(home, 'uploads')
const folderOf = (home: string, id: string) => join(folderIn(home), hashOf(id))
const fileOf = (home: string, id: string, index: number) => join(folderOf(home, id), `${index}.bin`)

/** Keeps files under a new name; null where as many as may are waiting already. */
export function keepUpload(
  home: string,
  now: Date,
  { organisation, visitor }: Pick<UploadPlace, 'organisation' | 'visitor'>,
  files: readonly UploadedFile[],
  how: HowToImport,
): string | null {
  if (sweepUploads(home, now) >= mostWaiting) return null
  const id = randomBytes(24).toString('base64url')
  mkdirSync(folderOf(home, id), { recursive: true, mode: 0o700 })
  files.forEach(({ bytes }, index) => {
    writeFileSync(fileOf(home, id, index), bytes, { mode: 0o600 })
  })
  const names = files.map(({ name }) => name)
  writeUpload(home, id, { organisation, visitor: hashOf(visitor), files: names, how, stage: { kind: 'reading' } })
  return id
}

/** What is kept under a name; null where there is nothing, it is another visitor's or organisation's, or it is too old. */
export function readUpload(home: string, now: Date, { id, organisation, visitor }: UploadPlace): KeptUpload | null {
  if (!isName(id) || visitor === '') return null
  sweepUploads(home, now)
  try {
    const kept = JSON.parse(readFileSync(join(folderOf(home, id), 'upload.json'), 'utf8')) as KeptUpload
    return kept.organisation === organisation && kept.visitor === hashOf(visitor) ? kept : null
  } catch {
    return null
  }
}

/** Writes how far an upload is; half of it is never read. */
export function writeUpload(home: string, id: string, upload: KeptUpload): void {
  const path = join(folderOf(home, id), 'upload.json')
  writeFileSync(`${path}.new`, JSON.stringify(upload), { mode: 0o600 })
  renameSync(`${path}.new`, path)
}

/** Where the files of an upload lie, with the names by which they came. */
export function filesOfUpload(home: string, id: string, { files }: KeptUpload): { path: string; name: string }[] {
  return files.map((name, index) => ({ path: fileOf(home, id, index), name }))
}

/** Removes the files of an upload that was stored; the way to its result stays as long as the upload would have. */
export function removeFiles(home: string, id: string, { files }: KeptUpload): void {
  files.forEach((_, index) => {
    rmSync(fileOf(home, id, index), { force: true })
  })
}

/** Removes an upload and all that is known of it. */
export function removeUpload(home: string, id: string): void {
  rmSync(folderOf(home, id), { recursive: true, force: true })
}

/** Removes uploads that are too old. @returns how many are left that still hold files */
export function sweepUploads(home: string, now: Date): number {
  let waiting = 0
  for (const name of namesIn(folderIn(home))) {
    const folder = join(folderIn(home), name)
    const since = statSync(folder, { throwIfNoEntry: false })?.birthtime ?? now
    if (now.getTime() - since.getTime() > hoursKept * 3_600_000) rmSync(folder, { recursive: true, force: true })
    else if (namesIn(folder).some(each => each.endsWith('.bin'))) waiting += 1
  }
  return waiting
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
