/** The paper as a Word document that can be edited and read aloud, the same bytes each time. */
import {
  AlignmentType,
  Document,
  Footer,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx'
import { textWidth } from '../../charts/drawing/text.ts'
import { type Fonts, fontFamily } from '../fonts/fonts.ts'
import type { Paper, Section } from '../outline/types.ts'
import { gutter } from '../page/card-plan.ts'
import { footerWords } from '../page/footer.ts'
import { forPages, isFlowing, isLed } from '../page/for-pages.ts'
import { byOrientation, inOrder } from '../page/headings.ts'
import { blockOf, factOf, listOfNotes, type Maker, quietLine, type WordBlock } from './blocks.ts'
import { cardSections, columns } from './card.ts'
import { finished } from './finish.ts'
import { pageOf, wordRoom } from './page.ts'
import { footSize, numbering, styles, twips } from './styles.ts'
import { headingOf, namesIn, wordText } from './words.ts'

/**
 * The bytes of the Word document.
 * @param sweep gives back the memory that a finished picture has used
 */
export async function renderWord(whole: Paper, fonts: Fonts, sweep: () => Promise<void>): Promise<Uint8Array> {
  const paper = forPages(whole, wordRoom.portrait)
  const maker: Maker = { names: namesIn(paper), tables: [], lists: 0 }
  const document = new Document({
    title: wordText(paper.title),
    creator: 'Tidemark',
    lastModifiedBy: 'Tidemark',
    styles,
    numbering,
    fonts: [
      {
        name: fontFamily,
        data: Buffer.from(fonts.regular),
        bold: Buffer.from(fonts.bold),
        italic: Buffer.from(fonts.italic),
        boldItalic: Buffer.from(fonts.boldItalic),
      },
    ],
    sections: sectionsOf(paper, maker),
  })
  return finished(new Uint8Array(await Packer.toBuffer(document)), { paper, tables: maker.tables, fonts, sweep })
}

function sectionsOf(paper: Paper, maker: Maker): ISectionOptions[] {
  const groups = byOrientation(paper.sections)
  const front = frontOf(paper)
  const back = backOf(paper, maker)
  const made: Pages[] = []
  const add = (flipped: boolean, children: readonly WordBlock[]) =>
    made.push({ properties: pageOf(flipped, SectionType.NEXT_PAGE), children: [...children] })
  let pending: WordBlock[] = front
  const done = new Set<Section>()
  for (const { flipped, sections } of groups) {
    if (flipped && pending.length) {
      add(false, pending)
      pending = []
    }
    for (const [at, section] of sections.entries()) {
      const next = sections[at + 1]
      if (done.has(section)) continue
      if (flipped && next && isFlowing(section) && isFlowing(next)) {
        if (pending.length) add(true, pending)
        pending = []
        done.add(next)
        const room = (wordRoom.landscape - gutter) / 2
        const pair = [section, next].map(each => plainSection(each, maker, true, true))
        made.push(columns(pair, [room, room]))
      } else if (section.kind === 'card' && flipped) {
        if (pending.length) add(true, pending)
        pending = []
        made.push(...cardSections(section, maker))
      } else {
        const opens = pending.length === 0
        pending.push(...plainSection(section, maker, flipped, opens))
      }
    }
    if (flipped && pending.length) {
      add(true, pending)
      pending = []
    }
  }
  if (back.length || pending.length) add(false, [...pending, ...back])
  // A run of pages without a footer of its own goes on with that of the run before.
  return made.map((section, at) =>
    isFlipped(section) === isFlipped(made[at - 1])
      ? section
      : { ...section, footers: { default: footerOf(paper, section) } },
  )
}

type Pages = Omit<ISectionOptions, 'footers'>

const isFlipped = (pages: Pages | undefined) =>
  pages && pages.properties?.page?.size?.orientation === PageOrientation.LANDSCAPE

function plainSection(section: Section, maker: Maker, flipped: boolean, opens: boolean): WordBlock[] {
  const room = flipped ? wordRoom.landscape : wordRoom.portrait
  const heading = headingOf({ level: 1, id: section.id, text: section.heading, tight: flipped && opens }, maker.names)
  const ordered = inOrder(section.blocks)
  const blocks = ordered.flatMap((block, at) =>
    blockOf(block, maker, { room, chartHeight: 340, leads: isLed(ordered[at + 1]) }),
  )
  return [
    ...(section.newPage && !opens
      ? [new Paragraph({ pageBreakBefore: true, spacing: { before: 0, after: 0, line: 20 } })]
      : []),
    heading,
    ...blocks,
  ]
}

function frontOf(paper: Paper): WordBlock[] {
  const above = [paper.organisation, paper.committee].filter(part => part !== '').join(' · ')
  return [
    ...quietLine(above),
    new Paragraph({ style: 'Title', children: [new TextRun(wordText(paper.title) || 'Untitled paper')] }),
    ...quietLine(paper.status),
    ...paper.frontMatter.map(fact => factOf(fact.label, fact.text)),
    ...(paper.sections.length > 3
      ? [
          new Paragraph({ style: 'Contents', children: [new TextRun('Contents')] }),
          // Marked as out of date, so that Word writes the pages in when it opens the file.
          new TableOfContents('Contents', {
            hyperlink: true,
            headingStyleRange: '1-1',
          }) as unknown as WordBlock,
        ]
      : []),
  ]
}

function backOf(paper: Paper, maker: Maker): WordBlock[] {
  const heading = (id: string, text: string) => headingOf({ level: 1, id, text }, maker.names)
  return [
    ...(paper.symbols.length ? [heading('', 'Symbols')] : []),
    ...paper.symbols.map(({ symbol, means }) => factOf(symbol, means, undefined, 'Note')),
    ...(paper.notes.length ? [heading('', 'Notes')] : []),
    ...listOfNotes(paper.notes, maker.names),
  ]
}

/** Room for "Page 12 of 46" beside the words of a foot, in points; words that leave less stand above it. */
const pageRoom = 90

function footerOf(paper: Paper, section: Pages): Footer {
  const room = isFlipped(section) ? wordRoom.landscape : wordRoom.portrait
  const said = wordText(footerWords(paper))
  const page = (before: string) =>
    new TextRun({ children: [`${before}Page `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })
  const fits = textWidth(said, footSize, 'regular') < room - pageRoom
  return new Footer({
    children: fits
      ? [
          new Paragraph({
            style: 'PageFoot',
            alignment: AlignmentType.LEFT,
            tabStops: [{ type: TabStopType.RIGHT, position: twips(room) }],
            children: [new TextRun(said), page('\t')],
          }),
        ]
      : [
          new Paragraph({ style: 'PageFoot', children: [new TextRun(said)] }),
          new Paragraph({ style: 'PageFoot', alignment: AlignmentType.RIGHT, children: [page('')] }),
        ],
  })
}
