import type { Asked } from '../../measures/ask.ts'
import { askExplanation, type Explanation } from '../../measures/explain/explain.ts'
import { measureNamed } from '../../measures/explain/measure-named.ts'
import { jsonText } from '../json.ts'
import { textTable } from '../table.ts'
import type { World } from '../world.ts'

/** `tidemark cld explain`: the cohort of a measure, step by step. */
export async function explain(
  measure: string,
  asked: Asked,
  { council, json }: { readonly council?: string | undefined; readonly json?: boolean | undefined },
  world: World,
): Promise<void> {
  const { explanations, notes } = await askExplanation(asked, measure, council ?? null)
  for (const note of notes) world.warn(`Note: ${note}`)
  if (json) world.print(jsonText(explanations.map(asJson)))
  else world.print(explanations.map(inWords).join('\n\n'))
}

function asJson({ periodStart, periodEnd, period, ...rest }: Explanation) {
  return { period, period_start: periodStart, period_end: periodEnd, ...rest }
}

function inWords({ council, measure, breakdown, period, counts, steps, numerator, denominator, outcome }: Explanation) {
  const signed = (change: number) => (change > 0 ? `+${change}` : String(change))
  const lines = steps.map(({ kind, what, change, left }) => [
    kind === 'excluded' ? `  without: ${what}` : what,
    signed(change),
    String(left),
  ])
  const isCount = measureNamed(measure).counted !== undefined
  const alone = isCount ? String(numerator) : `${numerator} (no population was imported)`
  const result = denominator === null ? alone : `${numerator} of ${denominator}: ${outcome}`
  return [
    `${measure}, ${breakdown}, council ${council}, ${period} (${counts})`,
    textTable([['step', 'change', 'left'], ...lines], [1, 2]),
    result,
  ].join('\n')
}
