/** A council's figures made up from a seed: N indicators over M months, as folders of the exchange format. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Chance, chanceFrom } from '../../src/shared/chance.ts'
import { monthNumber, monthPeriod, type Period, shiftMonths, yearOf } from '../../src/shared/period/period.ts'
import { roundedText } from '../../src/shared/rounding.ts'

export const council = 'bench'

export type Shape = {
  readonly indicators: number
  readonly months: number
  /** Rows of each indicator and month besides the total: localities. */
  readonly breakdowns: number
  readonly seed: number
}

type Kind = {
  readonly unit: 'percent' | 'count' | 'per_100k'
  readonly kind: 'snapshot' | 'in_period' | 'cumulative' | 'rolling_12'
  readonly polarity: 'bigger' | 'smaller' | 'on_target'
  readonly profile: 'line' | 'flat' | 'seasonal'
}

/** The sorts of indicator that a committee sees, in turn. */
const kinds: readonly Kind[] = [
  { unit: 'percent', kind: 'snapshot', polarity: 'bigger', profile: 'line' },
  { unit: 'per_100k', kind: 'rolling_12', polarity: 'smaller', profile: 'flat' },
  { unit: 'count', kind: 'cumulative', polarity: 'smaller', profile: 'seasonal' },
  { unit: 'percent', kind: 'in_period', polarity: 'on_target', profile: 'flat' },
  { unit: 'count', kind: 'in_period', polarity: 'bigger', profile: 'flat' },
]

/** How an indicator is measured. */
export function kindOf(indicator: number): Kind {
  return kinds[indicator % kinds.length] as Kind
}

/** The slug of an indicator. */
export function slugOf(indicator: number): string {
  return `indicator-${String(indicator + 1).padStart(3, '0')}`
}

/** The months of a shape: they end in March 2025. */
export function monthsOfShape({ months }: Pick<Shape, 'months'>): Period[] {
  const last = monthNumber(2025, 3)
  return Array.from({ length: months }, (_, at) => monthPeriod(last - months + 1 + at))
}

export type Figure = { readonly value: string; readonly numerator: string; readonly denominator: string }

/** One indicator's figures, month by month. */
export function figuresOf(indicator: number, months: readonly Period[], chance: Chance): Figure[] {
  const { unit, kind } = kindOf(indicator)
  const base = 40 + chance() * 40
  const slope = (chance() - 0.5) * 0.6
  let sum = 0
  return months.map((month, at) => {
    const level = Math.max(base + slope * at + (chance() - 0.5) * 6, 1)
    if (unit === 'count') {
      const inMonth = Math.round(level)
      sum = month.endsWith('-04') || at === 0 ? inMonth : sum + inMonth
      return { value: String(kind === 'cumulative' ? sum : inMonth), numerator: '', denominator: '' }
    }
    const denominator = unit === 'percent' ? 2000 + Math.round(chance() * 400) : 180_000 + at * 50
    const numerator = Math.round((level * denominator) / (unit === 'percent' ? 100 : 100_000))
    const value = roundedText((numerator * (unit === 'percent' ? 100 : 100_000)) / denominator, 1)
    return { value, numerator: String(numerator), denominator: String(denominator) }
  })
}

/** The tables that say what is measured: everything but the figures. */
export function standingTables(shape: Shape): Map<string, string[][]> {
  const all = Array.from({ length: shape.indicators }, (_, at) => at)
  return new Map([
    [
      'organisations',
      [
        ['organisation', 'name', 'geography', 'committee_framework', 'invented', 'notice'],
        [council, 'Bench County Council', council, 'vital-signs', 'yes', 'Bench is an invented council.'],
      ],
    ],
    [
      'geographies',
      [
        ['geography', 'name', 'type'],
        [council, 'Bench', 'council'],
      ],
    ],
    [
      'frameworks',
      [
        ['framework', 'name'],
        ['vital-signs', 'Vital Signs'],
      ],
    ],
    ['indicators', indicatorRows(all, at => `How often people get what they need, measure ${at + 1}`)],
    [
      'memberships',
      [
        ['framework', 'indicator', 'section', 'order'],
        ...all.map(at => ['vital-signs', slugOf(at), `Section ${Math.floor(at / 10) + 1}`, String(at + 1)]),
      ],
    ],
    ['targets', targetRows(all, shape)],
    [
      'meetings',
      [
        ['meeting', 'framework', 'committee', 'date', 'title'],
        ['spring', 'vital-signs', 'Adult Social Care Committee', '2025-03-10', 'Performance'],
        ['summer', 'vital-signs', 'Adult Social Care Committee', '2025-06-16', 'Performance'],
      ],
    ],
    [
      'cards',
      [
        ['card', 'title', 'indicators', 'why', 'explains', 'success', 'action'],
        ...all
          .filter(at => at % 4 === 0)
          .map(at => [`card-${at + 1}`, `Report card ${at + 1}`, slugOf(at), ...Array(4).fill(paragraph)]),
      ],
    ],
  ])
}

const paragraph =
  'People tell us that what matters is that help comes in time, and that it is the same person who comes. Demand has risen by a twentieth in a year, while the number of workers has not.'

/** Rows of the table indicators. */
export function indicatorRows(which: readonly number[], name: (indicator: number) => string): string[][] {
  return [
    ['indicator', 'name', 'short_name', 'polarity', 'unit', 'unit_note', 'decimals', 'kind', 'frequency'],
    ...which.map(at => {
      const { polarity, unit, kind } = kindOf(at)
      const decimals = unit === 'count' ? '0' : '1'
      const note = unit === 'count' ? 'people' : ''
      return [slugOf(at), name(at), `Measure ${at + 1}`, polarity, unit, note, decimals, kind, 'monthly']
    }),
  ]
}

function targetRows(which: readonly number[], shape: Shape): string[][] {
  const months = monthsOfShape(shape)
  const years = [...new Set(months.map(yearOf))]
  const rows = which.flatMap(at => {
    const { profile, unit, kind } = kindOf(at)
    const baseline = String(months[0])
    return years.map((year, step) => {
      const goal = kind === 'cumulative' ? 700 + step : 58 + step
      const line = profile === 'line' ? [shiftMonths(`${year.slice(0, 4)}-03` as Period, 0), '55'] : ['', '']
      const known = line[0] !== '' && String(line[0]) < baseline ? [shiftMonths(baseline as Period, -1), '55'] : line
      return [slugOf(at), year, unit === 'count' ? String(goal) : `${goal}.0`, profile, ...known.map(String)]
    })
  })
  return [['indicator', 'period', 'value', 'profile', 'baseline_period', 'baseline_value'], ...rows]
}

/** Rows of the table observations, with their breakdowns; a figure is known in the month after its own. */
export function observationRows(shape: Shape): string[][] {
  const chance = chanceFrom(shape.seed)
  const months = monthsOfShape(shape)
  const rows: string[][] = [['indicator', 'breakdown', 'period', 'value', 'numerator', 'denominator', 'known_on']]
  for (let indicator = 0; indicator < shape.indicators; indicator += 1)
    for (let part = 0; part <= shape.breakdowns; part += 1) {
      const breakdown = part === 0 ? '' : `locality=area-${part}`
      figuresOf(indicator, months, chance).forEach(({ value, numerator, denominator }, at) => {
        const month = months[at] as Period
        const row = [slugOf(indicator), breakdown, month, value, numerator, denominator]
        rows.push([...row, `${shiftMonths(month, 1)}-20`])
        // One in four is restated a month later, by a little.
        if (part === 0 && chance() < 0.25) rows.push([...restated(row), `${shiftMonths(month, 2)}-20`])
      })
    }
  return rows
}

function restated([
  indicator = '',
  breakdown = '',
  month = '',
  value = '',
  numerator = '',
  denominator = '',
]: string[]) {
  if (numerator === '') return [indicator, breakdown, month, String(Number(value) + 1), '', '']
  const more = Number(numerator) + 3
  const per = denominator.length > 4 ? 100_000 : 100
  return [indicator, breakdown, month, roundedText((more * per) / Number(denominator), 1), String(more), denominator]
}

/** Rows as CSV. */
function csv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return rows.map(row => `${row.map(cell).join(',')}\n`).join('')
}

/** Writes tables as the files of a folder. */
export function writeTables(folder: string, tables: ReadonlyMap<string, readonly (readonly string[])[]>): void {
  mkdirSync(folder, { recursive: true })
  for (const [name, rows] of tables) writeFileSync(join(folder, `${name}.csv`), csv(rows))
}
