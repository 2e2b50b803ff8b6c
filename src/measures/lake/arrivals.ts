/** Which files have come, what each is, and in which order the collection received them. */
import { readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Problem } from '../../intake/grid.ts'
import type { Field } from './columns.ts'
import { type FileKind, kindOfFile } from './file-kind.ts'
import { type Head, headOf } from './head.ts'
import { lookUpLacks } from './postcode-columns.ts'
import { problem } from './submission-checks.ts'
import type { Listed } from './submission-list.ts'

const unknownFile = 'its headings are not those of any file that Tidemark knows'

/** A file whose kind is known by its headings. */
export type Known = { readonly path: string; readonly name: string; readonly kind: FileKind; readonly head: Head }

/**
 * What files and folders hold: the known, those of a folder that are left alone, and what is wrong.
 * @param names what files are called that lie under another name
 */
export function recognise(
  paths: readonly string[],
  fields: readonly Field[],
  names: ReadonlyMap<string, string> = new Map(),
) {
  const known: Known[] = []
  const left: string[] = []
  const problems: Problem[] = []
  for (const path of paths) {
    const isFolder = statSync(path).isDirectory()
    for (const file of isFolder ? csvFilesIn(path) : [path]) {
      const name = names.get(file) ?? basename(file)
      try {
        const head = headOf(file)
        const kind = kindOfFile(head.headings, fields)
        if (kind) known.push({ path: file, name, kind, head })
        else if (isFolder) left.push(name)
        else problems.push(problem(name, 'error', 'unknown-file', lookUpLacks(head.headings) ?? unknownFile))
      } catch (error) {
        problems.push(problem(name, 'error', 'unreadable-file', error instanceof Error ? error.message : String(error)))
      }
    }
  }
  return { known, left, problems }
}

function csvFilesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.csv(\.gz)?$/i.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
}

/** A file of records, with when the collection received it. */
export type Arrived = Known & { readonly importedAt: string; readonly listed: Listed | undefined }

/** The files in the order in which the collection received them: by the list that came with them, by their names, or now. */
export function inOrder(files: readonly Known[], listed: ReadonlyMap<string, Listed>, otherwise: string): Arrived[] {
  const arrived = files.map(file => {
    const entry = listed.get(file.name)
    return { ...file, listed: entry, importedAt: entry?.importedAt ?? instantOfName(file.name) ?? otherwise }
  })
  const place = (file: Arrived) => file.listed?.place ?? Number.POSITIVE_INFINITY
  return arrived.sort(
    (a, b) =>
      (place(a) === place(b) ? 0 : place(a) - place(b)) ||
      (a.importedAt < b.importedAt ? -1 : a.importedAt > b.importedAt ? 1 : 0),
  )
}

/** The instant in a name such as cld_901_20240331_imported_20240425T101520.csv. */
function instantOfName(name: string): string | null {
  const found = /(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)/.exec(name)
  if (!found) return null
  const [, year, month, day, hour, minute, second] = found
  return `${year}-${month}-${day} ${hour}:${minute}:${second}`
}
