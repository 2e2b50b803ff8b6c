/** A template says which parts a paper has, in which order, under which headings, and with which fixed words. */
import type { ComparisonWish } from '../../answers/paper-comparison/types.ts'
import { comparisonIn, comparisonNames, ranksPublishedLaterIn } from './comparison.ts'
import { type Part, parts } from './parts.ts'
import { checkNames, isEntry, listOf, type Problem, type Told, textOf, textsOf, type Within } from './reading.ts'

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
  /** What is set beside other councils; null where the part compares nothing. */
  readonly comparison: ComparisonWish | null
  /** Whether printed ranks are set beside what the publishers' files gave later than the meeting. */
  readonly ranksPublishedLater: boolean
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

const sectionNames = ['part', 'heading', 'words', 'empty', 'items', 'cards', 'frameworks'] as const

/** A template, or everything that is wrong with it, each with its place. */
export function readTemplate(content: unknown): { template: Template } | { problems: Problem[] } {
  if (!isEntry(content)) return { problems: [{ says: 'A template is a list of names with their values', at: [] }] }
  const problems: Problem[] = []
  const told: Told = (says, at) => problems.push({ says, at })
  const whole: Within = { entry: content, where: '', at: [], told }
  checkNames({ ...whole, where: 'The template' }, ['title', 'statutory', 'targets-of', 'front-matter', 'sections'])
  const template: Template = {
    title: textOf(whole, 'title'),
    statutory: textOf(whole, 'statutory') || null,
    targetsOf: textsOf(whole, 'targets-of'),
    frontMatter: listOf(whole, 'front-matter').map(({ entry, at }, index) =>
      frontLine({ entry, at, told, where: `Line ${index + 1} of the front matter` }),
    ),
    sections: listOf(whole, 'sections').flatMap(({ entry, at }, index) =>
      section({ entry, at, told, where: '' }, index),
    ),
  }
  if (template.sections.length === 0) told('The template has no sections', ['sections'])
  return problems.length > 0 ? { problems } : { template }
}

function frontLine(within: Within): FrontLine {
  const { where, at, told } = within
  checkNames(within, ['label', 'text', 'from'])
  const from = textOf(within, 'from')
  const source = sources.find(each => each === from) ?? null
  if (from !== '' && source === null) told(`${where} takes ${sources.join(', ')}, not ${from}`, [...at, 'from'])
  const text = fixed(textOf(within, 'text'), { ...within, at: [...at, 'text'] })
  return { label: textOf(within, 'label'), text, from: source }
}

function section(given: Within, index: number): TemplateSection[] {
  const { entry, at, told } = given
  const code = textOf({ ...given, where: `Section ${index + 1}` }, 'part')
  const part = parts.find(each => each.code === code)?.code
  const where = `Section ${index + 1} (${code || 'without a part'})`
  const within = { ...given, where }
  checkNames({ ...within, entry: withoutComparison(entry) }, sectionNames)
  const heading = textOf(within, 'heading')
  if (heading === '') told(`${where} has no heading`, at)
  if (!part) {
    told(`${where} is none of the parts ${parts.map(each => each.code).join(', ')}`, [...at, 'part'])
    return []
  }
  const words = (name: string) =>
    textsOf(within, name).map(text => fixed(text, { ...within, where: `${where}, ${name}`, at: [...at, name] }))
  return [
    {
      part,
      heading,
      words: words('words'),
      empty: words('empty').join(' '),
      items: words('items'),
      cards: textsOf(within, 'cards'),
      frameworks: textsOf(within, 'frameworks'),
      comparison: comparisonIn(within, part),
      ranksPublishedLater: ranksPublishedLaterIn(within, part),
    },
  ]
}

/** The names of a comparison are checked with it. */
function withoutComparison(entry: Within['entry']): Within['entry'] {
  return Object.fromEntries(Object.entries(entry).filter(([name]) => !comparisonNames.some(each => each === name)))
}

/** Fixed words hold no digits, so that no figure can go stale in them, and name only what is known. */
function fixed(text: string, { where, at, told }: Within): string {
  if (/\p{Nd}/u.test(text)) told(`${where} holds a digit in “${text}”: figures come from the register`, at)
  for (const [, name = ''] of text.matchAll(/\{([^}]*)\}/g))
    if (!names.some(each => each === name)) told(`${where} names {${name}}: there are ${names.join(', ')}`, at)
  return text
}
