/** The rows and columns of the published tables, in their order: what stands in none of these lists follows at the end. */

/** A value of the records, and what a table calls it. */
export type Listed = readonly (readonly [value: string, words: string])[]

const same = (...values: readonly string[]): Listed => values.map(value => [value, value])

export const supportReasons = same(
  'Physical support: Access and mobility only',
  'Physical support: Personal care support',
  'Sensory support: Support for visual impairment',
  'Sensory support: Support for hearing impairment',
  'Sensory support: Support for dual impairment',
  'Support with memory and cognition',
  'Learning disability support',
  'Mental health support',
  'Social support: Substance misuse support',
  'Social support: Asylum seeker support',
  'Social support: Support for social isolation or other reason',
  'Social support: Support to unpaid carer',
  'Unknown',
  'Invalid/NULL',
)

export const ethnicities = same(
  'White: English, Welsh, Scottish, Northern Irish or British',
  'White: Irish',
  'White: Gypsy or Irish Traveller',
  'White: Roma',
  'White: Any other White background',
  'Mixed or multiple ethnic groups: White and Black Caribbean',
  'Mixed or multiple ethnic groups: White and Black African',
  'Mixed or multiple ethnic groups: White and Asian',
  'Mixed or multiple ethnic groups: Any other Mixed or multiple ethnic background',
  'Asian or Asian British: Indian',
  'Asian or Asian British: Pakistani',
  'Asian or Asian British: Bangladeshi',
  'Asian or Asian British: Chinese',
  'Asian or Asian British: Any other Asian background',
  'Black, Black British, Caribbean or African: African',
  'Black, Black British, Caribbean or African: Caribbean',
  'Black, Black British, Caribbean or African: Any other Black, Black British or Caribbean background',
  'Other ethnic group: Arab',
  'Other ethnic group: Any other ethnic group',
  'No data: Refused',
  'No data: Undeclared or not known',
  'Invalid/NULL',
)

export const carers = same('Yes', 'No', 'Unknown', 'Invalid/NULL')

/** Settings with the way in which support is delivered, as `setting | way`. */
export const settings: Listed = [
  ['Long term support: Nursing care | ', 'Nursing'],
  ['Long term support: Residential care | ', 'Residential'],
  ['Long term support: Community | Direct payment', 'Community: direct payment'],
  ['Long term support: Community | CASSR managed personal budget', 'Community: managed personal budget'],
  ['Long term support: Community | CASSR commissioned support', 'Community: commissioned support'],
  ['Long term support: Community | ', 'Community: way not known'],
  ['Long term support: Prison | CASSR managed personal budget', 'Prison: managed personal budget'],
  ['Long term support: Prison | CASSR commissioned support', 'Prison: commissioned support'],
  ['Long term support: Prison | ', 'Prison: way not known'],
]

export const genders: Listed = [
  ['Male', 'Male'],
  ['Female', 'Female'],
  ['Other', 'Other'],
  ['Unknown', 'Unknown'],
  ['', 'Not given'],
]

export const employments = same(
  'Paid: Less than 16 hours a week',
  'Paid: 16 or more hours a week',
  'Paid: Hours per week unknown',
  'Not in paid employment: Seeking work',
  'Not in paid employment: Not actively seeking work or retired',
  'Not in paid employment: Voluntary work only',
  'Unknown',
)

export const noValidStatus: Listed = [['NULL/Invalid', 'None, or none of the list']]

export const settledHomes = same(
  'Owner occupier or shared ownership scheme',
  'Tenant: Local authority or other social housing provider',
  'Tenant: Private landlord',
  'Settled mainstream housing with family or friends',
  'Supported accommodation, supported lodgings or supported group home',
  'Shared Lives scheme',
  'Approved premises for offenders released from prison or under probation supervision',
  'Sheltered housing, extra care housing or other sheltered housing',
  'Mobile accommodation for Gypsy, Roma and Traveller communities',
)

export const unsettledHomes = same(
  'Rough sleeper or squatting',
  'Night shelter, emergency hostel or direct access hostel',
  'Refuge',
  'Placed in temporary accommodation by the council (inc. homelessness resettlement)',
  'Staying with family or friends as a short term guest',
  'Acute hospital or long term healthcare residential facility',
  'Registered care home',
  'Registered nursing home',
  'Prison, young offenders institution or detention centre',
  'Other temporary accommodation',
  'Unknown',
)

export const carerSupport: Listed = [
  ['Direct Payment only', 'Direct payment only'],
  ['CASSR Managed Personal Budget', 'Managed personal budget'],
  ['CASSR Commissioned Support only', 'Commissioned support only'],
  ['Support Direct to Carer: Unknown Delivery Mech', 'Support direct to the carer, way not known'],
  [
    'Information, Advice and Other Universal Services / Signposting',
    'Information, advice and other universal services or signposting',
  ],
  ['No Direct Support Provided to Carer', 'No direct support'],
]

const unclassified = ['Unable_To_Classify', 'Cannot be classified'] as const

export const sequels: Listed = [
  ['Short term support: ST-Max', 'Short-term support to maximise independence'],
  ['Long term support: Nursing care', 'Long-term support: nursing care'],
  ['Long term support: Residential care', 'Long-term support: residential care'],
  ['Long term support: Community', 'Long-term support: community'],
  ['Long term support: Prison', 'Long-term support: prison'],
  ['100% NHS Funded Care', '100 % NHS funded care'],
  ['End of Life', 'End of life'],
  ['Short term support: Ongoing low level', 'Ongoing low level support'],
  ['Short term support: Other short term', 'Short-term support (other)'],
  ['Universal Services/ Signposted to other services', 'Universal services or signposted to other services'],
  ['No Services Provided - Deceased', 'No services provided: died'],
  ['No Services Provided - other reason', 'No services provided: other reason'],
  unclassified,
]

export const whatFollowed: Listed = [
  [
    'Early cessation of service (not leading to long term support) - 100% NHS funded care/End of Life/deceased',
    'Ended early, no long-term support: 100 % NHS funded care, end of life or died',
  ],
  ['Long Term Support (any setting)', 'Long-term support (any setting)'],
  ['Ongoing Low Level Support', 'Ongoing low level support'],
  ['Short Term Support (other)', 'Short-term support (other)'],
  [
    'No services provided – needs identified but self-funding',
    'No services provided: needs identified, pays for support',
  ],
  [
    'No services provided – needs identified but support declined',
    'No services provided: needs identified, support declined',
  ],
  [
    'No Services Provided – Universal Services / signposted to other services',
    'No services provided: universal services or signposted to other services',
  ],
  ['No services provided – other', 'No services provided: other'],
  unclassified,
]

/** How the sequel of a request, or what followed a spell, was found: the types of the national script. */
export const howFound: Listed = [
  ['2', 'A service followed'],
  ['3', 'No service, but a last outcome'],
  ['4', 'Neither: its own outcome'],
  ['1', 'Nothing followed: its own outcome'],
  ['5', 'Only later events: its own outcome'],
]

export const clientTypes: Listed = [
  ['Total', 'All'],
  ['Those in LT community support', 'With long-term support in the community'],
  ['Those not in any LTS', 'Without long-term support'],
]

export const ageAndSex: Listed = [
  ['65-74', '65 to 74'],
  ['75-84', '75 to 84'],
  ['85+', '85 and above'],
  ['Female', 'Female'],
  ['Male', 'Male'],
  ['Total', 'All'],
]

/** What became of people: died, readmitted, entered care, a figure each. */
export const combinations: Listed = [
  ['000', 'Stayed at home'],
  ['100', 'Died'],
  ['010', 'Readmitted as an emergency'],
  ['001', 'Entered care for the long term'],
  ['110', 'Readmitted, and died'],
  ['101', 'Entered care, and died'],
  ['011', 'Readmitted, and entered care'],
  ['111', 'Readmitted, entered care, and died'],
]

export const ageBands: Listed = [
  ['18 to 64', '18 to 64'],
  ['25 to 64', '25 to 64'],
  ['65 and above', '65 and above'],
  ['Unknown', 'Age not known'],
]
