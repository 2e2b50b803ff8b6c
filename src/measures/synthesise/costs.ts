import { type Chance, wholeFrom } from '../../shared/chance.ts'
import { priceOf } from './values.data.ts'
import { oneOf } from './weighted.ts'

/** What a service costs: an amount in pounds, how often it is paid, and how many units a week are planned. */
export function costOf(chance: Chance, component: string): readonly [amount: string, frequency: string, units: string] {
  const { least, most, units, frequencies } = priceOf[component] ?? priceOf['']
  return [
    (wholeFrom(chance, least * 100, most * 100) / 100).toFixed(2),
    oneOf(chance, frequencies),
    String(wholeFrom(chance, 1, units)),
  ]
}
