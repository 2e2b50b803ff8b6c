/** How a report card is laid out so that it fits its page: worked out from the widths of its words, before any is set. */
import { textWidth } from '../../charts/drawing/text.ts'
import type { Block, Figure, Section, Table, Words } from '../outline/types.ts'
import { acrossPage } from './across.ts'
import { cellInset, columnWidths, heldTogether, tableText } from './column-widths.ts'
import { joined, type Unit, unitsOf } from './units.ts'

export type CardPlan = {
  /** Size of the text in points: 12 unless the card says much. */
  readonly size: number
  /** Height of each chart in its own units. */
  readonly chartHeight: number
  /** Width of each chart in points: one stands beside the story, several beside one another above it. */
  readonly chartWidth: number
  /** Size of the card's name in points, and space between the points of a list as a share of the text's size. */
  readonly nameSize: number
  readonly itemGap: number
  /** What of the story stands beside the chart; the rest stands below, in two columns. */
  readonly beside: readonly Block[]
  readonly left: readonly Block[]
  readonly right: readonly Block[]
}

/** A page's room for a card, in points. */
export type Room = { readonly width: number; readonly height: number }

/** Width of a chart on a card, and what separates columns, in points. */
export const chartWidth = 480
export const gutter = 24

/** Charts that stand in one row. */
const mostPerRow = 3

const rowsOf = <T>(all: readonly T[], perRow: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / perRow) }, (_, row) => all.slice(row * perRow, (row + 1) * perRow))

/** Size of a card's name in points, and its share of the width beside the verdict. */
export const cardName = { size: 18, small: 15, share: 0.54 } as const

const nameSizeFor = (size: number) => (size < 10 ? cardName.small : cardName.size)

/** Height of a capital, and space between lines, as shares of the size. */
const capital = 0.668
const leading = 0.55

/** Space between the points of a list, as a share of the size: the smaller the text, the closer. */
const itemGapFor = (size: number) => (size < 10 ? 0.33 : 0.42)

/** The blocks of a card that tell its story in words. */
export const storyOf = (section: Section): readonly Block[] =>
  section.blocks.filter(({ block }) => block === 'heading' || block === 'paragraph' || block === 'list')

/** A story of so few letters leaves the page's width to its chart. */
const fewLetters = 450
const lettersOf = (story: readonly Block[]) =>
  story
    .flatMap(block => (block.block === 'paragraph' ? [block.text] : block.block === 'list' ? block.items : []))
    .reduce((sum, words) => sum + plain(words).length, 0)

/** What is tried, the best to read first: text of a size with charts of several heights. */
const sizes = [
  { size: 12, heights: [340, 310, 280, 250, 220] },
  { size: 11, heights: [250, 220, 200] },
  { size: 10, heights: [220, 190, 170] },
  { size: 9, heights: [190, 175] },
]

/** The first of several layouts, from large to small, in which the card fits the room; else, on two pages, one that reads well. */
export function cardPlan(section: Section, room: Room): CardPlan {
  const figures = section.blocks.filter(block => block.block === 'figure')
  const tries = sizes.flatMap(({ size, heights }) =>
    (figures.length > 1 ? heights.map(height => Math.max(height * 0.75, 130)) : heights).map(height => ({
      size,
      height,
    })),
  )
  const plans = tries.map(each => planned(section, figures, room, each))
  const fitting = plans.find(({ height }) => height * 0.97 <= room.height) ?? plans.at(-1)
  return (fitting as { plan: CardPlan }).plan
}

function planned(
  section: Section,
  figures: readonly Figure[],
  room: Room,
  { size, height }: { size: number; height: number },
) {
  const units = unitsOf(storyOf(section))
  const half = (room.width - gutter) / 2
  const perRow = Math.min(figures.length, mostPerRow)
  const isAcross = perRow === 1 && lettersOf(storyOf(section)) <= fewLetters
  const width = isAcross ? room.width : perRow > 1 ? (room.width - (perRow - 1) * gutter) / perRow : chartWidth
  const charts = rowsOf(figures, Math.max(perRow, 1)).reduce(
    (sum, row) =>
      sum +
      Math.max(
        ...row.map(
          figure =>
            chartHeight(figure, height, size, width) + (perRow > 1 || isAcross ? under(figure, width, size) : 0),
        ),
      ),
    0,
  )
  const tall = (some: readonly Unit[], width: number) => storyHeight(joined(some), width, size)
  const counts = units.map((_, at) => at + 1)
  const side = room.width - chartWidth - gutter
  const beside =
    figures.length === 1 && !isAcross ? Math.max(0, ...counts.filter(n => tall(units.slice(0, n), side) <= charts)) : 0
  const below = units.slice(beside)
  const columns = (cut: number) => Math.max(tall(below.slice(0, cut), half), tall(below.slice(cut), half))
  const cut = below.map((_, at) => at + 1).reduce((best, n) => (columns(n) < columns(best) ? n : best), 1)
  const tables = section.blocks.flatMap(block => {
    if (block.block === 'table') return [cardTable(block, room.width)]
    return block.block === 'figure' && !block.tableApart && !((perRow > 1 || isAcross) && underChart(block, width))
      ? [cardTable(block.table, room.width)]
      : []
  })
  const total =
    headHeight(section, room.width - gutter, size) +
    Math.max(charts, tall(units.slice(0, beside), side)) +
    tables.reduce((sum, table) => sum + tableHeight(table, room.width, size), 0) +
    (below.length ? columns(cut) + 8 : 0) +
    factsHeight(section, room.width, size)
  const plan: CardPlan = {
    size,
    chartHeight: height,
    chartWidth: width,
    nameSize: nameSizeFor(size),
    itemGap: itemGapFor(size),
    beside: joined(units.slice(0, beside)),
    left: joined(below.slice(0, cut)),
    right: joined(below.slice(cut)),
  }
  return { plan, height: total }
}

/** The values of a chart as they stand under it, or null where they stand elsewhere or would be broken. */
export function underChart(figure: Figure, width: number): Table | null {
  const table = figure.tableApart ? null : acrossPage(figure.table, width)
  return table && heldTogether(table, width) !== table ? table : null
}

/** Height of the values that stand under their own chart, where they fit there. */
function under(figure: Figure, width: number, size: number): number {
  const table = underChart(figure, width)
  return table ? tableHeight(table, width, size) : 0
}

/** A table as a card shows it: laid across the page where it can be, always in small text. */
export const cardTable = (table: Table, room: number): Table => acrossPage(table, room) ?? { ...table, size: 'wide' }

/** Height of so many lines of a size. */
const lines = (count: number, size: number, between = leading) =>
  count * capital * size + Math.max(0, count - 1) * between * size

/** How many lines a text takes in a width. */
function lineCount(text: string, width: number, size: number, weight: 'regular' | 'bold' = 'regular'): number {
  const space = textWidth(' ', size, weight)
  let count = 1
  let used = 0
  for (const word of text.split(' ')) {
    const wide = textWidth(word, size, weight)
    if (used > 0 && used + space + wide > width) {
      count += 1
      used = 0
    }
    count += Math.max(0, Math.ceil(wide / width) - 1)
    used += (used > 0 ? space : 0) + (wide > width ? wide % width : wide)
  }
  return count
}

const plain = (words: Words) => words.map(run => run.text).join('')

/** Height of blocks of a story in a width, in points. */
function storyHeight(blocks: readonly Block[], width: number, size: number): number {
  const heights = blocks.map((block, at) => {
    switch (block.block) {
      case 'heading': {
        const own = block.level === 2 ? size * 1.15 : size * 1.05
        return (at ? 8 : 0) + lines(lineCount(block.text, width, own, 'bold'), own) + 5
      }
      case 'paragraph':
        return lines(lineCount(plain(block.text), width, size), size) + size * 0.75
      case 'list': {
        const items = block.items.map(item => lines(lineCount(plain(item), width - 20, size), size))
        return items.reduce((sum, item) => sum + item + size * itemGapFor(size), 0) + size * 0.15
      }
      default:
        return 0
    }
  })
  return heights.reduce((sum, height) => sum + height, 0)
}

function chartHeight(figure: Figure, height: number, size: number, width: number): number {
  const title = lines(lineCount(figure.title, width, size * 1.15, 'bold'), size * 1.15)
  const subtitle = lines(lineCount(figure.subtitle, width, size), size)
  return title + subtitle + size * leading + height * 0.75 + 8
}

/** Height of a table with its caption, in points. */
export function tableHeight(table: Table, room: number, size: number): number {
  const own = tableText[table.size]
  const between = table.size === 'wide' ? 0.45 : 0.55
  const inset = table.size === 'wide' ? 7.2 : 8.8
  const within = columnWidths(table, room).map(width => width - 2 * cellInset[table.size])
  const row = (texts: readonly string[], rated: boolean) => {
    const counts = texts.map((text, at) => lineCount(text, within[at] ?? room, own, 'bold'))
    return lines(Math.max(1, ...counts) + (rated ? 1 : 0), own, between) + inset
  }
  const header = row(
    table.columns.map(column => column.heading),
    false,
  )
  const rows = table.rows.map(cells =>
    row(
      cells.map(cell => cell.text),
      cells.some(cell => cell.rating),
    ),
  )
  return capital * size + 11 + rows.reduce((sum, height) => sum + height, header)
}

function headHeight(section: Section, width: number, size: number): number {
  const heading = lines(
    lineCount(section.heading, width * cardName.share, nameSizeFor(size), 'bold'),
    nameSizeFor(size),
  )
  const room = width * (1 - cardName.share) - 24
  const verdicts = section.blocks.reduce((sum, block) => {
    if (block.block !== 'verdict') return sum
    const title = lines(lineCount(block.title, room - 20, size * 1.15, 'bold'), size * 1.15)
    const beside = (block.beside ?? []).map(
      ({ sign, text }) =>
        size * 0.6 + Math.max(sign ? size * 1.5 : 0, lines(lineCount(text, room - size * 2.4, size), size)),
    )
    const below = beside.reduce((all, each) => all + each, 0)
    return sum + title + (block.detail ? size * 0.6 + lines(lineCount(block.detail, room, size), size) : 0) + below + 20
  }, 0)
  return Math.max(heading, verdicts) + 10
}

function factsHeight(section: Section, room: number, size: number): number {
  return section.blocks.reduce((sum, block) => {
    if (block.block !== 'facts') return sum
    const text = block.facts.map(fact => `${fact.label} ${fact.text}`).join('      ')
    return sum + 20 + lines(lineCount(text, room, Math.max(size * 0.92, 9)), Math.max(size * 0.92, 9))
  }, 0)
}
