/**
 * Dates whose day and month were exchanged on the way, as by a program that takes 03/04/2026 for 4 March. One such date cannot be told
 * from a right one; many can: no day is above 12, or dates up to the 12th lie where none can be, and would not if they were exchanged.
 */
import { counted, grouped } from '../../shared/words.ts'
import { type Engine, quoted, type Row } from '../engine.ts'
import { faults } from './record-sql.ts'

/** A column whose dates are exchanged: the first row that shows it, and a sentence. */
export type Exchanged = { readonly row: number; readonly column: string; readonly says: string }

/** So many dates of which none is after the 12th, on so many different days, are no chance: 0.6 to the power of 200. */
const enoughDates = 200
const enoughDays = 6
/** So many dates that only fit when exchanged are no chance either. */
const enoughMisfits = 50

type DateColumn = {
  readonly label: 'Event Start Date' | 'Event End Date' | 'Date of Death'
  readonly column: string
  /** Where such a date cannot be, as SQL; `day` stands for the date. */
  readonly cannotBe: (day: string) => string
}

/** Open or not, no event of a file begins or ends after its period; of those that are told when they have ended, none before it. */
const columns: readonly DateColumn[] = [
  { label: 'Event Start Date', column: 'event_start', cannotBe: day => `(${day}) > stated_end` },
  {
    label: 'Event End Date',
    column: 'event_end',
    cannotBe: day =>
      `((${day}) > stated_end or ((${day}) < stated_start and event_type in ('Request', 'Assessment', 'Review')))`,
  },
  { label: 'Date of Death', column: 'date_of_death', cannotBe: () => 'false' },
]

/** Looks for columns of a file of records whose days and months were exchanged. */
export async function exchangedDates(engine: Engine, parquet: string): Promise<Exchanged[]> {
  const [found] = await engine.rows(`
    select ${columns.flatMap(countsOf).join(',\n      ')}
    from read_parquet(${quoted(parquet)}, file_row_number = true)`)
  return columns.flatMap(({ label, column }) => {
    const says = sentenceOf(tallyOf(found ?? {}, column))
    return says === null
      ? []
      : [{ row: Number(found?.[`${column}_first_${says.first}`]), column: label, says: says.text }]
  })
}

function countsOf({ label, column, cannotBe }: DateColumn): string[] {
  const mayBe = `day(${column}) <= 12 and day(${column}) <> month(${column})`
  const exchanged = `case when day(${column}) <= 12 then make_date(year(${column}), day(${column}), month(${column})) end`
  const misfits = `${mayBe} and ${cannotBe(column)}`
  const fits = `${misfits} and not ${cannotBe(exchanged)}`
  const cases: Readonly<Record<string, string>> = {
    dates: `${column} is not null`,
    late: `day(${column}) > 12`,
    late_misfits: `day(${column}) > 12 and ${cannotBe(column)}`,
    early: mayBe,
    early_misfits: misfits,
    fits,
    unread: `faults & ${faults[label]} > 0`,
  }
  return [
    ...Object.entries(cases).map(([name, when]) => `count(case when ${when} then 1 end) as ${column}_${name}`),
    `count(distinct day(${column})) as ${column}_days`,
    `min(case when ${column} is not null then file_row_number + 2 end) as ${column}_first_dates`,
    `min(case when ${fits} then file_row_number + 2 end) as ${column}_first_fits`,
  ]
}

/** How many dates of a column are what. */
export type Tally = {
  readonly dates: number
  /** On how many different days of a month they lie. */
  readonly days: number
  /** Not dates as they are written. */
  readonly unread: number
  /** After the 12th, and of these where none can be. */
  readonly late: number
  readonly lateMisfits: number
  /** Up to the 12th, so that they would be another date if exchanged; of these where none can be, and of those no more if exchanged. */
  readonly early: number
  readonly earlyMisfits: number
  readonly fits: number
}

function tallyOf(found: Row, column: string): Tally {
  const count = (name: string) => Number(found[`${column}_${name}`] ?? 0)
  return {
    dates: count('dates'),
    days: count('days'),
    unread: count('unread'),
    late: count('late'),
    lateMisfits: count('late_misfits'),
    early: count('early'),
    earlyMisfits: count('early_misfits'),
    fits: count('fits'),
  }
}

/** What a column's tally says of exchanged dates, and by which rows; null where nothing speaks for them. */
export function sentenceOf(tally: Tally): { readonly text: string; readonly first: 'dates' | 'fits' } | null {
  const { dates, days, unread, late, lateMisfits, early, earlyMisfits, fits } = tally
  const mend = 'Send the file with its dates as 2025-04-30 or 30/04/2025'
  if (late === 0 && days >= enoughDays && dates + unread >= enoughDates) {
    const besides = unread > 0 ? `, and ${counted(unread, 'date')} cannot be read` : ''
    const none = `none of ${grouped(String(dates))} dates lies after the 12th of a month${besides}`
    return {
      text: `${none}: day and month are exchanged, as where a program writes 04/30/2025. ${mend}`,
      first: 'dates',
    }
  }
  const isOftener = earlyMisfits * Math.max(late, 1) > 5 * Math.max(lateMisfits, 1) * early
  if (fits < enoughMisfits || fits < earlyMisfits * 0.9 || !isOftener) return null
  const these = `${counted(fits, 'date')} up to the 12th of a month lie outside the reporting period, and inside it with day and month exchanged`
  return {
    text: `${these}: a program has taken some dates for month first, which no later step can tell apart. ${mend}`,
    first: 'fits',
  }
}
