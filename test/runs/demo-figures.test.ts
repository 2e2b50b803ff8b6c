import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, expect, test } from 'vitest'
import { sameMeasures } from '../../scripts/support/demo-from-records.ts'
import { inventDemoRecords } from '../../src/cli/demo-records/make.ts'
import { demoCouncil } from '../../src/cli/demo-records/wanted.ts'
import { askMonthly } from '../../src/measures/monthly/monthly.ts'
import { takeIn } from '../support/cld-example.ts'
import { root } from '../support/source-files.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

const folder = makeTemporaryFolder()
afterAll(folder.remove)

type Row = Readonly<Record<string, string>>

/** Where it is not so: `node scripts/read-demo-records.ts && node scripts/make-demo.ts`. */
test('a measure that the demo council’s records give has the same figure among its other figures', async () => {
  const records = join(folder.path, 'records')
  await inventDemoRecords(records)
  const { observations } = await askMonthly(await takeIn(join(folder.path, 'home'), [records]), demoCouncil)
  const rows: Row[] = parse(readFileSync(join(root, 'examples/demo/observations.csv')), { columns: true })
  const own = rows.filter(
    row => row['geography'] === 'harrowmere' && row['breakdown'] === '' && row['owner'] === 'demo',
  )
  // the month at whose end a figure speaks of the same as the records: that of its year, or its own where it looks back so far
  const months = new Map([
    ['2023/24', '2024-03'],
    ['2024/25', '2025-03'],
    ['2025/26', '2026-03'],
    ...[...new Set(observations.map(({ period }) => period))].map(month => [month, month] as const),
  ])
  const compared = Object.entries(sameMeasures).map(([slug, ofRecords]) => {
    const isYearToDate = slug === 'admissions-65-plus-rate'
    const figures = own.filter(({ indicator, period = '' }) => {
      return indicator === slug && months.has(period) && (!isYearToDate || period.endsWith('-03'))
    })
    for (const { period = '', numerator, denominator } of figures) {
      const given = observations.find(
        each => each.indicator === ofRecords && each.breakdown === '' && each.period === months.get(period),
      )
      const shown = [Number(numerator), Number(denominator)]
      expect(shown, `${slug} ${period}`).toEqual([Number(given?.numerator), Number(given?.denominator)])
    }
    return figures.length
  })
  expect(compared.toSorted((a, b) => a - b)).toEqual([3, 3, 3, 3, 3, 3, 3, 25, 25, 25, 25])
}, 400_000)
