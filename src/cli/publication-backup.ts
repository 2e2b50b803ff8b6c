/** Published papers beside a backup of their register, and back. */
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { folderOf, placesIn, placeWords, prepare, readManifest } from './publication-folder.ts'

/** The folder beside a backup that holds what was published: laid out as a home folder is. */
export function papersBeside(file: string): string {
  return `${file}.papers`
}

/** Copies every published version, whole ones only, beside the backup; gives how many there are. */
export function backUpPapers(home: string, file: string): number {
  const places = placesIn(home)
  if (places.length === 0) return 0
  const target = papersBeside(file)
  if (existsSync(target)) throw new Error(`Cannot back up to ${target}: it exists already; choose another name`)
  const unfinished = `${target}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  const isWhole = (path: string) => !basename(path).startsWith('.making-')
  cpSync(join(home, 'publications'), join(unfinished, 'publications'), { recursive: true, filter: isWhole })
  renameSync(unfinished, target)
  return places.length
}

/**
 * Puts the published versions beside a backup into the home folder, those that it lacks; it replaces none.
 * @returns how many, and a sentence for each that lies there otherwise
 */
export function restorePapers(file: string, home: string): { restored: number; kept: string[] } {
  const from = papersBeside(file)
  const there = new Set(placesIn(home).map(placeWords))
  const places = placesIn(from)
  const missing = places.filter(place => !there.has(placeWords(place)))
  for (const place of missing) {
    const folder = folderOf(from, place)
    const files = readdirSync(folder).map(name => ({ name, bytes: readFileSync(join(folder, name)) }))
    prepare(home, place, files).putInPlace()
  }
  const differ = places.filter(
    place => there.has(placeWords(place)) && readManifest(from, place).sha256 !== readManifest(home, place).sha256,
  )
  return {
    restored: missing.length,
    kept: differ.map(place => `${placeWords(place)} lies there otherwise than in the backup: it stays as it is.`),
  }
}
