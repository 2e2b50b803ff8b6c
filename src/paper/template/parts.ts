/** The parts that a paper can be made of: what each is, and how it stands in the paper. */
import type { SectionKind } from '../outline/types.ts'

type PartEntry = {
  readonly code: string
  readonly says: string
  readonly kind: SectionKind
  /** Numbered in the order of the paper, lettered as an appendix, or neither. */
  readonly numbering: 'numbered' | 'appendix' | 'none'
  readonly orientation?: 'landscape'
  readonly newPage?: true
}

export const parts = [
  { code: 'summary', says: 'what the paper finds, and every exception', kind: 'summary', numbering: 'none' },
  { code: 'recommendations', says: 'what members are asked', kind: 'recommendations', numbering: 'none' },
  { code: 'introduction', says: 'what the figures are and how far they run', kind: 'analysis', numbering: 'numbered' },
  { code: 'year', says: 'the year in groups, with evidence', kind: 'analysis', numbering: 'numbered' },
  {
    code: 'dashboard',
    says: 'every indicator, value by value, and the counts behind',
    kind: 'dashboard',
    numbering: 'numbered',
    orientation: 'landscape',
    newPage: true,
  },
  { code: 'criteria', says: 'what makes an exception', kind: 'criteria', numbering: 'numbered' },
  { code: 'cards', says: 'a report card for each exception', kind: 'analysis', numbering: 'numbered' },
  {
    code: 'whole-system',
    says: 'what the linked cards say together',
    kind: 'analysis',
    numbering: 'numbered',
    newPage: true,
  },
  { code: 'actions', says: 'what is being done, by indicator', kind: 'action', numbering: 'numbered' },
  {
    code: 'statutory',
    says: 'the statutory results beside others',
    kind: 'results',
    numbering: 'numbered',
    orientation: 'landscape',
    newPage: true,
  },
  { code: 'targets', says: 'targets to come', kind: 'analysis', numbering: 'numbered', newPage: true },
  {
    code: 'target-sheets',
    says: 'a sheet for each proposed or agreed path of targets: definition, factors, targets, what they mean, reasons',
    kind: 'analysis',
    numbering: 'numbered',
    newPage: true,
  },
  { code: 'finance', says: 'what it means for the budget', kind: 'analysis', numbering: 'numbered' },
  { code: 'issues', says: 'issues, risks and innovation', kind: 'analysis', numbering: 'numbered' },
  { code: 'revisions', says: 'what was revised since the last meeting', kind: 'finding', numbering: 'numbered' },
  {
    code: 'measures',
    says: 'every measure with its verdict, target and words',
    kind: 'analysis',
    numbering: 'numbered',
  },
  { code: 'stated', says: 'what documents say in words, without a figure', kind: 'analysis', numbering: 'numbered' },
  {
    code: 'action-plan',
    says: 'every action with all its updates, meeting by meeting',
    kind: 'action',
    numbering: 'numbered',
    orientation: 'landscape',
    newPage: true,
  },
  {
    code: 'comparative',
    says: 'charts of chosen measures beside other councils',
    kind: 'appendix',
    numbering: 'appendix',
    newPage: true,
  },
  {
    code: 'benchmarks',
    says: 'the benchmarking appendix: a framework beside other councils',
    kind: 'appendix',
    numbering: 'appendix',
    orientation: 'landscape',
    newPage: true,
  },
  {
    code: 'tiles',
    says: 'every heading of the work: this quarter beside the last',
    kind: 'summary',
    numbering: 'numbered',
  },
  {
    code: 'round',
    says: 'headings of the work, each with its summary, achievements, concerns, measures and notes to act',
    kind: 'analysis',
    numbering: 'numbered',
  },
  {
    code: 'priorities',
    says: 'strategic priorities and objectives with the measures under each, or what feeds them',
    kind: 'analysis',
    numbering: 'numbered',
  },
  { code: 'ranks', says: 'how the printed ranks moved', kind: 'results', numbering: 'numbered' },
  {
    code: 'implications',
    says: 'what it means for money, law, climate, equality and else',
    kind: 'analysis',
    numbering: 'numbered',
  },
  {
    code: 'lines',
    says: 'every measure of some frameworks line by line, with its variants',
    kind: 'results',
    numbering: 'appendix',
    orientation: 'landscape',
    newPage: true,
  },
  { code: 'words', says: 'only words', kind: 'analysis', numbering: 'numbered' },
  { code: 'contact', says: 'whom to ask, by role', kind: 'analysis', numbering: 'none' },
  { code: 'formats', says: 'how to get it in another format', kind: 'analysis', numbering: 'none' },
  { code: 'prompts', says: 'questions for the discussion', kind: 'appendix', numbering: 'appendix' },
  { code: 'options', says: 'what members can ask for next', kind: 'appendix', numbering: 'appendix' },
] as const satisfies readonly PartEntry[]
export type Part = (typeof parts)[number]['code']

/** How a part stands in a paper. */
export function partOf(code: Part): PartEntry {
  return parts.find(entry => entry.code === code) as PartEntry
}
