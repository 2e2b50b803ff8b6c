/** Small makers of blocks, so that a section reads like what it says. */
import type { Block, Run, Words } from './types.ts'

/** What a sentence is made of: plain text, or runs. */
type Said = string | Run | readonly (string | Run)[]

/** Words from texts and runs in a row. */
export function words(said: Said): Words {
  const list = typeof said === 'string' || !Array.isArray(said) ? [said as string | Run] : (said as (string | Run)[])
  return list.map(each => (typeof each === 'string' ? { text: each } : each)).filter(run => run.text !== '')
}

/** Words that stand out. */
export function strong(text: string): Run {
  return { text, strong: true }
}

/** A paragraph. */
export function paragraph(said: Said): Block {
  return { block: 'paragraph', text: words(said) }
}

/** A list, numbered when its order is referred to. */
export function list(items: readonly Said[], ordered = false): Block {
  return { block: 'list', ordered, items: items.map(words) }
}

/** A heading below that of the section. */
export function heading(text: string, id: string, level: 2 | 3 = 2): Block {
  return { block: 'heading', level, id: anchor(id), text }
}

/** A text as an anchor: lower-case letters, digits and hyphens. @example anchor('1C(1A)') // '1c-1a' */
export function anchor(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return plain === '' ? 'part' : plain
}

/** A text that ends as a sentence does. */
export function sentence(text: string): string {
  const trimmed = text.trim()
  return trimmed === '' || /[.!?:…]["”’)]?$/.test(trimmed) ? trimmed : `${trimmed}.`
}
