import { financialYear } from '../../../shared/period/period.ts'

/** The financial year that ends in a March. @example yearOf('2025-03') // '2024/25' */
export const yearOf = (march: string): string => financialYear(Number(march.slice(0, 4)) - 1)
