import type { Frequency } from '../../shared/codes.ts'

const nouns: Record<Frequency, { one: string; many: string }> = {
  monthly: { one: 'month', many: 'months' },
  quarterly: { one: 'quarter', many: 'quarters' },
  annual: { one: 'year', many: 'years' },
  every_two_years: { one: 'collection', many: 'collections' },
}

/** What one period of a frequency is called. @example periodNoun('monthly') // 'month' */
export function periodNoun(frequency: Frequency): string {
  return nouns[frequency].one
}

/** What several periods of a frequency are called. @example periodNouns('monthly') // 'months' */
export function periodNouns(frequency: Frequency): string {
  return nouns[frequency].many
}
