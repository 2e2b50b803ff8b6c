import { expect, test } from 'vitest'
import { fixtureServices } from '../fixtures/services.ts'
import { DashboardTable } from './table.tsx'

const moment = { asAt: '2017-06-19' }
const board = await fixtureServices().board('norfolk', { framework: null, end: null }, moment, 'officer')

function table(given: Partial<typeof board> & { periods?: 'all' } = {}) {
  const { dashboard, signals, chances } = { ...board, ...given }
  const choice = given.periods ? { periods: given.periods } : {}
  return String(
    <DashboardTable dashboard={dashboard} signals={signals} chances={chances} asAt={undefined} choice={choice} />,
  )
}
const heads = (html: string) =>
  [...html.matchAll(/<th scope="col" class="(?:number )?(col-[a-z]+)"/g)].map(([, column]) => column)

test('DashboardTable() has the latest value and all that is judged of it before the periods', () => {
  const columns = heads(table())
  expect(columns.slice(0, 6)).toEqual(['col-name', 'col-trend', 'col-latest', 'col-target', 'col-rating', 'col-travel'])
  expect(table().indexOf('col-latest')).toBeLessThan(table().indexOf('March 2017</span></th>'))
})

test('DashboardTable() leaves out a column in which no row has anything', () => {
  const rows = board.dashboard.rows.map(row => ({
    ...row,
    latest: row.latest && { ...row.latest, target: null, rating: null },
    travel: { ...row.travel, direction: null },
  }))
  const bare = { ...board, dashboard: { ...board.dashboard, rows }, signals: new Map(), chances: new Map() }
  expect(heads(table(bare))).toEqual(['col-name', 'col-trend', 'col-latest'])
})

test('DashboardTable() holds every period, and marks that the latest few are shown unless all are chosen', () => {
  expect(table().match(/<th scope="col" class="number"/g)).toHaveLength(board.dashboard.periods.length)
  expect(table()).toContain('class="dashboard dashboard-few"')
  expect(table({ periods: 'all' })).not.toContain('dashboard-few')
})
