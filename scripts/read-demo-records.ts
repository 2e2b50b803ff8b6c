/**
 * Writes down what the demo council's invented records give, for make-demo.ts: a measure that records can give has one figure only.
 * Needed when the records or a measure change; takes a minute or two.
 *
 *   node scripts/read-demo-records.ts && node scripts/make-demo.ts
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inventDemoRecords } from '../src/cli/demo-records/make.ts'
import { demoCouncil } from '../src/cli/demo-records/wanted.ts'
import { importRecords } from '../src/measures/lake/import.ts'
import { askMonthly } from '../src/measures/monthly/monthly.ts'
import { sameMeasures } from './support/demo-from-records.ts'

const root = join(import.meta.dirname, '..')
const catalogue = join(root, 'catalogue')
const home = mkdtempSync(join(tmpdir(), 'tidemark-demo-'))
const records = join(home, 'invented')
const memory = '1GB'
await inventDemoRecords(records)
await importRecords({
  home,
  catalogue,
  paths: [records],
  council: demoCouncil,
  release: null,
  importedAt: '2026-06-30 12:00:00',
  memory,
  progress: () => {},
})
const { observations } = await askMonthly(
  {
    home,
    catalogue,
    memory,
    span: null,
    cutOff: null,
    key: 'cleaned',
    variant: 'as-described',
    blankComponent: 'left-out',
    periods: 'derived',
  },
  demoCouncil,
)
rmSync(home, { recursive: true })
const counted = [...new Set(Object.values(sameMeasures))].sort().map(slug => {
  const own = observations.filter(each => each.indicator === slug && each.breakdown === '' && each.period <= '2026-03')
  const counts = own.map(({ period, numerator, denominator }) => `    '${period}': [${numerator}, ${denominator}],`)
  return `  '${slug}': {\n${counts.sort().join('\n')}\n  },`
})
writeFileSync(
  join(root, 'scripts/support/demo-records.data.ts'),
  `/** What the demo council’s records give at each month’s end: the numerator and the denominator. Written by read-demo-records.ts. */
export const recordCounts: Readonly<Record<string, Readonly<Record<string, readonly [over: number, under: number]>>>> = {
${counted.join('\n')}
}
`,
)
