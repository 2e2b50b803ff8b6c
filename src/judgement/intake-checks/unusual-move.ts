/** A warning at intake: a value that moves further than the series usually does. */
import { minus } from '../exactly.ts'

/** A move from one value to the next, and the limit that it passes; sizes in the series' unit. */
export type UnusualMove = {
  /** Where in the series the move ends. */
  readonly at: number
  readonly from: number
  readonly to: number
  readonly size: number
  readonly limit: number
}

/** From how many values on a series says what is usual. */
const enoughValues = 8
/** The upper limit of a moving range as a multiple of the mean (D4 of the chart of individual values). */
const limitFactor = 3.267

/**
 * The moves beyond 3.267 × the mean moving range of the series, from 8 values on. A missing value (null) is no zero:
 * there is no move to it or from it.
 */
export function unusualMoves(values: readonly (number | null)[]): UnusualMove[] {
  if (values.filter(value => value !== null).length < enoughValues) return []
  const moves = values.flatMap((to, at) => {
    const from = values[at - 1]
    return to === null || from === null || from === undefined ? [] : [{ at, from, to, size: Math.abs(minus(to, from)) }]
  })
  if (moves.length === 0) return []
  const limit = (limitFactor * moves.reduce((sum, move) => sum + move.size, 0)) / moves.length
  return moves.filter(move => move.size > limit).map(move => ({ ...move, limit }))
}

/** The move to the last value, where it is unusual: see unusualMoves(); else null. */
export function unusualMove(values: readonly (number | null)[]): UnusualMove | null {
  return unusualMoves(values).find(move => move.at === values.length - 1) ?? null
}
