/** A template says which parts a paper has, in which order, under which headings, and with which fixed words. */
import { type Part, parts } from './parts.ts'

export type TemplateSection = {
  readonly part: Part
  readonly heading: string
  /** Paragraphs before what the part says by itself. */
  readonly words: readonly string[]
  /** What stands there when the register has nothing for the part; empty: the part is left out. */
  readonly empty: string
  /** The items of a part that is a list of fixed words. */
  readonly items: readonly string[]
  /** The cards that a part speaks of, where it does not speak of all. */
  readonly cards: readonly string[]
  /** Slugs of the frameworks that a part speaks of, where it does not speak of the committee's. */
  readonly frameworks: readonly string[]
}

/** What stands beside a label of the front matter: fixed words, or what the meeting says. */
const sources = ['meeting-day', 'committee', 'organisation'] as const
type FrontSource = (typeof sources)[number]

export type FrontLine = { readonly label: string; readonly text: string; readonly from: FrontSource | null }

export type Template = {
  /** Empty: what the meeting is called. */
  readonly title: string
  /** The framework printed as statutory results; null: none. */
  readonly statutory: string | null
  /** Frameworks whose targets to come are printed beside those of the committee's own. */
  readonly targetsOf: readonly string[]
  readonly frontMatter: readonly FrontLine[]
  readonly sections: readonly TemplateSection[]
}

/** What fixed words may name; every figure comes from an answer. */
const names = ['organisation', 'area', 'committee', 'framework', 'meeting day'] as const

type Entry = Readonly<Record<string, unknown>>

/** A template, or everything that is wrong with it, a sentence each. */
export function readTemplate(content: unknown): { template: Template } | { problems: string[] } {
  if (!isEntry(content)) return { problems: ['A template is a list of names with their values'] }
  const problems: string[] = []
  const told = (sentence: string) => problems.push(sentence)
  checkNames(content, ['title', 'statutory', 'targets-of', 'front-matter', 'sections'], 'The template', told)
  const template: Template = {
    title: textOf(content['title'], 'title', told),
    statutory: textOf(content['statutory'], 'statutory', told) || null,
    targetsOf: textsOf(content['targets-of'], 'targets-of', told),
    frontMatter: listOf(content['front-matter'], 'front-matter', told).map((entry, at) => frontLine(entry, at, told)),
    sections: listOf(content['sections'], 'sections', told).flatMap((entry, at) => section(entry, at, told)),
  }
  if (template.sections.length === 0) told('The template has no sections')
  return problems.length > 0 ? { problems } : { template }
}

function frontLine(entry: Entry, at: number, told: (sentence: string) => void): FrontLine {
  const where = `Line ${at + 1} of the front matter`
  checkNames(entry, ['label', 'text', 'from'], where, told)
  const from = textOf(entry['from'], `${where}, from`, told)
  const source = sources.find(each => each === from) ?? null
  if (from !== '' && source === null) told(`${where} takes ${sources.join(', ')}, not ${from}`)
  const text = fixed(textOf(entry['text'], `${where}, text`, told), where, told)
  return { label: textOf(entry['label'], `${where}, label`, told), text, from: source }
}

function section(entry: Entry, at: number, told: (sentence: string) => void): TemplateSection[] {
  const code = textOf(entry['part'], `Section ${at + 1}, part`, told)
  const part = parts.find(each => each.code === code)?.code
  const where = `Section ${at + 1} (${code || 'without a part'})`
  checkNames(entry, ['part', 'heading', 'words', 'empty', 'items', 'cards', 'frameworks'], where, told)
  const heading = textOf(entry['heading'], `${where}, heading`, told)
  if (heading === '') told(`${where} has no heading`)
  if (!part) {
    told(`${where} is none of the parts ${parts.map(each => each.code).join(', ')}`)
    return []
  }
  const words = (name: string) =>
    textsOf(entry[name], `${where}, ${name}`, told).map(text => fixed(text, `${where}, ${name}`, told))
  const cards = textsOf(entry['cards'], `${where}, cards`, told)
  const frameworks = textsOf(entry['frameworks'], `${where}, frameworks`, told)
  return [
    { part, heading, words: words('words'), empty: words('empty').join(' '), items: words('items'), cards, frameworks },
  ]
}

/** Fixed words hold no digits, so that no figure can go stale in them, and name only what is known. */
function fixed(text: string, where: string, told: (sentence: string) => void): string {
  if (/\p{Nd}/u.test(text)) told(`${where} holds a digit in “${text}”: figures come from the register`)
  for (const [, name = ''] of text.matchAll(/\{([^}]*)\}/g))
    if (!names.some(each => each === name)) told(`${where} names {${name}}: there are ${names.join(', ')}`)
  return text
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function checkNames(entry: Entry, known: readonly string[], where: string, told: (sentence: string) => void): void {
  for (const name of Object.keys(entry))
    if (!known.includes(name)) told(`${where} has no place for ${name}: there are ${known.join(', ')}`)
}

function textOf(value: unknown, where: string, told: (sentence: string) => void): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value.trim().replace(/\s+/g, ' ')
  told(`${where} is text, not ${JSON.stringify(value)}`)
  return ''
}

function textsOf(value: unknown, where: string, told: (sentence: string) => void): string[] {
  const list = value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]
  return list.map(each => textOf(each, where, told)).filter(text => text !== '')
}

function listOf(value: unknown, where: string, told: (sentence: string) => void): Entry[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value) && value.every(isEntry)) return value
  told(`${where} is a list of entries`)
  return []
}
