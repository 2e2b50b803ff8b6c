/** What a section of a template wants compared with other councils. */
import type { ComparisonWish } from '../../answers/paper-comparison/types.ts'
import type { Part } from './parts.ts'
import { textOf, textsOf, type Within, yesOf } from './reading.ts'

/** The parts that compare with other councils. */
const comparing: readonly Part[] = ['comparative', 'benchmarks']

/** The names that such a section may have beside those of every section. */
export const comparisonNames = ['framework', 'measures', 'groups', 'charts', 'published-later'] as const

/** What a section wants compared; null where its part compares nothing. */
export function comparisonIn(within: Within, part: Part): ComparisonWish | null {
  const { entry, where, at, told } = within
  if (!comparing.includes(part)) {
    for (const name of comparisonNames)
      if (name in entry && !(part === 'ranks' && name === 'published-later'))
        told(`${where} has no place for ${name}: only ${comparing.join(' and ')} have`, [...at, name])
    return null
  }
  const measures = textsOf(within, 'measures')
  const charts = textsOf(within, 'charts')
  const isKnown = (chart: string) => measures.length === 0 || measures.includes(chart)
  for (const chart of charts)
    if (!isKnown(chart)) told(`${where} draws ${chart}, which is not among its measures`, [...at, 'charts'])
  return {
    framework: textOf(within, 'framework') || null,
    measures,
    groups: textsOf(within, 'groups').filter(group => group !== 'england'),
    charts,
    publishedLater: yesOf(within, 'published-later'),
  }
}

/** Whether printed ranks are set beside files that were published after the meeting; only the part of ranks can want it. */
export function ranksPublishedLaterIn(within: Within, part: Part): boolean {
  return part === 'ranks' && yesOf(within, 'published-later')
}
