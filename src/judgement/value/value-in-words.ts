import type { Unit } from '../../shared/codes.ts'
import { grouped } from '../../shared/words.ts'

const inUnit: Record<Unit, (number: string) => string> = {
  percent: number => `${number} %`,
  per_100k: number => number,
  per_1k: number => number,
  count: number => number,
  score: number => number,
  days: number => `${number} ${number === '1' ? 'day' : 'days'}`,
  pounds: number => (number.startsWith('−') ? `−£${number.slice(1)}` : `£${number}`),
}

/**
 * A shown value as a sentence says it, with its unit where the number alone would mislead.
 * @param shown a decimal text, as judgedValue() shows it
 * @example valueInWords('3523.5', 'percent') // '3,523.5 %'
 */
export function valueInWords(shown: string, unit: Unit): string {
  return inUnit[unit](grouped(shown))
}
