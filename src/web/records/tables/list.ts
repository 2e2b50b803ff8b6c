/** The tables that the records give, in the order of the page. */
export const recordsTables = [
  { slug: 'lts001a', name: 'LTS001a', group: 'SALT', says: 'People with long-term support during the year' },
  { slug: 'lts001b', name: 'LTS001b', group: 'SALT', says: 'People with long-term support on the last day' },
  { slug: 'lts003', name: 'LTS003', group: 'SALT', says: 'Unpaid carers supported during the year' },
  {
    slug: 'lts004',
    name: 'LTS004',
    group: 'SALT',
    says: 'Employment and accommodation of people with a learning disability',
  },
  { slug: 'sts001', name: 'STS001', group: 'SALT', says: 'Requests for support from new clients, by sequel' },
  { slug: 'sts002a', name: 'STS002a', group: 'SALT', says: 'Short-term support of new clients, by what followed' },
  {
    slug: '2d-1',
    name: '2D(1)',
    group: 'ASCOF 2D',
    says: 'People of 65 or over who stay at home after hospital and reablement',
  },
  { slug: '2d-2', name: '2D(2)', group: 'ASCOF 2D', says: 'People of 65 or over who go from hospital into reablement' },
  {
    slug: '2d-combinations',
    name: '2D-combinations',
    group: 'ASCOF 2D',
    says: 'What became of people after hospital and reablement',
  },
  { slug: '2a-outcomes', name: '2A-outcomes', group: 'ASCOF 2A', says: 'Reablement of new clients by what followed' },
  {
    slug: 'waiting-times',
    name: 'waiting-times',
    group: 'Waiting times',
    says: 'Median days from a request to the first response and the first service',
  },
] as const
export type RecordsTable = (typeof recordsTables)[number]
