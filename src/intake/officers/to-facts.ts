import { keyOf, type NewFact } from '../../shared/facts.ts'
import { comparePeriods } from '../../shared/period/period.ts'
import type { OfficerRow, Recognised } from './recognised.ts'

export type FactContext = {
  readonly owner: string
  readonly geography: string
  readonly knownOn: string
  readonly document: string
}

/**
 * An observation for every period of every row that names an indicator, and its target as a point. The sheet does not say which
 * period a target is for: it is assigned to the latest with a value in its row.
 * @param matched the slug of the indicator that a row's label names, from matchIndicators()
 */
export function toFacts(
  recognised: Recognised,
  matched: ReadonlyMap<string, string>,
  context: FactContext,
): NewFact<'observation' | 'target'>[] {
  return recognised.blocks
    .flatMap(block => block.rows)
    .flatMap(row => {
      const indicator = matched.get(row.label)
      return indicator === undefined
        ? []
        : [
            ...observations(row, indicator, recognised.file, context),
            ...targets(row, indicator, recognised.file, context),
          ]
    })
}

function observations(
  row: OfficerRow,
  indicator: string,
  file: string,
  context: FactContext,
): NewFact<'observation'>[] {
  return row.values.map(({ period, value, numerator, denominator, reason, place }) => ({
    ...keyOf(context.owner, { indicator, geography: context.geography, period }),
    kind: 'observation',
    knownOn: context.knownOn,
    payload: { value, numerator, denominator, reason, until: '', marks: [], note: '' },
    from: { document: context.document, file, place },
  }))
}

function targets(row: OfficerRow, indicator: string, file: string, context: FactContext): NewFact<'target'>[] {
  const period = row.values
    .filter(({ value }) => value !== null)
    .map(each => each.period)
    .sort(comparePeriods)
    .at(-1)
  if (row.target === null || period === undefined) return []
  return [
    {
      ...keyOf(context.owner, { indicator, geography: context.geography, period, name: 'rated' }),
      kind: 'target',
      knownOn: context.knownOn,
      payload: {
        value: row.target.text,
        profile: 'points',
        purpose: 'rated',
        baselinePeriod: '',
        baselineValue: null,
        assigned: ['period'],
        note: '',
      },
      from: { document: context.document, file, place: row.target.cell },
    },
  ]
}
