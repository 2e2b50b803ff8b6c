/**
 * The measures by the names under which the merged outcomes give them, in lower case: two wordings of one measure in two years.
 * Two measures under one name are those of the users and of the carers, in this order.
 */
export const outcomeNames: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'social care-related quality of life': ['quality-of-life-users'],
  'social care-related quality of life score': ['quality-of-life-users'],
  'adjusted social care-related quality of life – impact of adult social care services': [
    'quality-of-life-impact-of-services',
  ],
  'carer-reported quality of life score': ['quality-of-life-carers'],
  'overall satisfaction of people who use services with their care and support': ['satisfaction-users'],
  'overall satisfaction of carers with social services': ['satisfaction-carers'],
  'proportion of people who use services who have control over their daily life': ['control-over-daily-life'],
  'proportion of carers who report that they have been included or consulted in discussion about the person they care for':
    ['carers-consulted'],
  'proportion of people who use services and carers who find it easy to find information about services': [
    'easy-to-find-information-users',
    'easy-to-find-information-carers',
  ],
  'proportion of people who use services who find it easy to find information about support': [
    'easy-to-find-information-users',
  ],
  'proportion of carers who find it easy to find information about support': ['easy-to-find-information-carers'],
  'proportion of people who use services who feel safe': ['feel-safe'],
  'proportion of people who use services who say that those services have made them feel safe and secure': [
    'services-make-feel-safe',
  ],
  'proportion of people who use services who reported that they had as much social contact as they would like': [
    'social-contact-users',
  ],
  'proportion of carers who reported that they had as much social contact as they would like': [
    'social-contact-carers',
  ],
  'proportion of people who use services who receive self-directed support': ['self-directed-support-users'],
  'proportion of carers who receive self-directed support': ['self-directed-support-carers'],
  'proportion of people using social care who receive self-directed support': [
    'self-directed-support-users',
    'self-directed-support-carers',
  ],
  'proportion of people who use services who receive direct payments': ['direct-payments-users'],
  'proportion of carers who receive direct payments': ['direct-payments-carers'],
  'proportion of people using social care who receive direct payments': [
    'direct-payments-users',
    'direct-payments-carers',
  ],
  'proportion of adults with a learning disability in paid employment': ['ld-paid-employment'],
  'proportion of adults with learning disabilities in paid employment': ['ld-paid-employment'],
  'proportion of adults in contact with secondary mental health services in paid employment': ['mh-paid-employment'],
  'proportion of adults with a learning disability who live in their own home or with their family': [
    'ld-own-home-or-family',
  ],
  'proportion of adults with learning disabilities who live in their own home or with their family': [
    'ld-own-home-or-family',
  ],
  'proportion of adults in contact with secondary mental health services living independently, with or without support':
    ['mh-living-independently'],
  'proportion of adults in contact with secondary mental health services who live independently, with or without support':
    ['mh-living-independently'],
  'long-term support needs of younger adults aged 18-64 met by admission to residential and nursing care homes, per 100,000 population':
    ['care-home-admissions-18-64'],
  'long-term support needs of older adults aged 65 and over met by admission to residential and nursing care homes, per 100,000 population':
    ['care-home-admissions-65-plus'],
  'proportion of older people (aged 65 and over) who were still at home 91 days after discharge from hospital into reablement/rehabilitation services':
    ['reablement-home-91-days'],
  'proportion of older people 65 and over who were still at home 91 days after discharge from hospital into reablement/rehabilitation services effectiveness of the service':
    ['reablement-home-91-days'],
  'proportion of older people (aged 65 and over) who received reablement/rehabilitation services after discharge from hospital':
    ['reablement-offered'],
  'proportion of older people 65 and over who were still at home 91 days after discharge from hospital into reablement/rehabilitation services offered the service':
    ['reablement-offered'],
  'delayed transfers of care from hospital, per 100,000 population': ['delayed-transfers'],
  'delayed transfers of care from hospital per 100,000 population': ['delayed-transfers'],
  'delayed transfers of care from hospital that are attributable to adult social care, per 100,000 population': [
    'delayed-transfers-social-care',
  ],
  'delayed transfers of care from hospital which are attributable to adult social care per 100,000 population': [
    'delayed-transfers-social-care',
  ],
  'delayed transfers of care from hospital that are jointly attributable to nhs and adult social care, per 100,000 population':
    ['delayed-transfers-joint'],
  'delayed transfers of care from hospital which are jointly attributable to the nhs and adult social care per 100,000 population':
    ['delayed-transfers-joint'],
  'outcome of short-term services: sequel to service': ['sequel-to-short-term-services'],
  'proportion of those that received a short term service during the year where the sequel to service was either no ongoing support or support of a lower level':
    ['sequel-to-short-term-services'],
}
