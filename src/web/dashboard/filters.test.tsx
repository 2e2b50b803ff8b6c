import { expect, test } from 'vitest'
import { fixtureServices } from '../fixtures/services.ts'
import { Filters } from './filters.tsx'

test('a filter with a single choice offers that choice', async () => {
  const asked = { framework: null, end: null }
  const board = await fixtureServices().board('norfolk', asked, { asAt: '2017-06-19' }, 'officer')
  const { dashboard } = board
  const row = dashboard.rows.find(({ indicator }) => indicator.lead !== '')
  const one = { ...board, ends: board.ends.slice(0, 1), dashboard: { ...dashboard, rows: row ? [row] : [] } }
  const html = String(<Filters board={one} choice={{}} asAt={undefined} />)
  const lead = row?.indicator.lead
  expect(html).toContain(`<option value="${lead}">${lead}</option></select>`)
  expect(html).toMatch(/<option value="" selected="">March 2017 \(latest\)<\/option><\/select>/)
})
