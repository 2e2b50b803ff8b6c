/** The names of the matrix's rows and columns. */
import type { AssuranceColumn, VariationRow } from './types.ts'

/** Each row of the matrix. */
export const variationNames: Readonly<Record<VariationRow, string>> = {
  improvement: 'Improvement',
  common: 'Normal variation',
  concern: 'Concern',
  information: 'Signal, for information',
}

/** Each column of the matrix: what comes of the target. */
export const assuranceNames: Readonly<Record<AssuranceColumn, string>> = {
  pass: 'Will be met',
  inconsistent: 'At times',
  fail: 'Will be missed',
  none: 'No assurance',
}
