import { NotFound } from '../../../answers/not-found.ts'
import type { HeldMeasure } from '../../../measures/holdings/holdings.ts'
import { listed } from '../../../shared/words.ts'
import { twelveMonths } from '../choice.ts'
import { measureSlug } from '../measures/slug.ts'
import { type RecordsContext, recordsFile, recordsPage } from '../page.tsx'
import { explainTable } from './table.ts'
import { ExplainPage } from './view.tsx'

/** The measure that an address names. @throws NotFound when there is none */
export function measureOf({ params, holdings }: RecordsContext): HeldMeasure {
  const found = holdings.measures.find(({ measure }) => measureSlug(measure) === params['measure']?.toLowerCase())
  if (!found) throw new NotFound(`There is no measure ${params['measure']}`)
  return found
}

/** The breakdown that an address names; without one, the total or the last. @throws NotFound when there is none */
export function breakdownOf({ query }: RecordsContext, { breakdowns }: HeldMeasure): string {
  const said = query['breakdown']
  const found = said === undefined ? breakdowns.at(-1) : breakdowns.find(each => each === said)
  if (found === undefined) throw new NotFound(`The measure has no breakdown “${said}”. It has ${listed(breakdowns)}.`)
  return found
}

const asked = {
  here: '/measures',
  name: 'explain',
  about: (context: RecordsContext) => {
    const held = measureOf(context)
    breakdownOf(context, held)
    return { month: context.month, council: context.choice.council.code, measure: held.measure }
  },
} as const

/** How a measure of a council came about, step by step. */
export const recordsExplain = recordsPage({
  ...asked,
  what: context => `${measureOf(context).measure} of ${twelveMonths(context.month)}, step by step`,
  view: (answer, context) => {
    const held = measureOf(context)
    return <ExplainPage answer={answer} context={context} held={held} breakdown={breakdownOf(context, held)} />
  },
})

/** The same as a file, for every breakdown. */
export const recordsExplainFile = recordsFile({
  ...asked,
  tables: {
    steps: (answer, context) =>
      explainTable(
        `${measureOf(context).measure} of ${twelveMonths(context.month)}, step by step`,
        context.choice.council.name,
        answer.explanations,
      ),
  },
})
