/** What the register's audit knows of publications. */
import type { Register } from '../register/index.ts'
import { type Place, placeWords } from './publication-folder.ts'

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
