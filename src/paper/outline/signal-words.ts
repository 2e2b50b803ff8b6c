/** Signal beside the ratings of a paper: in words alone, so that every format says it. */
import type { SignalFinding } from '../../answers/signal/types.ts'

/** What follows the reasons of an exception; empty where no rule of rating sends it. */
export function signalBesideReasons(found: SignalFinding | null | undefined): string {
  if (!found) return ''
  return found.finding === 'cannot_tell' ? ' Signal or chance cannot be told.' : ` ${found.sentence}`
}
