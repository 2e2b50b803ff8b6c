import type { Section, Table } from './types.ts'

/** What each symbol in square brackets means, in the order of guidance. */
const meanings = [
  { symbol: '[b]', means: 'the series breaks before this period' },
  { symbol: '[c]', means: 'hidden, so that nobody can be recognised' },
  { symbol: '[e]', means: 'estimated' },
  { symbol: '[n]', means: 'not comparable with its target' },
  { symbol: '[p]', means: 'provisional' },
  { symbol: '[r]', means: 'revised since the last meeting' },
  { symbol: '[x]', means: 'not available, or not due yet' },
  { symbol: '[z]', means: 'not applicable: no value is expected' },
] as const

/** Those symbols that some table of the paper holds, with what they mean. */
export function symbolsIn(
  sections: readonly Section[],
): readonly { readonly symbol: string; readonly means: string }[] {
  const texts = sections
    .flatMap(section => section.blocks)
    .flatMap(block => (block.block === 'table' ? textsOf(block) : block.block === 'figure' ? textsOf(block.table) : []))
  return meanings.filter(({ symbol }) => texts.some(text => text.split(' ').includes(symbol)))
}

function textsOf(table: Table): string[] {
  return table.rows.flatMap(row => row.map(cell => cell.text))
}
