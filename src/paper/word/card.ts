/** A report card in Word: a page of its own in two columns of ordinary text, which anyone can edit. */
import { Column, ColumnBreak, type ISectionOptions, Paragraph, SectionType, TextRun } from 'docx'
import type { Block, Section } from '../outline/types.ts'
import { cardTable, partsHeight, partsOf, storyOf, tableHeight } from '../page/card-plan.ts'
import { inOrder } from '../page/headings.ts'
import { blockOf, chartOf, listed, type Maker, type WordBlock } from './blocks.ts'
import { pageOf, wordHeight, wordRoom } from './page.ts'
import { twips } from './styles.ts'
import { headingOf, wordText } from './words.ts'

const gutter = 24

/** Widths of the columns: alike where charts may stand in both. */
function columnsFor(charts: number): { left: number; right: number } {
  const left = charts > 2 ? (wordRoom.landscape - gutter) / 2 : 436
  return { left, right: wordRoom.landscape - left - gutter }
}

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
  const figures = blocks.filter(block => block.block === 'figure')
  const { left, right } = columnsFor(figures.length)
  const tables = blocks.flatMap(block =>
    block.block === 'figure' ? (block.tableApart ? [] : [block.table]) : block.block === 'table' ? [block] : [],
  )
  const wide = tables.map(table => cardTable(table, wordRoom.landscape))
  const facts = blocks.filter(block => block.block === 'facts')
  const plans = tries.map(({ size, chartHeight: alone }) => {
    const chartHeight = figures.length > 1 ? Math.max(140, Math.round(alone / figures.length + 25)) : alone
    const charts = figures.length * (chartHeight * 0.75 + size * 5)
    const height = (cut: number) =>
      Math.max(charts + partsHeight(parts.slice(0, cut), left, size), partsHeight(parts.slice(cut), right, size))
    const cut = parts.map((_, at) => at + 1).reduce((best, n) => (height(n) < height(best) ? n : best), 0)
    const below = wide.reduce((sum, table) => sum + tableHeight(table, wordRoom.landscape, 12), 20)
    return { size, chartHeight, cut, height: height(cut) * 1.05 + below }
  })
  const plan = plans.find(({ height }) => height < wordHeight - around) ?? plans.at(-2)
  const { size, chartHeight, cut } = plan as (typeof plans)[0]
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
    ...figures.flatMap(figure => chartOf(figure, maker, { room: left, size, chartHeight })),
    ...made(parts.slice(0, cut).flat(), left),
    ...(figures.length > 2
      ? []
      : [new Paragraph({ spacing: { before: 0, after: 0, line: 20 }, children: [new ColumnBreak()] })]),
    ...made(parts.slice(cut).flat(), right),
  ]
  const foot = [...wide.flatMap(table => listed(table, maker, wordRoom.landscape)), ...lineOf(facts)]
  const column = {
    count: 2,
    equalWidth: false,
    children: [new Column({ width: twips(left), space: twips(gutter) }), new Column({ width: twips(right) })],
  }
  return [
    { properties: pageOf(true, SectionType.NEXT_PAGE), children: head },
    { properties: pageOf(true, SectionType.CONTINUOUS, column), children: columns },
    ...(foot.length ? [{ properties: pageOf(true, SectionType.CONTINUOUS), children: foot }] : []),
  ]
}

/** Who leads and the like, in one line. */
function lineOf(blocks: readonly Block[]): WordBlock[] {
  const facts = blocks.flatMap(block => (block.block === 'facts' ? block.facts : []))
  const runs = facts.flatMap(({ label, text }, at) => [
    new TextRun({ text: `${at ? '     ' : ''}${wordText(label)}`, bold: true }),
    new TextRun(` ${wordText(text)}`),
  ])
  return runs.length ? [new Paragraph({ style: 'Card10', spacing: { before: 120 }, children: runs })] : []
}
