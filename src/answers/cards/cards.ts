import type { Reader } from '../../register/index.ts'
import { isOverAQuarterOld } from '../../shared/words.ts'
import { earlierDays, verdictOf } from '../card/card.ts'
import { dashboard, judgedRows } from '../dashboard/dashboard.ts'
import { type FrameworkData, frameworkView } from '../framework-data.ts'
import type { CardAnswer, DashboardRow, FrameworkView, Moment, OrganisationView } from '../types.ts'

/** A report card as a list names it. */
export type ListedCard = {
  readonly slug: string
  readonly title: string
  /** The row of the indicator that decides. */
  readonly row: DashboardRow
  readonly verdict: CardAnswer['verdict']
  /** When its words were written; null where nobody has written any. */
  readonly knownOn: string | null
  readonly isOld: boolean
  /** Who answers for it, and so owes its words; empty where nobody is named. */
  readonly lead: string
  /** Days on which earlier words of it were known, latest first. */
  readonly earlier: readonly string[]
}

export type CardsAnswer = {
  readonly organisation: OrganisationView
  readonly framework: FrameworkView
  readonly moment: Moment
  readonly cards: readonly ListedCard[]
}

/**
 * The report card of every indicator of a framework, exception or not, in the order of the framework. A card on several
 * indicators stands once, at the place of its first.
 */
export async function cards(reader: Reader, data: FrameworkData): Promise<CardsAnswer> {
  const { organisation, framework, moment } = data
  const history = await reader.history(['card'], { owner: organisation.slug })
  const board = dashboard(data, judgedRows(data))
  const found = board.rows.flatMap((row): ListedCard[] => {
    const slug = row.indicator.slug
    const words = data.cards.find(card => card.payload.indicators.includes(slug)) ?? null
    const leading = words?.payload.indicators.find(each => board.rows.some(other => other.indicator.slug === each))
    if (words && leading !== slug) return []
    return [
      {
        slug: words?.name ?? slug,
        title: words?.payload.title ?? row.indicator.name,
        row,
        verdict: verdictOf(row),
        knownOn: words?.knownOn ?? null,
        isOld: words !== null && isOverAQuarterOld(words.knownOn, moment.asAt),
        lead: words?.payload.lead || row.indicator.lead,
        earlier: words ? earlierDays(words, history, moment) : [],
      },
    ]
  })
  return { organisation, framework: frameworkView(framework), moment, cards: found }
}
