/** Made-up figures, and which of them are suppressed. */
import type { Figure, Measure } from '../../src/judgement/suppression/figures.ts'
import { suppressedFigures } from '../../src/judgement/suppression/suppress.ts'
import { toPeriod } from '../../src/shared/period/period.ts'

/** A number of people on a day, small below 5. */
export const count: Measure = {
  unit: 'count',
  kind: 'snapshot',
  people: { numerator: true, denominator: true },
  labels: { numerator: '', denominator: '' },
  mayExceed100: false,
  related: [],
  below: 5,
}

/** A figure of June 2025, unless it says otherwise. */
export function figure(parts: Partial<Omit<Figure, 'period'>> & { readonly period?: string }): Figure {
  const standard = { measure: 'people', geography: 'here', breakdown: '', version: '1' }
  const none = { value: null, numerator: null, denominator: null, isPublished: false }
  return { ...standard, ...none, ...parts, period: toPeriod(parts.period ?? '2025-06') }
}

/** Which of the figures are suppressed, in their order. */
export function hiddenIn(figures: readonly Figure[], measures: Readonly<Record<string, Measure>> = { people: count }) {
  const hidden = suppressedFigures(figures, new Map(Object.entries(measures)))
  return figures.filter(each => hidden.has(each))
}
