import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Comment, type Program, parseSync } from 'oxc-parser'

/** The folder that holds package.json. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** A file by its path below the repository, as "src/shared/period/period.ts". */
export type SourceFile = { readonly path: string; readonly text: string }

export type ParsedFile = SourceFile & { readonly program: Program; readonly comments: readonly Comment[] }

/** Every node of a syntax tree that a rule can ask about. */
export type Node = {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

const isCode = (name: string) => /\.(ts|tsx)$/.test(name) && !name.endsWith('.d.ts')

function pathsIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}

/** The paths of every code file below a folder. */
export const codePaths = (folder: string): string[] => pathsIn(folder).filter(isCode)

/** Whether a file is only read by the test run. */
export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path)

/** Reads and parses a file. @throws when it does not parse, since a rule that cannot read a file says nothing about it */
export function parse(file: SourceFile): ParsedFile {
  const { program, comments, errors } = parseSync(file.path, file.text)
  const fault = errors.find(error => error.severity === 'Error')
  if (fault) throw new Error(`Cannot parse ${file.path}: ${fault.message}`)
  return { ...file, program, comments }
}

/** Reads a file below the repository. */
export const readSource = (path: string): SourceFile => ({ path, text: readFileSync(join(root, path), 'utf8') })

/** Every code file under src/, parsed. */
export const parsedSources = (): ParsedFile[] => codePaths('src').map(path => parse(readSource(path)))

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

/** Shows a function every node below one, with the node above it and the name under which that one holds it. */
export function walk(node: unknown, see: (node: Node, above: Node | null, key: string) => void): void {
  const visit = (value: unknown, above: Node | null, key: string): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, above, key)
    else if (isNode(value)) {
      see(value, above, key)
      for (const [name, below] of Object.entries(value)) if (typeof below === 'object') visit(below, value, name)
    }
  }
  visit(node, null, '')
}

/** The line on which a position lies, from 1. */
export const lineAt = (file: SourceFile, position: number): number => file.text.slice(0, position).split('\n').length
