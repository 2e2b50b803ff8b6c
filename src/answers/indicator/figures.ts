import type { AsAt, Reader } from '../../register/index.ts'
import type { Audience } from '../../shared/audience.ts'
import type { Fact } from '../../shared/facts.ts'
import type { OrganisationView } from '../types.ts'

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
 * Reads the figures of an indicator beyond those of a framework: the one place where this question does, so that what an
 * audience must not see is taken out here. Categories and earlier versions can tell of few people, and who recorded a figure
 * is the council's own business: both are for officers.
 */
export async function figuresOf(
  reader: Reader,
  { slug: owner, geography }: OrganisationView,
  indicator: string,
  moment: AsAt,
  audience: Audience,
): Promise<Figures> {
  const filter = { indicators: [indicator] }
  const [current, history, all] = await Promise.all([
    reader.current(['observation'], moment, { ...filter, owner }),
    reader.history(['observation'], { ...filter, owner, geographies: [geography], breakdown: '' }),
    reader.current(['observation'], moment, { ...filter, geographies: [geography], breakdown: '' }),
  ])
  const elsewhere = all.filter(fact => fact.owner !== owner)
  const known = history.filter(
    ({ knownOn, recordedAt }) =>
      knownOn <= moment.asAt && (moment.recordedBefore === undefined || recordedAt < moment.recordedBefore),
  )
  if (audience === 'officer' || audience === 'administrator') return { current, versions: known, elsewhere }
  const total = current.filter(fact => fact.breakdown === '')
  return {
    current: total,
    versions: total.filter(fact => fact.geography === geography).map(fact => ({ ...fact, actor: '' })),
    elsewhere,
  }
}
