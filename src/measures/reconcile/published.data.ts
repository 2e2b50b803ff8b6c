/** Under which indicators publishers print the measures that records give; of several, the first that a publisher has. */
export const publishedMeasures: readonly {
  readonly measure: string
  readonly breakdown: string
  readonly indicators: readonly string[]
}[] = [
  {
    measure: 'ASCOF 2A',
    breakdown: 'Total',
    indicators: ['reablement-no-ongoing-support-client-level', 'ascof-2a'],
  },
  { measure: 'ASCOF 2B', breakdown: '18 to 64', indicators: ['care-home-admissions-18-64-client-level', 'ascof-2b'] },
  {
    measure: 'ASCOF 2C',
    breakdown: '65 and above',
    indicators: ['care-home-admissions-65-plus-client-level', 'ascof-2c'],
  },
  {
    measure: 'ASCOF 2D(1)',
    breakdown: 'Total',
    indicators: ['reablement-stayed-in-community-client-level'],
  },
  { measure: 'ASCOF 2D(2)', breakdown: 'Total', indicators: ['reablement-offered-client-level'] },
  { measure: 'ASCOF 2E LD', breakdown: '18 to 64 | Total', indicators: ['ld-at-home-client-level', 'ascof-2e'] },
  { measure: 'ASCOF 2E', breakdown: '18 to 64 | Total', indicators: ['at-home-18-64-client-level'] },
  { measure: 'ASCOF 2E', breakdown: '65 and above | Total', indicators: ['at-home-65-plus-client-level'] },
  { measure: 'ASCOF 3D 1a', breakdown: 'Total', indicators: ['self-directed-support-users-client-level'] },
  { measure: 'ASCOF 3D 2a', breakdown: 'Total', indicators: ['direct-payments-users-client-level', 'ascof-3d-i'] },
]
