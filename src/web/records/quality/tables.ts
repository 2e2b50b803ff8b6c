/** What is wrong, and what it costs, as tables of files. */
import type { Cost } from '../../../measures/quality/cost.ts'
import type { Fault } from '../../../measures/quality/quality.ts'
import type { FileTable } from '../file-bytes.ts'

/** A row for each rule, file and kind of event; files before the latest have no kinds. */
export function faultsTable(council: string, faults: readonly Fault[]): FileTable {
  return {
    title: 'Faults by rule and file',
    council,
    columns: ['council', 'rule', 'field', 'what_is_wrong', 'file', 'received', 'event_type', 'records', 'wrong'],
    rows: faults.flatMap(({ council: code, rule, field, says, latest, trend }) => [
      ...trend.map(each => [code, rule, field, says, each.file, each.importedAt, 'all', each.rows, each.wrong]),
      ...latest.map(each => [
        code,
        rule,
        field,
        says,
        trend.at(-1)?.file ?? '',
        trend.at(-1)?.importedAt ?? '',
        each.eventType,
        each.rows,
        each.wrong,
      ]),
    ]),
  }
}

/** A row for each figure that a fault changes. */
export function costsTable(council: string, costs: readonly Cost[]): FileTable {
  return {
    title: 'What the faults do to the measures',
    council,
    columns: [
      'council',
      'rule',
      'what_is_wrong',
      'if',
      'measure',
      'breakdown',
      'part',
      'now',
      'hidden',
      'added',
      'if_mended',
      'outcome',
      'outcome_if_mended',
    ],
    rows: costs.flatMap(each =>
      (['numerator', 'denominator'] as const).flatMap(part => {
        const change = each[part]
        if (!change) return []
        const { now, hidden, added, ifMended } = change
        const { council: code, rule, says, mended, measure, breakdown, outcome, outcomeIfMended } = each
        const counts = [now, hidden, added, ifMended, outcome, outcomeIfMended]
        return [[code, rule, says, mended, measure, breakdown, part, ...counts]]
      }),
    ),
  }
}
