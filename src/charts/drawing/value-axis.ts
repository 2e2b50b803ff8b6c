import { scaleLinear } from 'd3-scale'
import { roundedText } from '../../shared/rounding.ts'
import { grouped } from '../../shared/words.ts'

export type ValueAxis = {
  readonly from: number
  readonly to: number
  readonly ticks: readonly { readonly value: number; readonly label: string }[]
  /** Whether the foot of the axis is not zero, which the chart then says. */
  readonly cut: boolean
}

type Wanted = {
  readonly lowest: number
  readonly highest: number
  readonly fromZero: boolean
  /** About how many lines go across: there may be a few more. */
  readonly lines: number
}

/** An axis with round ends around some values. */
export function axisAround({ lowest, highest, fromZero, lines }: Wanted): ValueAxis {
  let from = fromZero ? Math.min(0, lowest) : lowest
  let to = fromZero ? Math.max(0, highest) : highest
  if (from === to) {
    const around = Math.abs(to) * 0.1 || 1
    from = fromZero && to >= 0 ? 0 : from - around
    to += around
  }
  const scale = scaleLinear([from, to], [0, 1]).nice(lines)
  const [low = 0, high = 1] = scale.domain()
  const ticks = scale.ticks(lines)
  const decimals = Math.max(0, ...ticks.map(neededDecimals))
  return {
    from: low,
    to: high,
    ticks: ticks.map(value => ({ value, label: grouped(roundedText(value, decimals)) })),
    cut: low > 0,
  }
}

function neededDecimals(tick: number): number {
  const text = String(Number(tick.toPrecision(6)))
  const point = text.indexOf('.')
  return point < 0 || text.includes('e') ? 0 : text.length - point - 1
}
