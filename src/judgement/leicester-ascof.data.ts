/**
 * The ASCOF table of Leicester City Council, Adult Social Care Scrutiny Commission: integrated performance report
 * 2017/18, Quarter 2, of 12 December 2017, appendix 3, as printed. 28 measures: 2Bi and 2Bii once each, by their local
 * figures where there are some.
 */
import type { Frequency, Kind, Mark, Polarity, Unit } from '../shared/codes.ts'
import type { Period } from '../shared/period/period.ts'
import { recorded } from './norfolk-dashboards.data.ts'
import type { Series } from './series.ts'
import { decimalsShown } from './value/decimals-shown.ts'
import { judgedValue } from './value/judged-value.ts'

type Row = readonly [slug: string, polarity: Polarity, unit: Unit, frequency: Frequency, cells: string, target: string]

/** Cells: 2016/17 Q2, 2017/18 Q1 and Q2 of quarterly measures; 2015/16 and 2016/17 of annual ones. */
const rows: readonly Row[] = [
  ['ascof-1a', 'bigger', 'score', 'annual', '18.1 18.5', '18.8'],
  ['ascof-1b', 'bigger', 'percent', 'annual', '70.5 76.2', '75.0'],
  ['ascof-1cia', 'bigger', 'percent', 'quarterly', '99.6=3828:3844 99.7=3682:3694 99.8=3683:3689', '99.0'],
  ['ascof-1cib', 'bigger', 'percent', 'quarterly', '100=131:131 100=86:86 100=96:96', '100'],
  ['ascof-1ciia', 'bigger', 'percent', 'quarterly', '45.1=1735:3844 47.3=1746:3694 49.7=1834:3689', '46.1'],
  ['ascof-1ciib', 'bigger', 'percent', 'quarterly', '100=131:131 100=86:86 100=96:96', '100'],
  ['ascof-1d', 'bigger', 'score', 'annual', '/ 7.2', ''],
  ['ascof-1e', 'bigger', 'percent', 'quarterly', '4.8=37:764 4.6=33:721 4.4=33:754', '6.6'],
  ['ascof-1f', 'bigger', 'percent', 'quarterly', '2.1 2.9 2.5', '5.2'],
  ['ascof-1g', 'bigger', 'percent', 'quarterly', '72.6=555:764 72.0=519:721 71.5=539:754', '73.8'],
  ['ascof-1h', 'bigger', 'percent', 'quarterly', '36.3 41.4 35.3', '68'],
  ['ascof-1i-users', 'bigger', 'percent', 'annual', '37.2 35.9', '42.6'],
  ['ascof-1i-carers', 'bigger', 'percent', 'annual', '/ 31.0', ''],
  ['ascof-1j', 'bigger', 'score', 'annual', '0.396 0.372', ''],
  ['ascof-2ai', 'smaller', 'per_100k', 'quarterly', '5.89=13 2.7=6 5.8=13', '15.0'],
  ['ascof-2aii', 'smaller', 'per_100k', 'quarterly', '289.9=119 167.0=68 304.5=124', '653.2'],
  ['ascof-2bi-statutory', 'bigger', 'percent', 'annual', '91.5 91.3', '90.0'],
  ['ascof-2bi-local', 'bigger', 'percent', 'quarterly', '93.3 85.8=200:233 86.0=370:430', '90.0'],
  ['ascof-2bii-statutory', 'bigger', 'percent', 'annual', '3.1=200 3.1', '3.3'],
  ['ascof-2bii-local', 'bigger', 'percent', 'quarterly', '/ 3.4=233 3.5=430', '3.6'],
  ['ascof-2ci', 'smaller', 'per_100k', 'quarterly', '/ 8.9 10.2', ''],
  ['ascof-2cii', 'smaller', 'per_100k', 'quarterly', '/ 2.5 3.4', '1.4'],
  ['ascof-2d', 'bigger', 'percent', 'quarterly', '56.9 71.4 69.4', '68.0'],
  ['ascof-3a', 'bigger', 'percent', 'annual', '61.7 65.4', '63.7'],
  ['ascof-3b', 'bigger', 'percent', 'annual', '/ 43.5', ''],
  ['ascof-3c', 'bigger', 'percent', 'annual', '/ 70.7', ''],
  ['ascof-3d-users', 'bigger', 'percent', 'annual', '61.7 67.4', '69.0'],
  ['ascof-3d-carers', 'bigger', 'percent', 'annual', '/ 57.3', ''],
  ['ascof-4a', 'bigger', 'percent', 'annual', '60.8 65.4', '66.0'],
  ['ascof-4b', 'bigger', 'percent', 'annual', '80.7 77.6', '85.0'],
]

/** The only measures that the report calls cumulative over the year. */
const cumulative = ['ascof-2ai', 'ascof-2aii']
/** The targets are on another basis: the report compares neither with its target. */
const notComparable = ['ascof-2cii', 'ascof-2bii-local']
const periodsOf: Partial<Record<Frequency, readonly string[]>> = {
  quarterly: ['2016/17-Q2', '2017/18-Q1', '2017/18-Q2'],
  annual: ['2015/16', '2016/17'],
}

export type Measure = {
  readonly slug: string
  readonly series: Series
  readonly target: number | undefined
  readonly numeratorAt: (period: Period) => number | null
}

/** The 28 measures as the report counts them. */
export const measures: readonly Measure[] = rows
  .filter(([slug]) => !slug.endsWith('-statutory'))
  .map(([slug, polarity, unit, frequency, text, target]) => {
    const cells = text.split(' ').map(recorded)
    const periods = (periodsOf[frequency] ?? []) as readonly Period[]
    const decimals = decimalsShown(
      null,
      cells.flatMap(cell => cell.published ?? []),
    )
    const kind: Kind = cumulative.includes(slug) ? 'cumulative' : 'not_stated'
    const marksOf = (period: Period): Mark[] =>
      notComparable.includes(slug) && period.startsWith('2017/18') ? ['not_comparable'] : []
    const points = cells.map((cell, at) => {
      const period = periods[at] as Period
      const value = judgedValue(cell, { unit, counts: 'exact', decimals })?.value ?? null
      return { period, value, marks: marksOf(period) }
    })
    const numerators = new Map(periods.map((period, at) => [period, cells[at]?.numerator ?? null]))
    const numeratorAt = (period: Period) => {
      const numerator = numerators.get(period) ?? null
      return numerator === null ? null : Number(numerator)
    }
    return {
      slug,
      series: { polarity, unit, kind, frequency, decimals, points },
      target: target === '' ? undefined : Number(target),
      numeratorAt,
    }
  })
