import type { ReportAnswer } from '../../answers/report/report.ts'
import { ownerOf } from '../../answers/wording.ts'
import { dayInWords } from '../../shared/words.ts'
import type { Template, TemplateSection } from '../template/template.ts'
import type { Block } from './types.ts'

/** What every section is told from. */
export type Context = {
  readonly report: ReportAnswer
  /** The council as its line in a chart is labelled: "Norfolk". */
  readonly owner: string
  /** Fixed words with the names filled in. */
  readonly fill: (text: string) => string
  /** Keeps a note for the end of the paper, once, and gives its reference: "[note 1]". */
  readonly note: (text: string) => string
  /** Frameworks whose headings of the work the paper prints. */
  readonly printed: ReadonlySet<string>
}

/** What a part says, after the fixed words of the template; empty when the register has nothing for it. */
export type Teller = (context: Context, section: TemplateSection, id: string) => Block[]

/** The context of a paper, with the list in which its notes gather. */
export function contextOf(report: ReportAnswer, template: Template): { context: Context; notes: string[] } {
  const notes: string[] = []
  const { organisation, framework } = report.overview.dashboard
  const named: Readonly<Record<string, string>> = {
    organisation: organisation.name,
    area: report.areaName,
    committee: report.meeting.committee,
    framework: framework.name,
    'meeting day': dayInWords(report.meeting.date),
  }
  const context: Context = {
    report,
    owner: ownerOf(organisation.name),
    fill: text => text.replace(/\{([^}]*)\}/g, (all, name: string) => named[name] ?? all),
    note: text => {
      if (!notes.includes(text)) notes.push(text)
      return `[note ${notes.indexOf(text) + 1}]`
    },
    printed: new Set([
      ...template.sections.filter(({ part }) => part === 'round').flatMap(({ frameworks }) => frameworks),
      ...(template.sections.some(({ part }) => part === 'priorities')
        ? (report.round?.headings ?? []).filter(each => each.stage === 'priorities').map(each => each.framework.slug)
        : []),
    ]),
  }
  return { context, notes }
}
