import type { AssuranceIcon, VariationIcon } from './signal-icons.ts'

/** The signs that may stand for an indicator; null where there is none: the answer says why. */
type SignalIcons = { readonly variation: VariationIcon | null; readonly assurance: AssuranceIcon | null }

/** What the signs need of an indicator judged by signal. */
type JudgedIndicator = {
  readonly icons: boolean
  readonly variation: {
    readonly meaning: 'common' | 'improvement' | 'concern' | 'high' | 'low' | null
    readonly way: 'up' | 'down' | null
  }
  readonly assurance: { readonly code: AssuranceIcon | null }
}

/** Which signs an indicator gets: none with fewer than 13 points, or where its kind forbids it. */
export function iconsOfSignal({ icons, variation: { meaning, way }, assurance }: JudgedIndicator): SignalIcons {
  if (!icons || meaning === null) return { variation: null, assurance: null }
  const height = way === 'up' ? 'high' : 'low'
  if (meaning === 'common') return { variation: 'common', assurance: assurance.code }
  const kind = meaning === 'high' || meaning === 'low' ? 'neutral' : meaning
  return { variation: `${kind}_${height}`, assurance: assurance.code }
}
