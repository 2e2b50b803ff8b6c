/** What the officers of the invented council write under the headings of their work, for its report in the round. */
import type { Row } from './exchange-tables.ts'

const said: readonly (readonly [under: string, type: string, text: string])[] = [
  ['vital-signs', 'summary', 'A year of two halves: waits grew until winter and have eased since.'],
  ['vital-signs', 'achievement', 'People who leave hospital wait less for care at home than a year ago.'],
  ['vital-signs', 'concern', 'The list of people who wait for an assessment is still long.'],
  ['workforce-finance', 'summary', 'New contracts hold staff for longer; agency work costs more than planned.'],
  ['workforce-finance', 'concern', 'Debt cannot be judged until the new charging policy is in force.'],
  ['ascof-2023', 'summary', 'Results of the survey of users are not due before the summer.'],
  ['financial', 'implication', 'What the figures mean for the budget stands with its lines.'],
  ['legal', 'implication', 'None.'],
  ['climate', 'implication', 'Fewer journeys of care workers, where rounds are planned by locality.'],
  ['equalities', 'implication', 'Figures by age, sex and locality are published with this report.'],
  ['other', 'implication', 'None.'],
]

export const notes: readonly Row[] = said.map(([under, type, text], at) => ({
  note: `${under}-${type}`,
  meeting: 'committee-2026-06-15',
  under,
  type,
  order: String(at + 1),
  text,
  source: 'paper-2026-06-15',
}))
