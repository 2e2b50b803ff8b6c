import { type Chance, wholeFrom } from '../../shared/chance.ts'
import type { Person } from './person.ts'
import {
  assessmentOutcomes,
  careHomes,
  carerServices,
  communityServices,
  deliveries,
  frequencies,
  homes,
  requestOutcomes,
  reviewOutcomes,
  reviewReasons,
  routes,
  serviceOutcomes,
  shortTermServices,
} from './values.data.ts'
import { oneOf } from './weighted.ts'

/** Something that happened to a person, as the council's system holds it in the end. Days are counted from 1 January 1970. */
export type Happening = {
  readonly kind: 'Request' | 'Assessment' | 'Service' | 'Review'
  readonly start: number
  /** null where it goes on. */
  readonly end: number | null
  readonly outcome: string
  readonly route?: string
  readonly assessment?: string
  readonly service?: readonly [type: string, component: string]
  readonly delivery?: string
  readonly cost?: readonly [amount: string, frequency: string, units: string]
  readonly reviewReason?: string
  readonly isConversation?: boolean
  /** From this day on the council's files say nothing of it, as where a record was opened anew. */
  readonly lostFrom?: number
}

/** A stay in hospital. */
type Stay = { readonly admitted: number; readonly discharged: number }

export type Journey = { readonly happenings: readonly Happening[]; readonly stays: readonly Stay[] }

/** Whom support is for: people of 65 and above go into care homes more often, and take direct payments less often. */
type Whom = { readonly isCarer: boolean; readonly isOld: boolean }

type Days = { readonly from: number; readonly to: number }

/** What happens to a person within some days: requests, and what follows each; support that began long before. */
export function journeyOf(chance: Chance, person: Person, days: Days): Journey {
  const happenings: Happening[] = []
  const stays: Stay[] = []
  const until = Math.min(days.to, person.died ?? days.to)
  const isCarer = person.clientType !== 'Service user'
  const whom: Whom = { isCarer, isOld: person.isOld }
  if (chance() < sharesOf(whom).before)
    happenings.push(...longSupport(chance, wholeFrom(chance, days.from - 2500, days.from - 1), until, whom, true))
  let at = days.from + wholeFrom(chance, 0, 300)
  while (at < until) {
    const episode = isCarer ? carerEpisode(chance, at, until, whom) : episodeFrom(chance, at, until, whom)
    happenings.push(...episode.happenings)
    stays.push(...episode.stays)
    at += wholeFrom(chance, 40, 420)
  }
  const happened = happenings.filter(({ start }) => start <= days.to)
  return { happenings: happened.map(each => untilDeath(chance, each, person.died)), stays }
}

/** Where somebody lives to whom all this happens: in a care home where the last support is in one, as far as the records know. */
export function homeOf(chance: Chance, { happenings }: Journey): string {
  const support = happenings.filter(({ service }) => service?.[0].startsWith('Long term support:'))
  const last = support.toSorted((a, b) => a.start - b.start).at(-1)?.service?.[0]
  const isKnown = chance() < 0.94
  if (isKnown && last === 'Long term support: Nursing care') return 'Registered nursing home'
  if (isKnown && last === 'Long term support: Residential care') return 'Registered care home'
  return oneOf(chance, homes)
}

/** Support ends with a person's death; some councils forget to say so. */
function untilDeath(chance: Chance, happening: Happening, died: number | null): Happening {
  if (died === null || happening.end !== null || happening.kind !== 'Service' || chance() < 0.1) return happening
  return { ...happening, end: Math.max(died, happening.start), outcome: 'NFA: Deceased' }
}

/** A request of someone who needs support, and what comes of it. */
function episodeFrom(chance: Chance, at: number, until: number, whom: Whom): Journey {
  const asked = request(chance, at)
  const ended = asked.end ?? at
  const stays: Stay[] = []
  if (asked.route === 'Discharge from hospital') {
    const discharged = at + wholeFrom(chance, -2, 6)
    const days = chance() < 0.15 ? 0 : wholeFrom(chance, 1, 30)
    stays.push({ admitted: discharged - days, discharged })
    if (chance() < 0.2)
      stays.push({ admitted: discharged + 20, discharged: discharged + 20 + wholeFrom(chance, 1, 20) })
  }
  return { happenings: [asked, ...afterwards(chance, asked.outcome, ended, until, whom)], stays }
}

function request(chance: Chance, at: number): Happening {
  return {
    kind: 'Request',
    start: at,
    end: at + wholeFrom(chance, 0, 14),
    outcome: oneOf(chance, requestOutcomes),
    route: oneOf(chance, routes),
    isConversation: chance() < 0.06,
  }
}

function afterwards(chance: Chance, outcome: string, at: number, until: number, whom: Whom): Happening[] {
  if (/reablement/i.test(outcome)) return reablement(chance, at + wholeFrom(chance, 0, 12), until, whom)
  if (/assessment/i.test(outcome)) return assessed(chance, at + wholeFrom(chance, 0, 60), until, whom)
  if (/planning/i.test(outcome)) return support(chance, at + wholeFrom(chance, 1, 45), until, whom)
  return []
}

function assessed(chance: Chance, at: number, until: number, whom: Whom): Happening[] {
  const end = at + wholeFrom(chance, 0, 40)
  const outcome = oneOf(chance, assessmentOutcomes)
  const isShort = chance() < 0.15
  const assessment = chance() < 0.01 ? 'OT assessment' : isShort ? 'Short term assessment' : 'Long term assessment'
  const after = /planning|reablement/i.test(outcome) ? afterwards(chance, outcome, end, until, whom) : []
  return [{ kind: 'Assessment', start: at, end, outcome, assessment }, ...after]
}

/** One to three services of reablement with short gaps, as where the provider changes; then what it leads to. */
function reablement(chance: Chance, at: number, until: number, whom: Whom): Happening[] {
  const all: Happening[] = []
  let start = at
  const parts = chance() < 0.75 ? 1 : wholeFrom(chance, 2, 3)
  for (let part = 1; part <= parts; part += 1) {
    const end = start + wholeFrom(chance, 3, 45)
    const component = chance() < 0.05 ? '' : chance() < 0.05 ? 'Re-ablement' : 'Reablement'
    const outcome = part < parts ? 'Continuation of support or services' : oneOf(chance, serviceOutcomes)
    all.push({
      kind: 'Service',
      start,
      end: chance() < 0.02 ? null : end,
      outcome,
      service: ['Short term support: ST-Max', component],
      delivery: 'CASSR commissioned support',
    })
    if (part === parts) all.push(...afterReablement(chance, end, until, whom))
    start = end + wholeFrom(chance, 0, 9)
  }
  return all
}

function afterReablement(chance: Chance, at: number, until: number, whom: Whom): Happening[] {
  const what = chance()
  if (what < 0.17) return longSupport(chance, at + wholeFrom(chance, 0, 9), until, whom, false)
  if (what < 0.35) return [shortService(chance, at + wholeFrom(chance, -5, 8), whom)]
  if (what < 0.45) return [review(chance, at - wholeFrom(chance, 0, 10))]
  return []
}

function support(chance: Chance, at: number, until: number, whom: Whom): Happening[] {
  return chance() < 0.6 ? longSupport(chance, at, until, whom, false) : [shortService(chance, at, whom)]
}

function shortService(chance: Chance, start: number, whom: Whom): Happening {
  return {
    kind: 'Service',
    start,
    end: chance() < 0.1 ? null : start + wholeFrom(chance, 0, 90),
    outcome: oneOf(chance, serviceOutcomes),
    service: oneOf(chance, shortTermServices),
    delivery: oneOf(chance, deliveries[whom.isOld ? 'old' : 'young']),
  }
}

/** How often people have support from before the records begin, and how often support is in a care home: begun before, or newly. */
const sharesOf = ({ isCarer, isOld }: Whom) => {
  if (isCarer) return { before: 0.3, homeBefore: 0, homeNow: 0 }
  return isOld ? { before: 0.5, homeBefore: 0.27, homeNow: 0.44 } : { before: 0.6, homeBefore: 0.2, homeNow: 0.04 }
}

/** Support that goes on for long: one or more services, and a review a year. */
function longSupport(chance: Chance, start: number, until: number, whom: Whom, isBefore: boolean): Happening[] {
  const all: Happening[] = []
  const services = chance() < 0.7 ? 1 : 2
  const { homeBefore, homeNow } = sharesOf(whom)
  const kinds = whom.isCarer
    ? carerServices
    : chance() < (isBefore ? homeBefore : homeNow)
      ? careHomes
      : communityServices
  const length = chance() < (isBefore ? 0.5 : 0.2) ? null : wholeFrom(chance, 20, isBefore ? 4000 : 1500)
  for (let n = 0; n < services; n += 1) {
    const from = start + (n === 0 ? 0 : wholeFrom(chance, 0, 200))
    const end = length === null ? null : from + length
    const [type, component] = oneOf(chance, kinds)
    const lost = chance() < 0.02 ? { lostFrom: until - wholeFrom(chance, 0, 700) } : {}
    all.push({
      kind: 'Service',
      start: from,
      end,
      outcome: end === null ? '' : oneOf(chance, serviceOutcomes),
      service: [type, chance() < 0.03 ? '' : component],
      delivery: oneOf(chance, deliveries[whom.isOld ? 'old' : 'young']),
      cost: [
        (wholeFrom(chance, 500, 150_000) / 100).toFixed(2),
        oneOf(chance, frequencies),
        String(wholeFrom(chance, 1, 40)),
      ],
      ...lost,
    })
  }
  for (let at = start + 365; at < until; at += wholeFrom(chance, 250, 480))
    if (chance() < 0.75) all.push(review(chance, at))
  return all
}

function review(chance: Chance, start: number): Happening {
  const reviewReason = oneOf(chance, reviewReasons)
  return {
    kind: 'Review',
    start,
    end: start + wholeFrom(chance, 0, 30),
    outcome: oneOf(chance, reviewOutcomes),
    reviewReason,
  }
}

/** A carer asks, is assessed, and is given support or advice. */
function carerEpisode(chance: Chance, at: number, until: number, whom: Whom): Journey {
  const asked = {
    ...request(chance, at),
    outcome:
      chance() < 0.5 ? 'Progress to assessment, review or reassessment' : 'NFA: Information and advice or signposting',
  }
  if (/^NFA/.test(asked.outcome)) return { happenings: [asked], stays: [] }
  const start = (asked.end ?? at) + wholeFrom(chance, 0, 40)
  const end = start + wholeFrom(chance, 0, 30)
  const outcome = oneOf(chance, assessmentOutcomes)
  const given = chance() < 0.6 ? longSupport(chance, end + wholeFrom(chance, 0, 20), until, whom, false) : []
  return {
    happenings: [asked, { kind: 'Assessment', start, end, outcome, assessment: 'Unpaid carer assessment' }, ...given],
    stays: [],
  }
}
