/** Folders that answer the same whenever and wherever they are asked: no clock, no chance, no environment. */
import { isTest, lineAt, type Node, type ParsedFile, walk } from '../support/source-files.ts'

const pure = ['shared', 'judgement', 'answers', 'charts', 'paper']

/** Members that may not be asked for, by the name of their object; '*' is all of them. */
const forbidden: Readonly<Record<string, readonly string[]>> = {
  Date: ['now'],
  Math: ['random'],
  Temporal: ['Now'],
  process: ['*'],
  globalThis: ['*'],
  performance: ['now', 'timeOrigin', 'mark', 'measure'],
  crypto: ['randomUUID', 'getRandomValues', 'randomBytes', 'randomInt'],
}

/** Names that may not be imported from Node's modules, nor called. */
const chance = ['randomUUID', 'getRandomValues', 'randomBytes', 'randomInt', 'webcrypto']

/** Functions of the language that reach out by being called. */
const calls = ['fetch', 'setTimeout', 'setInterval', 'setImmediate']

const nameOf = (value: unknown): string | null => {
  const { type, name, value: text } = (value ?? {}) as { type?: string; name?: string; value?: unknown }
  if (type === 'Identifier') return name ?? null
  return type === 'Literal' && typeof text === 'string' ? text : null
}

/** The words for what a node does that it may not, or null. */
function sees(node: Node): string | null {
  if (node.type === 'MemberExpression') {
    const object = nameOf(node['object'])
    const members = object === null ? undefined : forbidden[object]
    const computed = node['computed'] === true && (node['property'] as Node).type !== 'Literal'
    const member = computed ? null : nameOf(node['property'])
    if (!members) return null
    if (members.includes('*') || member === null || members.includes(member)) return `${object}.${member ?? '?'}`
    return null
  }
  if (node.type === 'VariableDeclarator' && (node['id'] as Node).type === 'ObjectPattern') {
    const object = nameOf(node['init'])
    return object !== null && forbidden[object] ? `members of ${object}` : null
  }
  if (node.type === 'NewExpression' && nameOf(node['callee']) === 'Date') {
    return (node['arguments'] as unknown[]).length ? null : 'new Date()'
  }
  if (node.type === 'CallExpression') {
    const callee = nameOf(node['callee'])
    if (callee === 'Date') return 'Date()'
    return callee !== null && calls.includes(callee) ? `${callee}()` : null
  }
  if (node.type === 'ImportSpecifier') {
    const name = nameOf(node['imported'])
    return name !== null && chance.includes(name) ? name : null
  }
  return null
}

/** Where a file of a pure folder asks for the time, for chance or for its surroundings, a sentence each. */
export function purityFaults(file: ParsedFile): string[] {
  const folder = file.path.split('/')[1] ?? ''
  if (!pure.includes(folder) || isTest(file.path)) return []
  const faults: string[] = []
  walk(file.program, node => {
    const what = sees(node)
    if (what)
      faults.push(
        `${file.path}:${lineAt(file, node.start)}: ${what} in src/${folder}, which is to be handed such things`,
      )
  })
  return faults
}
