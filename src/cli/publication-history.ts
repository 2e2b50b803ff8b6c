/** The versions of published papers, by the home folder and the audit together, and what is wrong with each. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compareText } from '../shared/compare-text.ts'
import type { Recorded } from './publication-audit.ts'
import { folderOf, manifestFile, type Place, placesIn, placeWords, readManifest, sha256 } from './publication-folder.ts'

/** A version that lies in the home folder, that the audit names, or both. */
export type Version = {
  readonly place: Place
  readonly isThere: boolean
  /** Null where no entry of the audit names it. */
  readonly recorded: Recorded | null
}

const meetingOf = ({ place: { organisation, meeting } }: Version) => `${organisation} ${meeting}`

/** Every version of every publication, or those of an organisation and a meeting: by these, earlier versions first. */
export function versionsOf(
  home: string,
  recorded: ReadonlyMap<string, Recorded>,
  only: Partial<Omit<Place, 'version'>> = {},
): Version[] {
  const there = placesIn(home, only)
  const words = new Set(there.map(placeWords))
  const isAsked = ({ organisation, meeting }: Place) =>
    (only.organisation ?? organisation) === organisation && (only.meeting ?? meeting) === meeting
  const gone = [...recorded.values()].filter(({ place }) => isAsked(place) && !words.has(placeWords(place)))
  return [
    ...there.map(place => ({ place, isThere: true, recorded: recorded.get(placeWords(place)) ?? null })),
    ...gone.map(each => ({ place: each.place, isThere: false, recorded: each })),
  ].sort((a, b) => compareText(meetingOf(a), meetingOf(b)) || a.place.version - b.place.version)
}

/** What is wrong with a version, a sentence each; nothing where a later one says that it is lost. */
export function faultsOf(home: string, { place, isThere, recorded }: Version): string[] {
  if (recorded?.isLost) return []
  if (!isThere) return ['the audit names it, but it is not there']
  const twice = recorded && recorded.manifests.length > 1
  return [
    ...(twice ? [`the audit names ${recorded.manifests.length} manifests for it, and there can be one`] : []),
    ...fileFaults(home, place, recorded),
  ]
}

function fileFaults(home: string, place: Place, recorded: Recorded | null): string[] {
  const folder = folderOf(home, place)
  let read: ReturnType<typeof readManifest>
  try {
    read = readManifest(home, place)
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
  const { manifest } = read
  const faults: string[] = []
  if (!recorded) faults.push(`no entry of the audit names ${manifestFile}`)
  else if (!recorded.manifests.includes(read.sha256)) faults.push(`${manifestFile} differs from what the audit names`)
  for (const { name, sha256: hash, bytes } of manifest.files) {
    const path = join(folder, name)
    const found = existsSync(path) ? readFileSync(path) : null
    if (!found) faults.push(`${name} is missing`)
    else if (found.byteLength !== bytes) faults.push(`${name} differs: ${found.byteLength} bytes instead of ${bytes}`)
    else if (sha256(found) !== hash) faults.push(`${name} differs: its bytes are not those that were published`)
  }
  const known = [manifestFile, ...manifest.files.map(file => file.name)]
  for (const name of readdirSync(folder)) if (!known.includes(name)) faults.push(`${name} is not part of it`)
  return faults
}
