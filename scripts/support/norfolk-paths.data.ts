/**
 * What Norfolk's target sheets for 2017/18 to 2020/21 say of each path besides its figures, in our own words; the printed citation of
 * good practice; and which way is good as the sheets print it, where the target goes the other way.
 */
import type { Row } from './exchange-tables.ts'

const sixSteps = 'Six Steps to Managing Demand in Adult Social Care, March 2017'
const model = 'Volumes of admissions profiled in the council’s Cost and Demand Model'

/** By the slug of the indicator. */
export const norfolkPaths: Readonly<Record<string, Row>> = {
  'requests-to-assessment': {
    shape: 'line',
    goal: '25.00',
    goal_by: '2018/19',
    profile: 'line',
    definition:
      'The share of requests for support that end with the intention to assess the person under the Care Act.',
    rationale:
      'Good practice puts the share at about a quarter of new enquiries. It may be looked at again where local circumstances differ.',
    citation: sixSteps,
    factors:
      '- How far other ways of helping, such as support in the community, are tried first\n- Better advice before a person asks can bring the number of requests down, which makes the share harder to bring down\n- The Three Conversations way of working should connect more people with support nearby, and lower the share',
    alternatives:
      '- More measures of the front door are needed: how many people come, and how many go on to services\n- No other target is proposed. The goal could be reached sooner or later, as ambition and pace allow',
    out_of: '61000',
    note: 'The sheet gives around 61,000 requests.',
  },
  'assessments-to-services': {
    shape: 'line',
    goal: '90.00',
    goal_by: '2019/20',
    profile: 'line',
    definition: 'The share of assessments that are closed with the intention to support the person with services.',
    polarity_printed: 'smaller',
    rationale:
      'Good practice has nine in ten people who are fully assessed go on to a service, which may at first be help to recover.',
    citation: sixSteps,
    factors:
      '- How well people are supported and re-abled before, and how it is decided who needs an assessment\n- A higher share need not mean more services: it rests on fewer assessments in all\n- Better first and second conversations should lower both the number of assessments and those that end without anything further',
    alternatives:
      '- No other target is proposed\n- As the share depends on how many assessments there are, a change of that policy would change the targets too',
    out_of: '8800',
    volume_rule: 'same_count',
    note: 'The sheet gives around 8,800 assessments, and no more people with services.',
  },
  'reablement-no-further-care': {
    shape: 'points',
    definition: 'The share of reablement cases that end without a need for further social care.',
    polarity_printed: 'smaller',
    rationale:
      '- As reablement is offered to more people, holding the rate of 2016/17 is demanding\n- Norfolk is already among the best of its family group, and offers more reablement than most',
    factors:
      '- Offering the service to more people brings in those with greater needs, who are less likely to need nothing afterwards, though they gain too\n- That has been seen: growth between 2014/15 and 2016/17 lowered the result, which has been steady since',
    alternatives:
      '- No higher target is advised on present plans\n- A large new investment in reablement would be a reason to look again',
  },
  'reviews-reduce-cease-18-64': {
    shape: 'line',
    goal: '66.00',
    goal_by: '2020/21',
    profile: 'line',
    definition: 'The share of reviews that intend to end services or to reduce them, ages 18 to 64.',
    rationale:
      '- Good practice finds about two thirds of younger adults with long-term care in need of less at their last review\n- The Cost and Demand Model counts on about 5 % of people leaving services in a year, at all ages; this target asks for more',
    citation: sixSteps,
    factors:
      '- Results at these ages have been low, and below those of people aged 65 and over\n- The targets mean a marked change of practice',
    alternatives:
      '- A lower target would still give the savings that are modelled\n- Any target has to close the gap between the two age groups',
  },
  'reviews-reduce-cease-65-plus': {
    shape: 'line',
    goal: '15.00',
    goal_by: '2020/21',
    profile: 'line',
    definition: 'The share of reviews that intend to end services or to reduce them, ages 65 and over.',
    rationale:
      '- Good practice finds about 15 % of older people in need of less at a review\n- The share falls, because fewer people with greater needs are expected to have long-term care',
    citation: sixSteps,
    factors:
      '- Many older people come to services with lasting and worsening conditions, so that less support is seldom enough\n- If fewer packages are long-term, those who keep one may have more complex needs',
    alternatives: '- The targets look within reach, and need close review as volumes change',
  },
  'perm-admissions-18-64-target-series': {
    shape: 'points',
    definition:
      'Permanent admissions to residential and nursing care of people aged 18 to 64, for each 100,000 people.',
    rationale:
      '- Based on the volumes of the Cost and Demand Model\n- From second-highest of the family group to below its average: other councils have done it, but it is a step change',
    citation: model,
    factors:
      '- Practice in social work, and what there is besides residential care at these ages\n- Norfolk was for some years the worst of its family group, until last year\n- More enablement services and the Three Conversations should lower placements in time',
    alternatives:
      '- Lower rates are possible, as other councils have them, but would take much intervention and investment in the market',
    population: 'population-18-64',
    note: 'The sheet gives around 80 admissions in 2016/17 and around 70 in 2020/21, with growth of the population.',
  },
  'perm-admissions-65-plus-target-series': {
    shape: 'points',
    definition:
      'Permanent admissions to residential and nursing care of people aged 65 and over, for each 100,000 people.',
    rationale:
      '- Based on the volumes of the Cost and Demand Model\n- From about the median of the family group to among its lowest',
    alternatives:
      '- Lower rates are possible, as other councils have them, but would take much intervention and investment in the market\n- The change could be made faster, with more help before people need care',
    citation: model,
    factors:
      '- Practice in social work, and what there is besides residential care\n- Too little home care in some rural places can lead to an admission that could be avoided\n- Pressure to discharge people from hospital quickly can do the same\n- Reablement that reaches more people and helps them more can lower demand',
    population: 'population-65-plus',
    note: 'The sheet gives around 1,320 admissions in 2016/17 and around 1,220 in 2020/21, with growth of the population.',
  },
}
