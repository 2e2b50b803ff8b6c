/** Published papers as they lie under the home folder: publications/ORGANISATION/MEETING/VERSION, never changed again. */
import { createHash } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { Manifest } from '../paper/publication/manifest.ts'
import { isDay } from '../shared/words.ts'

export const manifestFile = 'manifest.json'

/** A version of the paper of a meeting. */
export type Place = { readonly organisation: string; readonly meeting: string; readonly version: number }

export type File = { readonly name: string; readonly bytes: Uint8Array }

/** The SHA-256 of some bytes, in hexadecimal digits. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

const isSlug = (text: string) => /^[a-z0-9][a-z0-9-]*$/.test(text)
const rootOf = (home: string) => join(home, 'publications')

/** The folder of a version. @throws Error when the place is none, so that no path leads out of the publications */
export function folderOf(home: string, { organisation, meeting, version }: Place): string {
  if (!isSlug(organisation) || !isDay(meeting) || !Number.isSafeInteger(version) || version < 1)
    throw new Error(`There can be no publication ${organisation} ${meeting} version ${version}`)
  return join(rootOf(home), organisation, meeting, String(version))
}

/** Every version of every publication, or those of an organisation and a meeting, in the order of their names. */
export function placesIn(home: string, only: Partial<Omit<Place, 'version'>> = {}): Place[] {
  const names = (folder: string) => (existsSync(folder) ? readdirSync(folder).toSorted() : [])
  const root = rootOf(home)
  return names(root)
    .filter(each => isSlug(each) && (only.organisation ?? each) === each)
    .flatMap(organisation =>
      names(join(root, organisation))
        .filter(each => isDay(each) && (only.meeting ?? each) === each)
        .flatMap(meeting =>
          names(join(root, organisation, meeting))
            .filter(each => /^[1-9]\d{0,8}$/.test(each))
            .map(Number)
            .toSorted((a, b) => a - b)
            .map(version => ({ organisation, meeting, version })),
        ),
    )
}

/** The manifest of a version with the hash of its bytes. @throws Error when it cannot be read as one */
export function readManifest(home: string, place: Place): { manifest: Manifest; sha256: string } {
  const bytes = readFileSync(join(folderOf(home, place), manifestFile))
  let read: Partial<Manifest> | null = null
  try {
    read = JSON.parse(bytes.toString('utf8')) as Partial<Manifest> | null
  } catch {
    // Said below: it is as wrong as one that lacks something.
  }
  const { organisation, meeting, version, files } = read ?? {}
  const isThere = organisation === place.organisation && meeting === place.meeting && version === place.version
  if (!isThere || !Array.isArray(files)) throw new Error(`${manifestFile} is not the manifest of this publication`)
  return { manifest: read as Manifest, sha256: sha256(bytes) }
}

/** The bytes of a file that the manifest names; null where it names none so, which also keeps paths from leading elsewhere. */
export function readFrozen(home: string, place: Place, name: string): Uint8Array<ArrayBuffer> | null {
  if (!placesIn(home, place).some(each => each.version === place.version)) return null
  const found = readManifest(home, place).manifest.files.find(file => file.name === name && isFileName(file.name))
  if (!found) return null
  const bytes = new Uint8Array(readFileSync(join(folderOf(home, place), name)))
  if (sha256(bytes) !== found.sha256)
    throw new Error(`${name} of ${placeWords(place)} is not as it was published: see tidemark publication verify`)
  return bytes
}

const isFileName = (name: string) => /^[a-z0-9][a-z0-9.-]*$/.test(name)

/** A version in words. */
export function placeWords({ organisation, meeting, version }: Place): string {
  return `${organisation} ${meeting} version ${version}`
}

/** A version that is written but not yet in its place. */
export type Prepared = { readonly putInPlace: () => void; readonly takeBack: () => void }

/** Writes the files of a version into a folder beside, on the disk for good and read-only; it is moved in one step. */
export function prepare(home: string, place: Place, files: readonly File[]): Prepared {
  const target = folderOf(home, place)
  const above = dirname(target)
  mkdirSync(above, { recursive: true })
  const making = mkdtempSync(join(above, '.making-'))
  let lies = making
  const takeBack = () => rmSync(lies, { recursive: true, force: true })
  try {
    for (const { name, bytes } of files) writeForGood(join(making, name), bytes)
    chmodSync(making, 0o755)
    syncFolder(making)
  } catch (error) {
    takeBack()
    throw error
  }
  return {
    takeBack,
    putInPlace() {
      if (existsSync(target)) throw new Error(`${placeWords(place)} is published already, and stays as it is`)
      renameSync(making, target)
      lies = target
      for (const folder of [above, dirname(above), rootOf(home), home]) syncFolder(folder)
    },
  }
}

function writeForGood(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx')
  try {
    writeFileSync(file, bytes)
    fchmodSync(file, 0o444)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** A name lasts once its folder is on the disk; Windows knows no such thing. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
