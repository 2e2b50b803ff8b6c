import type { Reader } from '../../register/index.ts'
import { compareText } from '../../shared/compare-text.ts'
import { yearOf } from '../../shared/period/period.ts'
import { type FrameworkData, frameworkView } from '../framework-data.ts'
import { roundRow } from '../round/rows.ts'
import { latestQuarter, lookingThrough, stagedFrameworks } from '../round/through.ts'
import { prioritiesOf, priorityKinds, wordsByIndicator } from './priorities.ts'
import type { StrategyAnswer } from './types.ts'

/** The strategy of an organisation as known at a moment; the year is that of its report in the round, where it has one. */
export async function strategy(reader: Reader, data: FrameworkData): Promise<StrategyAnswer> {
  const { organisation, moment, framework, indicators } = data
  const facts = await reader.current(priorityKinds, moment, { owner: organisation.slug })
  const through = lookingThrough(data, facts)
  const quarter = latestQuarter(stagedFrameworks(facts).flatMap(fact => through(fact.name) ?? []))
  const said = wordsByIndicator(facts)
  const rowOf = (slug: string) => roundRow(slug, data, null, said.get(slug))
  const members = data.members.map(member => member.indicator.indicator)
  const order = [...members, ...[...indicators.keys()].filter(slug => !members.includes(slug)).sort(compareText)]
  return {
    organisation,
    framework: frameworkView(framework),
    moment,
    priorities: prioritiesOf(facts, data, through, quarter && yearOf(quarter)),
    measures: members.map(rowOf),
    stated: order.filter(slug => said.has(slug)).map(rowOf),
  }
}
