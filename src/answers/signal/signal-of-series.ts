/** Signal for series that came in a file of their own, outside of the register. */

import type { FileSeries } from '../../intake/signal-series/read-series-file.ts'
import { type Quirks, type Signal, signalOf } from '../../judgement/signal/signal.ts'

/** For which series of a file the package's oddities are copied: those whose `quirk` names one, every one, or none. */
export const quirkChoices = ['labelled', 'all', 'none'] as const
export type QuirkChoice = (typeof quirkChoices)[number]

/** The labels of the format for the two oddities. */
const labels = { junction: 'trend-direction-at-junction', collapse: 'limits-collapse' } as const

const way = { increase: 'up', decrease: 'down', neutral: 'neither' } as const

/** Judges one series of a file. */
export function signalOfSeries({ options, quirk, input }: FileSeries, choice: QuirkChoice): Signal {
  return signalOf(input, {
    better: way[options.improvementDirection],
    target: options.target,
    rebases: options.rebase,
    baseline: options.fixAfter,
    screening: options.screenOutliers,
    quirks: quirksOf(quirk, choice),
  })
}

function quirksOf(quirk: string | null, choice: QuirkChoice): Quirks {
  const wanted = (label: string) => choice === 'all' || (choice === 'labelled' && quirk === label)
  return { junction: wanted(labels.junction), collapse: wanted(labels.collapse) }
}
