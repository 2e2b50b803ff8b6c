/** The story of a card in the smallest pieces that a column may end after: no heading stands alone, long lists may be divided. */
import type { Block } from '../outline/types.ts'

type List = Extract<Block, { block: 'list' }>

/** A piece, and for a point of a list the list that it is from. */
export type Unit = { readonly blocks: readonly Block[]; readonly from: List | null }

/** The pieces of a story in their order. */
export function unitsOf(blocks: readonly Block[]): Unit[] {
  const units: Unit[] = []
  let waiting: Block[] = []
  const add = (block: Block, from: List | null) => {
    units.push({ blocks: [...waiting, block], from })
    waiting = []
  }
  for (const block of blocks) {
    if (block.block === 'heading') waiting.push(block)
    else if (block.block === 'list' && !block.ordered) {
      for (const item of block.items) add({ ...block, items: [item] }, block)
    } else add(block, null)
  }
  if (waiting.length) units.push({ blocks: waiting, from: null })
  return units
}

/** The blocks of neighbouring pieces, the points of one list together again. */
export function joined(units: readonly Unit[]): Block[] {
  const out: Block[] = []
  let before: List | null = null
  for (const { blocks, from } of units) {
    const last = out.at(-1)
    const point = blocks.at(-1)
    if (from && from === before && last?.block === 'list' && point?.block === 'list' && blocks.length === 1) {
      out[out.length - 1] = { ...last, items: [...last.items, ...point.items] }
    } else out.push(...blocks)
    before = from
  }
  return out
}
