import { expect, test } from 'vitest'
import type { CellView } from '../../answers/types.ts'
import { fixtureServices } from '../fixtures/services.ts'
import { ValueCell } from './cell.tsx'
import { SeriesTable } from './series.tsx'

test('where nothing was recorded a dash stands, and [x] only where a reason says that there is no value', async () => {
  const { dashboard } = await fixtureServices().overview('norfolk', { asAt: '2017-06-19' }, 'officer')
  const some = dashboard.rows[0]?.latest as CellView
  const none = { ...some, value: null, shown: null, rating: null, marks: [] }
  const empty = String(<ValueCell cell={{ ...none, reason: null, reasonInWords: 'nothing recorded' }} />)
  expect(empty).toContain('>–</span><span class="visually-hidden">Nothing recorded<')
  const missing = String(<ValueCell cell={{ ...none, reason: 'not_available', reasonInWords: 'not available' }} />)
  expect(missing).toContain('>[x]</span><span class="visually-hidden">Not available<')
})

test('a table of values says nothing where nothing is noted', async () => {
  const { dashboard } = await fixtureServices().overview('norfolk', { asAt: '2017-06-19' }, 'officer')
  const [row] = dashboard.rows
  if (!row?.latest) throw new Error('The fixture holds no value')
  const cells = [
    { ...row.latest, note: 'Counted twice.' },
    { ...row.latest, note: '' },
  ]
  const html = String(<SeriesTable indicator={row.indicator} cells={cells} />)
  expect(html).toContain('<td>Counted twice.</td>')
  expect(html).toContain('<td></td>')
})
