import { entryOf, reasons } from '../../shared/codes.ts'
import type { Difference } from './differences.ts'

const takenOut = 'A place that is there no longer'

/**
 * The changes without what must not be said again: what an earlier version said stands beside a change only where that
 * version, made again without everything that is hidden today, says it too. Words are not looked into: a sentence that
 * holds a hidden number, or what follows from one, is simply not among those that are left.
 * @param safe the changes from the earlier version as it would be made without what is hidden today
 */
export function withoutHidden(changes: readonly Difference[], safe: readonly Difference[]): Difference[] {
  const hidden = entryOf(reasons, 'suppressed').shorthand
  const keyOf = (...parts: readonly (string | null)[]) => JSON.stringify(parts)
  const sayable = new Set(safe.map(({ where, old }) => keyOf(where, old)))
  const told = changes.map((change): Difference => {
    if (change.old === null || sayable.has(keyOf(change.where, change.old))) return change
    // The place itself was named by the earlier version.
    return { ...change, where: change.new === null ? takenOut : change.where, old: hidden }
  })
  return [...new Map(told.map(change => [keyOf(change.where, change.old, change.new), change])).values()]
}
