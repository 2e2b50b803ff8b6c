import type { Council } from '../national/find-council.ts'
import { findGroup, type Group } from '../national/find-group.ts'
import type { NationalData } from '../national/national-data.ts'
import { NotFound } from '../not-found.ts'
import { type GroupChoice, groupsOf } from './groups.ts'

/** A group or a year that was asked for and is not there, with those that are. */
export class NotAmong extends NotFound {
  override name = 'NotAmong'
  readonly what: 'group' | 'period'
  readonly asked: string
  readonly choices: readonly GroupChoice[]

  constructor(message: string, about: Pick<NotAmong, 'what' | 'asked' | 'choices'>) {
    super(message)
    this.what = about.what
    this.asked = about.asked
    this.choices = about.choices
  }
}

/** The group that is meant. @throws NotAmong when there is none, with those that the council can be set among */
export function groupAmong(data: NationalData, council: Council, asked: string): Group {
  try {
    return findGroup(data, council, asked)
  } catch (error) {
    if (!(error instanceof NotFound)) throw error
    throw new NotAmong(error.message, { what: 'group', asked, choices: groupsOf(data, council) })
  }
}

/**
 * Checks that somebody publishes a measure of a year.
 * @param periods those with figures, the latest first
 * @throws NotAmong when nobody does
 */
export function assertAmong(periods: readonly string[], asked: string | null, measure: string): void {
  if (asked === null || periods.includes(asked) || periods.length === 0) return
  throw new NotAmong(`There are no figures of ${measure} for ${asked}`, {
    what: 'period',
    asked,
    choices: periods.map(period => ({ slug: period, name: period })),
  })
}
