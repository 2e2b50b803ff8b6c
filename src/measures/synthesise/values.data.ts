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

export const ethnicities: Weighted<string> = [
  [74, 'White: English, Welsh, Scottish, Northern Irish or British'],
  [5, 'White: Any other White background'],
  [3, 'Asian or Asian British: Indian'],
  [3, 'Asian or Asian British: Pakistani'],
  [3, 'Black, Black British, Caribbean or African: Caribbean'],
  [2, 'Mixed or multiple ethnic groups: White and Black African'],
  [0.5, 'Other ethnic group: Arab'],
  [6, 'No data: Undeclared or not known'],
  [2, 'No data: Refused'],
  [1, ''],
]

/** Why people of 18 to 64 and those of 65 and above are supported. */
export const supportReasons: Readonly<Record<'young' | 'old', Weighted<string>>> = {
  young: [
    [28, 'Physical support: Personal care support'],
    [6, 'Physical support: Access and mobility only'],
    [36, 'Learning disability support'],
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
  [9, 'Unknown'],
  [4, ''],
]

export const employments: Weighted<string> = [
  [70, 'Not in paid employment: Not actively seeking work or retired'],
  [6, 'Not in paid employment: Seeking work'],
  [4, 'Paid: Less than 16 hours a week'],
  [3, 'Paid: 16 or more hours a week'],
  [14, 'Unknown'],
  [1, 'Retired'],
  [2, ''],
]

export const yesNo: Weighted<string> = [
  [35, 'Yes'],
  [45, 'No'],
  [18, 'Unknown'],
  [1, ''],
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
  [1, ''],
]

/** What a request leads to. */
export const requestOutcomes: Weighted<string> = [
  [30, 'Progress to assessment, review or reassessment'],
  [22, 'Progress to reablement/ST-Max'],
  [8, 'Progress to support planning or services'],
  [26, 'NFA: Information and advice or signposting'],
  [8, 'NFA: Referral to other service within the local authority'],
  [5, 'NFA: Support declined'],
  [3, 'NFA: Other'],
  [1, 'Admitted to hospital'],
  [1, 'Progress to Assessment'],
  [0.5, 'Closed'],
  [0.2, 'to be continued'],
  [2, ''],
]

export const assessmentOutcomes: Weighted<string> = [
  [52, 'Progress to support planning or services'],
  [8, 'Progress to reablement/ST-Max'],
  [14, 'NFA: Information and advice or signposting'],
  [8, 'NFA: Self-funded client or under 12wk disregard'],
  [6, 'NFA: Support declined'],
  [6, 'Continuation of support or services'],
  [2, 'NFA- Other'],
  [3, ''],
]

export const reviewOutcomes: Weighted<string> = [
  [70, 'Continuation of support or services'],
  [10, 'Progress to support planning or services'],
  [4, 'No change in package'],
  [6, 'NFA: Support ended as planned'],
  [3, 'Progress to assessment, review or reassessment'],
  [3, ''],
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
  [6, ''],
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

/** How support is given to people of 18 to 64 and to those of 65 and above. */
export const deliveries: Readonly<Record<'young' | 'old', Weighted<string>>> = {
  young: [
    [20, 'CASSR commissioned support'],
    [40, 'CASSR managed personal budget'],
    [24, 'Direct payment'],
    [4, ''],
    [1, 'Virtual wallet'],
  ],
  old: [
    [20, 'CASSR commissioned support'],
    [64, 'CASSR managed personal budget'],
    [7, 'Direct payment'],
    [4, ''],
    [1, 'Virtual wallet'],
  ],
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

export const frequencies: Weighted<string> = [
  [70, 'Weekly'],
  [15, 'Hourly'],
  [5, 'Monthly'],
  [5, 'One-off'],
  [1, 'per visit'],
]
