/** What a change of a whole is made of: of each of the parts that make it up. */
import type { Counts } from './ratio-change.ts'

/** A part of a whole: an age group, a locality. */
export type CountedPart = Counts & { readonly name: string }

/** What a part brought to a change. */
export type PartChange = {
  readonly name: string
  /** As its own rate changed, and as its share of all changed; both together are its contribution. */
  readonly own: number
  readonly share: number
  readonly contribution: number
}

/**
 * Parts the change of a rate between the parts of those it is of. A part brings as much as its own rate changed, weighted by
 * its mean share of all; and as much as its share changed, weighted by how far its mean rate lies from that of all. What all
 * parts bring together is the change. A part that has nobody in one of the periods brings by its share alone.
 * @param per 100 of a percentage, 100,000 of a rate per 100,000
 * @throws RangeError when the parts are not the same in both, nobody is in them, or some are counted in a part of nobody
 */
export function partsChange(before: readonly CountedPart[], after: readonly CountedPart[], per: number): PartChange[] {
  const [wholeBefore, wholeAfter] = [whole(before), whole(after)]
  const usual =
    (per * (wholeBefore.numerator / wholeBefore.denominator + wholeAfter.numerator / wholeAfter.denominator)) / 2
  const later = new Map(after.map(part => [part.name, part]))
  if (before.length !== after.length || before.some(part => !later.has(part.name)))
    throw new RangeError(
      `Cannot part a change as the parts must be the same: they are ${names(before)} and ${names(after)}`,
    )
  return before.map(old => {
    const now = later.get(old.name) ?? old
    const shares = [old.denominator / wholeBefore.denominator, now.denominator / wholeAfter.denominator] as const
    const rates = ratesOf(old, now, per)
    const own = ((shares[0] + shares[1]) / 2) * (rates[1] - rates[0])
    const share = (shares[1] - shares[0]) * ((rates[0] + rates[1]) / 2 - usual)
    return { name: old.name, own, share, contribution: own + share }
  })
}

function whole(parts: readonly CountedPart[]): Counts {
  const odd = parts.find(part => part.denominator <= 0 && part.numerator !== 0)
  if (odd)
    throw new RangeError(`Cannot part a change as ${odd.numerator} are counted in ${odd.name}, which holds nobody`)
  const numerator = parts.reduce((sum, part) => sum + part.numerator, 0)
  const denominator = parts.reduce((sum, part) => sum + part.denominator, 0)
  if (!(denominator > 0)) throw new RangeError('Cannot part a change as nobody is in the parts of one of its periods')
  return { numerator, denominator }
}

/** The rates of a part before and after; where nobody was in it, that of the other period. */
function ratesOf(old: Counts, now: Counts, per: number): readonly [number, number] {
  const rate = ({ numerator, denominator }: Counts) => (denominator > 0 ? (per * numerator) / denominator : null)
  const [before, after] = [rate(old), rate(now)]
  return [before ?? after ?? 0, after ?? before ?? 0]
}

const names = (parts: readonly CountedPart[]) => parts.map(part => part.name).join(', ')
