/** What the register's audit knows of publications. */
import type { Register } from '../register/index.ts'
import { type File, type Place, placeWords, prepare } from './publication-folder.ts'
import { authorOf } from './world.ts'

/** The hash of each manifest as the audit names it, by the publication in words. */
export async function recordedHashes(register: Register): Promise<Map<string, string>> {
  const entries = await register.reader.entries(Number.MAX_SAFE_INTEGER)
  const published = entries.filter(entry => entry.action === 'publish').toReversed()
  return new Map(
    published.map(({ detail }) => {
      const { publication, manifest } = JSON.parse(detail) as { publication: Place; manifest: string }
      return [placeWords(publication), manifest]
    }),
  )
}

/** Moves the files to their place and names them in the audit, with the hash of their manifest: both, or neither. */
export async function freeze(
  register: Register,
  home: string,
  place: Place,
  files: readonly File[],
  told: { readonly manifest: string; readonly from?: string },
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
