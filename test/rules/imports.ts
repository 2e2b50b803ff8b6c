/** Which file may import what: data flows one way through the house. */
import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import { isTest, lineAt, type Node, type ParsedFile, walk } from '../support/source-files.ts'

/** The folders of src/ in the order in which data flows. */
export const order = [
  'shared',
  'judgement',
  'register',
  'intake',
  'measures',
  'answers',
  'charts',
  'paper',
  'web',
  'site',
  'cli',
] as const
export type Folder = (typeof order)[number]

/** Folders that see fewer of those before them than the order allows. */
const sees: Partial<Record<Folder, readonly Folder[]>> = {
  shared: [],
  judgement: ['shared'],
  measures: ['shared', 'judgement', 'register', 'intake'],
  charts: ['shared'],
}

/** Folders that compute from what they are given, with nothing but the language. */
const bare: readonly Folder[] = ['shared', 'judgement']

/** Folders that may reach files, processes and the network; the others may use the modules below. */
const effectful: readonly Folder[] = ['register', 'intake', 'measures', 'web', 'site', 'cli']
const harmless = ['node:buffer', 'node:crypto', 'node:path', 'node:url', 'node:util', 'node:zlib']

/** What speaks SQL stays in the register. */
const databases = ['kysely', 'pg', 'node:sqlite']

/** What reads client-level records stays with the measures. */
const recordEngines = ['@duckdb/node-api']

/** Folders that show answers, and know the register by its front door alone. */
const showing: readonly Folder[] = ['paper', 'web', 'site', 'cli']
const frontDoor = 'src/register/index.ts'

/** Packages of pictures, typefaces and styles, and who shows them. */
const assetPackages = ['govuk-frontend', '@fontsource-variable/atkinson-hyperlegible-next']
const assetFolders: readonly Folder[] = ['paper', 'web', 'site']

export type Import = { readonly from: string | null; readonly line: number }

/** What a node asks for: a name, null where the name is only known when it runs, or undefined where it asks for nothing. */
function asksFor(node: Node): string | null | undefined {
  const literal = (value: unknown) => {
    const { type, value: text } = (value ?? {}) as { type?: string; value?: unknown }
    return type === 'Literal' && typeof text === 'string' ? text : null
  }
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return literal(node['source'] ?? node['argument'])
    case 'ExportNamedDeclaration':
      return node['source'] ? literal(node['source']) : undefined
    case 'TSExternalModuleReference':
      return literal(node['expression'])
    case 'CallExpression': {
      const { type, name } = node['callee'] as { type: string; name?: string }
      if (type === 'Identifier' && name === 'require') return literal((node['arguments'] as unknown[])[0])
      return undefined
    }
    default:
      return undefined
  }
}

/** Every import of a file: static, dynamic, exported again, of types, and by require(). */
export function importsOf(file: ParsedFile): Import[] {
  const imports: Import[] = []
  walk(file.program, node => {
    const from = asksFor(node)
    if (from !== undefined) imports.push({ from, line: lineAt(file, node.start) })
  })
  return imports
}

const packageOf = (name: string) => name.split('/', name.startsWith('@') ? 2 : 1).join('/')

/** What a file imports against the rules, a sentence each. */
export function importFaults(file: ParsedFile, dependencies: readonly string[]): string[] {
  const folder = folderOf(file.path)
  if (!folder) return [`${file.path}: is in no folder of the house`]
  return importsOf(file).flatMap(({ from, line }) => {
    const wrong = from === null ? 'imports a name that cannot be read' : fault(file.path, folder, from, dependencies)
    return wrong ? [`${file.path}:${line}: ${wrong}`] : []
  })
}

function folderOf(path: string): Folder | undefined {
  const [top, folder, ...rest] = path.split('/')
  return top === 'src' && rest.length ? order.find(name => name === folder) : undefined
}

function fault(path: string, folder: Folder, from: string, dependencies: readonly string[]): string | null {
  if (from.startsWith('.')) return relativeFault(path, folder, posix.join(posix.dirname(path), from))
  if (from.startsWith('/') || from.startsWith('#') || from.startsWith('file:'))
    return `imports ${from}, which is no package`
  if (isTest(path)) return null
  if (isBuiltin(from) && !from.startsWith('node:')) return `imports ${from} without node:`
  if (bare.includes(folder)) return `imports ${from}: src/${folder} uses nothing but the language`
  if (databases.includes(packageOf(from)) && folder !== 'register') return `imports ${from}: SQL stays in src/register`
  if (recordEngines.includes(packageOf(from)) && folder !== 'measures')
    return `imports ${from}: client-level records stay in src/measures`
  if (from.startsWith('node:')) {
    const allowed = effectful.includes(folder) || harmless.includes(from)
    return allowed ? null : `imports ${from}: src/${folder} reaches no file, process or network`
  }
  const name = packageOf(from)
  if (!dependencies.includes(name)) return `imports ${name}, which is not among the dependencies`
  if (assetPackages.includes(name) && !assetFolders.includes(folder))
    return `imports ${name}: src/${folder} shows nothing`
  return null
}

function relativeFault(path: string, folder: Folder, target: string): string | null {
  if (!target.startsWith('src/')) {
    return isTest(path) && target.startsWith('test/support/') ? null : `imports ${target}, which is outside src/`
  }
  const other = folderOf(target)
  if (!other) return `imports ${target}, which is in no folder of the house`
  if (other === folder) return null
  if (order.indexOf(other) > order.indexOf(folder)) return `imports ${target}: src/${other} comes after src/${folder}`
  if (sees[folder] && !sees[folder].includes(other)) return `imports ${target}: src/${folder} does not see src/${other}`
  if (other === 'register' && showing.includes(folder) && target !== frontDoor) {
    return `imports ${target}: src/${folder} knows the register by ${frontDoor}`
  }
  return null
}
