import { expect, test } from 'vitest'
import { dashboard, judgedRows } from '../../../answers/dashboard/dashboard.ts'
import { madeUpFramework } from '../../../answers/made-up.data.ts'
import type { StatutoryAnswer, StatutoryRow } from '../../../answers/statutory/statutory.ts'
import { besideFigure, furthestBehind, mostDrawn } from './behind.ts'

const england = { geography: 'england', name: 'England', inSentence: 'England', isOwn: false }
const region = { geography: 'region', name: 'Eastern region', inSentence: 'the Eastern region', isOwn: false }
const own = { geography: 'here', name: 'Here', inSentence: 'Here', isOwn: true }

const data = madeUpFramework([{ slug: 'calls', cells: { '2017-03': '40.0' }, targets: { '2017-03': '80.0' } }])
const board = dashboard(data, judgedRows(data))

/** A row with a result of 40 beside others; a text is why there is no figure. */
function rowBeside(...others: readonly (number | null)[]): StatutoryRow {
  const [first] = board.rows
  if (!first?.latest) throw new Error('The made-up row has no value')
  return {
    indicator: first.indicator,
    result: first.latest,
    comparisons: [null, ...others].map((value, at) => ({
      comparator: [own, region, england][at] ?? england,
      period: first.latest?.period ?? null,
      value,
      shown: value === null ? null : value.toFixed(1),
      reason: value === null ? 'suppressed' : null,
      reasonInWords: value === null ? 'suppressed' : '',
      result: value === null ? null : value > 40 ? 'worse' : value < 40 ? 'better' : 'no_change',
    })),
  }
}

test('furthestBehind() takes results that are worse than every other area with a figure', () => {
  const behind = rowBeside(41, 50)
  const behindTheOnlyOne = rowBeside(null, 50)
  const rows = [behind, rowBeside(39, 50), rowBeside(40, 50), behindTheOnlyOne, rowBeside(null, null)]
  expect(furthestBehind(rows)).toEqual([behind, behindTheOnlyOne])
})

test('furthestBehind() keeps those furthest behind the nearest area, in the order of the framework', () => {
  const rows = [42, 48, 44, 41, 50, 46].map(nearest => rowBeside(nearest, 100))
  expect(mostDrawn).toBe(4)
  expect(furthestBehind(rows)).toEqual([rows[1], rows[2], rows[4], rows[5]])
})

test('besideFigure() draws the result plain, what it is set beside in stripes, and says what is missing', () => {
  const answer = { areaName: 'Here' } as StatutoryAnswer
  const { title, chart, table, sentence } = besideFigure(rowBeside(null, 50), answer, 'part')
  expect(title).toMatch(/: worse than England$/)
  expect('groups' in chart && chart.groups).toEqual([
    { name: 'Here 2017-03', main: { value: 40, shown: '40.0' }, target: { value: 80, shown: '80.0' } },
    { name: 'Here 2017-03', beside: { value: null, shown: 'suppressed [c]' } },
    { name: 'Eastern region 2017-03', beside: { value: null, shown: 'suppressed [c]' } },
    { name: 'England 2017-03', beside: { value: 50, shown: '50.0' } },
  ])
  expect(sentence).toContain('Here 2017-03: 40.0, target 80.0; Here 2017-03: suppressed [c];')
  expect(table.rows.map(row => row.map(cell => cell.text))).toEqual([
    ['Here 2017-03', '40.0', '80.0'],
    ['Here 2017-03', 'suppressed [c]', 'none'],
    ['Eastern region 2017-03', 'suppressed [c]', 'none'],
    ['England 2017-03', '50.0', 'none'],
  ])
})
