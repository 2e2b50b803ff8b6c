/** What is handed to Typst: the paper as plain data, each text as the typeface can print it. */
import { type ChartInput, chart } from '../../charts/chart.ts'
import { textWidth } from '../../charts/drawing/text.ts'
import { iconMeanings, signIcon } from '../../charts/signal-icons/signal-icons.ts'
import { coverageOf } from '../fonts/coverage.ts'
import type { Fonts } from '../fonts/fonts.ts'
import { printable } from '../fonts/printable.ts'
import type { Block, Cell, Figure, Paper, Section, Sign, Table, Words } from '../outline/types.ts'
import { acrossPage } from '../page/across.ts'
import { type CardPlan, cardPlan, cardTable, chartWidth, storyOf, tableHeight, underChart } from '../page/card-plan.ts'
import { breakable, cellInset, columnWidths, heldTogether, tableText } from '../page/column-widths.ts'
import { footerWords } from '../page/footer.ts'
import { isFlowing, isLed } from '../page/for-pages.ts'
import { anchorsOf, byOrientation, inOrder, linkTarget } from '../page/headings.ts'
import { heldUnits } from '../page/held.ts'
import { comparedText } from '../page/looks.ts'
import type { TableWords } from './describe-tables.ts'
import { cardHeight, pageRoom } from './measures.ts'

type Data = string | number | boolean | null | readonly Data[] | { readonly [name: string]: Data }
type Maker = {
  readonly text: (text: string) => string
  readonly anchors: ReadonlySet<string>
  readonly used: Set<string>
  readonly tables: { words: TableWords; rank: number }[]
}

/** The paper as data for the template, and its tables in the order in which the template shows them. */
export function dataOf(paper: Paper, fonts: Fonts): { data: Data; tables: readonly TableWords[] } {
  const covers = [coverageOf(fonts.regular), coverageOf(fonts.bold)]
  const text = (words: string) => printable(heldUnits(words), code => covers.every(has => has(code)))
  const maker: Maker = { text, anchors: anchorsOf(paper), used: new Set(), tables: [] }
  const { portrait } = pageRoom
  const data = {
    title: text(paper.title) || 'Untitled paper',
    organisation: text(paper.organisation),
    committee: text(paper.committee),
    status: text(paper.status),
    foot: text(footerWords(paper)),
    front: paper.frontMatter.map(fact => ({ label: text(fact.label), text: loose(maker, fact.text, portrait) })),
    contents: paper.sections.length > 3,
    groups: byOrientation(paper.sections).map(({ flipped, sections }) => ({
      flipped,
      sections: sections.map(section => sectionData(maker, section)),
    })),
    symbols: paper.symbols.map(({ symbol, means }) => ({ label: text(symbol), text: loose(maker, means, portrait) })),
    notes: paper.notes.map(note => loose(maker, note, portrait)),
  }
  return { data, tables: maker.tables.map(({ words }) => words) }
}

const loose = ({ text }: Maker, words: string, room: number, size = 12) => breakable(text(words), room, size)

/** The name that links lead to; the second of two things with one name goes without. */
function nameOf({ used }: Maker, id: string): string | null {
  if (!id || used.has(id)) return null
  used.add(id)
  return id
}

function sectionData(maker: Maker, section: Section): Data {
  const flipped = section.orientation === 'landscape'
  const isCard = section.kind === 'card' && flipped
  const room = flipped ? pageRoom.landscape : pageRoom.portrait
  const name = nameOf(maker, section.id)
  const before = maker.tables.length
  const ordered = { ...section, blocks: inOrder(section.blocks) }
  const plan = isCard ? cardPlan(ordered, { width: room, height: cardHeight }) : null
  const made = (blocks: readonly Block[]) =>
    blocks.map((block, at) => blockData(maker, block, { room, plan, leads: isLed(blocks[at + 1]) }))
  const story = plan ? storyOf(section).map(({ block }) => block) : []
  const data = {
    name,
    heading: loose(maker, section.heading, room / 2, 20) || 'Untitled section',
    newPage: section.newPage,
    beside: flipped && isFlowing(section),
    blocks: made(ordered.blocks.filter(({ block }) => !story.includes(block))),
    plan: plan && {
      size: plan.size,
      chartWidth: plan.chartWidth,
      nameSize: plan.nameSize,
      itemGap: plan.itemGap,
      beside: made(plan.beside),
      left: made(plan.left),
      right: made(plan.right),
    },
  }
  // On a card, values that stand under their own chart come first, then those of other charts, then other tables.
  const own = maker.tables.splice(before)
  maker.tables.push(...(plan ? own.toSorted((a, b) => a.rank - b.rank) : own))
  return data
}

type Place = {
  readonly room: number
  readonly plan: CardPlan | null
  /** A list or a table follows, which is not parted from it. */
  readonly leads: boolean
}

function blockData(maker: Maker, block: Block, place: Place): Data {
  const room = place.plan ? place.room / 3.2 : place.room
  switch (block.block) {
    case 'heading':
      return {
        is: 'heading',
        level: block.level,
        name: nameOf(maker, block.id),
        text: loose(maker, block.text, room, 16) || '–',
      }
    case 'paragraph':
      return {
        is: 'paragraph',
        leads: place.leads && lengthOf(block.text) < 400,
        text: wordsData(maker, block.text, room),
      }
    case 'list':
      return {
        is: 'list',
        ordered: block.ordered,
        whole: !place.plan && block.items.length <= 4 && lengthOf(block.items.flat()) < 900,
        items: block.items.map(item => wordsData(maker, item, room - 30)),
      }
    case 'verdict':
      return {
        is: 'verdict',
        rating: block.rating,
        title: loose(maker, block.title, room - 40, 16),
        detail: loose(maker, block.detail, room - 40),
        beside: (block.beside ?? []).map(({ sign, text }) => ({
          ...signData(sign),
          text: loose(maker, text, room - 70),
        })),
      }
    case 'facts':
      return {
        is: 'facts',
        facts: block.facts.map(fact => ({ label: maker.text(fact.label), text: loose(maker, fact.text, room) })),
      }
    case 'table':
      return tableData(maker, place.plan ? cardTable(block, place.room) : block, place.room, 2)
    case 'figure':
      return figureData(maker, block, place)
  }
}

/** A sign of signal as a picture with its meaning, for who cannot see it; none: null. */
const signData = (sign: Sign | null | undefined) => ({
  sign: sign ? signIcon(sign) : null,
  means: sign ? iconMeanings[sign] : '',
})

const lengthOf = (words: Words) => words.reduce((sum, run) => sum + run.text.length, 0)

function wordsData(maker: Maker, words: Words, room: number): Data {
  return words.map(run => ({
    text: loose(maker, run.text, room),
    strong: run.strong ?? false,
    to: linkTarget(run.to, maker.anchors) ?? null,
  }))
}

function tableData(maker: Maker, table: Table, room: number, rank: number): Data {
  const rowHeaders = table.columns.map(column => column.isRowHeader)
  maker.tables.push({ words: { description: maker.text(table.description), rowHeaders }, rank })
  const printed = heldTogether(
    {
      ...table,
      columns: table.columns.map(column => ({ ...column, heading: maker.text(column.heading) })),
      rows: table.rows.map(row => row.map(cell => ({ ...cell, text: maker.text(comparedText(cell)) }))),
    },
    room,
  )
  const widths = columnWidths(printed, room)
  const size = tableText[table.size]
  const within = (at: number) => (widths[at] as number) - 2 * cellInset[table.size]
  const besides = printed.columns.map((_, at) =>
    lettersBeside(
      printed.rows.map(row => row[at]),
      within(at),
      size,
    ),
  )
  return {
    is: 'table',
    name: nameOf(maker, table.id),
    caption: loose(maker, table.caption, room),
    wide: table.size === 'wide',
    whole: tableHeight(table, room, size) <= mostWhole,
    widths,
    columns: printed.columns.map((column, at) => ({
      heading: breakable(column.heading, within(at), size),
      align: column.align,
    })),
    rows: printed.rows.map(row =>
      printed.columns.map((_, at) => cellData(row[at], within(at), size, besides[at] ?? false)),
    ),
  }
}

/** A table that is no higher stands on one page, in points. */
const mostWhole = 260

/** Whether a column has room for each letter of a rating beside its value, so that no row need be higher for it. */
function lettersBeside(cells: readonly (Cell | undefined)[], room: number, size: number): boolean {
  return cells.every(cell => !cell?.rating || textWidth(cell.text, size, 'bold') + letterRoom * size <= room)
}

/** Room for a letter and its shape, as a share of the size of the text. */
const letterRoom = 1.8

function cellData(cell: Cell | undefined, room: number, size: number, beside: boolean): Data {
  return {
    text: breakable(cell?.text ?? '', room, size),
    rating: cell?.rating ?? null,
    compared: cell?.compared ?? null,
    strong: cell?.strong ?? false,
    ...signData(cell?.sign),
    beside,
  }
}

/** A chart cuts a long name of its owner, so that it is given the name as it will be printed. */
function asPrinted(maker: Maker, input: ChartInput): ChartInput {
  return 'owner' in input ? { ...input, owner: maker.text(input.owner) } : input
}

function figureData(maker: Maker, figure: Figure, { room, plan }: Place): Data {
  const under = plan && plan.chartWidth !== chartWidth ? underChart(figure, plan.chartWidth) : null
  const size = { width: Math.round((plan?.chartWidth ?? chartWidth) / 0.75), height: plan?.chartHeight ?? 340 }
  return {
    is: 'figure',
    name: nameOf(maker, figure.id),
    title: loose(maker, figure.title, room / 2, 14),
    subtitle: loose(maker, figure.subtitle, room / 2),
    alt: maker.text(figure.sentence) || maker.text(figure.title) || 'Chart',
    width: size.width * 0.75,
    svg: maker.text(chart(asPrinted(maker, figure.chart), size)),
    under: Boolean(under),
    table: figure.tableApart
      ? null
      : under
        ? tableData(maker, under, size.width * 0.75, 0)
        : tableData(
            maker,
            plan ? cardTable(figure.table, room) : (acrossPage(figure.table, room) ?? figure.table),
            room,
            1,
          ),
  }
}
