import type { Asked } from '../ask.ts'

/** What may make a published figure differ from the council's own, and how it is computed again to see. */
export type Cause = {
  readonly cause: string
  /** What is tried, as the end of “computed again …”. */
  readonly says: string
  /** What is asked differently. */
  readonly asked?: Partial<Pick<Asked, 'key' | 'blankComponent' | 'periods'>>
  /** Which files count: those that had come so many days after the year's end, or all that are here. */
  readonly cutOffDays?: number | 'all'
  /** Records that are told otherwise: without any date of death, or without the files that look like parts of a submission. */
  readonly records?: 'no deaths' | 'no small files'
}

export const causes: readonly Cause[] = [
  {
    cause: 'cut-off a quarter later',
    says: 'with the files of one more quarter, when the national tables are made a second time',
    cutOffDays: 126,
  },
  { cause: 'all files', says: 'with every file that is here today, those sent again among them', cutOffDays: 'all' },
  { cause: 'key', says: 'with events known again by the values as they were submitted', asked: { key: 'raw' } },
  {
    cause: 'blank component',
    says: 'with stays in care homes counted whose service component is blank',
    asked: { blankComponent: 'counted' },
  },
  {
    cause: 'stated periods',
    says: 'with each file taken to cover the period that it states, not the one that its events show',
    asked: { periods: 'stated' },
  },
  {
    cause: 'deaths',
    says: 'as if no record gave a date of death: the most that deaths from another source could undo',
    records: 'no deaths',
  },
  {
    cause: 'partial submissions',
    says: 'without the files that hold less than half as many records as the council’s files usually do',
    records: 'no small files',
  },
]
