/** How many values a hidden count may have, for all that a reader can work out. */
import type { Equation } from './equations.ts'
import type { Quantity } from './quantities.ts'

/**
 * A hidden count must be one of at least so many numbers. It does not follow `suppress_below`: that says which counts are
 * too small to print, this how near a reader may come to one that is not printed. With a lower threshold two hidden
 * neighbours would pin each other down, and with a higher one much more would be hidden than anybody could work out.
 */
export const leastPossible = 5

/** How many ways of balancing are tried before a count is held to have none; more is then hidden, never less. */
const patience = 200

export type Web = ReadonlyMap<Quantity, readonly Equation[]>

/** The equations that each quantity stands in. */
export function webOf(equations: readonly Equation[]): Web {
  const web = new Map<Quantity, Equation[]>()
  for (const equation of equations)
    for (const each of new Set([...equation.parts, equation.whole])) {
      const own = web.get(each)
      if (own) own.push(equation)
      else web.set(each, [equation])
    }
  return web
}

/**
 * Whether an unpublished count may be one of five numbers or more: it is shown by other tables that print just the same.
 * Each moves the count, and balances every sum that it stands in with other unpublished counts, none below 1 where it is
 * hidden (a zero is never hidden) or 0 where it was never printed.
 */
export function isFree(quantity: Quantity, web: Web): boolean {
  let up = leastPossible - 1
  while (up > 0 && !canMove(quantity, up, web)) up -= 1
  const down = leastPossible - 1 - up
  return down === 0 || canMove(quantity, -down, web)
}

function canMove(quantity: Quantity, by: number, web: Web): boolean {
  const steps = Math.abs(by)
  const moved = new Map<Quantity, 1 | -1>()
  let tried = 0
  const bears = (each: Quantity, way: 1 | -1) =>
    each.state !== 'published' && (way === 1 || each.value - (each.state === 'hidden' ? 1 : 0) >= steps)

  function balance(): boolean {
    tried += 1
    if (tried > patience) return false
    const open = unbalanced(moved, web)
    if (!open) return true
    const { equation, net } = open
    for (const each of new Set([...equation.parts, equation.whole])) {
      const way = each === equation.whole ? (net > 0 ? 1 : -1) : net > 0 ? -1 : 1
      if (moved.has(each) || !bears(each, way)) continue
      moved.set(each, way)
      if (balance()) return true
      moved.delete(each)
    }
    return false
  }

  const way = by > 0 ? 1 : -1
  if (!bears(quantity, way)) return false
  moved.set(quantity, way)
  return balance()
}

function unbalanced(moved: ReadonlyMap<Quantity, 1 | -1>, web: Web): { equation: Equation; net: number } | null {
  for (const quantity of moved.keys()) {
    for (const equation of web.get(quantity) ?? []) {
      const parts = equation.parts.reduce((sum, part) => sum + (moved.get(part) ?? 0), 0)
      const net = parts - (moved.get(equation.whole) ?? 0)
      if (net !== 0) return { equation, net }
    }
  }
  return null
}
