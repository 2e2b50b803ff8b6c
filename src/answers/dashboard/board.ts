import { monthsOf, type Period, toPeriod } from '../../shared/period/period.ts'
import { chanceView } from '../forecast/forecast.ts'
import type { FrameworkData } from '../framework-data.ts'
import { lastBefore, meetingsOf } from '../meeting/meetings.ts'
import { signalView } from '../signal/signal-view.ts'
import type { BoardAnswer } from '../types.ts'
import { columnEnds } from './columns.ts'
import { dashboard, judgedRows, toldBy } from './dashboard.ts'

/**
 * The dashboard of a framework with its columns up to a period, and what a reader can choose from. Everything is judged by
 * what is told up to that period: the latest value, its rating, the direction of travel, the exceptions, the headline.
 * @param end the period of the last column; the latest of which anything is told where it is null or none of the answer's `ends`
 */
export function board(data: FrameworkData, end: string | null): BoardAnswer {
  const judged = judgedRows(data)
  const ends = columnEnds(toldBy(judged))
  const chosen = ends.find(each => each === end) ?? null
  const told = chosen === null ? data : upTo(data, chosen)
  return {
    dashboard: chosen === null ? dashboard(data, judged) : dashboard(told, undefined, chosen),
    signals: new Map(data.members.map(({ indicator: { indicator } }) => [indicator, signalView(indicator, told)])),
    chances: new Map(
      data.members.flatMap(({ indicator: { indicator } }) => {
        const chance = chanceView(indicator, told)
        return chance ? [[indicator, chance] as const] : []
      }),
    ),
    frameworks: data.frameworks,
    ends,
    lastMeeting: lastBefore(meetingsOf(data), data.moment),
  }
}

/** The data as though nothing had been told of any period that ends later. */
export function upTo(data: FrameworkData, end: Period): FrameworkData {
  const { last } = monthsOf(end)
  const isIn = ({ period }: { readonly period: string }) => monthsOf(toPeriod(period)).last <= last
  const observations = [...data.observations].map(([slug, facts]) => [slug, facts.filter(isIn)] as const)
  return { ...data, observations: new Map(observations) }
}
