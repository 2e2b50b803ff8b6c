import type { ReportAnswer } from '../../answers/report/report.ts'
import { type Audience, maySee } from '../../shared/audience.ts'
import { entryOf, reasons } from '../../shared/codes.ts'
import { dayInWords, listed } from '../../shared/words.ts'
import { type Part, partOf } from '../template/parts.ts'
import type { FrontLine, Template, TemplateSection } from '../template/template.ts'
import { type Context, contextOf, type Teller } from './context.ts'
import { paragraph } from './say.ts'
import { actionPlan } from './sections/action-plan.ts'
import { actions } from './sections/actions.ts'
import { cardSections, cards } from './sections/cards.ts'
import { benchmarks } from './sections/compared/benchmarks.ts'
import { comparative } from './sections/compared/comparative.ts'
import { dashboard } from './sections/dashboard.ts'
import { contact, options, prompts } from './sections/endings.ts'
import { finance, issues } from './sections/implications.ts'
import { introduction, year } from './sections/introduction.ts'
import { revisions } from './sections/revisions.ts'
import { implications } from './sections/round/implications.ts'
import { lines } from './sections/round/lines.ts'
import { priorities } from './sections/round/priorities.ts'
import { ranks } from './sections/round/ranks.ts'
import { round } from './sections/round/round.ts'
import { tiles } from './sections/round/tiles.ts'
import { statutory } from './sections/statutory.ts'
import { measures, stated } from './sections/strategy.ts'
import { criteria, recommendations, summary } from './sections/summary.ts'
import { targetSheets } from './sections/target-sheets.ts'
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
  'target-sheets': targetSheets,
  finance,
  issues,
  revisions,
  tiles,
  round,
  priorities,
  ranks,
  implications,
  lines,
  words: nothing,
  contact,
  formats: nothing,
  prompts,
  options,
  measures,
  stated,
  'action-plan': actionPlan,
  comparative,
  benchmarks,
}

/** Parts that the template's words alone can fill. */
const wordsSuffice: readonly Part[] = ['words', 'formats', 'contact']

/** The paper of a meeting: what the answers say, in the order and under the headings of the template. */
export function paperOf(report: ReportAnswer, template: Template): Paper {
  const { context, notes } = contextOf(report, template)
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

function statusOf({ moment, overview, audience, suppression }: ReportAnswer): string {
  const { notice } = overview.dashboard.organisation
  const shows = suppression.hiddenFrom.length > 0 ? 'For officers only: it shows small numbers.' : 'For officers only.'
  const more = [...(isShownAll(audience) ? [shows] : []), notice]
  return [`Not published: as known on ${dayInWords(moment.asAt)}.`, ...more.filter(part => part !== '')].join(' ')
}

function isShownAll(audience: ReportAnswer['audience']): boolean {
  return audience === 'officer' || audience === 'administrator'
}

const readers: Record<Audience, string> = {
  public: 'the public',
  member: 'members',
  officer: 'officers',
  administrator: 'officers',
}

/** Why a distance from target can differ from what the printed figures give; nothing where none is rated. */
function unroundedNote({ overview }: ReportAnswer): string[] {
  return overview.dashboard.headline.counts.withTarget === 0
    ? []
    : [
        'How far a value is from its target is worked out from unrounded values, so a percentage can differ a little from what the printed values give.',
      ]
}

/** For whom the paper is, which numbers are hidden from them, and which they see that others do not. */
function audienceNote({ audience, suppression }: ReportAnswer): string {
  const { hidden, below, hiddenFrom, publishedIn } = suppression
  const symbol = entryOf(reasons, 'suppressed').shorthand
  const others = hiddenFrom.filter(each => !maySee(each, audience))
  const sentences = [
    `This paper is for ${readers[audience]}.`,
    hidden.size > 0
      ? `${symbol} stands in place of a number of people from 1 to ${below - 1}, of a percentage or rate made from one, and of other figures from which one could be worked out. Zero is shown as zero.`
      : 'No figure in it is hidden as a small number.',
    ...(others.length > 0
      ? [
          `It shows small numbers of people that are hidden from ${listed(others.toReversed().map(each => readers[each]))}: do not pass it on.`,
        ]
      : []),
    ...(publishedIn.length > 0
      ? [`Small numbers are not hidden in figures that are published already: ${publishedIn.join('; ')}.`]
      : []),
  ]
  return sentences.join(' ')
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
  const isWide = told.some(({ block }) => block === 'table' || block === 'figure')
  const blocks: Block[] = isEmpty ? [paragraph(context.fill(section.empty))] : [...words, ...told]
  const own: Unnumbered = {
    id,
    heading,
    kind: entry.kind,
    // A part without anything that is wide needs no page of its own, nor one across.
    orientation: isWide ? (entry.orientation ?? 'portrait') : 'portrait',
    newPage: isWide && (entry.newPage ?? false),
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
