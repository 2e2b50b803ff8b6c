/** What a reader of the records pages has chosen: a council and twelve months. */
import { NotFound } from '../../answers/not-found.ts'
import type { Holdings } from '../../measures/holdings/holdings.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { toPeriod } from '../../shared/period/period.ts'
import { listed } from '../../shared/words.ts'
import type { HeldCouncil } from './services.ts'

/** The names of the choices in an address; every page of the records reads them. */
export const choiceNames = ['council', 'to'] as const

export type RecordsChoice = {
  readonly council: HeldCouncil
  /** All that can be chosen from. */
  readonly councils: readonly HeldCouncil[]
  /** The last of the twelve months, as 2026-03; null where no twelve months are covered. */
  readonly month: string | null
  /** The latest first. */
  readonly months: readonly string[]
}

/** Reads the choice of an address. @throws NotFound for a council or a month of which there are no records */
export function choiceOf(
  query: Readonly<Record<string, string>>,
  councils: readonly HeldCouncil[],
  holdings: Pick<Holdings, 'months'>,
): RecordsChoice {
  const said = query['council']
  const council = said === undefined ? councils[0] : councils.find(({ code }) => code === said)
  if (!council)
    throw new NotFound(
      `There are no records of a council ${said} here. There are those of ${listed(councils.map(({ code }) => code))}.`,
    )
  const months = holdings.months[council.code] ?? []
  const to = query['to']
  if (to !== undefined && !months.includes(to)) throw new NotFound(notCovered(to, months))
  return { council, councils, month: to ?? months[0] ?? null, months }
}

/** That a month is none up to which the records cover twelve, and which are. */
export function notCovered(month: string, months: readonly string[]): string {
  const [latest] = months
  const covered = latest === undefined ? '' : ` They end in months from ${months.at(-1)} to ${latest}.`
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(month)
    ? `The records do not cover ${twelveMonths(month)}.${covered}`
    : `“${month}” is not a month, which is written as 2026-03.`
}

/** What of a choice an address must say: nothing where it is what is shown anyway. */
export function queryOf({ council, councils, month, months }: RecordsChoice): Record<string, string | undefined> {
  return {
    council: council === councils[0] ? undefined : council.code,
    to: month === null || month === months[0] ? undefined : month,
  }
}

/** @example monthInWords('2026-03') // 'March 2026' */
export const monthInWords = (month: string): string => periodInWords(toPeriod(month))

/** @example twelveMonths('2026-03') // 'the financial year 2025/26' */
export function twelveMonths(month: string): string {
  const year = Number(month.slice(0, 4))
  if (month.endsWith('-03')) return `the financial year ${year - 1}/${String(year % 100).padStart(2, '0')}`
  return `the twelve months to ${monthInWords(month)}`
}
