import { compareText } from '../../shared/compare-text.ts'
import { type Fact, ofKind } from '../../shared/facts.ts'
import { comparePeriods, type Period, toPeriod } from '../../shared/period/period.ts'
import { type FrameworkData, frameworkView } from '../framework-data.ts'
import { indicatorRow } from '../indicator-row.ts'
import { roundRow } from '../round/rows.ts'
import { tallyInWords, tallyOf, tallyTogether } from '../round/tally.ts'
import type { Through } from '../round/through.ts'
import { stagedFrameworks } from '../round/through.ts'
import type { PriorityView, Said, StatedWords } from './types.ts'

/** The kinds of facts of an organisation that its priorities are told from. */
export const priorityKinds = ['framework', 'membership', 'priority', 'stated_comparison', 'source'] as const

/**
 * The priorities of an organisation and then its objectives, each in its order, with its measures and with the counts of the
 * frameworks that feed it. The framework of the stage of priorities judges the measures; without one, the committee's.
 * @param facts of the organisation, of the kinds above
 * @param data what is loaded, through any framework of the organisation
 * @param through the same, through another framework
 * @param year the financial year that is reported; null: that of each latest value
 */
export function prioritiesOf(
  facts: readonly Fact[],
  data: FrameworkData,
  through: Through,
  year: Period | null,
): PriorityView[] {
  const own = stagedFrameworks(facts).find(fact => fact.payload.stage === 'priorities')
  const judging = through(own?.name ?? data.organisation.committeeFramework) ?? data
  const said = wordsByIndicator(facts)
  const known = ofKind(facts, 'priority').sort(
    (a, b) => a.payload.order - b.payload.order || compareText(a.name, b.name),
  )
  return types.flatMap(({ type, label }) =>
    known
      .filter(({ payload }) => payload.type === type)
      .map(({ name, payload }, at): PriorityView => {
        const rows = (payload.indicators ?? [])
          .filter(slug => judging.indicators.has(slug))
          .map(slug => roundRow(slug, judging, year, said.get(slug)))
        const fedBy = (payload.fedBy ?? []).flatMap(slug => {
          const other = through(slug)
          if (!other) return []
          const members = other.members.map(({ indicator }) => indicatorRow(indicator.indicator, other).view)
          return [{ framework: frameworkView(other.framework), tally: tallyOf(members) }]
        })
        const tally = rows.length === 0 ? null : tallyOf(rows.map(({ row }) => row))
        const byForecast = judging.framework.payload.rating === 'forecast'
        const counted = [...(tally ? [tally] : []), ...fedBy.map(each => each.tally)]
        const { order, text, note = '' } = payload
        const says = counted.length === 0 ? '' : tallyInWords(tallyTogether(counted), byForecast)
        return { slug: name, type, order, name: `${label} ${at + 1}`, text, note, rows, tally, fedBy, says }
      }),
  )
}

const types = [
  { type: 'priority', label: 'Priority' },
  { type: 'objective', label: 'Objective' },
] as const

/**
 * What documents say in words, without a figure, by indicator and in the order of the periods.
 * @param facts of the organisation: what is stated, and the sources that state it
 */
export function wordsByIndicator(facts: readonly Fact[]): Said {
  const titles = new Map(ofKind(facts, 'source').map(fact => [fact.name, fact.payload.title]))
  const stated = ofKind(facts, 'stated_comparison').map(({ indicator, period, payload, from }) => ({
    indicator,
    words: {
      period: toPeriod(period),
      text: payload.comparison,
      tells: payload.tells ?? null,
      document: titles.get(from.document) ?? from.document,
    } satisfies StatedWords,
  }))
  const byIndicator = Map.groupBy(stated, each => each.indicator)
  return new Map(
    [...byIndicator].map(([indicator, own]) => [
      indicator,
      own.map(({ words }) => words).sort((a, b) => comparePeriods(a.period, b.period)),
    ]),
  )
}
