/** A report card in Word: a page of its own in columns of ordinary text, which anyone can edit. */
import { Column, ColumnBreak, type ISectionOptions, Paragraph, SectionType, TextRun } from 'docx'
import type { Block, Section } from '../outline/types.ts'
import { cardPlan, cardTable, chartWidth, gutter } from '../page/card-plan.ts'
import { inOrder } from '../page/headings.ts'
import { blockOf, chartOf, listed, type Maker, type WordBlock } from './blocks.ts'
import { pageOf, wordHeight, wordRoom } from './page.ts'
import { half, twips } from './styles.ts'
import { headingOf, wordText } from './words.ts'

type Pages = Omit<ISectionOptions, 'footers'>
type Size = 12 | 11 | 10 | 9

/** What Word takes more than the plan reckons with: the verdict stands below the name, columns begin with space above. */
const more = 84

/** Charts beside one another; more stand in a second row. */
const mostPerRow = 3

/** The parts of a card's page: its name, its charts beside one another or the story, its values, the rest, who leads. */
export function cardSections(section: Section, maker: Maker): Pages[] {
  const blocks = inOrder(section.blocks)
  const room = wordRoom.landscape
  const plan = cardPlan({ ...section, blocks }, { width: room, height: wordHeight - more })
  const size = plan.size as Size
  const chartHeight = Math.round(plan.chartHeight * (size < 10 ? 0.9 : 1))
  const made = (some: readonly Block[], width: number) =>
    some.flatMap(block => blockOf(block, maker, { room: width, size, chartHeight }))
  const figures = blocks.filter(block => block.block === 'figure')
  const rows = Array.from({ length: Math.ceil(figures.length / mostPerRow) }, (_, row) =>
    figures.slice(row * mostPerRow, (row + 1) * mostPerRow),
  )
  const across = Math.min(Math.max(figures.length, 1), mostPerRow)
  const each = figures.length > 1 ? (room - (across - 1) * gutter) / across : plan.chartWidth
  const side = room - plan.chartWidth - gutter
  const charts = rows.map(row =>
    row.map(figure => chartOf(figure, maker, { room: each, size, chartHeight, isCard: true })),
  )
  const hasSide = figures.length === 1 && plan.chartWidth === chartWidth
  const beside = hasSide ? made(plan.beside, side) : []
  const values = blocks.flatMap(block => {
    if (block.block === 'table') return listed(cardTable(block, room), maker, room, true)
    if (block.block !== 'figure' || block.tableApart) return []
    return listed(cardTable(block.table, room), maker, room, true)
  })
  const halves = [plan.left, plan.right].map(part => made(part, (room - gutter) / 2))
  const facts = lineOf(
    blocks.filter(block => block.block === 'facts'),
    size,
  )
  const head = [
    headingOf({ level: 1, id: section.id, text: section.heading, size: plan.nameSize, tight: true }, maker.names),
    ...blocks
      .filter(block => block.block === 'verdict')
      .flatMap(block => blockOf(block, maker, { room, size, chartHeight })),
  ]
  return [
    { properties: pageOf(true, SectionType.NEXT_PAGE), children: head },
    ...(hasSide
      ? [columns([charts.flat(2), beside], [plan.chartWidth, side])]
      : charts.map(row =>
          columns(
            row,
            Array.from({ length: across }, () => each),
          ),
        )),
    ...(values.length ? [{ properties: pageOf(true, SectionType.CONTINUOUS), children: [...values, thin()] }] : []),
    ...(halves.flat().length ? [columns(halves, [(room - gutter) / 2, (room - gutter) / 2])] : []),
    ...(facts.length ? [{ properties: pageOf(true, SectionType.CONTINUOUS), children: facts }] : []),
  ]
}

/** A paragraph that takes next to no room. */
const thin = (children: ColumnBreak[] = []) =>
  new Paragraph({ spacing: { before: 0, after: 0, line: 20, lineRule: 'exact' }, children })

/** Texts beside one another, each in its column. */
export function columns(texts: readonly (readonly WordBlock[])[], widths: readonly number[]): Pages {
  const children = widths.map(
    (width, at) => new Column({ width: twips(width), ...(at < widths.length - 1 ? { space: twips(gutter) } : {}) }),
  )
  const column = { count: widths.length, equalWidth: false, children }
  return {
    properties: pageOf(true, SectionType.CONTINUOUS, column),
    children: texts.flatMap((text, at) => [...(at > 0 ? [thin([new ColumnBreak()])] : []), ...text]),
  }
}

/** Who leads and the like, in one line. */
function lineOf(blocks: readonly Block[], points: number): WordBlock[] {
  const facts = blocks.flatMap(block => (block.block === 'facts' ? block.facts : []))
  const size = half(Math.max(9, points - 1))
  const runs = facts.flatMap(({ label, text }, at) => [
    new TextRun({ text: `${at ? '     ' : ''}${wordText(label)}`, bold: true, size }),
    new TextRun({ text: ` ${wordText(text)}`, size }),
  ])
  return runs.length
    ? [
        new Paragraph({
          style: 'Card10',
          spacing: { before: 60, after: 0, line: twips((size / 2) * 1.2), lineRule: 'exact' },
          children: runs,
        }),
      ]
    : []
}
