/** What every printed format does alike with headings and links. */
import type { Block, Paper, Section } from '../outline/types.ts'

/** Every name that a link within the paper can lead to, once. */
export function anchorsOf(paper: Paper): ReadonlySet<string> {
  const blocks = (all: readonly Block[]) => all.flatMap(block => ('id' in block ? [block.id] : []))
  return new Set(paper.sections.flatMap(section => [section.id, ...blocks(section.blocks)]).filter(id => id !== ''))
}

/** The blocks of a section with no level of heading left out: a third level under no second becomes one of the second. */
export function inOrder(blocks: readonly Block[]): readonly Block[] {
  let above = 1
  return blocks.map(block => {
    if (block.block !== 'heading') return block
    above = Math.min(block.level, above + 1)
    return above === block.level ? block : { ...block, level: 2 }
  })
}

/** Neighbouring sections of one orientation, which share their pages' setting. */
export function byOrientation(sections: readonly Section[]): { flipped: boolean; sections: Section[] }[] {
  const groups: { flipped: boolean; sections: Section[] }[] = []
  for (const section of sections) {
    const flipped = section.orientation === 'landscape'
    const last = groups.at(-1)
    if (last?.flipped === flipped) last.sections.push(section)
    else groups.push({ flipped, sections: [section] })
  }
  return groups
}

/** Where a link may lead: a place in the paper that exists, or an address of the web or of mail; else undefined. */
export function linkTarget(to: string | undefined, anchors: ReadonlySet<string>): string | undefined {
  if (to === undefined) return undefined
  if (to.startsWith('#')) return anchors.has(to.slice(1)) ? to : undefined
  return /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(to) ? to : undefined
}
