/** The sheets of a paper: cover, contents and notes, then one for each table. */

import { dayInWords } from '../../shared/words.ts'
import type { Block, Paper, Section, Words } from '../outline/types.ts'
import { none, type TidyTable, tidyTables, unique } from './tidy.ts'
import { clean } from './xml.ts'

export type Sheet = {
  /** As the tab names it: unique, at most 31 characters, none that spreadsheets refuse. */
  readonly name: string
  /** Stands in the first cell. */
  readonly title: string
  /** What is said above the table, a row each. */
  readonly lines: readonly string[]
  readonly table: TidyTable | null
}

/** Every sheet in its order. */
export function sheetsOf(paper: Paper): Sheet[] {
  const tables = paper.sections.flatMap(tablesIn)
  const names = unique(
    tables.map(({ table }, at) => sheetName(`${at + 1} ${table.tab ?? table.caption}`)),
    (name, times) => `${name.slice(0, 26)} ${times}`,
  )
  const sheets = tables.map(({ table, heading, above }, at): Sheet => {
    const own = names[at] as string
    const part = paper.of ? [] : [`Part of the paper: ${heading}`]
    const lines = [...above, table.description, ...part, ...aboutCells(table)]
    return { name: own, title: table.caption, lines: lines.filter(line => line.trim() !== ''), table }
  })
  return [cover(paper), contents(sheets, tables), notes(paper), ...sheets]
}

type Placed = { readonly table: TidyTable; readonly heading: string; readonly above: readonly string[] }

function tablesIn({ heading, blocks }: Section): Placed[] {
  return blocks.flatMap((block): Placed[] => {
    if (block.block === 'table') return tidyTables(block).map(table => ({ table, heading, above: [] }))
    if (block.block !== 'figure') return []
    const { title, subtitle, sentence, chart, table } = block
    const isSaid = sentence.includes(title) && sentence.includes(subtitle)
    const above = [
      ...(isSaid ? [] : [`${title}: ${subtitle}`]),
      `The chart in words: ${sentence}`,
      ...('owner' in chart ? [`Whose figures: ${chart.owner}`] : []),
    ]
    const tab = table.caption.replace(/^Values: /, '')
    return tidyTables(table).map(each => ({ table: { tab, ...each }, heading, above }))
  })
}

/** What the reader of a sheet needs to know of its cells. */
function aboutCells({ rows }: TidyTable): string[] {
  const cells = rows.flat()
  const hasSymbols = cells.some(({ text }) => text === none || /\[[^\]]+\]/.test(text))
  return [
    ...(cells.some(cell => cell.number) ? ['Numbers are shown as in the paper and are held unrounded.'] : []),
    ...(hasSymbols ? ['The sheet Notes explains symbols in square brackets, notes and the dash.'] : []),
  ]
}

const holds = {
  view: 'This workbook holds the rows of the dashboard that were chosen, one table a sheet.',
  records: 'This workbook holds one table of the pages over client-level records.',
  paper:
    'This workbook holds every table of the paper and the values behind its charts, one table a sheet. The text is in the other formats of the paper.',
} as const

function cover(paper: Paper): Sheet {
  const { of, title, organisation, committee, meetingDay, status, frontMatter, sections } = paper
  const known = [organisation, committee, dayInWords(meetingDay)]
  const asked = sections.filter(({ id }) => id === 'contact' || id === 'formats')
  return {
    name: 'Cover',
    title,
    lines: [
      `Organisation: ${organisation}`,
      ...(of ? [] : [`Committee: ${committee}`, `Meeting day: ${dayInWords(meetingDay)}`]),
      `Status: ${status}`,
      ...frontMatter.filter(({ text }) => !known.includes(text)).map(({ label, text }) => `${label}: ${text}`),
      ...asked.flatMap(({ heading, blocks }) => blocks.flatMap(wordsIn).map(text => `${heading}: ${text}`)),
      holds[of ?? 'paper'],
      'Ratings (Green, Amber, Red) are words in columns of their own. A wide table with ratings is set out as a row for each value.',
      'Contents lists the sheets. Notes explains notes and symbols.',
    ],
    table: null,
  }
}

function wordsIn(block: Block): string[] {
  const text = (words: Words) => words.map(run => run.text).join('')
  if (block.block === 'paragraph') return [text(block.text)]
  return block.block === 'list' ? block.items.map(text) : []
}

function contents(sheets: readonly Sheet[], tables: readonly Placed[]): Sheet {
  const row = (name: string, title: string, heading: string) => [
    { text: name, sheet: name },
    { text: title.trim() || none },
    { text: heading.trim() || none },
  ]
  return {
    name: 'Contents',
    title: 'Contents',
    lines: ['A row for each sheet, with a link to it.'],
    table: {
      id: 'contents',
      caption: 'Contents',
      description: '',
      columns: [left('Sheet'), left('What it holds'), left('Part of the paper')],
      rows: [
        row('Cover', 'What this workbook is', none),
        row('Notes', 'Notes and symbols', none),
        ...sheets.map(({ name, title }, at) => row(name, title, tables[at]?.heading ?? '')),
      ],
    },
  }
}

function notes({ notes: given, symbols }: Paper): Sheet {
  return {
    name: 'Notes',
    title: 'Notes and symbols',
    lines: ['A row for each note and for each symbol that stands in a table.'],
    table: {
      id: 'notes',
      caption: 'Notes and symbols',
      description: '',
      columns: [left('Note or symbol'), left('What it means')],
      rows: [
        ...given.map((text, at) => [{ text: `[note ${at + 1}]` }, { text: text.trim() || none }]),
        ...symbols.map(({ symbol, means }) => [{ text: symbol }, { text: means }]),
        [{ text: none }, { text: 'nothing to say here: no rating, no comparison or no note' }],
      ],
    },
  }
}

const left = (heading: string) => ({ heading, align: 'left' as const })

/** A name that every spreadsheet takes: 31 characters, none of []*?:/\', cut between words where it can be. */
function sheetName(text: string): string {
  const plain = clean(text)
    .replace(/[[\]*?:/\\'#$"<>]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (plain.length <= 31) return plain
  const cut = plain.slice(0, 32)
  const whole = cut.slice(0, cut.lastIndexOf(' '))
  // A character of two units is not cut in half.
  return (whole.length > 12 ? whole : plain.slice(0, 31)).replace(/[\ud800-\udbff]$/, '').trim()
}
