/**
 * Writes down what the demo council's invented records give, for make-demo.ts: a measure that records can give has one figure only.
 * Needed when the records change. HOME is one in which `tidemark examples records` has made them.
 *
 *   node scripts/read-demo-records.ts HOME && node scripts/make-demo.ts
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoCouncil } from '../src/cli/demo-records/wanted.ts'
import { askMonthly } from '../src/measures/monthly/monthly.ts'
import { sameMeasures } from './support/demo-from-records.ts'

const root = join(import.meta.dirname, '..')
const home = process.argv[2]
if (home === undefined) throw new Error('Say which home holds the demo council’s records')
const { observations } = await askMonthly(
  {
    home,
    catalogue: join(root, 'catalogue'),
    memory: '1GB',
    span: null,
    cutOff: null,
    key: 'cleaned',
    variant: 'as-described',
    blankComponent: 'left-out',
    periods: 'derived',
  },
  demoCouncil,
)
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
