/**
 * What Leicester's report of 12 December 2017 says besides its tables, in our own words: its headings as frameworks, the
 * measures that it names and whose figures are lost with its appendices, what its officers note, and what it means.
 */
import type { Row } from './exchange-tables.ts'

const december = 'leicester-pm-2017-12-12'
const meeting = 'scrutiny-2017-12-12'
const quarter = '2017/18-Q2'
const sourced = (rows: readonly Row[]): Row[] => rows.map(row => ({ ...row, source: december }))

/** The headings whose appendices are lost, and safeguarding. The stage of each is our reading of paragraph 1.2. */
export const roundFrameworks = sourced([
  {
    framework: 'workforce-2017',
    name: 'Managing our resources: workforce',
    edition: '2017/18',
    description: 'The measures of the workforce that the text names. Appendix 2, with the figures, is lost.',
    rating: 'forecast',
    baseline_period: '2016/17',
    stage: 'inputs',
  },
  {
    framework: 'processes-2017',
    name: 'Business processes',
    edition: '2017/18',
    description: 'How well the work is done: the measures that the text names. Appendix 4, with the figures, is lost.',
    rating: 'forecast',
    baseline_period: '2016/17',
    stage: 'processes',
  },
  {
    framework: 'safeguarding-2017',
    name: 'Keeping people safe',
    edition: '2017/18',
    description: 'Enquiries to protect adults at risk, as the text gives them. No earlier figure is printed.',
    rating: 'forecast',
    stage: 'processes',
  },
  {
    framework: 'activity-2017',
    name: 'Activity',
    edition: '2017/18',
    description: 'How much is done: the measures that the text names. Appendix 4, with the figures, is lost.',
    rating: 'forecast',
    baseline_period: '2016/17',
    stage: 'outputs',
  },
  {
    framework: 'customer-2017',
    name: 'Customer service',
    edition: '2017/18',
    description:
      'What people say of the service: two questions at review, and measures that the text names. Appendix 5, with their figures, is lost.',
    rating: 'forecast',
    stage: 'outcomes',
  },
])

/** To which stage the frameworks belong that the tables of the report make. */
export const stageOf: Readonly<Record<string, string>> = {
  'ascof-2017': 'outcomes',
  'strategic-priorities-2017': 'priorities',
  'resources-2017': 'inputs',
}

type Lost = readonly [
  framework: string,
  indicator: string,
  name: string,
  shortName: string,
  polarity: string,
  unit: string,
]

/** Measures that the text names and of which no figure survives. Which way is good is what the text praises. */
const lost: readonly Lost[] = [
  ['workforce-2017', 'wf-sickness-short', 'Short-term sickness of staff', 'Short-term sickness', 'smaller', 'days'],
  ['workforce-2017', 'wf-sickness-long', 'Long-term sickness of staff', 'Long-term sickness', 'smaller', 'days'],
  [
    'workforce-2017',
    'wf-agency-spend',
    'Spending on agency and sessional staff',
    'Agency and sessional staff',
    'smaller',
    'pounds',
  ],
  ['workforce-2017', 'wf-overtime-spend', 'Spending on overtime', 'Overtime', 'smaller', 'pounds'],
  ['workforce-2017', 'wf-staff-costs', 'Staff costs of the department', 'Staff costs', 'smaller', 'pounds'],
  ['workforce-2017', 'wf-establishment', 'Posts in the establishment', 'Establishment', 'none', 'count'],
  ['workforce-2017', 'wf-vacancy-rate', 'Posts that are vacant', 'Vacancy rate', 'none', 'percent'],
  [
    'processes-2017',
    'bp-reviews-over-24-months',
    'Reviews not completed for over 24 months',
    'Reviews waiting over 24 months',
    'smaller',
    'count',
  ],
  [
    'processes-2017',
    'bp-reviews-12-to-24-months',
    'Reviews not completed for between one and two years',
    'Reviews waiting one to two years',
    'smaller',
    'count',
  ],
  ['activity-2017', 'ac-contacts', 'Contacts at the front door', 'Front-door contacts', 'smaller', 'count'],
  [
    'activity-2017',
    'ac-contacts-to-case',
    'New contacts that become a new case',
    'Contacts that become cases',
    'smaller',
    'count',
  ],
  ['activity-2017', 'ac-assessments', 'Assessments undertaken', 'Assessments', 'smaller', 'count'],
  ['activity-2017', 'ac-eligible', 'People assessed who have eligible needs', 'Eligible needs', 'smaller', 'count'],
  ['activity-2017', 'ac-long-term', 'People with long-term support', 'Long-term support', 'smaller', 'count'],
  [
    'activity-2017',
    'ac-low-level',
    'People given low-level or short-term support instead',
    'Low-level or short-term support',
    'bigger',
    'count',
  ],
  ['activity-2017', 'ac-care-homes', 'People in residential and nursing care', 'People in homes', 'smaller', 'count'],
  [
    'customer-2017',
    'cs-local-survey',
    'Answers to the local survey at assessment that are positive',
    'Local survey at assessment',
    'bigger',
    'percent',
  ],
  ['customer-2017', 'cs-complaints', 'Complaints received', 'Complaints', 'smaller', 'count'],
  ['customer-2017', 'cs-commendations', 'Commendations of staff', 'Commendations', 'bigger', 'count'],
]

const appendixOf: Readonly<Record<string, string>> = {
  'workforce-2017': 'appendix 2',
  'processes-2017': 'appendix 4',
  'activity-2017': 'appendix 4',
  'customer-2017': 'appendix 5',
}
const topics: Readonly<Record<string, string>> = {
  'workforce-2017': 'Workforce',
  'processes-2017': 'Business processes',
  'activity-2017': 'Activity',
  'customer-2017': 'Customer experience',
}
const isNotMade = (indicator: string) => indicator === 'wf-establishment' || indicator === 'wf-vacancy-rate'

export const lostIndicators = sourced(
  lost.map(([framework, indicator, name, short_name, polarity, unit]) => ({
    indicator,
    name,
    short_name,
    description: `Named in the text; its definition stood in ${appendixOf[framework]}, which is lost.`,
    topic: topics[framework] ?? '',
    polarity,
    unit,
    kind: 'not_stated',
    frequency: 'quarterly',
    counts: 'exact',
  })),
)

export const lostObservations = sourced(
  lost.map(([framework, indicator]) => ({
    indicator,
    geography: 'leicester',
    period: quarter,
    reason: 'not_available',
    note: isNotMade(indicator)
      ? 'the report itself says that it is not available'
      : `printed in ${appendixOf[framework]}, which is lost`,
  })),
)

export const lostMemberships = (framework: string, first: number): Row[] =>
  sourced(
    lost
      .filter(row => row[0] === framework)
      .map((row, at) => ({
        framework,
        indicator: row[1],
        section: topics[framework] ?? '',
        order: String(first + at),
      })),
  )

/** The local survey counts differently from Q2 on, so that its scores are not to be compared with those before. */
export const roundDefinitions = sourced([
  { indicator: 'cs-local-survey', version: '1', text: 'Every positive answer counts.' },
  {
    indicator: 'cs-local-survey',
    version: '2',
    from: quarter,
    breaks: 'yes',
    text: 'Only the most positive answers count, so that scores differ more and change can be seen.',
  },
])

/** Which ASCOF measures each priority is followed by: our reading of the priority's own words, as appendix 1 is lost. */
export const priorityMeasures: Readonly<Record<string, readonly string[]>> = {
  SP1: ['sg-alerts', 'sg-threshold-met', 'sg-action-24h', 'sg-completed-28d', 'sg-outcomes-met'],
  SP2: ['ascof-2d'],
  SP3: ['ascof-1g', 'ascof-1h', 'ascof-2ai'],
  SP4: ['ascof-2aii', 'ascof-2bi-local', 'ascof-2bii-local'],
}

export const prioritySections: Readonly<Record<string, string>> = {
  SP1: 'SP1 Keeping people safe',
  SP2: 'SP2 Prevention and independence',
  SP3: 'SP3 Working age at home',
  SP4: 'SP4 Older people at home',
}

/** What feeds a priority, and what is said of it. */
export const priorityMore: Readonly<Record<string, Row>> = {
  SP1: { note: 'The measures of the text; that they follow this priority is our reading, as appendix 1 is lost.' },
  SP2: { note: 'The text names short-term support; that it follows this priority is our reading.' },
  SP3: { note: 'ASCOF measures of what the priority says of working age; our reading, as appendix 1 is lost.' },
  SP4: { note: 'ASCOF measures of what the priority says of older people; our reading, as appendix 1 is lost.' },
  SP5: { note: 'Measures to follow in Q3.' },
  SP6: { fed_by: 'customer-2017;ascof-2017;safeguarding-2017;activity-2017;processes-2017' },
}

type Said = readonly [under: string, type: string, text: string]

/** What the officers say under each heading, in our words. Figures stand in the tables of figures, not here. */
const said: readonly Said[] = [
  [
    'strategic-priorities-2017',
    'summary',
    'Officers see real progress on the priorities, and hold that having few of them, in plain sight, has helped. Priority three is the exception; priority five has no measures yet, and priority six takes its counts from other headings.',
  ],
  ['strategic-priorities-2017', 'achievement', 'First results on keeping people safe are mostly good.'],
  [
    'strategic-priorities-2017',
    'achievement',
    'What people say in the national survey, in the local survey at assessment and at review is encouraging.',
  ],
  [
    'strategic-priorities-2017',
    'achievement',
    'Prevention and enablement move forward, above all in what short-term support achieves.',
  ],
  ['strategic-priorities-2017', 'concern', 'Priority three, independence in working age, slipped this quarter.'],
  ['strategic-priorities-2017', 'concern', 'Priority five still waits for measures; reports on it are to begin in Q3.'],
  [
    'resources-2017',
    'summary',
    'The underspend will not come again: savings planned for later years were made early. Officers find the rise in need that they project for two more years affordable with the new money of the Better Care Fund.',
  ],
  [
    'resources-2017',
    'achievement',
    'Vacant posts, voluntary redundancies, the enablement service and a closed intermediate care centre brought savings ahead of plan.',
  ],
  [
    'resources-2017',
    'achievement',
    'Reviews of care packages, fees, and the share that the NHS pays offset much of the rising cost.',
  ],
  [
    'resources-2017',
    'concern',
    'People who have care already need more of it, faster every year: mostly people aged 75 and over, and older people with a learning disability.',
  ],
  [
    'workforce-2017',
    'summary',
    'The new personnel system could not report at the end of Q1. Most of it now can; establishment and vacancy rates are still missing.',
  ],
  [
    'workforce-2017',
    'achievement',
    'Sickness fell in both divisions, short-term and long-term, for the first time since it is reported.',
  ],
  [
    'workforce-2017',
    'achievement',
    'Agency and sessional staff, overtime, and staff as a whole cost less than a year before.',
  ],
  ['workforce-2017', 'concern', 'Nothing in the data that there are gives cause for concern.'],
  [
    'processes-2017',
    'summary',
    'Targets for the end of the year are now set where they make sense, proposed by heads of service.',
  ],
  ['processes-2017', 'achievement', 'Far fewer reviews have waited for more than two years.'],
  ['processes-2017', 'concern', 'Reviews that have waited between one and two years fall much more slowly.'],
  [
    'safeguarding-2017',
    'summary',
    'Since the Care Act 2014 councils have a duty to make enquiries to protect adults at risk. The most common reasons for support after physical support are mental health and learning disability.',
  ],
  ['activity-2017', 'summary', 'Most of what can be judged got better, though a little less of it than in Q1.'],
  [
    'activity-2017',
    'achievement',
    'Demand is managed better: fewer contacts, fewer that become cases, fewer assessments, and fewer people with long-term support.',
  ],
  [
    'activity-2017',
    'concern',
    'The number of people in residential and nursing care has stayed level for years: nothing shows yet that efforts to reduce it work.',
  ],
  [
    'ascof-2017',
    'summary',
    'Gaps in the data limit what can be judged: there is no survey of carers this year, the survey of users reports in May 2018, and no new guidance has come on delays, reablement after hospital and the two measures of mental health.',
  ],
  ['ascof-2017', 'achievement', 'The national figures of 2016/17 are final, so that the council can be ranked.'],
  [
    'ascof-2017',
    'achievement',
    'Self-directed support stays strong, and short-term support does better than a year ago.',
  ],
  [
    'ascof-2017',
    'concern',
    'Officers find admissions to homes markedly higher than a year before, though a revised count keeps both measures on course for their targets.',
  ],
  ['ascof-2017', 'concern', 'Delays look worse on the figures published to August.'],
  [
    'ascof-2017',
    'concern',
    'Both measures of learning disability dipped again, and independent living with mental ill health fell back after a good first quarter.',
  ],
  [
    'customer-2017',
    'summary',
    'The local survey used to count every positive answer, so that nearly all scores were high and hardly moved. From this quarter it counts only the most positive ones.',
  ],
  [
    'customer-2017',
    'achievement',
    'In the national survey quality of life, control over daily life, satisfaction and finding information all rose.',
  ],
  ['customer-2017', 'achievement', 'Complaints fell after Q1 and are now level with the year before.'],
  [
    'customer-2017',
    'concern',
    'Staff got far fewer commendations this quarter, though the year so far is much like the last.',
  ],
  ['financial', 'implication', 'They are told under the budget in this report.'],
  ['legal', 'implication', 'At this stage nothing in this report has direct legal implications.'],
  ['climate', 'implication', 'None that are direct.'],
  [
    'equalities',
    'implication',
    'The six priorities, with the new one on safety, serve the public sector equality duty, and the outcomes show that care improves lives that meet unequal health and means. Looking at outcomes by protected characteristic as well would help against discrimination, in so diverse a city.',
  ],
  ['other', 'implication', 'None.'],
]

export const roundNotes = sourced(
  said.map(([under, type, text], at) => {
    const before = said.slice(0, at).filter(each => each[0] === under && each[1] === type).length
    const note = [under, type, ...(type === 'achievement' || type === 'concern' ? [String(before + 1)] : [])].join('-')
    return { note, meeting, under, type, order: String(before + 1), text }
  }),
)

/** Under which heading each note to act stands, and which is a note to look again. */
export const actionPlaces: Readonly<Record<string, Row>> = {
  'lei-1': { under: 'processes-2017', type: 'action' },
  'lei-2': { under: 'processes-2017', type: 'action' },
  'lei-3': { under: 'safeguarding-2017', type: 'action' },
  'lei-4': { under: 'activity-2017', type: 'action' },
  'lei-5': { under: 'safeguarding-2017', type: 'review' },
}

/** Reasons for support of people in enquiries: one is printed, the next two are only named. */
export const supportReasons = sourced([
  {
    indicator: 'sg-individuals',
    geography: 'leicester',
    breakdown: 'support-reason=physical-support',
    period: quarter,
    value: '26',
    note: 'of 61 people with a recorded reason',
  },
  ...['mental-health', 'learning-disability'].map(reason => ({
    indicator: 'sg-individuals',
    geography: 'leicester',
    breakdown: `support-reason=${reason}`,
    period: quarter,
    reason: 'not_available',
    note: 'named as one of the next most common; its number is not printed',
  })),
])
