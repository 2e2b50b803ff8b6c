/**
 * The lists of codes that the whole house speaks in. Each is written once; its type is derived from it, so that the
 * compiler finds every place that forgets a code.
 */

/** Which way is good. */
export const polarities = [
  { code: 'bigger', label: 'Bigger is better' },
  { code: 'smaller', label: 'Smaller is better' },
  { code: 'on_target', label: 'Neither too high nor too low' },
  { code: 'none', label: 'For information' },
] as const
export type Polarity = (typeof polarities)[number]['code']

/** What a value is counted in. `per` is what numerator ÷ denominator is multiplied by to give the value. */
export const units = [
  { code: 'percent', label: '%', per: 100 },
  { code: 'per_100k', label: 'per 100,000', per: 100_000 },
  { code: 'per_1k', label: 'per 1,000', per: 1000 },
  { code: 'count', label: 'number', per: null },
  { code: 'score', label: 'score', per: 1 },
  { code: 'days', label: 'days', per: 1 },
  { code: 'pounds', label: '£', per: 1 },
] as const
export type Unit = (typeof units)[number]['code']

export const frequencies = [
  { code: 'monthly', label: 'Monthly', months: 1 },
  { code: 'quarterly', label: 'Quarterly', months: 3 },
  { code: 'annual', label: 'Annual', months: 12 },
  { code: 'every_two_years', label: 'Every two years', months: 24 },
] as const
export type Frequency = (typeof frequencies)[number]['code']

/** How a value relates to time. `not_stated` is allowed and shown. */
export const kinds = [
  { code: 'snapshot', label: 'Snapshot at the end of the period' },
  { code: 'in_period', label: 'In the period' },
  { code: 'cumulative', label: 'Cumulative in the year' },
  { code: 'ytd_average', label: 'Average of the year to date' },
  { code: 'rolling_12', label: 'Rolling 12 months' },
  { code: 'not_stated', label: 'Kind not stated' },
] as const
export type Kind = (typeof kinds)[number]['code']

/** Why there is no value. `shorthand` is the symbol of government guidance on tables. */
export const reasons = [
  { code: 'not_available', label: 'not available', shorthand: '[x]' },
  { code: 'not_applicable', label: 'not applicable', shorthand: '[z]' },
  { code: 'suppressed', label: 'suppressed', shorthand: '[c]' },
  { code: 'not_due', label: 'not due yet', shorthand: '[x]' },
  { code: 'withheld', label: 'withheld', shorthand: '[c]' },
] as const
export type ReasonCode = (typeof reasons)[number]['code']

/** Which counts of an indicator are of people. */
export const peopleIn = [
  { code: 'both', label: 'numerator and denominator' },
  { code: 'numerator', label: 'numerator' },
  { code: 'denominator', label: 'denominator' },
  { code: 'neither', label: 'neither' },
] as const
export type PeopleIn = (typeof peopleIn)[number]['code']

export const marks = [
  { code: 'provisional', label: 'provisional', shorthand: '[p]' },
  { code: 'estimated', label: 'estimated', shorthand: '[e]' },
  { code: 'break', label: 'break before this period', shorthand: '[b]' },
  { code: 'not_comparable', label: 'not comparable', shorthand: '[n]' },
] as const
export type Mark = (typeof marks)[number]['code']

/** How a target spreads over the periods before its own. */
export const profiles = [
  { code: 'points', label: 'for its own period only' },
  { code: 'flat', label: 'the same in every period of the year' },
  { code: 'line', label: 'a straight line from the baseline' },
  { code: 'seasonal', label: "by earlier years' shares" },
] as const
export type Profile = (typeof profiles)[number]['code']

export const purposes = [
  { code: 'rated', label: 'rated' },
  { code: 'ambition', label: 'ambition, not rated' },
] as const
export type Purpose = (typeof purposes)[number]['code']

/** How a path to a goal is drawn. */
export const pathShapes = [
  { code: 'line', label: 'A straight line to a goal' },
  { code: 'points', label: 'A target of its own for each year' },
  { code: 'hold', label: 'Hold a rate' },
  { code: 'group_average', label: 'The average of a group by a year' },
  { code: 'top_quartile', label: 'The best quarter of a group by a year' },
] as const
export type PathShape = (typeof pathShapes)[number]['code']

/** How far a path has been decided. Only what is agreed is rated. */
export const pathStates = [
  { code: 'proposed', label: 'proposed' },
  { code: 'agreed', label: 'agreed' },
  { code: 'withdrawn', label: 'withdrawn' },
] as const
export type PathState = (typeof pathStates)[number]['code']

/** What stays the same where a target is put into people. */
export const volumeRules = [
  { code: 'same_total', label: 'out of as many as now' },
  { code: 'same_count', label: 'with as many counted as now' },
] as const
export type VolumeRule = (typeof volumeRules)[number]['code']

export const ratings = [
  { code: 'Green', letter: 'G', shape: 'circle' },
  { code: 'Amber', letter: 'A', shape: 'triangle' },
  { code: 'Red', letter: 'R', shape: 'diamond' },
] as const
export type Rating = (typeof ratings)[number]['code']

export const directions = [
  { code: 'better', label: 'better' },
  { code: 'worse', label: 'worse' },
  { code: 'no_change', label: 'no significant change' },
] as const
export type Direction = (typeof directions)[number]['code']

export const summaryGroups = [
  { code: 'sustained', label: 'Sustained good performance' },
  { code: 'improved', label: 'Improved' },
  { code: 'worsened', label: 'Worsened' },
  { code: 'challenging', label: 'Remains challenging' },
  { code: 'no_change', label: 'No significant change' },
] as const
export type SummaryGroup = (typeof summaryGroups)[number]['code']

/** Why an indicator goes to committee, in the order in which reasons are given. */
export const exceptionRules = [
  { code: 'off-target', label: 'Off target' },
  { code: 'deteriorating', label: 'Deteriorating' },
  { code: 'budget', label: 'Affects the budget' },
  { code: 'risk', label: 'Affects a corporate risk' },
] as const

/** The entry of a list that has this code. @throws RangeError when the list has no such code. */
export function entryOf<T extends { code: string }>(list: readonly T[], code: string): T {
  const found = list.find(entry => entry.code === code)
  if (!found)
    throw new RangeError(`Cannot find the code ${code}: the list holds ${list.map(entry => entry.code).join(', ')}`)
  return found
}

/** Which stage of the work a framework measures, where a report goes through all of them: money and people in, outcomes out. */
export const stages = [
  { code: 'priorities', label: 'Strategic priorities' },
  { code: 'inputs', label: 'Inputs' },
  { code: 'processes', label: 'Processes' },
  { code: 'outputs', label: 'Outputs' },
  { code: 'outcomes', label: 'Outcomes' },
] as const
export type Stage = (typeof stages)[number]['code']

/** What officers write under a heading of a report. */
export const noteKinds = [
  { code: 'summary', label: 'Summary' },
  { code: 'achievement', label: 'Achievements' },
  { code: 'concern', label: 'Concerns' },
  { code: 'implication', label: 'Implications' },
] as const
export type NoteKind = (typeof noteKinds)[number]['code']

/** What a report must say that it means for. The slug of each is what an implication stands under. */
export const implications = [
  { code: 'financial', label: 'Financial implications' },
  { code: 'legal', label: 'Legal implications' },
  { code: 'climate', label: 'Climate change and carbon reduction' },
  { code: 'equalities', label: 'Equalities implications' },
  { code: 'other', label: 'Other implications' },
] as const
