import type { DashboardAnswer, ExceptionsAnswer } from '../types.ts'

/** The indicators of a framework that the rules send to committee, with every reason, in the order of the framework. */
export function exceptions(dashboard: DashboardAnswer): ExceptionsAnswer {
  const { organisation, framework, moment, rows } = dashboard
  return {
    organisation,
    framework,
    moment,
    exceptions: rows.flatMap(row => (row.reasons.length > 0 ? [{ row, reasons: row.reasons }] : [])),
  }
}
