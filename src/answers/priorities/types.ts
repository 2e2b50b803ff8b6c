import type { RoundRow, Tally } from '../round/types.ts'
import type { FrameworkView } from '../types.ts'

/** A strategic priority or objective with the measures under it. */
export type PriorityView = {
  readonly slug: string
  readonly type: 'priority' | 'objective'
  readonly order: number
  readonly text: string
  /** Why it has no measures, or whose reading they are. */
  readonly note: string
  readonly rows: readonly RoundRow[]
  /** Of its own measures; null where it has none. */
  readonly tally: Tally | null
  /** The frameworks whose counts stand for it. */
  readonly fedBy: readonly { readonly framework: FrameworkView; readonly tally: Tally }[]
  /** How many of its measures, or of those that feed it, stand where. */
  readonly says: string
}
