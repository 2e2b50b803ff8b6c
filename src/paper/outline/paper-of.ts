import type { ReportAnswer } from '../../answers/report/report.ts'
import { entryOf, reasons } from '../../shared/codes.ts'
import { dayInWords } from '../../shared/words.ts'
import { type Part, partOf } from '../template/parts.ts'
import type { FrontLine, Template, TemplateSection } from '../template/template.ts'
import { type Context, contextOf, type Teller } from './context.ts'
import { paragraph } from './say.ts'
import { actions } from './sections/actions.ts'
import { cardSections, cards } from './sections/cards.ts'
import { dashboard } from './sections/dashboard.ts'
import { contact, options, prompts } from './sections/endings.ts'
import { finance, issues } from './sections/implications.ts'
import { introduction, year } from './sections/introduction.ts'
import { revisions } from './sections/revisions.ts'
import { statutory } from './sections/statutory.ts'
import { criteria, recommendations, summary } from './sections/summary.ts'
import { targets } from './sections/targets.ts'
import { wholeSystem } from './sections/whole-system.ts'
import { symbolsIn } from './symbols.ts'
import type { Block, Paper, Section } from './types.ts'

const nothing: Teller = () => []

const tellers: Record<Part, Teller> = {
  summary,
  recommendations,
  introduction,
  year,
  dashboard,
  criteria,
  cards,
  'whole-system': wholeSystem,
  actions,
  statutory,
  targets,
  finance,
  issues,
  revisions,
  words: nothing,
  contact,
  formats: nothing,
  prompts,
  options,
}

/** Parts that the template's words alone can fill. */
const wordsSuffice: readonly Part[] = ['words', 'formats', 'contact']

/** The paper of a meeting: what the answers say, in the order and under the headings of the template. */
export function paperOf(report: ReportAnswer, template: Template): Paper {
  const { context, notes } = contextOf(report)
  const { organisation } = report.overview.dashboard
  const sections = numbered(template.sections.flatMap((section, at) => sectionsOf(section, at, template, context)))
  return {
    title: template.title || report.meeting.title,
    language: 'en-GB',
    organisation: organisation.name,
    committee: report.meeting.committee,
    meetingDay: report.meeting.date,
    status: statusOf(report),
    frontMatter: template.frontMatter.map(line => ({ label: line.label, text: frontText(line, context) })),
    sections,
    symbols: symbolsIn(sections),
    notes: [...notes, ...unroundedNote(report), audienceNote(report)],
  }
}

function statusOf({ moment, overview, audience }: ReportAnswer): string {
  const { notice } = overview.dashboard.organisation
  const more = [...(isShownAll(audience) ? ['For officers only: it shows small numbers.'] : []), notice]
  return [`Not published: as known on ${dayInWords(moment.asAt)}.`, ...more.filter(part => part !== '')].join(' ')
}

function isShownAll(audience: ReportAnswer['audience']): boolean {
  return audience === 'officer' || audience === 'administrator'
}

/** Why a distance from target can differ from what the printed figures give; nothing where none is rated. */
function unroundedNote({ overview }: ReportAnswer): string[] {
  return overview.dashboard.headline.counts.withTarget === 0
    ? []
    : [
        'How far a value is from its target is worked out from unrounded values, so a percentage can differ a little from what the printed values give.',
      ]
}

/** For whom the paper is, and which numbers are hidden from them. */
function audienceNote({ audience, suppression }: ReportAnswer): string {
  const { below, publishedElsewhere } = suppression
  if (publishedElsewhere !== '')
    return `Small numbers are not hidden, as these figures are published already: ${publishedElsewhere}.`
  if (isShownAll(audience))
    return 'This paper is for officers. It shows small numbers of people that are hidden from members and the public: do not pass it on.'
  const hidden = entryOf(reasons, 'suppressed').shorthand
  return `This paper is for ${audience === 'member' ? 'members' : 'the public'}. ${hidden} stands in place of a number of people from 1 to ${below - 1}, of a percentage or rate made from one, and of other figures from which one could be worked out. Zero is shown as zero.`
}

function frontText({ from, text }: FrontLine, { report, fill }: Context): string {
  if (from === 'meeting-day') return dayInWords(report.meeting.date)
  if (from === 'committee') return report.meeting.committee
  if (from === 'organisation') return report.overview.dashboard.organisation.name
  return fill(text)
}

/** A section before it is numbered. */
type Unnumbered = Section & { readonly numbering: 'numbered' | 'appendix' | 'none' | 'below' }

function sectionsOf(section: TemplateSection, at: number, template: Template, context: Context): Unnumbered[] {
  const { part, heading } = section
  const entry = partOf(part)
  const isFirst = template.sections.findIndex(each => each.part === part) === at
  const id = isFirst ? part : `${part}-${at + 1}`
  const told = tellers[part](context, section, id)
  const words = section.words.map(text => paragraph(context.fill(text)))
  const isEmpty = told.length === 0 && !(wordsSuffice.includes(part) && words.length > 0)
  if (isEmpty && section.empty === '') return []
  const blocks: Block[] = isEmpty ? [paragraph(context.fill(section.empty))] : [...words, ...told]
  const own: Unnumbered = {
    id,
    heading,
    kind: entry.kind,
    // An empty part needs no page across.
    orientation: isEmpty ? 'portrait' : (entry.orientation ?? 'portrait'),
    newPage: !isEmpty && (entry.newPage ?? false),
    blocks,
    numbering: entry.numbering,
  }
  const below = part === 'cards' ? cardSections(context).map(card => ({ ...card, numbering: 'below' as const })) : []
  return [own, ...below]
}

/** Sections with their numbers before their headings: 1, 1.1 for what stands below, and letters for appendices. */
function numbered(sections: readonly Unnumbered[]): Section[] {
  let number = 0
  let below = 0
  let appendix = 0
  return sections.map(({ numbering, ...section }): Section => {
    if (numbering === 'none') return section
    if (numbering === 'appendix') {
      appendix += 1
      return { ...section, heading: `Appendix ${String.fromCharCode(64 + appendix)}: ${section.heading}` }
    }
    if (numbering === 'below') {
      below += 1
      return { ...section, heading: `${number}.${below} ${section.heading}` }
    }
    number += 1
    below = 0
    return { ...section, heading: `${number} ${section.heading}`, blocks: withNumbers(section.blocks, number) }
  })
}

function withNumbers(blocks: readonly Block[], number: number): Block[] {
  let below = 0
  return blocks.map(block => {
    if (block.block !== 'heading' || block.level !== 2) return block
    below += 1
    return { ...block, text: `${number}.${below} ${block.text}` }
  })
}
