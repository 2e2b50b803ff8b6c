/**
 * How often each value comes in invented records. The shares are plausible and of no real council. Some values are those of the
 * earlier release, some are in no list: files are like that.
 */
import type { Weighted } from './weighted.ts'

export const clientTypes: Weighted<string> = [
  [84, 'Service user'],
  [14, 'Unpaid carer'],
  [2, 'Unpaid carer known by association'],
]

export const genders: Weighted<string> = [
  [56, 'Female'],
  [42, 'Male'],
  [0.5, 'Other'],
  [1, 'Unknown'],
  [0.3, 'Not stated'],
]

export const ethnicities: Readonly<Record<'young' | 'old', Weighted<string>>> = {
  young: [
    [76, 'White: English, Welsh, Scottish, Northern Irish or British'],
    [0.7, 'White: Irish'],
    [0.3, 'White: Gypsy or Irish Traveller'],
    [4.6, 'White: Any other White background'],
    [1.2, 'Mixed or multiple ethnic groups: White and Black Caribbean'],
    [0.8, 'Mixed or multiple ethnic groups: White and Asian'],
    [1.7, 'Asian or Asian British: Indian'],
    [2.2, 'Asian or Asian British: Pakistani'],
    [0.9, 'Asian or Asian British: Bangladeshi'],
    [1.3, 'Black, Black British, Caribbean or African: African'],
    [1.2, 'Black, Black British, Caribbean or African: Caribbean'],
    [0.6, 'Other ethnic group: Arab'],
    [0.8, 'Other ethnic group: Any other ethnic group'],
    [4.5, 'No data: Undeclared or not known'],
    [1.8, 'No data: Refused'],
  ],
  old: [
    [87, 'White: English, Welsh, Scottish, Northern Irish or British'],
    [1.4, 'White: Irish'],
    [2, 'White: Any other White background'],
    [0.5, 'Mixed or multiple ethnic groups: White and Black African'],
    [1.2, 'Asian or Asian British: Indian'],
    [0.9, 'Asian or Asian British: Pakistani'],
    [1.2, 'Black, Black British, Caribbean or African: Caribbean'],
    [0.3, 'Other ethnic group: Any other ethnic group'],
    [4, 'No data: Undeclared or not known'],
    [1.3, 'No data: Refused'],
  ],
}

/** Why people of 18 to 64 and those of 65 and above are supported. */
export const supportReasons: Readonly<Record<'young' | 'old', Weighted<string>>> = {
  young: [
    [28, 'Physical support: Personal care support'],
    [6, 'Physical support: Access and mobility only'],
    [42, 'Learning disability support'],
    [20, 'Mental health support'],
    [1, 'Support with memory and cognition'],
    [2, 'Sensory support: Support for visual impairment'],
    [3, 'Social support: Support for social isolation or other reason'],
    [1, 'Physical Support: Access & mobility only'],
    [3, 'Unknown'],
    [0.5, 'Frailty'],
    [0.2, 'Ask the team'],
  ],
  old: [
    [58, 'Physical support: Personal care support'],
    [12, 'Physical support: Access and mobility only'],
    [3, 'Learning disability support'],
    [5, 'Mental health support'],
    [14, 'Support with memory and cognition'],
    [2, 'Sensory support: Support for visual impairment'],
    [3, 'Social support: Support for social isolation or other reason'],
    [1, 'Physical Support: Access & mobility only'],
    [3, 'Unknown'],
    [0.5, 'Frailty'],
    [0.2, 'Ask the team'],
  ],
}

/** Where people live who do not live in a care home. */
export const homes: Weighted<string> = [
  [33, 'Owner occupier or shared ownership scheme'],
  [33, 'Tenant: Local authority or other social housing provider'],
  [9, 'Tenant: Private landlord'],
  [8, 'Supported accommodation, supported lodgings or supported group home'],
  [5, 'Other temporary accommodation'],
  [7, 'Unknown'],
]

export const employments: Weighted<string> = [
  [70, 'Not in paid employment: Not actively seeking work or retired'],
  [6, 'Not in paid employment: Seeking work'],
  [4, 'Paid: Less than 16 hours a week'],
  [3, 'Paid: 16 or more hours a week'],
  [14, 'Unknown'],
  [1, 'Retired'],
]

export const yesNo: Weighted<string> = [
  [35, 'Yes'],
  [45, 'No'],
  [18, 'Unknown'],
  [0.2, 'Possibly'],
]

export const fundings: Weighted<string> = [
  [45, 'Fully social care funded'],
  [35, 'Joint client and social care funded'],
  [8, 'Fully client funded'],
  [10, 'Unknown'],
  [1, 'Private'],
]

export const routes: Weighted<string> = [
  [62, 'Community or other route'],
  [22, 'Discharge from hospital'],
  [10, 'Diversion from hospital services'],
  [2, 'Planned entry (transition)'],
  [1, 'Self-funder with depleted funds'],
  [0.3, 'Prison'],
  [1, 'Website'],
]

/** What a request leads to, for people who have long-term support and for others. */
export const requestOutcomes: Readonly<Record<'supported' | 'others', Weighted<string>>> = {
  supported: [
    [29, 'Progress to assessment, review or reassessment'],
    [4, 'Progress to reablement/ST-Max'],
    [8, 'Progress to support planning or services'],
    [43, 'NFA: Information and advice or signposting'],
    [11, 'NFA: Referral to other service within the local authority'],
    [1.5, 'NFA: Support declined'],
    [2, 'NFA: Other'],
    [1.5, 'Admitted to hospital'],
    [0.8, 'Progress to Assessment'],
    [0.4, 'Closed'],
    [0.2, 'to be continued'],
  ],
  others: [
    [21, 'Progress to assessment, review or reassessment'],
    [27, 'Progress to reablement/ST-Max'],
    [2.5, 'Progress to support planning or services'],
    [42, 'NFA: Information and advice or signposting'],
    [9, 'NFA: Referral to other service within the local authority'],
    [3, 'NFA: Support declined'],
    [2, 'NFA: Other'],
    [1, 'Admitted to hospital'],
    [0.8, 'Progress to Assessment'],
    [0.4, 'Closed'],
    [0.2, 'to be continued'],
  ],
}

export const assessmentOutcomes: Weighted<string> = [
  [58, 'Progress to support planning or services'],
  [8, 'Progress to reablement/ST-Max'],
  [14, 'NFA: Information and advice or signposting'],
  [8, 'NFA: Self-funded client or under 12wk disregard'],
  [6, 'NFA: Support declined'],
  [6, 'Continuation of support or services'],
  [2, 'NFA- Other'],
]

export const reviewOutcomes: Weighted<string> = [
  [70, 'Continuation of support or services'],
  [10, 'Progress to support planning or services'],
  [4, 'No change in package'],
  [6, 'NFA: Support ended as planned'],
  [3, 'Progress to assessment, review or reassessment'],
]

export const serviceOutcomes: Weighted<string> = [
  [38, 'NFA: Support ended as planned'],
  [12, 'Progress to support planning or services'],
  [10, 'Progress to assessment, review or reassessment'],
  [10, 'Continuation of support or services'],
  [8, 'Admitted to hospital'],
  [5, 'NFA: Support ended for other reason'],
  [4, 'NFA: Responsibility moved to another local authority'],
  [3, 'NFA: Self-funded client or under 12wk disregard'],
  [2, 'NFA: Support declined'],
]

/** What the last service of a reablement leads to. */
export const reablementOutcomes: Weighted<string> = [
  [60, 'NFA: Support ended as planned'],
  [12, 'Progress to support planning or services'],
  [4, 'Progress to assessment, review or reassessment'],
  [2, 'Continuation of support or services'],
  [7, 'Admitted to hospital'],
  [5, 'NFA: Information and advice or signposting'],
  [3, 'NFA: Support ended for other reason'],
  [1, 'NFA: Responsibility moved to another local authority'],
  [3, 'NFA: Self-funded client or under 12wk disregard'],
  [3, 'NFA: Support declined'],
]

export const reviewReasons: Weighted<string> = [
  [60, 'Planned review of long term support'],
  [12, 'Review of short term support'],
  [10, 'Unplanned: Hospital episode'],
  [8, 'Unplanned: Other reason'],
  [4, 'Unplanned: Unpaid carer related'],
  [3, 'Planned'],
  [1, 'Annual'],
]

/** How support is given: outside care homes to people of 18 to 64 and to those of 65 and above, and in care homes. */
export const deliveries: Readonly<Record<'young' | 'old' | 'careHome', Weighted<string>>> = {
  young: [
    [18, 'CASSR commissioned support'],
    [47, 'CASSR managed personal budget'],
    [31, 'Direct payment'],
    [1, 'Virtual wallet'],
  ],
  old: [
    [20, 'CASSR commissioned support'],
    [70, 'CASSR managed personal budget'],
    [10, 'Direct payment'],
    [1, 'Virtual wallet'],
  ],
  careHome: [
    [74, 'CASSR commissioned support'],
    [25, 'CASSR managed personal budget'],
    [1, 'Direct payment'],
  ],
}

/** How carers are supported: fewer took direct payments in former years. */
export const carerDeliveries: Readonly<Record<'before' | 'since', Weighted<string>>> = {
  before: [
    [30, 'CASSR commissioned support'],
    [24, 'CASSR managed personal budget'],
    [40, 'Direct payment'],
  ],
  since: [
    [19, 'CASSR commissioned support'],
    [16, 'CASSR managed personal budget'],
    [61, 'Direct payment'],
  ],
}

/** How often things happen to people of 18 to 64, to those of 65 and above, and to carers. */
export const likelihoods: Readonly<Record<'young' | 'old' | 'carer', Likelihoods>> = {
  young: {
    before: 0.7,
    homeBefore: 0.1,
    homeNow: 0.061,
    homeEachYear: 0.9,
    isLong: 0.5,
    days: { home: 3000, community: 2400 },
  },
  old: {
    before: 0.65,
    homeBefore: 0.335,
    homeNow: 0.348,
    homeEachYear: 1.03,
    isLong: 0.99,
    days: { home: 690, community: 7500 },
  },
  carer: {
    before: 0.36,
    homeBefore: 0,
    homeNow: 0,
    homeEachYear: 1,
    isLong: 0.31,
    days: { home: 1000, community: 700 },
  },
}

type Likelihoods = {
  /** Having long-term support when the records begin, and having it in a care home. */
  readonly before: number
  readonly homeBefore: number
  /** That new support is in a care home, and by what it is multiplied with each year. */
  readonly homeNow: number
  readonly homeEachYear: number
  /** That support which is planned is for long. */
  readonly isLong: number
  /** How many days support goes on, in the mean. */
  readonly days: Readonly<Record<'home' | 'community', number>>
}

type Service = readonly [type: string, component: string]

/** Kinds of long-term support outside care homes, and the component that goes with each. */
export const communityServices: Weighted<Service> = [
  [46, ['Long term support: Community', 'Home support or domiciliary care']],
  [3, ['Long term support: Community', 'Direct payment']],
  [10, ['Long term support: Community', 'Day support']],
  [9, ['Long term support: Community', 'Community supported living']],
  [5, ['Long term support: Community', 'Extra care housing']],
  [2, ['Long term support: Community', 'Shared Lives']],
  [0.4, ['Long term support: Prison', 'Other long term support']],
  [0.4, ['Home care', 'Care package']],
]

/** Kinds of long-term support in care homes. */
export const careHomes: Weighted<Service> = [
  [15, ['Long term support: Residential care', 'Long term residential care']],
  [1, ['Long term support: Residential care', 'Long-term residential care']],
  [1, ['Long term support: Residential care', 'Short term residential care']],
  [8, ['Long term support: Nursing care', 'Long term nursing care']],
]

export const shortTermServices: Weighted<Service> = [
  [60, ['Short term support: Ongoing low level', 'Equipment']],
  [10, ['Short term support: Ongoing low level', 'Professional support: Other']],
  [20, ['Short term support: Other short term', 'Other short term support']],
  [10, ['Short term support: Other short term', 'Short term residential care']],
]

export const carerServices: Weighted<Service> = [
  [40, ['Unpaid carer support: Direct to unpaid carer', 'Other unpaid carer support']],
  [25, ['Unpaid carer support: Direct to unpaid carer', 'Direct payment']],
  [25, ['Unpaid carer support: Support involving the person cared-for', 'Unpaid carer respite']],
  [10, ['Carer Support: Direct to Carer', 'Carer Respite']],
]

type Price = {
  /** Pounds. */
  readonly least: number
  readonly most: number
  /** The most units that are planned in a week. */
  readonly units: number
  readonly frequencies: Weighted<string>
}

const weekly: Weighted<string> = [
  [92, 'Weekly'],
  [5, 'Fortnightly'],
  [2, '4-weekly'],
]

/** What services cost; the empty name is that of all others. */
export const priceOf: Readonly<Record<string, Price>> & { readonly '': Price } = {
  'Long term residential care': { least: 690, most: 1480, units: 1, frequencies: weekly },
  'Long-term residential care': { least: 690, most: 1480, units: 1, frequencies: weekly },
  'Long term nursing care': { least: 840, most: 1690, units: 1, frequencies: weekly },
  'Short term residential care': { least: 720, most: 1390, units: 1, frequencies: weekly },
  'Home support or domiciliary care': {
    least: 19,
    most: 29,
    units: 28,
    frequencies: [
      [88, 'Hourly'],
      [9, 'Weekly'],
      [2, 'per visit'],
    ],
  },
  'Direct payment': {
    least: 60,
    most: 640,
    units: 1,
    frequencies: [
      [62, 'Weekly'],
      [36, '4-weekly'],
      [3, 'One-off'],
    ],
  },
  'Day support': {
    least: 38,
    most: 96,
    units: 5,
    frequencies: [
      [80, 'Per session'],
      [16, 'Daily'],
      [2, 'per visit'],
    ],
  },
  'Community supported living': { least: 420, most: 1900, units: 1, frequencies: weekly },
  'Extra care housing': { least: 120, most: 480, units: 1, frequencies: weekly },
  'Shared Lives': { least: 380, most: 760, units: 1, frequencies: weekly },
  Equipment: {
    least: 15,
    most: 900,
    units: 1,
    frequencies: [[1, 'One-off']],
  },
  'Unpaid carer respite': {
    least: 18,
    most: 140,
    units: 6,
    frequencies: [
      [60, 'Per session'],
      [30, 'Hourly'],
      [3, 'per visit'],
    ],
  },
  '': {
    least: 20,
    most: 260,
    units: 4,
    frequencies: [
      [70, 'Weekly'],
      [12, 'Hourly'],
      [6, 'Monthly'],
      [6, 'One-off'],
    ],
  },
}

export const assessmentMethods: Weighted<string> = [
  [58, 'Face to face'],
  [33, 'Telephone or video'],
  [5, 'Self-assessment'],
  [3, 'Third party'],
  [0.6, 'Email'],
]

export const reviewMethods: Weighted<string> = [
  [56, 'Service user only'],
  [36, 'Service user and unpaid carer'],
  [7, 'Unpaid carer only'],
  [0.8, 'Desktop'],
]

export const outcomesAchieved: Weighted<string> = [
  [47, 'Fully achieved'],
  [43, 'Partially achieved'],
  [9, 'Not achieved'],
  [0.8, 'Ongoing'],
]

export const eligibleNeeds: Weighted<string> = [
  [71, 'Yes'],
  [24, 'No'],
  [5, 'Unknown'],
]

export const hoursOfCaring: Weighted<string> = [
  [29, '0 to 19 hours'],
  [25, '20 to 49 hours'],
  [37, '50 or more hours'],
  [9, 'Unknown'],
]

export const visualImpairments: Weighted<string> = [
  [78, 'No visual impairment'],
  [4, 'Blind or severely sight impaired'],
  [6, 'Partially sighted or sight impaired'],
  [3, 'Visual impairment: Severity unknown'],
  [9, 'Unknown'],
]

export const hearingImpairments: Weighted<string> = [
  [74, 'No hearing impairment'],
  [2, 'Deaf with speech'],
  [0.5, 'Deaf without speech'],
  [10, 'Hard of hearing'],
  [4, 'Hearing impairment: Severity unknown'],
  [9.5, 'Unknown'],
]

/** Whether somebody has dementia, or is autistic. */
export const diagnoses: Readonly<Record<'dementia' | 'autism', Readonly<Record<'young' | 'old', Weighted<string>>>>> = {
  dementia: {
    young: [
      [1, 'Yes'],
      [90, 'No'],
      [9, 'Unknown'],
    ],
    old: [
      [21, 'Yes'],
      [64, 'No'],
      [15, 'Unknown'],
    ],
  },
  autism: {
    young: [
      [15, 'Yes'],
      [73, 'No'],
      [12, 'Unknown'],
    ],
    old: [
      [1, 'Yes'],
      [81, 'No'],
      [18, 'Unknown'],
    ],
  },
}

type Inhabitants = Readonly<Record<'age' | 'sex' | 'ethnicity', Weighted<string>>>

/** Of which groups a council's inhabitants are, by the names under which people are compared. */
export const inhabitants: Readonly<Record<'18 to 64' | '65 and above', Inhabitants>> = {
  '18 to 64': {
    age: [
      [14, '18 to 24'],
      [42, '25 to 44'],
      [44, '45 to 64'],
    ],
    sex: [
      [50.3, 'Female'],
      [49.7, 'Male'],
    ],
    ethnicity: [
      [80.5, 'White British'],
      [7.2, 'White: other'],
      [2.1, 'Mixed or multiple'],
      [6.1, 'Asian or Asian British'],
      [2.6, 'Black or Black British'],
      [1.5, 'Other ethnic group'],
    ],
  },
  '65 and above': {
    age: [
      [51, '65 to 74'],
      [35, '75 to 84'],
      [14, '85 and above'],
    ],
    sex: [
      [53.8, 'Female'],
      [46.2, 'Male'],
    ],
    ethnicity: [
      [92.4, 'White British'],
      [3.4, 'White: other'],
      [0.6, 'Mixed or multiple'],
      [2.1, 'Asian or Asian British'],
      [1.1, 'Black or Black British'],
      [0.4, 'Other ethnic group'],
    ],
  },
}
