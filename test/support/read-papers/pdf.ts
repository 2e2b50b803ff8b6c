/** Reads a tagged PDF as a screen reader meets it: by what Poppler tells of its structure. */
import { poppler } from '../programs.ts'
import { plain, type ReadCell, type ReadPaper, type ReadTable } from './types.ts'

/** An element of the structure: its kind, its attributes, and what it holds. */
export type Tag = {
  readonly kind: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly Tag[]
  /** The text directly in it and in its children, in order. */
  readonly text: string
}

type Making = { kind: string; attributes: Map<string, string>; children: Making[]; text: string; indent: number }

type HowToRead = { readonly withText: boolean }

/** The structure of a PDF as a tree, with its text or, which is far quicker, without. */
export function structureOf(path: string, { withText }: HowToRead = { withText: true }): { root: Tag; stderr: string } {
  const { stdout, stderr } = poppler('pdfinfo', [withText ? '-struct-text' : '-struct', path])
  const root: Making = { kind: 'Root', attributes: new Map(), children: [], text: '', indent: -1 }
  const open = [root]
  for (const line of stdout.split('\n')) {
    const indent = line.length - line.trimStart().length
    const content = line.slice(indent)
    const isAttribute = content.startsWith('/')
    while ((open.at(-1)?.indent ?? -1) >= (isAttribute ? indent - 1 : indent)) open.pop()
    const within = open.at(-1) ?? root
    const [, name, value] = /^\/(\S+) ?(.*)$/.exec(content) ?? []
    if (content.startsWith('"')) for (const each of open) each.text += content.slice(1, -1)
    else if (name) within.attributes.set(name, value ?? '')
    else if (/^[A-Z]\w*/.test(content) && !content.startsWith('Object ')) {
      const kind = /^\w+/.exec(content)?.[0] ?? ''
      const made: Making = { kind, attributes: new Map(), children: [], text: '', indent }
      within.children.push(made)
      open.push(made)
    }
  }
  return { root, stderr }
}

/** Every element of the structure in reading order, with those that hold it, the nearest first. */
export function everyTag(root: Tag): { tag: Tag; within: readonly Tag[] }[] {
  const below = (tag: Tag, within: readonly Tag[]): { tag: Tag; within: readonly Tag[] }[] => [
    { tag, within },
    ...tag.children.flatMap(child => below(child, [tag, ...within])),
  ]
  return below(root, [])
}

/** Tables and text of a PDF. */
export function readPdf(path: string): ReadPaper {
  const { root } = structureOf(path)
  const tables = everyTag(root).flatMap(({ tag, within }) => (tag.kind === 'Table' ? [tableOf(tag, within)] : []))
  return { tables, text: plain(root.text) }
}

/** A table that goes on over pages stands beside its caption, in a part of its own. */
function tableOf(tag: Tag, within: readonly Tag[]): ReadTable {
  const caption = [tag, ...within.slice(0, 2)]
    .flatMap(({ children }) => children)
    .find(({ kind }) => kind === 'Caption')
  const rows = everyTag(tag).flatMap(each => (each.tag.kind === 'TR' ? [each.tag.children] : []))
  const [head = [], ...body] = rows
  return {
    caption: plain(caption?.text ?? ''),
    headings: head.map(cell => plain(cell.text)),
    rows: body.map(cells => cells.map(cellOf)),
  }
}

/** The letter of a rating stands behind its shape, after everything else. */
function cellOf({ text }: Tag): ReadCell {
  const [, before = text, rating = ''] = /^(.*)\u00a0([RAG])$/s.exec(text) ?? []
  return { text: plain(before), rating, value: null }
}
