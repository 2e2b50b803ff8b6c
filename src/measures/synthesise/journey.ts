import { type Chance, wholeFrom } from '../../shared/chance.ts'
import { costOf } from './costs.ts'
import type { Person } from './person.ts'
import { areaOf } from './places.ts'
import {
  assessmentMethods,
  assessmentOutcomes,
  careHomes,
  carerDeliveries,
  carerServices,
  communityServices,
  deliveries,
  eligibleNeeds,
  homes,
  likelihoods,
  outcomesAchieved,
  reablementOutcomes,
  requestOutcomes,
  reviewMethods,
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
  readonly assessedBy?: string
  readonly needs?: string
  readonly service?: readonly [type: string, component: string]
  readonly delivery?: string
  readonly cost?: readonly [amount: string, frequency: string, units: string]
  readonly reviewReason?: string
  readonly reviewedWith?: string
  readonly achieved?: string
  readonly isConversation?: boolean
  /** From this day on the council's files say nothing of it, as where a record was opened anew. */
  readonly lostFrom?: number
}

/** A stay in hospital. */
type Stay = { readonly admitted: number; readonly discharged: number }

export type Journey = { readonly happenings: readonly Happening[]; readonly stays: readonly Stay[] }

/** Whom support is for: of people of 65 and above more are in care homes, and fewer take direct payments. */
type Whom = {
  readonly kind: 'young' | 'old' | 'carer'
  /** Where among the council's areas the person lives. */
  readonly area: number
  readonly hasLearningDisability: boolean
}

type Days = { readonly from: number; readonly to: number }

/** What happens to a person within some days: requests, and what follows each; support that began long before. */
export function journeyOf(chance: Chance, person: Person, days: Days): Journey {
  const happenings: Happening[] = []
  const stays: Stay[] = []
  const until = Math.min(days.to, person.died ?? days.to)
  const whom: Whom = {
    kind: person.clientType !== 'Service user' ? 'carer' : person.isOld ? 'old' : 'young',
    area: areaOf(person.lots),
    hasLearningDisability: person.reason === 'Learning disability support',
  }
  const { before, homeBefore } = likelihoods[whom.kind]
  const from = firstDay(chance, person, days)
  if (from === days.from && chance() < before) {
    const isAtHome = chance() >= homeBefore * (whom.hasLearningDisability ? 1.4 : 1)
    const start = days.from - 1 - lasting(chance, isAtHome ? 'community' : 'home', whom)
    happenings.push(...longSupport(chance, start, days.from, until, whom, !isAtHome))
  }
  let at = from === days.from ? from - wholeFrom(chance, 0, 300) : from + wholeFrom(chance, 0, 30)
  while (at < until) {
    const episode =
      whom.kind === 'carer'
        ? carerEpisode(chance, at, until, whom)
        : episodeFrom(chance, at, until, whom, isSupported(happenings, at))
    const begun = episode.happenings.filter(each => !isLong(each) || !isInHome(happenings, each.start) || isHome(each))
    endReplaced(chance, happenings, begun.find(isLong))
    happenings.push(...begun)
    stays.push(...episode.stays)
    at += wholeFrom(chance, 30, 370)
  }
  const told = happenings.filter(({ start }) => start <= days.to && (start <= until || chance() < 0.03))
  return { happenings: told.map(each => untilDeath(chance, each, person.died)), stays }
}

/** From when on a council knows somebody: most from before the records begin, some later, nearly nobody before the age of 18. */
function firstDay(chance: Chance, { born }: Person, { from, to }: Days): number {
  const known = chance() < 0.2 ? wholeFrom(chance, from, to) : from
  const adult = born === null || chance() < 0.02 ? from : born + 18 * 365.25
  return Math.ceil(Math.max(known, adult))
}

const isLong = ({ service }: Happening): boolean => service?.[0].startsWith('Long term support:') ?? false

const isHome = ({ service }: Happening): boolean => /: (Residential|Nursing) care$/.test(service?.[0] ?? '')

const isOpen = ({ start, end }: Happening, day: number): boolean => start <= day && (end === null || end >= day)

/** Whether somebody has long-term support on a day. */
const isSupported = (happenings: readonly Happening[], day: number): boolean =>
  happenings.some(each => isLong(each) && isOpen(each, day))

const isInHome = (happenings: readonly Happening[], day: number): boolean =>
  happenings.some(each => isHome(each) && isOpen(each, day))

/** New support takes the place of that which is open: nearly always in a care home, mostly elsewhere. */
function endReplaced(chance: Chance, happenings: Happening[], by: Happening | undefined): void {
  if (by === undefined) return
  for (const [at, each] of happenings.entries())
    if (isLong(each) && each.start < by.start && isOpen(each, by.start) && chance() < (isHome(by) ? 0.95 : 0.8))
      happenings[at] = { ...each, end: by.start, outcome: 'Continuation of support or services' }
}

/** Where somebody lives to whom all this happens: in a care home where the last support is in one, as far as the records know. */
export function homeOf(chance: Chance, { happenings }: Journey): string {
  const support = happenings.filter(isLong)
  const last = support.toSorted((a, b) => a.start - b.start).at(-1)?.service?.[0]
  const isKnown = chance() < 0.96
  if (isKnown && last === 'Long term support: Nursing care') return 'Registered nursing home'
  if (isKnown && last === 'Long term support: Residential care') return 'Registered care home'
  return oneOf(chance, homes)
}

/** Support ends with a person's death; now and then nobody says so. */
function untilDeath(chance: Chance, happening: Happening, died: number | null): Happening {
  const { kind, start, end } = happening
  if (died === null || kind !== 'Service' || (end !== null && end <= died)) return happening
  if (chance() < 0.03) return { ...happening, end: null }
  return { ...happening, end: Math.max(died, start), outcome: 'NFA: Deceased' }
}

/** A request of someone who needs support, and what comes of it. */
function episodeFrom(chance: Chance, at: number, until: number, whom: Whom, hasSupport: boolean): Journey {
  const asked = request(chance, at, requestOutcomes[hasSupport ? 'supported' : 'others'])
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

function request(chance: Chance, at: number, outcomes: Parameters<typeof oneOf<string>>[1]): Happening {
  return {
    kind: 'Request',
    start: at,
    end: at + wholeFrom(chance, 0, 14),
    outcome: oneOf(chance, outcomes),
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
  return [{ kind: 'Assessment', start: at, end, outcome, assessment, ...howAssessed(chance) }, ...after]
}

const howAssessed = (chance: Chance) => ({
  assessedBy: oneOf(chance, assessmentMethods),
  needs: oneOf(chance, eligibleNeeds),
})

/** One to three services of reablement with short gaps, as where the provider changes; then what it leads to. */
function reablement(chance: Chance, at: number, until: number, whom: Whom): Happening[] {
  const all: Happening[] = []
  let start = at
  const parts = chance() < 0.75 ? 1 : wholeFrom(chance, 2, 3)
  for (let part = 1; part <= parts; part += 1) {
    const end = start + wholeFrom(chance, 3, 45)
    const component = chance() < 0.03 ? '' : chance() < 0.03 ? 'Re-ablement' : 'Reablement'
    const outcome = part < parts ? 'Continuation of support or services' : oneOf(chance, reablementOutcomes)
    all.push({
      kind: 'Service',
      start,
      end: chance() < 0.01 ? null : end,
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
  if (what < 0.17) return newSupport(chance, at + wholeFrom(chance, 0, 9), until, whom)
  if (what < 0.35) return [shortService(chance, at + wholeFrom(chance, -5, 8), whom)]
  if (what < 0.45) return [review(chance, at - wholeFrom(chance, 0, 10), 'Review of short term support')]
  return []
}

function support(chance: Chance, at: number, until: number, whom: Whom): Happening[] {
  return chance() < likelihoods[whom.kind].isLong
    ? newSupport(chance, at, until, whom)
    : [shortService(chance, at, whom)]
}

function shortService(chance: Chance, start: number, whom: Whom): Happening {
  const service = oneOf(chance, shortTermServices)
  return {
    kind: 'Service',
    start,
    end: chance() < 0.04 ? null : start + wholeFrom(chance, 0, 90),
    outcome: oneOf(chance, serviceOutcomes),
    service,
    delivery: oneOf(chance, deliveries[whom.kind === 'old' ? 'old' : 'young']),
    cost: costOf(chance, service[1]),
  }
}

/** How many days support goes on that nothing but time ends: its mean is the same whenever one asks. */
function lasting(chance: Chance, where: 'home' | 'community', { kind }: Whom): number {
  return Math.min(9000, 8 + Math.floor(-Math.log(1 - chance()) * likelihoods[kind].days[where]))
}

/** Support that begins now; people go into care homes a little more or less often from year to year. */
function newSupport(chance: Chance, start: number, until: number, whom: Whom): Happening[] {
  const { homeNow, homeEachYear } = likelihoods[whom.kind]
  const years = (start - collectionBegan) / 365.25
  const isInHome = chance() < homeNow * homeEachYear ** years
  return longSupport(chance, start, start, until, whom, isInHome)
}

/** 1 April 2023, from which on records are collected. */
const collectionBegan = 19_448

/**
 * Support that goes on for long: one or more services, and a review a year.
 * @param still a day on which it goes on for certain
 */
function longSupport(
  chance: Chance,
  start: number,
  still: number,
  until: number,
  whom: Whom,
  isInHome: boolean,
): Happening[] {
  const all: Happening[] = []
  const services = chance() < 0.7 ? 1 : 2
  const kinds = whom.kind === 'carer' ? carerServices : isInHome ? careHomes : communityServices
  const end = still + lasting(chance, isInHome ? 'home' : 'community', whom)
  for (let n = 0; n < services; n += 1) {
    const from = Math.min(end, start + (n === 0 ? 0 : wholeFrom(chance, 0, 200)))
    const [type, component] = oneOf(chance, kinds)
    const lost = chance() < 0.012 ? { lostFrom: until - wholeFrom(chance, 0, 700) } : {}
    all.push({
      kind: 'Service',
      start: from,
      end,
      outcome: oneOf(chance, serviceOutcomes),
      service: [type, chance() < 0.02 ? '' : component],
      delivery: howDelivered(chance, whom, isInHome, start),
      cost: costOf(chance, component),
      ...lost,
    })
  }
  for (
    let at = Math.max(start + 365, collectionBegan - 400);
    at < Math.min(until, end);
    at += wholeFrom(chance, 250, 480)
  )
    if (chance() < 0.75) all.push(review(chance, at, oneOf(chance, reviewReasons)))
  return all
}

/** Where few take direct payments: an area of the council. */
const areaOfFewPayments = 4

function howDelivered(chance: Chance, { kind, area }: Whom, isInHome: boolean, start: number): string {
  if (kind === 'carer') return oneOf(chance, carerDeliveries[start < collectionBegan ? 'before' : 'since'])
  if (isInHome) return oneOf(chance, deliveries.careHome)
  const delivery = oneOf(chance, deliveries[kind])
  if (delivery === 'Direct payment' && area === areaOfFewPayments && chance() < 0.45)
    return 'CASSR managed personal budget'
  return delivery
}

function review(chance: Chance, start: number, reviewReason: string): Happening {
  const isPlanned = /^planned/i.test(reviewReason) || reviewReason === 'Annual'
  return {
    kind: 'Review',
    start,
    end: start + wholeFrom(chance, 0, 30),
    outcome: oneOf(chance, reviewOutcomes),
    reviewReason,
    reviewedWith: oneOf(chance, reviewMethods),
    // of other reviews only some say it, as nobody asks for it
    ...(isPlanned || chance() < 0.4 ? { achieved: oneOf(chance, outcomesAchieved) } : {}),
  }
}

/** A carer asks, is assessed, and is given support or advice. */
function carerEpisode(chance: Chance, at: number, until: number, whom: Whom): Journey {
  const asked = {
    ...request(chance, at, requestOutcomes.others),
    outcome:
      chance() < 0.5 ? 'Progress to assessment, review or reassessment' : 'NFA: Information and advice or signposting',
  }
  if (/^NFA/.test(asked.outcome)) return { happenings: [asked], stays: [] }
  const start = (asked.end ?? at) + wholeFrom(chance, 0, 40)
  const end = start + wholeFrom(chance, 0, 30)
  const outcome = oneOf(chance, assessmentOutcomes)
  const given =
    chance() < likelihoods.carer.isLong ? newSupport(chance, end + wholeFrom(chance, 0, 20), until, whom) : []
  return {
    happenings: [
      asked,
      { kind: 'Assessment', start, end, outcome, assessment: 'Unpaid carer assessment', ...howAssessed(chance) },
      ...given,
    ],
    stays: [],
  }
}
