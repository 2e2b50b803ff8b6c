/** The blocks of a section for Word, in the order of reading. */
import { ImageRun, LineRuleType, Paragraph, TextRun, type Table as WordTable } from 'docx'
import { chart, chartSize } from '../../charts/chart.ts'
import { iconMeanings, signIcon } from '../../charts/signal-icons/signal-icons.ts'
import type { Block, Figure, Sign, Table, Words } from '../outline/types.ts'
import { acrossPage } from '../page/across.ts'
import { lookOf } from '../page/looks.ts'
import { colourOf, half, twips, verdictStyle } from './styles.ts'
import { tableOf } from './tables.ts'
import { headingOf, marked, type Named, runsOf, wordText } from './words.ts'

export type WordBlock = Paragraph | WordTable

export type Maker = {
  readonly names: Named
  /** Captions and descriptions of the tables in the order in which they stand. */
  readonly tables: Table[]
  /** Counts the lists with numbers, each of which begins at 1. */
  lists: number
}

export type Space = {
  /** Width of the text, in points. */
  readonly room: number
  /** Size of the text on a card that says much. */
  readonly size?: 12 | 11 | 10 | 9 | undefined
  /** Height of the charts in their own units. */
  readonly chartHeight: number
  /** A list or a table follows, from whose beginning no page parts it. */
  readonly leads?: boolean
}

const plain = (text: string): Words => [{ text }]

/** One block as paragraphs and tables. */
export function blockOf(block: Block, maker: Maker, space: Space): WordBlock[] {
  const { names } = maker
  const isCard = space.size !== undefined
  const small = space.size && space.size < 12 ? { style: `Card${space.size}` } : {}
  const size = space.size && space.size < 12 ? { size: half(space.size) } : {}
  switch (block.block) {
    case 'heading':
      return [
        headingOf(
          {
            ...block,
            size: isCard ? (space.size ?? 12) + 1.5 : undefined,
            tight: isCard,
            close: isCard,
          },
          names,
        ),
      ]
    case 'paragraph':
      return [
        new Paragraph({
          ...small,
          keepNext: space.leads ?? false,
          ...closeSet(space.size, 2.4),
          children: runsOf(block.text, names),
        }),
      ]
    case 'list': {
      if (block.ordered) maker.lists += 1
      const reference = block.ordered ? 'numbers' : 'bullets'
      const numbering = { reference, level: 0, ...(block.ordered ? { instance: maker.lists } : {}) }
      return block.items.map(
        item =>
          new Paragraph({
            style: 'ListParagraph',
            numbering,
            ...(space.size ? { run: { size: half(space.size) } } : {}),
            ...closeSet(space.size, 0.6),
            ...(isCard ? { indent: { left: twips(12), hanging: twips(10) } } : {}),
            children: runsOf(item, names, size),
          }),
      )
    }
    case 'verdict': {
      const look = block.rating ? lookOf(block.rating) : null
      const title = new TextRun({
        ...size,
        text: wordText(block.title),
        bold: true,
        ...(look ? { color: colourOf(look.words) } : {}),
      })
      const detail = block.detail ? [new TextRun({ ...size, text: wordText(block.detail), break: 1 })] : []
      const close = isCard ? { spacing: { before: twips(2), after: twips(5) } } : {}
      const style = verdictStyle(block.rating)
      const beside = (block.beside ?? []).map(
        ({ sign, text }) =>
          new Paragraph({
            style,
            ...close,
            children: [
              ...(sign ? [signOf(sign)] : []),
              new TextRun({ ...size, text: `${sign ? '  ' : ''}${wordText(text)}` }),
            ],
          }),
      )
      return [new Paragraph({ style, ...close, children: [title, ...detail] }), ...beside]
    }
    case 'facts':
      return block.facts.map(fact => factOf(fact.label, fact.text, space.size))
    case 'table':
      return listed(block, maker, space.room)
    case 'figure':
      return figureOf(block, maker, space)
  }
}

/** A sign of signal as a picture; the words beside it say what it means. */
function signOf(sign: Sign): ImageRun {
  const svg = Buffer.from(signIcon(sign))
  return new ImageRun({
    type: 'svg',
    data: svg,
    transformation: { width: 24, height: 24 },
    fallback: undrawn(svg),
    altText: { name: 'Sign', title: iconMeanings[sign], description: iconMeanings[sign] },
  })
}

/** The picture that old readers show in place of a drawing: the drawing itself, until the last hand on the file draws it. */
const undrawn = (svg: Buffer) => ({ type: 'png' as const, data: svg })

/** The text of a card is set close, each line of one height in every word processor. */
const closeSet = (size: Space['size'], after: number) =>
  size === undefined
    ? {}
    : {
        spacing: { after: twips((after * size) / 9), line: twips(size * 1.17), lineRule: LineRuleType.EXACT },
      }

/** A label in bold, then what it says. */
export function factOf(label: string, text: string, points?: number, style = 'Fact'): Paragraph {
  const size = points ? { size: half(points) } : {}
  return new Paragraph({
    style,
    children: [
      new TextRun({ ...size, text: wordText(label), bold: true }),
      new TextRun({ ...size, text: `  ${wordText(text)}` }),
    ],
  })
}

/** A table, remembered so that it can be described. */
export function listed(table: Table, maker: Maker, room: number, isOnCard = false): WordBlock[] {
  maker.tables.push(table)
  return tableOf(table, maker.names, room, isOnCard)
}

function figureOf(figure: Figure, maker: Maker, space: Space): WordBlock[] {
  const { room } = space
  return [
    ...chartOf(figure, maker, space, true),
    ...(figure.tableApart ? [] : listed(acrossPage(figure.table, room) ?? figure.table, maker, room)),
  ]
}

/** Width of a chart on a page that is no card's, in its own units. */
const widest = 640

/** A chart with its title, without its values; on a card it fills its room. */
export function chartOf(
  figure: Figure,
  maker: Maker,
  { room, size = 12, chartHeight, isCard = false }: Space & { readonly isCard?: boolean },
  keepNext = false,
): WordBlock[] {
  const width = Math.round(Math.min(room / 0.75, isCard ? Number.POSITIVE_INFINITY : widest))
  const { height } = chartSize(figure.chart, { width, height: chartHeight })
  const box = { width, height: Math.round(height) }
  const svg = Buffer.from(wordText(chart(figure.chart, { width, height: chartHeight })))
  const alt = wordText(figure.sentence) || wordText(figure.title) || 'Chart'
  const picture = new ImageRun({
    type: 'svg',
    data: svg,
    transformation: box,
    fallback: undrawn(svg),
    altText: { name: 'Chart', title: wordText(figure.title).slice(0, 250), description: alt },
  })
  const title = new TextRun({ text: wordText(figure.title), size: half(size === 12 ? 13.5 : size + 1) })
  const subtitle = new TextRun({
    text: wordText(figure.subtitle),
    bold: false,
    color: '505a5f',
    break: 1,
    size: half(size - 0.5),
  })
  return [
    new Paragraph({
      style: 'Caption',
      keepNext: true,
      ...(keepNext ? {} : { spacing: { before: 0, after: twips(3) } }),
      children: [...marked(figure.id, [title], maker.names), subtitle],
    }),
    new Paragraph({
      style: 'Picture',
      keepNext,
      ...(keepNext ? {} : { spacing: { after: twips(2) } }),
      children: [picture],
    }),
  ]
}

/** A blank text becomes a paragraph of its own only where it says something. */
export const quietLine = (text: string): Paragraph[] =>
  text ? [new Paragraph({ style: 'Quiet', children: [new TextRun(wordText(text))] })] : []

/** The notes, numbered [note 1] and on. */
export const listOfNotes = (notes: readonly string[], names: Named): Paragraph[] =>
  notes.map(
    note =>
      new Paragraph({
        style: 'Note',
        numbering: { reference: 'notes', level: 0 },
        children: runsOf(plain(note), names),
      }),
  )
