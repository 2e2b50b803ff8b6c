/** What is said and done at the invented council: meetings, actions, comments, budget lines and risks, in plain words. */
import type { Row } from './exchange-tables.ts'

const days = ['2025-09-15', '2025-12-08', '2026-03-09', '2026-06-15'] as const
const started = 'starting-data'
const strategy = 'strategy-2025'
const paper = (day: string) => `paper-${day}`

const quarters: Readonly<Record<string, string>> = {
  '2025-09-15': 'first quarter of 2025/26',
  '2025-12-08': 'second quarter of 2025/26',
  '2026-03-09': 'third quarter of 2025/26',
  '2026-06-15': 'end of 2025/26',
}

/** Once a year the committee sees every indicator. */
const review = '2026-07-13'

export const meetings: readonly Row[] = [
  ...days.map(day => ({ day, framework: 'vital-signs', about: quarters[day] ?? '' })),
  { day: review, framework: 'annual-review', about: 'annual review of 2025/26' },
].map(({ day, framework, about }) => ({
  meeting: `committee-${day}`,
  framework,
  committee: 'Adult Social Care and Health Committee',
  date: day,
  title: `Adult social care performance: ${about}`,
  source: paper(day),
}))

const said: Readonly<Record<string, readonly (readonly [verb: string, text: string, due?: string])[]>> = {
  '2025-09-15': [
    ['note', 'Note performance at the end of the first quarter.'],
    ['agree', 'Agree the actions in the report cards on assessments, waiting and hospital discharge.'],
    ['receive', 'Receive a plan for the waiting list at the next meeting.', '2025-12-08'],
  ],
  '2025-12-08': [
    ['note', 'Note performance at the end of the second quarter, and that the delays of July to September came late.'],
    ['agree', 'Agree to change the goal for people waiting from 450 to 600, with the reasons in the report card.'],
    ['delegate', 'Leave it to the Executive Director to agree winter funding with the hospital trust.'],
  ],
  '2026-03-09': [
    ['note', 'Note performance at the end of the third quarter.'],
    ['agree', 'Agree to withdraw the goal for debt until the new charging policy is in force.'],
    ['receive', 'Receive a report on direct payments in June.', '2026-06-15'],
  ],
  '2026-06-15': [
    ['note', 'Note performance in 2025/26, and which results are provisional.'],
    ['agree', 'Agree the actions in the report cards for 2026/27.'],
    ['delegate', 'Leave it to the Executive Director to submit the statutory returns.'],
    ['receive', 'Receive a report on the survey of users once its results are published.', '2026-09-14'],
  ],
  [review]: [
    ['note', 'Note how all sixty indicators stand at the end of 2025/26.'],
    ['agree', 'Agree which indicators the committee sees at every meeting of 2026/27.'],
    ['delegate', 'Leave it to the Executive Director to set the goals that are still to be set for 2026/27.'],
  ],
}

export const recommendations: readonly Row[] = [...days, review].flatMap(day =>
  (said[day] ?? []).map(([verb, text, due], at) => ({
    recommendation: `committee-${day}-${at + 1}`,
    meeting: `committee-${day}`,
    number: String(at + 1),
    verb,
    text,
    due: due ?? '',
    source: paper(day),
  })),
)

type Update = readonly [day: string, state: 'open' | 'done' | 'cannot_be_completed', text: string, complete?: 'no']
type Action = {
  readonly slug: string
  readonly indicators: readonly string[]
  readonly text: string
  readonly owner: string
  /** The first meeting that lists it, and the last. */
  readonly from: (typeof days)[number]
  readonly to?: (typeof days)[number]
  readonly due: string
  readonly note?: string
  readonly updates: readonly Update[]
}

const allActions: readonly Action[] = [
  {
    slug: 'assessment-posts',
    indicators: ['assessments-within-28-days', 'waiting-for-assessment'],
    text: 'Fill the vacant posts in both assessment teams.',
    owner: 'Head of Access and Assessment',
    from: '2025-09-15',
    due: '2026-03-31',
    updates: [
      ['2025-12-08', 'open', 'Six of seventeen posts are filled. A second round of interviews is in January.'],
      ['2026-03-09', 'open', 'Eleven posts are still vacant: three people who had accepted withdrew.'],
      ['2026-06-15', 'open', 'Four posts are vacant. New staff start with a full caseload in July.'],
    ],
  },
  {
    slug: 'waiting-list-calls',
    indicators: ['waiting-for-assessment'],
    text: 'Call everyone who has waited more than six weeks, and put those at risk first.',
    owner: 'Head of Access and Assessment',
    from: '2025-09-15',
    to: '2026-03-09',
    due: '2025-12-31',
    updates: [
      ['2025-12-08', 'open', 'Two in three people have been called. About one in ten no longer needs an assessment.'],
      [
        '2026-03-09',
        'done',
        'Everyone on the list of September has been called; the calls are now part of the weekly routine.',
      ],
    ],
  },
  {
    slug: 'waiting-list-plan',
    indicators: ['waiting-for-assessment'],
    text: 'Bring a plan for the waiting list to the committee.',
    owner: 'Head of Access and Assessment',
    from: '2025-09-15',
    to: '2025-12-08',
    due: '2025-12-08',
    updates: [['2025-12-08', 'done', 'The plan is in the report card, with the changed goal.']],
  },
  {
    slug: 'advice-hubs',
    indicators: ['requests-resolved-early'],
    text: 'Open advice hubs in the libraries of all four localities.',
    owner: 'Head of Access and Assessment',
    from: '2025-09-15',
    due: '2026-09-30',
    updates: [
      ['2025-12-08', 'open', 'North and South are open.'],
      ['2026-03-09', 'open', 'East opened in February.'],
      ['2026-06-15', 'open', 'West waits for building work, now expected to end in August.'],
    ],
  },
  {
    slug: 'discharge-weekends',
    indicators: ['discharge-delay-days', 'delayed-rate'],
    text: 'Staff the hospital discharge team on Saturdays and Sundays.',
    owner: 'Head of Reablement and Hospital Discharge',
    from: '2025-09-15',
    to: '2026-03-09',
    due: '2025-11-30',
    updates: [
      ['2025-12-08', 'open', 'Saturdays are staffed since November.'],
      ['2026-03-09', 'done', 'Both days are staffed since February.'],
    ],
  },
  {
    slug: 'trust-data',
    indicators: ['delayed-rate'],
    text: 'Agree one count of delays with the hospital trust, sent by the tenth of each month.',
    owner: 'Performance and Insight Manager',
    from: '2025-09-15',
    due: '2026-06-30',
    updates: [
      ['2025-12-08', 'open', 'The missing months arrived on 1 December. The trust has named a contact.'],
      ['2026-03-09', 'open', 'The count is agreed; two months came on time and one a week late.'],
      ['2026-06-15', 'done', 'Three months in a row have come on time.'],
    ],
  },
  {
    slug: 'step-down-beds',
    indicators: ['step-down-bed-occupancy'],
    text: 'Buy eight more step-down beds in West Harrowmere.',
    owner: 'Head of Commissioning',
    from: '2025-12-08',
    due: '2026-02-28',
    note: 'Taken up again with another provider in 2026/27.',
    updates: [
      ['2026-03-09', 'open', 'Two homes have offered; the price of one is above the limit.'],
      ['2026-06-15', 'cannot_be_completed', 'Both offers were withdrawn. No other home in West Harrowmere has room.'],
    ],
  },
  {
    slug: 'reablement-therapists',
    indicators: ['reablement-no-further-support', 'home-after-91-days'],
    text: 'Add two occupational therapists to the reablement team.',
    owner: 'Head of Reablement and Hospital Discharge',
    from: '2025-09-15',
    to: '2025-12-08',
    due: '2025-12-31',
    updates: [['2025-12-08', 'done', 'Both started in November.']],
  },
  {
    slug: 'placement-panel',
    indicators: ['admissions-65-plus-rate', 'admissions-18-64-rate'],
    text: 'Look at every proposed care home place in a weekly panel before it is agreed.',
    owner: 'Head of Community Social Work',
    from: '2025-12-08',
    due: '2026-03-31',
    updates: [
      ['2026-03-09', 'open', 'The panel meets since January. One in eight proposals has found another answer.'],
      ['2026-06-15', 'open', 'The panel goes on; extra care flats are short, above all in East Harrowmere.'],
    ],
  },
  {
    slug: 'extra-care',
    indicators: ['admissions-65-plus-rate', 'community-share'],
    text: 'Agree nominations to the new extra care scheme with the housing association.',
    owner: 'Head of Commissioning',
    from: '2026-03-09',
    due: '2026-10-31',
    updates: [['2026-06-15', 'open', 'A draft agreement is with the association’s board.']],
  },
  {
    slug: 'direct-payment-support',
    indicators: ['direct-payments-share', 'ascof-3d-i'],
    text: 'Find a new provider of payroll and advice for people with direct payments.',
    owner: 'Head of Commissioning',
    from: '2026-03-09',
    due: '2026-07-31',
    updates: [
      [
        '2026-06-15',
        'open',
        'Three bids are in. Until the contract starts, the council’s own team helps people who',
        'no',
      ],
    ],
  },
  {
    slug: 'carers-offer',
    indicators: ['carers-supported-rate'],
    text: 'Offer a carer’s assessment at every review of the person they care for.',
    owner: 'Head of Commissioning',
    from: '2025-12-08',
    due: '2026-06-30',
    updates: [
      ['2026-03-09', 'open', 'Built into the review form since January.'],
      ['2026-06-15', 'open', 'Offers have doubled; it is too early to see it in a rate that looks back twelve months.'],
    ],
  },
  {
    slug: 'provider-visits',
    indicators: ['cqc-good-or-better'],
    text: 'Visit every provider rated “requires improvement” within a month of the rating.',
    owner: 'Head of Safeguarding and Quality',
    from: '2025-09-15',
    due: '2026-06-30',
    updates: [
      ['2025-12-08', 'open', 'All but two visits were made in time.'],
      ['2026-03-09', 'open', 'All visits were made in time.'],
      ['2026-06-15', 'done', 'Visits are part of the routine; two homes have been rated good since.'],
    ],
  },
  {
    slug: 'review-quality',
    indicators: ['reviews-reduced-18-64'],
    text: 'Read a sample of forty reviews that reduced support, to see whether it was right for the person.',
    owner: 'Principal Social Worker',
    from: '2026-03-09',
    due: '2026-05-31',
    updates: [
      [
        '2026-06-15',
        'done',
        'In thirty-eight of forty the change was what the person wanted. Two have been looked at again.',
      ],
    ],
  },
]

/** One row for each meeting that lists the action, with the meetings known by then. */
export const actions: readonly Row[] = allActions.flatMap(action => {
  const listed = days.slice(days.indexOf(action.from), action.to ? days.indexOf(action.to) + 1 : days.length)
  return listed.map((day, at) => ({
    action: action.slug,
    indicators: action.indicators.join(';'),
    description: action.text,
    owner_role: action.owner,
    raised_on: action.from,
    due_on: action.due,
    listed_on: listed.slice(0, at + 1).join(';'),
    note: at === listed.length - 1 ? (action.note ?? '') : '',
    source: paper(day),
  }))
})

export const actionUpdates: readonly Row[] = allActions.flatMap(({ slug, updates }) =>
  updates.map(([date, state, text, complete]) => ({
    action: slug,
    date,
    state,
    text,
    complete: complete ?? 'yes',
    source: paper(date),
  })),
)

type Comment = readonly [day: string, indicator: string, period: string, role: string, text: string]

const comments: readonly Comment[] = [
  [
    '2025-09-15',
    'assessments-within-28-days',
    '2025-06',
    'Head of Access and Assessment',
    'More people ask for support than a year ago, and seventeen posts are vacant. Assessments for people leaving hospital come first, so others wait longer.',
  ],
  [
    '2025-09-15',
    'requests-resolved-early',
    '2025-06',
    'Head of Access and Assessment',
    'The new script for first calls and two advice hubs help more people at once.',
  ],
  [
    '2025-09-15',
    'delayed-rate',
    '2025-07',
    'Performance and Insight Manager',
    'The hospital trust has changed its system and sent no figures for July. We expect them in the autumn.',
  ],
  [
    '2025-12-08',
    'delayed-rate',
    '2025-09',
    'Head of Reablement and Hospital Discharge',
    'The three missing months have arrived. Delays rose through September, mostly for people who wait for home care in the west.',
  ],
  [
    '2025-12-08',
    'waiting-for-assessment',
    '2025-10',
    'Head of Access and Assessment',
    'The list grows by about ten people a month. The old goal assumed full teams by October; the changed one assumes full teams by July 2026.',
  ],
  [
    '2025-12-08',
    'cqc-good-or-better',
    '2025-07',
    'Head of Safeguarding and Quality',
    'Three providers were counted under an old name in May to July. The figures have been corrected and are slightly higher.',
  ],
  [
    '2025-12-08',
    'supervision-rate',
    '2025-08',
    'Head of Workforce',
    'August has been taken back while we check one team’s records.',
  ],
  [
    '2026-03-09',
    'delayed-rate',
    '2025-12',
    'Head of Reablement and Hospital Discharge',
    'Winter came early. Weekend discharge helps, but beds in the community are full.',
  ],
  [
    '2026-03-09',
    'direct-payments-share',
    '2026-01',
    'Head of Community Social Work',
    'The provider of payroll help gave notice in December, and some people have gone back to services that the council arranges.',
  ],
  [
    '2026-03-09',
    'step-down-bed-occupancy',
    '2026-01',
    'Head of Commissioning',
    'With nearly every bed in use there is none when the hospital needs it. We are looking for eight more.',
  ],
  [
    '2026-06-15',
    'assessments-within-28-days',
    '2026-03',
    'Head of Access and Assessment',
    'The lowest share in three years. Four posts are still vacant; new staff will have full caseloads from July.',
  ],
  [
    '2026-06-15',
    'direct-payments-share',
    '2026-03',
    'Head of Community Social Work',
    'The share has fallen since January, for the reason given in March. The new contract should start in August.',
  ],
  [
    '2026-06-15',
    'admissions-65-plus-rate',
    '2026-03',
    'Head of Community Social Work',
    'More people were admitted straight from hospital in winter. The panel has slowed the rise since January and not stopped it.',
  ],
  [
    '2026-06-15',
    'admissions-18-64-rate',
    '2026-03',
    'Head of Community Social Work',
    'Supported living now takes people who would have gone into a care home two years ago.',
  ],
  [
    '2026-06-15',
    'reablement-no-further-support',
    '2026-03',
    'Head of Reablement and Hospital Discharge',
    'The two new therapists see everyone in their first week.',
  ],
  [
    '2026-06-15',
    'carers-supported-rate',
    '2026-03',
    'Head of Commissioning',
    'Fewer carers come forward on their own. The offer at reviews should show from the autumn.',
  ],
  [
    '2026-06-15',
    'agency-spend',
    '2026-03',
    'Head of Workforce',
    'From December the figure includes the bridging team, which a grant pays for and the target leaves out.',
  ],
  [
    '2026-06-15',
    'debt-over-six-months',
    '2026-03',
    'Head of Finance',
    'Debt goes on rising slowly. There is no goal until the charging policy is in force.',
  ],
]

export const commentary: readonly Row[] = comments.map(([day, indicator, period, role, text]) => ({
  indicator,
  period,
  name: `committee-${day}`,
  text,
  author_role: role,
  source: paper(day),
}))

/** Forecasts of each meeting, in millions of pounds, where they differ from the one before. */
const lines: readonly (readonly [slug: string, name: string, budget: string, forecasts: readonly string[]])[] = [
  ['residential-65-plus', 'Care homes, aged 65 and over', '78.4', ['79.1', '79.9', '81.2', '81.6']],
  ['residential-18-64', 'Care homes, aged 18 to 64', '41.2', ['41.0', '40.6', '40.1', '40.0']],
  ['home-care', 'Home care', '46.9', ['47.2', '47.6', '47.9', '48.1']],
  ['direct-payments', 'Direct payments', '24.3', ['24.4', '24.5', '24.1', '23.8']],
  ['reablement', 'Reablement and step-down beds', '11.8', ['11.8', '12.0', '12.3', '12.4']],
  ['assessment-teams', 'Assessment and social work teams', '19.6', ['18.9', '18.6', '18.8', '19.0']],
]

export const budgetLines: readonly Row[] = lines.flatMap(([line, name, budget, forecasts]) =>
  days.map((day, at) => ({
    line,
    period: '2025/26',
    name,
    budget,
    forecast: forecasts[at] ?? '',
    unit: '£m',
    note: at === 3 ? 'Outturn, before audit.' : '',
    source: paper(day),
  })),
)

export const risks: readonly Row[] = [
  {
    risk: 'waiting-harm',
    name: 'A person comes to harm while waiting for an assessment',
    score: '20 of 25',
    owner_role: 'Executive Director, Adult Social Care',
    note: 'Raised from 15 in September 2025.',
    source: 'paper-2025-09-15',
  },
  {
    risk: 'market-failure',
    name: 'A large provider of care fails or leaves the county',
    score: '12 of 25',
    owner_role: 'Head of Commissioning',
    source: started,
  },
  {
    risk: 'hospital-flow',
    name: 'People cannot leave hospital because care is not ready',
    score: '16 of 25',
    owner_role: 'Head of Reablement and Hospital Discharge',
    source: started,
  },
  {
    risk: 'workforce',
    name: 'Too few social workers to meet the council’s duties',
    score: '15 of 25',
    owner_role: 'Head of Workforce',
    source: started,
  },
]

export const links: readonly Row[] = [
  {
    indicator: 'waiting-for-assessment',
    rule: 'risk',
    to: 'waiting-harm',
    reason: 'The longer the list, the likelier that a need grows unseen.',
    active: 'yes',
    source: 'paper-2025-09-15',
  },
  {
    indicator: 'admissions-65-plus-rate',
    rule: 'budget',
    to: 'residential-65-plus',
    reason: 'Each admission above the goal costs about £49,000 a year.',
    active: 'yes',
    source: 'paper-2025-12-08',
  },
  {
    indicator: 'step-down-bed-occupancy',
    rule: 'risk',
    to: 'hospital-flow',
    reason: 'With every bed in use, people wait in hospital.',
    active: 'yes',
    source: 'paper-2026-03-09',
  },
  {
    indicator: 'cqc-good-or-better',
    rule: 'risk',
    to: 'market-failure',
    reason: 'Two large providers were rated inadequate in one month.',
    active: 'yes',
    source: 'paper-2025-09-15',
  },
  {
    indicator: 'cqc-good-or-better',
    rule: 'risk',
    to: 'market-failure',
    reason: 'Both providers have been rated good since.',
    active: 'no',
    source: 'paper-2026-03-09',
  },
]

export const statedComparisons: readonly Row[] = [
  {
    indicator: 'ascof-1d',
    period: '2024/25',
    number: '1',
    comparison: 'Said to be about the same as the near neighbours.',
    source: 'paper-2025-12-08',
  },
  {
    indicator: 'ascof-local-ld-work',
    period: '2024/25',
    number: '1',
    comparison: 'Said to have fallen in the region as well.',
    source: 'paper-2025-12-08',
  },
  {
    indicator: 'ascof-local-ld-work',
    period: '2024/25',
    number: '2',
    comparison: 'Said to be held back by the closure of a supported employer.',
    source: 'paper-2025-12-08',
  },
  {
    indicator: 'waiting-for-assessment',
    period: '2025-12',
    number: '1',
    comparison: 'Waits in the region are said to have grown as well.',
    source: 'paper-2026-03-09',
  },
  {
    indicator: 'carers-supported-rate',
    period: '2025/26',
    number: '1',
    comparison: 'The year was expected to end a little below the year before.',
    tells: 'outturn',
    source: 'paper-2026-03-09',
  },
]

type Aim = readonly [
  slug: string,
  type: 'priority' | 'objective',
  text: string,
  indicators: string,
  note?: string,
  fedBy?: string,
]
const aims: readonly Aim[] = [
  [
    'advice-first',
    'priority',
    'Help people early, near where they live',
    'requests-resolved-early;assessments-within-28-days;waiting-for-assessment',
  ],
  [
    'home-first',
    'priority',
    'Help people to stay at home, and to get home again',
    'discharge-delay-days;delayed-rate;home-after-91-days;admissions-65-plus-rate',
  ],
  [
    'safe-and-good',
    'priority',
    'Make care safe and good, wherever it is given',
    'cqc-good-or-better;safeguarding-outcomes-met',
  ],
  ['strong-team', 'priority', 'Keep and grow a skilled workforce', '', '', 'workforce-finance'],
  [
    'hubs-2026',
    'objective',
    'An advice hub in each of the four localities by September 2026',
    '',
    'Told by the hubs that are open; no measure stands under it.',
  ],
  [
    'panel-2026',
    'objective',
    'Fewer admissions to care homes in 2026/27 than in 2024/25',
    'admissions-18-64-rate;admissions-65-plus-rate',
  ],
  [
    'carers-2027',
    'objective',
    'An offer of support for every carer known to us by March 2027',
    'carers-supported-rate',
  ],
]

export const priorities: readonly Row[] = aims.map(([priority, type, text, under, note = '', fedBy = ''], at) => ({
  priority,
  type,
  order: String(type === 'priority' ? at + 1 : at - 3),
  text,
  indicators: under,
  fed_by: fedBy,
  note,
  source: strategy,
}))

const standard: readonly (readonly [slug: string, name: string, description: string])[] = [
  ['accept', 'Accept the actions', 'Accept the actions in the report card and say when to report back.'],
  ['add', 'Ask for other actions', 'Name other or further actions and say when to report back.'],
  ['visit', 'Visit', 'See the service and speak with the people who use it.'],
  ['task-group', 'Set up a task group', 'A small group of members looks into it and reports back.'],
  ['cabinet', 'Refer to Cabinet', 'For changes of policy or money.'],
]

export const options: readonly Row[] = standard.map(([option, name, description], at) => ({
  option,
  order: String(at + 1),
  name,
  description,
  listed_on: days[0],
  source: paper(days[0]),
}))

export const overrides: readonly Row[] = [
  {
    framework: 'vital-signs',
    indicator: 'carers-supported-rate',
    period: '2026-03',
    group: 'worsened',
    reason: 'The change in twelve months is small, but the rate has fallen in each of three years.',
    source: paper('2026-06-15'),
  },
]

export const rebases: readonly Row[] = [
  {
    indicator: 'requests-resolved-early',
    period: '2024-11',
    reason: 'Advice workers joined the first contact team.',
    source: paper('2025-09-15'),
  },
]

/** Proposed after the last paper, so that no meeting has agreed it yet. */
export const targetPaths: readonly Row[] = [
  {
    indicator: 'direct-payments-share',
    geography: 'harrowmere',
    shape: 'line',
    baseline_period: '2026-03',
    baseline_value: '28.3',
    goal: '32.0',
    goal_by: '2028/29',
    targets: '2026/27=29.4; 2027/28=30.7; 2028/29=32.0',
    profile: 'line',
    definition: 'The share of people with community support who arrange it themselves with a direct payment.',
    path_owner: 'Head of Community Social Work',
    rationale: '- More choice is what people ask for in the survey\n- Councils like ours have reached a third',
    factors: '- Enough personal assistants in the countryside\n- Help with being an employer',
    alternatives: '- A third by 2027/28 was thought too fast while assistants are few',
    known_on: '2026-07-20',
  },
]
