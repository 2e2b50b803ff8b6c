import { keyOf, type NewFact } from '../../shared/facts.ts'
import type { Indicator } from '../../shared/indicator.ts'
import type { Draft } from '../exchange/facts-of-rows.ts'
import type { Known } from './check-drafts.ts'

/** For tests: what is known where the organisation `demo` has the one indicator `stays`, a monthly count. */
export function knowing(more: Partial<Indicator> = {}): Known {
  const indicator: Indicator = {
    name: 'Stays',
    shortName: '',
    description: '',
    topic: '',
    polarity: 'smaller',
    unit: 'count',
    unitNote: '',
    decimals: 0,
    kind: 'in_period',
    frequency: 'monthly',
    timeLag: 0,
    counts: 'exact',
    mayExceed100: false,
    peopleIn: 'both',
    numeratorLabel: '',
    denominatorLabel: '',
    lead: '',
    dataOwner: '',
    source: '',
    related: [],
    ...more,
  }
  return {
    organisations: new Set(['demo']),
    indicators: new Map([['demo stays', indicator]]),
    geographies: new Set(['demo']),
    names: new Set(),
  }
}

const letters = { indicator: 'A', period: 'B', value: 'C', denominator: 'D' }

/** For tests: a draft of a row. */
export function draftOf(fact: NewFact, more: Partial<Draft> = {}): Draft {
  return { fact, place: { file: 'a.csv', sheet: '', row: 2, letters }, row: {}, ...more }
}

/** For tests: an observation of `stays` known on 6 March 2017. */
export function observation(period: string, payload: Readonly<Record<string, unknown>> = {}): NewFact {
  return {
    kind: 'observation',
    ...keyOf('demo', { indicator: 'stays', geography: 'demo', period }),
    knownOn: '2017-03-06',
    payload: {
      value: '5',
      numerator: null,
      denominator: null,
      reason: null,
      until: '',
      marks: [],
      note: '',
      ...payload,
    },
    from: { document: '', file: 'a.csv', place: 'row 2' },
  } as unknown as NewFact
}
