/** The template of a paper: the one named, the organisation's own in the home folder, or one that ships. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Document, LineCounter, parseDocument } from 'yaml'
import type { Place } from '../paper/template/reading.ts'
import { readTemplate, type Template } from '../paper/template/template.ts'
import { folderBeside } from './beside.ts'
import { Told } from './usage.ts'
import type { World } from './world.ts'

export type NamedTemplate = { readonly name: string; readonly sha256: string; readonly template: Template }

/** The folder of the home in which an organisation keeps its own templates. */
const templatesFolder = 'templates'

type Wanted = {
  readonly org: string
  /** The file that was named on the command line. */
  readonly file: string | undefined
  readonly home: string
}

/**
 * The template of a file, else of `templates/ORG.yaml` in the home folder, else of the catalogue.
 * @throws Told when something is wrong with it, after saying what, with file and line
 */
export function templateFor({ org, file, home }: Wanted, world: World): NamedTemplate {
  const path = file ?? ownOrCatalogued(org, home)
  const name = basename(path)
  const text = readText(path)
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const tell = (offset: number | undefined, says: string) =>
    world.warn(offset === undefined ? `${path}: ${says}` : `${path}, line ${lines.linePos(offset).line}: ${says}`)
  for (const { pos, message } of document.errors) tell(pos[0], `this is no YAML: ${message}`)
  if (document.errors.length > 0) throw new Told()
  const read = readTemplate(document.toJS())
  if ('template' in read)
    return { name, sha256: createHash('sha256').update(text).digest('hex'), template: read.template }
  for (const { says, at } of read.problems) tell(offsetOf(document, at), says)
  throw new Told()
}

function ownOrCatalogued(org: string, home: string): string {
  const shipped = join(folderBeside('catalogue'), 'papers')
  const isSlug = /^[a-z0-9-]+$/.test(org)
  const own = [join(home, templatesFolder, `${org}.yaml`), join(shipped, `${org}.yaml`)]
  return (isSlug ? own.find(existsSync) : undefined) ?? join(shipped, 'committee.yaml')
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new Error(`Cannot read the template ${path}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Where a place of a template begins in its text; of one that is not there, that which it would be in. */
function offsetOf(document: Document.Parsed, at: Place): number | undefined {
  for (let length = at.length; length > 0; length--) {
    const node = document.getIn(at.slice(0, length), true)
    const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined
    if (Array.isArray(range) && typeof range[0] === 'number') return range[0]
  }
  return undefined
}
