import { type Chance, chanceFrom } from '../../shared/chance.ts'
import { betaFrom, gammaFrom, normalFrom } from './draws.ts'
import type { RankedPolarity } from './ranks.ts'

/** What is known of how far a value may lie from what it would be without chance. */
export type Uncertainty =
  /** Half the width of the 95 % interval that its publisher gives. */
  | { readonly kind: 'margin'; readonly half: number }
  /** A share of people: numerator of denominator, shown per `per`. */
  | { readonly kind: 'share'; readonly numerator: number; readonly denominator: number; readonly per: number }
  /** Events among a population: their number, shown per `per` of it. */
  | { readonly kind: 'events'; readonly numerator: number; readonly denominator: number; readonly per: number }
  /** Nothing is published: the value is taken as it stands. */
  | { readonly kind: 'none' }

type Entrant = { readonly value: number; readonly uncertainty: Uncertainty }

/** Between which places a council's own lies in 95 of 100 draws. */
export type RankInterval = { readonly lower: number; readonly upper: number }

const draws = 1000
const seed = 2015
/** Half the width of a 95 % interval, in standard errors. */
const halfWidth = 1.959963984540054

/**
 * The uncertainty of a place: every council's value is drawn again from what is known of its chance, a thousand times from one
 * seed, and the middle 95 % of the places that result are told (Goldstein and Spiegelhalter 1996). A share is drawn from the
 * beta, a rate from the gamma distribution with half a case added (Jeffreys), and moved so that their middle is the value.
 * @param entrants the group, in an order that does not depend on who asks: the same order gives the same interval
 * @param own the index of the council that asks
 * @returns null where nothing is known of the chance of its own value
 */
export function rankInterval(entrants: readonly Entrant[], own: number, polarity: RankedPolarity): RankInterval | null {
  const asking = entrants[own]
  if (!asking || asking.uncertainty.kind === 'none') return null
  const chance = chanceFrom(seed)
  const places: number[] = []
  const drawn = new Float64Array(entrants.length)
  for (let draw = 0; draw < draws; draw += 1) {
    entrants.forEach((entrant, at) => {
      drawn[at] = drawnFrom(entrant, chance)
    })
    const mine = Number(drawn[own])
    let better = 0
    for (const value of drawn) if (polarity === 'bigger' ? value > mine : value < mine) better += 1
    places.push(better + 1)
  }
  places.sort((a, b) => a - b)
  return { lower: Number(places[draws * 0.025]), upper: Number(places[draws * 0.975 - 1]) }
}

function drawnFrom({ value, uncertainty }: Entrant, chance: Chance): number {
  switch (uncertainty.kind) {
    case 'none':
      return value
    case 'margin':
      return value + (normalFrom(chance) * uncertainty.half) / halfWidth
    case 'share': {
      const { numerator, denominator, per } = uncertainty
      const share = betaFrom(chance, numerator + 0.5, denominator - numerator + 0.5)
      return value + (share - (numerator + 0.5) / (denominator + 1)) * per
    }
    case 'events': {
      const { numerator, denominator, per } = uncertainty
      return value + ((gammaFrom(chance, numerator + 0.5) - (numerator + 0.5)) / denominator) * per
    }
  }
}
