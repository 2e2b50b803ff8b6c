/**
 * What councils leave out and get wrong: in parts of a hundred records that must say it, in a council's first file. Later files hold
 * less of it (slips.ts). Plausible, and of no real council.
 */

/** Fields that are left blank, by the kind of event where that differs. */
export const leftBlank = {
  NHS_Number: 0.4,
  LA_Person_Unique_Identifier: 0.1,
  Gender: 0.5,
  Ethnicity: 2.4,
  Date_of_Birth: 0.2,
  Client_Type: 0.15,
  Primary_Support_Reason: { Request: 14, Assessment: 2.6, Service: 1.2, Review: 1.8 },
  Postcode: 3.4,
  Accommodation_Status: { Request: 4.6, Assessment: 3, Service: 1.9, Review: 1.6 },
  Employment_Status: 4.5,
  Has_Unpaid_Carer: { Request: 6, Assessment: 2.4, Service: 4.2, Review: 2 },
  Autism_Spectrum_Disorder_ASD: 9,
  Visual_Impairment: 8,
  Hearing_Impairment: 8,
  Dementia: 6,
  Client_Funding_Status: { Request: 35, Assessment: 22, Service: 2.2, Review: 3.6 },
  Event_Outcome: { Request: 2.6, Assessment: 3.4, Service: 3.8, Review: 2.9 },
  Request_Route_of_Access: 2.1,
  Assessment_Type: 0.9,
  Eligible_Needs_Identified: 7,
  Method_of_Assessment: 4.4,
  Delivery_Mechanism: 3,
  Unit_Cost: 4.8,
  Cost_Frequency_Unit_Type: 3.6,
  Planned_units_per_week: 5.2,
  Review_Reason: 1.1,
  Review_Outcomes_Achieved: 7.5,
  Method_of_Review: 5,
  Total_Hrs_Caring_per_week: 12,
  No_of_adults_being_cared_for: 10,
} as const

/** Services that are open are forgotten oftener: nothing has happened yet that asks for an outcome. */
export const openServiceWithoutOutcome = 7

/** What else goes wrong with a record. */
export const mistakes = {
  /** The end is a day before the start. */
  endBeforeStart: 0.3,
  /** Other capitals, or blanks around the text: the national database takes them as the same. */
  otherSpelling: 1,
  /** The event type says Services: some measures miss it, others count it. */
  services: 0.12,
  /** The day of birth is that of another month. */
  otherBirth: 0.15,
  /** A record is there twice. */
  twice: 0.4,
} as const

/** Values of the earlier release and of no list, and what a council writes once it has put its lists in order. */
export const putRight: Readonly<Record<string, string>> = {
  'Physical Support: Access & mobility only': 'Physical support: Access and mobility only',
  Frailty: 'Physical support: Personal care support',
  'Ask the team': 'Unknown',
  Retired: 'Not in paid employment: Not actively seeking work or retired',
  Possibly: 'Unknown',
  Private: 'Fully client funded',
  Website: 'Community or other route',
  'Progress to Assessment': 'Progress to assessment, review or reassessment',
  'No change in package': 'Continuation of support or services',
  Closed: 'NFA: Other',
  'to be continued': 'Continuation of support or services',
  'NFA- Other': 'NFA: Other',
  Planned: 'Planned review of long term support',
  Annual: 'Planned review of long term support',
  'Virtual wallet': 'Direct payment',
  'per visit': 'Per session',
  'Carer Respite': 'Unpaid carer respite',
  'Carer Support: Direct to Carer': 'Unpaid carer support: Direct to unpaid carer',
  Email: 'Third party',
  Desktop: 'Service user only',
  Ongoing: 'Partially achieved',
  'Not stated': 'Unknown',
}
