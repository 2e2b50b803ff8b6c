import { figureFolders } from '../../../measures/definition.ts'
import { monthlyIndicators } from '../../../measures/monthly/indicators.data.ts'
import { linkTo } from '../../components/wording.ts'
import type { Frame } from '../../frame/frame.ts'
import { recordsPath } from '../frame.tsx'
import { measureSlug } from '../measures/slug.ts'

/**
 * The address of how an indicator came about that the monthly run writes from client-level records; null for all others, and for
 * whoever may not see records.
 * @param month the period of its latest value, as 2026-03
 */
export function explainLink({ organisation, audience }: Frame, slug: string, month: string | null): string | null {
  const found = monthlyIndicators.find(each => each.slug === slug)
  const isExplained = figureFolders.some(folder => folder === found?.folder)
  if (!found || !isExplained || !organisation || audience === 'public' || audience === 'member') return null
  const [breakdown] = Object.entries(found.breakdowns).find(([, own]) => own === '') ?? []
  return linkTo(recordsPath(organisation.slug, `/measures/${measureSlug(found.measure)}`), {
    breakdown,
    to: month !== null && /^\d{4}-\d{2}$/.test(month) ? month : undefined,
  })
}
