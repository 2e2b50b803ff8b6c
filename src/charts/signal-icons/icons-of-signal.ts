import type { SignalView } from '../../answers/signal/types.ts'
import type { AssuranceIcon, VariationIcon } from './signal-icons.ts'

/** The signs that may stand for an indicator; null where there is none: the answer says why. */
export type SignalIcons = { readonly variation: VariationIcon | null; readonly assurance: AssuranceIcon | null }

/** Which signs an indicator gets: none with fewer than 13 points, or where its kind forbids it. */
export function iconsOfSignal({ icons, variation: { meaning, way }, assurance }: SignalView): SignalIcons {
  if (!icons || meaning === null) return { variation: null, assurance: null }
  const height = way === 'up' ? 'high' : 'low'
  if (meaning === 'common') return { variation: 'common', assurance: assurance.code }
  const kind = meaning === 'high' || meaning === 'low' ? 'neutral' : meaning
  return { variation: `${kind}_${height}`, assurance: assurance.code }
}
