import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, expect, test } from 'vitest'
import { sameMeasures } from '../../scripts/support/demo-from-records.ts'
import { inventDemoRecords } from '../../src/cli/demo-records/make.ts'
import { askMeasures } from '../../src/measures/ask.ts'
import { monthlyIndicators } from '../../src/measures/monthly/indicators.data.ts'
import { yearTo } from '../../src/measures/period.ts'
import { takeIn } from '../support/cld-example.ts'
import { root } from '../support/source-files.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

const folder = makeTemporaryFolder()
afterAll(folder.remove)

type Row = Readonly<Record<string, string>>

/** Written by `node scripts/read-demo-records.ts HOME && node scripts/make-demo.ts`. */
test('a measure that the demo council’s records give has the same figure among its other figures', async () => {
  const records = join(folder.path, 'records')
  await inventDemoRecords(records)
  const asked = await takeIn(join(folder.path, 'home'), [records])
  const { figures } = await askMeasures({ ...asked, span: yearTo('2026-03') }, false)
  const rows: Row[] = parse(readFileSync(join(root, 'examples/demo/observations.csv')), { columns: true })
  const own = rows.filter(
    row => row['geography'] === 'harrowmere' && row['breakdown'] === '' && row['owner'] === 'demo',
  )
  const compared = Object.entries(sameMeasures).map(([slug, ofRecords]) => {
    const said = own.find(row => row['indicator'] === slug && ['2025/26', '2026-03'].includes(row['period'] ?? ''))
    const indicator = monthlyIndicators.find(each => each.slug === ofRecords)
    const [breakdown] = Object.entries(indicator?.breakdowns ?? {}).find(([, of]) => of === '') ?? []
    const given = figures.find(each => each.measure === indicator?.measure && each.breakdown === breakdown)
    return {
      slug,
      said: [Number(said?.['numerator']), Number(said?.['denominator'])],
      given: [given?.numerator, given?.denominator],
    }
  })
  expect(compared).toHaveLength(11)
  for (const { slug, said, given } of compared) expect(said, slug).toEqual(given)
}, 300_000)
