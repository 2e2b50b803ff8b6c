/** Text, links and names as Word takes them. */
import {
  Bookmark,
  ExternalHyperlink,
  HeadingLevel,
  InternalHyperlink,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import type { Paper, Words } from '../outline/types.ts'
import { anchorsOf, linkTarget } from '../page/headings.ts'
import { heldUnits } from '../page/held.ts'

export type Named = {
  readonly anchors: ReadonlySet<string>
  /** Name of the bookmark of each place; Word allows 40 letters, digits and underscores. */
  readonly bookmarks: ReadonlyMap<string, string>
  readonly used: Set<string>
}

/** The places of a paper and the bookmarks they get. */
export function namesIn(paper: Paper): Named {
  const anchors = anchorsOf(paper)
  const bookmarks = new Map([...anchors].map((id, at) => [id, `p${at + 1}_${id.replace(/\W/g, '_')}`.slice(0, 40)]))
  return { anchors, bookmarks, used: new Set() }
}

/** Text without what no XML file may hold and what turns the order of letters around. */
export function wordText(text: string): string {
  return heldUnits(text)
    .normalize('NFC')
    .replace(/[\t\n\u2028\u2029]/g, ' ')
    .replace(/[\p{Cc}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, '')
    .toWellFormed()
}

export type Look = { readonly size?: number; readonly bold?: boolean; readonly color?: string }

/** Runs of text with their links. */
export function runsOf(words: Words, names: Named, look: Look = {}): ParagraphChild[] {
  return words.map(run => {
    const text = wordText(run.text)
    const to = linkTarget(run.to, names.anchors)
    const bold = run.strong ? { bold: true } : {}
    if (!to) return new TextRun({ ...look, ...bold, text })
    const children = [new TextRun({ ...look, ...bold, text, style: 'Hyperlink' })]
    const anchor = to.startsWith('#') ? names.bookmarks.get(to.slice(1)) : undefined
    return anchor ? new InternalHyperlink({ anchor, children }) : new ExternalHyperlink({ link: to, children })
  })
}

/** Text of a heading or caption, marked so that links can lead to it; the second of two with one name goes without. */
export function marked(id: string, children: readonly ParagraphChild[], names: Named): ParagraphChild[] {
  const name = names.bookmarks.get(id)
  if (!name || names.used.has(id)) return [...children]
  names.used.add(id)
  return [new Bookmark({ id: name, children: [...children] })]
}

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

type Heading = {
  readonly level: 1 | 2 | 3
  readonly id: string
  readonly text: string
  readonly size?: number | undefined
  readonly tight?: boolean
  /** On a card of small text. */
  readonly close?: boolean
}

/** A heading in its real style. */
export function headingOf({ level, id, text, size, tight, close }: Heading, names: Named): Paragraph {
  const run = new TextRun({ text: wordText(text) || '–', ...(size ? { size: size * 2 } : {}) })
  return new Paragraph({
    heading: levels[level],
    ...(tight ? { spacing: close || level === 1 ? { before: 60, after: 30 } : { before: 120, after: 60 } } : {}),
    children: marked(id, [run], names),
  })
}
