/** Where observations come into the answers: through one file, which takes out what an audience must not see. */
import { isTest, lineAt, type Node, type ParsedFile, walk } from '../support/source-files.ts'

/**
 * The files that read them: one suppresses them, one gives officers alone what others are not shown, two read what national
 * publishers have published; and made-up ones for tests.
 */
const doors = [
  'src/answers/observations.ts',
  'src/answers/indicator/figures.ts',
  'src/answers/benchmark/benchmark.ts',
  'src/answers/coverage/coverage.ts',
  'src/answers/made-up.data.ts',
]

/** Every place of a file of the answers that asks the register for observations, or for facts of any kind. */
export function doorFaults(file: ParsedFile): string[] {
  if (!file.path.startsWith('src/answers/') || doors.includes(file.path) || isTest(file.path)) return []
  const faults: string[] = []
  walk(file.program, (node, above) => {
    const isKind = node.type === 'Literal' && node['value'] === 'observation' && above?.type !== 'TSLiteralType'
    const isEverything = nameOf(node) === 'everything'
    if (isKind || isEverything)
      faults.push(`${file.path}:${lineAt(file, node.start)} reads observations: ask observationsFor() for them`)
  })
  return faults
}

/** The name of the method that a node calls, or takes to call it later. */
function nameOf(node: Node): unknown {
  if (node.type !== 'MemberExpression') return null
  const property = node['property'] as Node
  return property['name'] ?? property['value']
}
