/** Every function that a file gives to others says in a sentence what comes out. */
import { isTest, lineAt, type Node, type ParsedFile } from '../support/source-files.ts'

const wrappers = ['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression', 'ParenthesizedExpression']

function isFunction(node: Node | null | undefined): boolean {
  if (!node) return false
  if (wrappers.includes(node.type)) return isFunction(node['expression'] as Node)
  return ['ArrowFunctionExpression', 'FunctionExpression', 'FunctionDeclaration', 'TSDeclareFunction'].includes(
    node.type,
  )
}

/** The names of the functions that a declaration makes. */
function functionsIn(declaration: Node | null | undefined): string[] {
  if (!declaration) return []
  if (declaration.type === 'VariableDeclaration') {
    return (declaration['declarations'] as Node[])
      .filter(item => isFunction(item['init'] as Node | null))
      .map(item => (item['id'] as { name?: string }).name ?? '?')
  }
  return isFunction(declaration) ? [(declaration['id'] as { name?: string } | null)?.name ?? 'default'] : []
}

/** The names that a file exports apart from their declarations: export { a, b as c }. */
function exportedLater(body: readonly Node[]): string[] {
  return body
    .filter(node => node.type === 'ExportNamedDeclaration' && !node['source'])
    .flatMap(node => node['specifiers'] as { local: { name?: string } }[])
    .map(specifier => specifier.local.name ?? '')
}

/** The exported functions of a file that have no docstring, a sentence each. */
export function docstringFaults(file: ParsedFile): string[] {
  if (isTest(file.path)) return []
  const body = file.program.body as unknown as readonly Node[]
  const later = exportedLater(body)
  const seen = new Set<string>()
  return body.flatMap(node => {
    const exported = node.type === 'ExportNamedDeclaration' || node.type === 'ExportDefaultDeclaration'
    const made = functionsIn(exported ? (node['declaration'] as Node | null) : node)
    const names = made.filter(name => (exported || later.includes(name)) && !seen.has(name))
    for (const name of names) seen.add(name) // the first of several overloads speaks for all
    return names.length && !hasDocstring(file, node)
      ? [`${file.path}:${lineAt(file, node.start)}: ${names.join(', ')} has no docstring`]
      : []
  })
}

const hasDocstring = (file: ParsedFile, node: Node): boolean =>
  file.comments.some(
    comment =>
      comment.type === 'Block' &&
      /^\*[\s\S]*[A-Za-z]/.test(comment.value) &&
      comment.end <= node.start &&
      /^\s*$/.test(file.text.slice(comment.end, node.start)),
  )
