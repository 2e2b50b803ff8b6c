/** A paper for pages of a fixed size: the values behind smaller charts stand at the end, and no page holds next to nothing. */
import type { Block, Figure, Paper, Section, Table, Words } from '../outline/types.ts'
import { acrossPage } from './across.ts'

const appendixId = 'figures-behind-the-charts'

/** The most that a section may say to be set between two landscape pages on a page of their kind. */
const fewWords = 2400

/** The paper as PDF and Word set it; `room` is the width of a portrait page's text in points. */
export function forPages(paper: Paper, room: number): Paper {
  const sections = turned(paper.sections)
  const lettered = sections.filter(section => section.kind === 'appendix').length
  const name = `Appendix ${String.fromCharCode(65 + Math.min(lettered, 25))}`
  const apart = sections.map(section => (isCard(section) ? tablesApart(section, name) : { section, tables: [] }))
  const behind = apart.filter(({ tables }) => tables.length > 0)
  if (behind.length === 0) return { ...paper, sections }
  const appendix: Section = {
    id: appendixId,
    heading: `${name}: Figures behind the charts`,
    kind: 'appendix',
    orientation: 'portrait',
    newPage: false,
    blocks: behind.flatMap(({ section, tables }): Block[] => [
      { block: 'heading', level: 2, id: `${section.id}-behind`, text: section.heading },
      ...tables.map(table => acrossPage(table, room) ?? { ...table, size: 'wide' as const }),
    ]),
  }
  return { ...paper, sections: [...apart.map(({ section }) => section), appendix] }
}

const isCard = ({ kind, orientation }: Section) => kind === 'card' && orientation === 'landscape'

/** A card without the tables of its smaller figures, and those tables; a line on the card leads to them. */
function tablesApart(section: Section, name: string): { section: Section; tables: readonly Table[] } {
  const isSmall = (block: Block): block is Figure =>
    block.block === 'figure' && block.size === 'small' && block.table.id !== ''
  const isOwn = (block: Block): block is Table => block.block === 'table' && block.id.endsWith('-values')
  const tables = section.blocks.flatMap(block => (isSmall(block) ? [block.table] : isOwn(block) ? [block] : []))
  if (tables.length === 0) return { section, tables }
  const last = section.blocks.findLastIndex(block => isSmall(block) || isOwn(block))
  const blocks = section.blocks.flatMap((block, at): Block[] => [
    ...(isOwn(block) ? [] : [isSmall(block) ? { ...block, tableApart: true } : block]),
    ...(at === last ? [{ block: 'paragraph', text: leading(tables, name) } as const] : []),
  ])
  return { section: { ...section, blocks }, tables }
}

const leading = (tables: readonly Table[], name: string): Words => [
  { text: `Values in ${name}: ` },
  ...tables.flatMap(({ id, caption }, at) => [
    ...(at > 0 ? [{ text: '; ' }] : []),
    { text: caption.replace(/^Values: |, [^,]*$/g, ''), to: `#${id}` },
  ]),
  { text: '.' },
]

/** Sections of few words between two landscape ones go on with those pages: a page of their own would be almost empty. */
function turned(sections: readonly Section[]): Section[] {
  const out = [...sections]
  for (let at = 0; at < out.length; at += 1) {
    if (out[at - 1]?.orientation !== 'landscape' || out[at]?.orientation === 'landscape') continue
    const next = out.findIndex((section, n) => n > at && section.orientation === 'landscape')
    const between = next < 0 ? [] : out.slice(at, next)
    if (between.length > 0 && between.every(isFlowing) && lengthOf(between) <= fewWords)
      out.splice(at, between.length, ...between.map(section => ({ ...section, orientation: 'landscape' as const })))
  }
  return out
}

/** Whether a section is of words alone and begins wherever there is room. */
export const isFlowing = ({ blocks, newPage }: Section) =>
  !newPage && blocks.every(({ block }) => block === 'heading' || block === 'paragraph' || block === 'list')

/** Whether a paragraph before it leads to it, so that no page parts the two. */
export const isLed = (block: Block | undefined) => block?.block === 'list' || block?.block === 'table'

const lengthOf = (sections: readonly Section[]) =>
  sections
    .flatMap(({ blocks }) => blocks)
    .flatMap(block => (block.block === 'list' ? block.items.flat() : block.block === 'paragraph' ? block.text : []))
    .reduce((sum, run) => sum + run.text.length, 0)
