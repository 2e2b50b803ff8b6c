/** A report card in Word: a page of its own in two columns of ordinary text, which anyone can edit. */
import { Column, ColumnBreak, type ISectionOptions, Paragraph, SectionType } from 'docx'
import type { Block, Section } from '../outline/types.ts'
import { acrossPage } from '../page/across.ts'
import { partsHeight, partsOf, storyOf, tableHeight } from '../page/card-plan.ts'
import { inOrder } from '../page/headings.ts'
import { blockOf, type Maker, type WordBlock } from './blocks.ts'
import { pageOf, wordHeight, wordRoom } from './page.ts'
import { twips } from './styles.ts'
import { headingOf } from './words.ts'

const gutter = 24
const left = 436
const right = wordRoom.landscape - left - gutter

/** Room for name and verdict above the columns. */
const around = 90

type Size = 12 | 11 | 10 | 9
const tries: readonly { size: Size; chartHeight: number }[] = [
  { size: 12, chartHeight: 280 },
  { size: 11, chartHeight: 250 },
  { size: 10, chartHeight: 230 },
  { size: 9, chartHeight: 200 },
]

/** The parts of a card's page: its name over the whole width, its story in two columns, who leads at its end. */
export function cardSections(section: Section, maker: Maker): Omit<ISectionOptions, 'footers'>[] {
  const blocks = inOrder(section.blocks)
  const parts = partsOf(storyOf(section))
  const figures = blocks.filter(block => block.block === 'figure' || block.block === 'table')
  const plans = tries.map(({ size, chartHeight }) => {
    const first = figures.reduce((sum, block) => sum + heightOf(block, chartHeight, size), 0)
    const facts = section.blocks.reduce((sum, { block }) => sum + (block === 'facts' ? size * 8 : 0), 0)
    const height = (cut: number) =>
      Math.max(first + partsHeight(parts.slice(0, cut), left, size), facts + partsHeight(parts.slice(cut), right, size))
    const cut = parts.map((_, at) => at + 1).reduce((best, n) => (height(n) < height(best) ? n : best), 0)
    return { size, chartHeight, cut, height: height(cut) * 1.05 }
  })
  const { size, chartHeight, cut } = (plans.find(plan => plan.height < wordHeight - around) ??
    plans.at(-1)) as (typeof plans)[0]
  const made = (some: readonly Block[], room: number) =>
    some.flatMap(block => blockOf(block, maker, { room, size, chartHeight }))
  const head = [
    headingOf({ level: 1, id: section.id, text: section.heading, size: 18, tight: true }, maker.names),
    ...made(
      blocks.filter(block => block.block === 'verdict'),
      wordRoom.landscape,
    ),
  ]
  const columns: WordBlock[] = [
    ...made(figures, left),
    ...made(parts.slice(0, cut).flat(), left),
    new Paragraph({ spacing: { before: 0, after: 0, line: 20 }, children: [new ColumnBreak()] }),
    ...made(parts.slice(cut).flat(), right),
    ...made(
      blocks.filter(block => block.block === 'facts'),
      right,
    ),
  ]
  const column = {
    count: 2,
    equalWidth: false,
    children: [new Column({ width: twips(left), space: twips(gutter) }), new Column({ width: twips(right) })],
  }
  return [
    { properties: pageOf(true, SectionType.NEXT_PAGE), children: head },
    { properties: pageOf(true, SectionType.CONTINUOUS, column), children: columns },
  ]
}

function heightOf(block: Block, chartHeight: number, size: number): number {
  if (block.block === 'table') return tableHeight(block, left, size)
  if (block.block !== 'figure') return 0
  return chartHeight * 0.75 + size * 4 + tableHeight(acrossPage(block.table, left) ?? block.table, left, size)
}
