/** The day as known, as a reader asks for it in the address or in the form. */
import { isDay } from '../../shared/words.ts'

export type DayFields = { readonly day: string; readonly month: string; readonly year: string }

export type AskedDay =
  | { readonly kind: 'today'; readonly asAt: string }
  | { readonly kind: 'past'; readonly asAt: string }
  /** The form was sent: the address with the day in it is the one to keep. */
  | { readonly kind: 'elsewhere'; readonly asAt: string | undefined }
  | { readonly kind: 'wrong'; readonly asAt: string; readonly problem: string; readonly fields: DayFields }

/** A day's parts as the fields of the form hold them. @example fieldsOf('2017-06-19') // { day: '19', month: '6', year: '2017' } */
export function fieldsOf(asAt: string): DayFields {
  const [year = '', month = '', day = ''] = asAt.split('-')
  return { day: String(Number(day)), month: String(Number(month)), year }
}

/** Reads ?as-at=2017-06-19, or the form's ?day=19&month=6&year=2017. */
export function readDay(query: Readonly<Record<string, string>>, today: string): AskedDay {
  const asAt = query['as-at']
  const { day, month, year } = query
  if (day !== undefined || month !== undefined || year !== undefined)
    return fromFields({ day: day ?? '', month: month ?? '', year: year ?? '' }, today)
  if (asAt === undefined || asAt === '') return { kind: 'today', asAt: today }
  const problem = problemWith(asAt, today)
  if (problem) return { kind: 'wrong', asAt: today, problem, fields: { day: '', month: '', year: '' } }
  return { kind: asAt === today ? 'today' : 'past', asAt }
}

function fromFields(given: DayFields, today: string): AskedDay {
  const fields = { day: given.day.trim(), month: given.month.trim(), year: given.year.trim() }
  const wrong = (problem: string): AskedDay => ({ kind: 'wrong', asAt: today, problem, fields })
  const missing = (['day', 'month', 'year'] as const).filter(name => fields[name] === '')
  if (missing.length === 3) return wrong('Enter the day as at which to look')
  if (missing.length) return wrong(`Enter the ${missing.join(' and the ')} too`)
  const asAt = [fields.year, twoDigits(monthNumber(fields.month)), twoDigits(fields.day)].join('-')
  const problem = problemWith(asAt, today)
  return problem ? wrong(problem) : { kind: 'elsewhere', asAt: asAt === today ? undefined : asAt }
}

function problemWith(asAt: string, today: string): string | null {
  if (!isDay(asAt)) return 'The day must be a real one, such as 19 6 2017'
  if (asAt > today) return 'The day must be today or earlier'
  return null
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function monthNumber(text: string): string {
  const named = months.indexOf(text.toLowerCase().slice(0, 3))
  return named >= 0 && /^[a-z]+$/i.test(text) ? String(named + 1) : text
}

function twoDigits(text: string): string {
  return text.padStart(2, '0')
}
