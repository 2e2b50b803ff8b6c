/** What the register's audit knows of publications. */
import type { Register } from '../register/index.ts'
import { type File, type Place, placeWords, prepare } from './publication-folder.ts'
import { authorOf } from './world.ts'

/** A version as the audit names it. */
export type Recorded = {
  readonly place: Place
  /** Every hash of its manifest that the audit names, each once: more than one is a fault. */
  readonly manifests: readonly string[]
  /** When the audit first named it: a UTC instant. */
  readonly at: string
  /** Whether a later version says that this one is lost for good. */
  readonly isLost: boolean
}

/** What an entry of the audit says of a publication. */
type Entry = {
  readonly publication: Place
  /** The hash of its manifest. */
  readonly manifest: string
  /** Where its files came from, unless they were made here. */
  readonly from?: string
  readonly foundInPlace?: true
  /** The earlier versions that are lost for good. */
  readonly lost?: readonly number[]
}

/** Every version that the audit names, by the version in words, in the order in which they were published. */
export async function recordedVersions(register: Register): Promise<ReadonlyMap<string, Recorded>> {
  const entries = await register.reader.entries(Number.MAX_SAFE_INTEGER)
  const published = entries
    .filter(entry => entry.action === 'publish')
    .toReversed()
    .map(({ at, detail }) => ({ at, ...(JSON.parse(detail) as Entry) }))
  const lost = new Set(
    published.flatMap(({ publication, lost: versions = [] }) =>
      versions.map(version => placeWords({ ...publication, version })),
    ),
  )
  const byVersion = Map.groupBy(published, ({ publication }) => placeWords(publication))
  return new Map(
    [...byVersion].flatMap(([words, [first, ...others]]): [string, Recorded][] => {
      if (!first) return []
      const manifests = [...new Set([first, ...others].map(each => each.manifest))]
      return [[words, { place: first.publication, manifests, at: first.at, isLost: lost.has(words) }]]
    }),
  )
}

/** Names a version in the audit that lies in its place already. */
export async function recordInPlace(register: Register, place: Place, manifest: string): Promise<void> {
  const entry: Entry = { publication: place, manifest, foundInPlace: true }
  await register.change(await authorOf(register), 'publish', async change => {
    change.describe(entry)
  })
}

/** Moves the files to their place and names them in the audit, with the hash of their manifest: both, or neither. */
export async function freeze(
  register: Register,
  home: string,
  place: Place,
  files: readonly File[],
  told: Omit<Entry, 'publication'>,
): Promise<void> {
  const author = await authorOf(register)
  const prepared = prepare(home, place, files)
  try {
    await register.change(author, 'publish', async change => {
      change.describe({ publication: place, ...told })
      prepared.putInPlace()
    })
  } catch (error) {
    prepared.takeBack()
    throw error
  }
}
