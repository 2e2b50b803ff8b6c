/** The pages over client-level records, in the order in which each leads to the others. A further page is a row here. */
export const recordsPages = [
  { path: '', words: 'Overview' },
  { path: '/measures', words: 'Measures' },
  { path: '/tables', words: 'Tables and waiting times' },
  { path: '/quality', words: 'Data quality' },
  { path: '/moved', words: 'What moved' },
  { path: '/equalities', words: 'Equalities' },
  { path: '/published', words: 'Published figures' },
  { path: '/import', words: 'Take records in' },
] as const
export type RecordsPath = (typeof recordsPages)[number]['path']
