/** Signal on a page: its signs, drawn once and shown by reference, and its verdicts in words. */
import { raw } from 'hono/html'
import type { SignalView } from '../../answers/signal/types.ts'
import { iconsOfSignal } from '../../charts/signal-icons/icons-of-signal.ts'
import {
  type AssuranceIcon,
  iconMeanings,
  iconSymbol,
  type VariationIcon,
} from '../../charts/signal-icons/signal-icons.ts'
import { Hidden } from './marks.tsx'

type Icon = VariationIcon | AssuranceIcon

/** The drawings of the signs that the page shows. It stands once on each page with signs, before the first. */
export function SignalDrawings({ views }: { views: readonly SignalView[] }) {
  const used = new Set(views.flatMap(iconsOf))
  if (used.size === 0) return null
  return (
    <svg class="signal-drawings" width="0" height="0" aria-hidden="true">
      {raw([...used].map(iconSymbol).join(''))}
    </svg>
  )
}

/** The signs that an indicator gets, of none to two: variation, then assurance. */
export function iconsOf(view: SignalView): Icon[] {
  const { variation, assurance } = iconsOfSignal(view)
  return [variation, assurance].filter(icon => icon !== null)
}

/** A sign without words, which must stand beside it. */
export function SignalSign({ icon }: { icon: Icon }) {
  return (
    <svg class="signal-sign" viewBox="0 0 48 48" aria-hidden="true">
      <use href={`#${symbolId(icon)}`} />
    </svg>
  )
}

/** The signs of an indicator, and their meaning for whoever hears the page; where there are none, the reason. */
export function SignalSigns({ view }: { view: SignalView }) {
  const icons = iconsOf(view)
  if (icons.length === 0)
    return (
      <span class="quiet">
        <span aria-hidden="true">–</span>
        <Hidden>{view.reason || view.variation.sentence}</Hidden>
      </span>
    )
  return (
    <span class="signal-signs" title={icons.map(icon => iconMeanings[icon]).join('. ')}>
      {icons.map(icon => (
        <SignalSign icon={icon} />
      ))}
      <Hidden>{icons.map(icon => iconMeanings[icon]).join('. ')}</Hidden>
    </span>
  )
}

/** Both verdicts as sentences, each after its sign; one reason where there is neither. */
export function SignalVerdicts({ view }: { view: SignalView }) {
  const { variation, assurance, reason } = view
  if (variation.meaning === null) return <p class="signal-verdict">{reason || variation.sentence}</p>
  const icons = iconsOfSignal(view)
  return (
    <ul class="signal-verdicts">
      <li class="signal-verdict">
        {icons.variation && <SignalSign icon={icons.variation} />}
        <span>{variation.sentence}</span>
      </li>
      <li class="signal-verdict">
        {icons.assurance && <SignalSign icon={icons.assurance} />}
        <span>{assurance.sentence}</span>
      </li>
    </ul>
  )
}

const symbolId = (icon: Icon) => `signal-${icon}`
