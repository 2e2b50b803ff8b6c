import { comparePeriods, type Period, toPeriod } from './period/period.ts'

/** The definition version that holds in a period: the one that began last, `1` where none is named. */
export function versionIn(period: Period, definitions: readonly { version: string; from: string }[]): string {
  const begun = definitions
    .filter(each => each.from === '' || comparePeriods(toPeriod(each.from), period) <= 0)
    .sort((a, b) => {
      if (a.from === '' || b.from === '') return a.from === b.from ? 0 : a.from === '' ? -1 : 1
      return comparePeriods(toPeriod(a.from), toPeriod(b.from))
    })
  return begun.at(-1)?.version ?? '1'
}
