/** How a council stands to England, as marks: a shape and a colour each, and a hollow one where it cannot be told. */

import { palette } from './palette.ts'
import type { KeyItem } from './sign-key.ts'
import { signMark } from './signs.ts'
import { element } from './svg.ts'

export type StandingSign = 'better' | 'similar' | 'worse' | 'higher' | 'lower' | 'unknown'

const signs = {
  better: 'improvement',
  similar: 'common',
  worse: 'concern',
  higher: 'neither',
  lower: 'neither',
} as const

const words: Record<StandingSign, string> = {
  better: 'better than England',
  similar: 'similar',
  worse: 'worse than England',
  higher: 'higher or lower than England',
  lower: 'higher or lower than England',
  unknown: 'cannot be told',
}

/** The mark of a standing, its middle at a place. */
export function standingMark(
  standing: StandingSign,
  x: number,
  y: number,
  reach: number,
  fill: 'full' | 'hollow' = 'full',
): string {
  if (standing !== 'unknown') return signMark(signs[standing], x, y, reach, fill)
  const look = {
    class: 'chart-sign chart-sign-unknown',
    fill: palette.paper,
    stroke: palette.quiet,
    'stroke-width': 1.5,
  }
  return element('circle', { ...look, cx: x, cy: y, r: reach * 0.75 })
}

/** The key of those standings that are drawn. */
export function standingKey(drawn: readonly StandingSign[]): KeyItem[] {
  const order: readonly StandingSign[] = ['better', 'similar', 'worse', 'higher', 'lower', 'unknown']
  const used = order.filter(each => drawn.includes(each))
  const once = used.filter((each, at) => used.findIndex(other => words[other] === words[each]) === at)
  return once.map(each => ({ words: words[each], mark: (x, y) => standingMark(each, x, y, 4.5) }))
}
