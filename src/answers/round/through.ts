/** One moment of an organisation, looked at through each of its frameworks. */
import { type Stage, stages } from '../../shared/codes.ts'
import { compareText } from '../../shared/compare-text.ts'
import { type Fact, ofKind } from '../../shared/facts.ts'
import {
  comparePeriods,
  financialQuarter,
  monthsElapsed,
  monthsOf,
  type Period,
  toPeriod,
  yearOf,
} from '../../shared/period/period.ts'
import { type FrameworkData, throughFramework } from '../framework-data.ts'
import { indicatorRow } from '../indicator-row.ts'

/** How one moment looks through a framework, by its slug; null where the organisation has no such framework. */
export type Through = (framework: string) => FrameworkData | null

/** The frameworks of a report in the round, in the order of the stages and then by name. */
export function stagedFrameworks(facts: readonly Fact[]): Fact<'framework'>[] {
  const place = (stage: Stage) => stages.findIndex(({ code }) => code === stage)
  return ofKind(facts, 'framework')
    .flatMap(fact => (fact.payload.stage ? [{ fact, stage: fact.payload.stage }] : []))
    .sort((a, b) => place(a.stage) - place(b.stage) || compareText(a.fact.payload.name, b.fact.payload.name))
    .map(({ fact }) => fact)
}

/**
 * What is loaded through one framework, through any other.
 * @param facts of the organisation: its frameworks and what they hold
 */
export function lookingThrough(data: FrameworkData, facts: readonly Fact[]): Through {
  const memberships = ofKind(facts, 'membership')
  const known = new Map(ofKind(facts, 'framework').map(fact => [fact.name, throughFramework(data, fact, memberships)]))
  return framework => known.get(framework) ?? null
}

/**
 * The quarter in which the latest figure of anything told within the year ends; the last of the latest year, where there is
 * none; null where there is no figure at all.
 */
export function latestQuarter(shown: readonly FrameworkData[]): Period | null {
  const told = shown.flatMap(data =>
    data.members.flatMap(({ indicator }) => {
      const { series, view } = indicatorRow(indicator.indicator, data)
      const isWithinYear = series.frequency === 'monthly' || series.frequency === 'quarterly'
      return isWithinYear && view.latest ? [view.latest.period] : []
    }),
  )
  const years = shown.flatMap(data => [...data.observations.values()].flat().map(fact => toPeriod(fact.period)))
  const last = (told.length > 0 ? told : years)
    .sort((a, b) => monthsOf(a).last - monthsOf(b).last || comparePeriods(a, b))
    .at(-1)
  return last === undefined
    ? null
    : financialQuarter(Number(yearOf(last).slice(0, 4)), Math.ceil(monthsElapsed(last) / 3))
}
