import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Manifest } from '../paper/publication/manifest.ts'
import { folderOf, manifestFile, type Place, placesIn, readManifest } from './publication-folder.ts'

/**
 * Reads the manifests of an organisation's publications, each once for as long as its file stays as it is: the pages ask for them
 * at every request. What lies in the folder is looked at anew each time.
 * @returns the manifests in the order of meetings and versions
 */
export function keptManifests(
  home: string,
  read: (place: Place) => Manifest = place => readManifest(home, place).manifest,
): (organisation: string) => readonly Manifest[] {
  const kept = new Map<string, { readonly changed: number; readonly manifest: Manifest }>()
  return organisation =>
    placesIn(home, { organisation }).map(place => {
      const path = join(folderOf(home, place), manifestFile)
      const changed = statSync(path).mtimeMs
      const before = kept.get(path)
      if (before?.changed === changed) return before.manifest
      const manifest = read(place)
      kept.set(path, { changed, manifest })
      return manifest
    })
}
