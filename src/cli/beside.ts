import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A folder that lies beside the program, which runs from dist/ or from its sources.
 * @throws Error when it is missing
 */
export function folderBeside(name: string): string {
  const up = ['..', '../..', '../../..'].map(way => join(import.meta.dirname, way, name))
  const found = up.find(folder => existsSync(folder))
  if (!found) throw new Error(`The folder ${name} is missing: it belongs beside the program`)
  return found
}

/** The folder by which the files of national publishers are read. */
export function nationalCatalogue(): string {
  return join(folderBeside('catalogue'), 'national')
}
