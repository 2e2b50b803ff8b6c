import type { Reader } from '../../register/index.ts'
import { compareText } from '../../shared/compare-text.ts'
import { type Fact, ofKind } from '../../shared/facts.ts'
import type { FrameworkData } from '../framework-data.ts'
import type { ActionView } from '../types.ts'

/** An action with the meetings whose papers listed it. */
export type ListedAction = Omit<ActionView, 'updates'> & {
  /** Latest first; one that its document cuts short is not complete. */
  readonly updates: readonly { readonly date: string; readonly text: string; readonly complete: boolean }[]
  readonly listedOn: readonly string[]
  readonly indicators: readonly string[]
  readonly note: string
}

export type ActionsAnswer = {
  /** In the order of the framework; an action that serves several indicators stands under the first. */
  readonly groups: readonly {
    readonly indicator: string
    readonly name: string
    readonly actions: readonly ListedAction[]
  }[]
}

/** What is being done about the indicators of a framework, as known at its moment. */
export async function actions(reader: Reader, data: FrameworkData): Promise<ActionsAnswer> {
  const facts = await reader.current(['action', 'action_update'], data.moment, { owner: data.organisation.slug })
  const all = listedActions(facts, data.moment.asAt)
  const order = data.members.map(member => member.indicator)
  const groupOf = (action: ListedAction) => order.find(({ indicator }) => action.indicators.includes(indicator))
  return {
    groups: order.flatMap(member => {
      const own = all.filter(action => groupOf(action) === member)
      const { name, shortName } = member.payload
      return own.length === 0 ? [] : [{ indicator: member.indicator, name: shortName || name, actions: own }]
    }),
  }
}

/** Actions with their updates, latest first, and the state in which they are on a day. */
export function listedActions(
  facts: readonly (Fact<'action'> | Fact<'action_update'>)[],
  asAt: string,
): ListedAction[] {
  const updates = ofKind(facts, 'action_update')
  return ofKind(facts, 'action').map(fact => {
    const own = updates
      .filter(update => update.payload.action === fact.name)
      .sort((a, b) => compareText(b.payload.date, a.payload.date) || b.seq - a.seq)
    const state = own[0]?.payload.state ?? 'open'
    const { description, ownerRole, raisedOn, dueOn, listedOn, indicators, note } = fact.payload
    return {
      slug: fact.name,
      description,
      ownerRole,
      raisedOn,
      dueOn,
      state: state === 'open' && dueOn !== '' && dueOn < asAt ? 'overdue' : state,
      updates: own.map(({ payload: { date, text, complete } }) => ({ date, text, complete })),
      listedOn,
      indicators,
      note,
    }
  })
}
