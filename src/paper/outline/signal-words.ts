/** Signal beside the ratings of a paper: in words, so that every format says it, and by its signs where a format has pictures. */
import type { ForecastView } from '../../answers/forecast/types.ts'
import type { SignalFinding, SignalView } from '../../answers/signal/types.ts'
import { iconsOfSignal } from '../../charts/signal-icons/icons-of-signal.ts'
import type { Sign } from './types.ts'

/** What follows the reasons of an exception; empty of a card that is none. */
export function signalBesideReasons(found: SignalFinding | undefined): string {
  if (!found) return ''
  return found.finding === 'cannot_tell' ? ' Signal or chance cannot be told.' : ` ${found.sentence}`
}

/** What stands below a verdict: both judgements of signal after their signs; where there are none, the reason. */
export function signalLines(
  view: SignalView,
  forecast: ForecastView,
): { readonly sign: Sign | null; readonly text: string }[] {
  const { variation, assurance } = iconsOfSignal(view)
  if (variation === null) {
    const reason = view.reason || view.variation.sentence
    const what = isForecast(forecast) ? '' : ', nor where the year will end'
    return [{ sign: null, text: `Signal or chance cannot be told${what}: ${reason.slice(reason.indexOf(': ') + 2)}` }]
  }
  return [
    { sign: variation, text: view.variation.sentence },
    ...(assurance === null && !view.assurance.isUnsteady ? [] : [{ sign: assurance, text: view.assurance.sentence }]),
  ]
}

/** Whether more is expected of the year's end than that the last value stays. */
export function isForecast({ yearEnd }: ForecastView): boolean {
  return yearEnd !== null && yearEnd.expected.method !== 'last_value'
}
