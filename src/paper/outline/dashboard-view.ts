import type { BoardAnswer, DashboardAnswer } from '../../answers/types.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { dayInWords } from '../../shared/words.ts'
import { signsAndChances } from './beside-table.ts'
import { countsTable, valuesTable } from './sections/dashboard.ts'
import { symbolsIn } from './symbols.ts'
import type { Paper, Section } from './types.ts'

type View = {
  /** The rows that the reader chose, in the chosen order. */
  readonly dashboard: DashboardAnswer
  /** What stands beside the ratings. */
  readonly beside: Pick<BoardAnswer, 'signals' | 'chances'>
  /** Whether the counts behind the values belong to it. */
  readonly counts: boolean
  /** Which rows these are: "5 of 15 indicators, worst rating first; rating: Red". */
  readonly rows: string
}

/** Some rows of a dashboard as a paper of one table, or of two with the counts, to be kept in a spreadsheet. */
export function dashboardView({ dashboard, beside, counts, rows }: View): Paper {
  const { organisation, framework, periods, moment } = dashboard
  const notes: string[] = []
  const note = (text: string) => {
    if (!notes.includes(text)) notes.push(text)
    return `[note ${notes.indexOf(text) + 1}]`
  }
  const id = 'dashboard'
  const section: Section = {
    id,
    heading: 'Dashboard',
    kind: 'dashboard',
    orientation: 'landscape',
    newPage: false,
    blocks: [
      valuesTable(dashboard, id, { note, isRevised: () => false }),
      ...signsAndChances(dashboard, beside, id, note),
      ...(counts ? countsTable(dashboard, id) : []),
    ],
  }
  const [first, last] = [periods[0], periods.at(-1)]
  const span = first && last ? `, ${periodInWords(first)} to ${periodInWords(last)}` : ''
  return {
    of: 'view',
    title: `${framework.name}${span}`,
    language: 'en-GB',
    organisation: organisation.name,
    committee: '',
    meetingDay: moment.asAt,
    status: `As known on ${dayInWords(moment.asAt)}`,
    frontMatter: [
      { label: 'Rows', text: rows },
      ...(organisation.notice ? [{ label: 'Notice', text: organisation.notice }] : []),
      ...(organisation.licence ? [{ label: 'Licence of the figures', text: organisation.licence }] : []),
    ],
    sections: [section],
    symbols: symbolsIn([section]),
    notes,
  }
}
