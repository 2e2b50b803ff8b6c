import type { Mark } from '../../shared/codes.ts'

/**
 * In 2020/21 councils were free to hold the survey of people who use services, and eighteen did: its publisher compares no other
 * year with it (comparability log of the ASCOF workbook).
 */
export function userSurveyMarks(period: string): readonly Mark[] {
  return period === '2020/21' ? ['not_comparable'] : []
}
