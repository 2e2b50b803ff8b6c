import type { Rule } from './rules.data.ts'

/** The condition on the rows of row.sql that a rule is broken. */
export const breaks = ({ applies, wrong }: Rule): string => `(${applies}) and (${wrong})`

/** The records that break a rule, as a query. */
export function faultySql(rule: Rule): string {
  return `select record_id from quality_row where ${breaks(rule)}`
}
