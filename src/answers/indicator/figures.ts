import type { Reader } from '../../register/index.ts'
import { maySee } from '../../shared/audience.ts'
import type { Fact } from '../../shared/facts.ts'
import type { FrameworkData } from '../framework-data.ts'

/** Everything recorded of an indicator, as an audience may see it. */
export type Figures = {
  /** Current at the moment: every area and category, of the organisation itself. */
  readonly current: readonly Fact<'observation'>[]
  /** Every version of its own totals that was known at the moment; `actor` is empty for whoever may not know it. */
  readonly versions: readonly Fact<'observation'>[]
  /** Current at the moment: what others publish of the organisation's own area under the same name. */
  readonly elsewhere: readonly Fact<'observation'>[]
}

/**
 * Reads the figures of an indicator beyond those of a framework, for the audience that the framework was loaded for.
 * Categories and earlier versions can tell of few people, and who recorded a figure is the council's own business: both are
 * for officers. Others are given what the framework holds for them.
 */
export async function figuresOf(reader: Reader, data: FrameworkData, indicator: string): Promise<Figures> {
  const { moment, audience, organisation } = data
  const { slug: owner, geography } = organisation
  const filter = { indicators: [indicator] }
  const all = await reader.current(['observation'], moment, { ...filter, geographies: [geography], breakdown: '' })
  const elsewhere = all.filter(fact => fact.owner !== owner)
  if (!maySee(audience, 'officer')) {
    const own = data.observations.get(indicator) ?? []
    const areas = data.elsewhere.filter(fact => fact.indicator === indicator)
    return { current: [...own, ...areas], versions: own.map(fact => ({ ...fact, actor: '' })), elsewhere }
  }
  const [current, history] = await Promise.all([
    reader.current(['observation'], moment, { ...filter, owner }),
    reader.history(['observation'], { ...filter, owner, geographies: [geography], breakdown: '' }),
  ])
  const versions = history.filter(
    ({ knownOn, recordedAt }) =>
      knownOn <= moment.asAt && (moment.recordedBefore === undefined || recordedAt < moment.recordedBefore),
  )
  return { current, versions, elsewhere }
}
