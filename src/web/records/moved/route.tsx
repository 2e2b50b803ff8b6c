import { NotFound } from '../../../answers/not-found.ts'
import type { HeldMeasure } from '../../../measures/holdings/holdings.ts'
import { showPage } from '../../show-page.ts'
import { monthInWords, notCovered } from '../choice.ts'
import { breakdownOf } from '../explain/route.tsx'
import { measureSlug } from '../measures/slug.ts'
import { type RecordsContext, recordsFile, shown, withRecords } from '../page.tsx'
import { movedTable } from './table.ts'
import { MovedPage } from './view.tsx'

export type MovedChoice = {
  readonly held: HeldMeasure
  readonly breakdown: string
  readonly from: string
  readonly to: string
}

/**
 * Which measure and months the address asks for. Without them: the first measure, from a year before the latest month, or the first
 * month that there is. @throws NotFound for what there is not
 */
function movedChoiceOf(context: RecordsContext): MovedChoice {
  const { query, holdings, choice, month } = context
  const slug = query['measure'] ?? measureSlug(holdings.measures[0]?.measure ?? '')
  const held = holdings.measures.find(({ measure }) => measureSlug(measure) === slug)
  if (!held) throw new NotFound(`There is no measure ${slug}`)
  const yearBefore = `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`
  const plain = choice.months.includes(yearBefore) ? yearBefore : (choice.months.at(-1) ?? month)
  const from = query['from'] ?? plain
  if (!choice.months.includes(from)) throw new NotFound(notCovered(from, choice.months))
  return { held, breakdown: breakdownOf(context, held), from, to: month }
}

const asked = {
  here: '/moved',
  name: 'moved',
  about: (context: RecordsContext) => {
    const { held, from, to } = movedChoiceOf(context)
    return { measure: held.measure, from, to, council: context.choice.council.code }
  },
} as const

/** What moved in a measure between two months. */
export const recordsMoved = withRecords(asked.here, async context => {
  const choice = movedChoiceOf(context)
  const { held, from, to } = choice
  if (from >= to) {
    const isAsked = context.choice.months.length > 1
    return showPage(context, <MovedPage answer={null} context={context} asked={choice} />, isAsked ? 400 : undefined)
  }
  const what = `what moved in ${held.measure} from ${monthInWords(from)} to ${monthInWords(to)}`
  const reply = await context.services.records.ask('moved', asked.about(context), 'page')
  return shown(context, asked.here, what, reply, answer => (
    <MovedPage answer={answer} context={context} asked={choice} />
  ))
})

/** The same as a file. */
export const recordsMovedFile = recordsFile({
  ...asked,
  tables: {
    moved: ({ moved }, context) => movedTable(context.choice.council.name, movedChoiceOf(context), moved),
  },
})
