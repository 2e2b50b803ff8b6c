import type { Fact, FactKind, NewFact } from '../../shared/facts.ts'

type Withdraw = { readonly [K in FactKind]?: (payload: Fact<K>['payload'], note: string) => Fact<K>['payload'] }

/** What a fact of each kind says once it is withdrawn. A kind that is not here has no words for it. */
const withdrawals: Withdraw = {
  observation: (_, note) => ({
    value: null,
    numerator: null,
    denominator: null,
    reason: null,
    until: '',
    marks: [],
    note,
  }),
  target: (payload, note) => ({ ...payload, value: null, note }),
  target_path: (payload, note) => ({ ...payload, state: 'withdrawn', note }),
  membership: payload => ({ ...payload, member: false }),
  link: payload => ({ ...payload, active: false }),
}

/** What a fact says once it is withdrawn, as if nobody had ever said it; null where its kind has no words for that. */
export function withdrawn<K extends FactKind>(fact: Fact<K>, note: string): NewFact<K>['payload'] | null {
  const withdraw = withdrawals[fact.kind] as ((payload: unknown, note: string) => NewFact<K>['payload']) | undefined
  return withdraw?.(fact.payload, note) ?? null
}
