import { type Fact, ofKind } from '../../shared/facts.ts'
import type { Period } from '../../shared/period/period.ts'
import { type FrameworkData, frameworkView } from '../framework-data.ts'
import { roundRow } from '../round/rows.ts'
import { tallyInWords, tallyOf, tallyTogether } from '../round/tally.ts'
import type { PriorityView } from './types.ts'

/**
 * The priorities and objectives of an organisation in their order, each with its measures and with the counts of the
 * frameworks that feed it.
 * @param facts of the organisation: its priorities
 * @param data by which the measures are judged
 * @param year the financial year that is reported; null: that of each latest value
 * @param through the same moment through another framework; null where it is not known
 */
export function prioritiesOf(
  facts: readonly Fact[],
  data: FrameworkData,
  through: (framework: string) => FrameworkData | null,
  year: Period | null,
): PriorityView[] {
  return ofKind(facts, 'priority')
    .map(({ name, payload }): PriorityView => {
      const rows = (payload.indicators ?? [])
        .filter(slug => data.indicators.has(slug))
        .map(slug => roundRow(slug, data, year))
      const fedBy = (payload.fedBy ?? []).flatMap(slug => {
        const other = through(slug)
        if (!other) return []
        const members = other.members.map(({ indicator }) => roundRow(indicator.indicator, other, year).row)
        return [{ framework: frameworkView(other.framework), tally: tallyOf(members) }]
      })
      const tally = rows.length === 0 ? null : tallyOf(rows.map(({ row }) => row))
      const byForecast = data.framework.payload.rating === 'forecast'
      const counted = [...(tally ? [tally] : []), ...fedBy.map(each => each.tally)]
      const { type, order, text, note = '' } = payload
      const says = counted.length === 0 ? '' : tallyInWords(tallyTogether(counted), byForecast)
      return { slug: name, type, order, text, note, rows, tally, fedBy, says }
    })
    .sort((a, b) => a.order - b.order)
}
