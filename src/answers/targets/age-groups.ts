/** The same measure of other age groups, which a path stands beside. */

import { valueInWords } from '../../judgement/value/value-in-words.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { toPeriod } from '../../shared/period/period.ts'
import { yearValuesOf } from '../../shared/year-values.ts'
import type { FrameworkData } from '../framework-data.ts'
import { indicatorRow } from '../indicator-row.ts'
import type { AgeGroupView } from './types.ts'

const ages = /(^|-)(?:18-64|65-plus|75-plus|85-plus|all-ages)(?=-|$)/

/** The slug without its age group; the same for all age groups of a measure. @example stemOf('reviews-65-plus') // 'reviews' */
export function stemOf(slug: string): string {
  return slug.replace(ages, '')
}

/** The indicators that are the same measure of another age group, each with its path; empty where there is none. */
export function ageGroupsOf(slug: string, data: FrameworkData): AgeGroupView[] {
  const stem = stemOf(slug)
  if (stem === slug) return []
  const unit = data.indicators.get(slug)?.payload.unit
  const group = [...data.indicators.values()].filter(
    each => stemOf(each.indicator) === stem && each.indicator !== stem && each.payload.unit === unit,
  )
  return group.length < 2 ? [] : group.map(each => ageGroup(each.indicator, data))
}

function ageGroup(slug: string, data: FrameworkData): AgeGroupView {
  const { view } = indicatorRow(slug, data)
  const path = data.targetPaths.find(each => each.indicator === slug)?.payload
  const { latest, indicator } = view
  const from = path?.baselineValue
    ? { value: path.baselineValue, period: toPeriod(path.baselinePeriod) }
    : latest && { value: String(latest.shown), period: latest.period }
  return {
    slug,
    name: indicator.shortName,
    baseline: from ? `${valueInWords(from.value, indicator.unit)} in ${periodInWords(from.period)}` : 'no figure yet',
    state: path?.state ?? null,
    targets: (yearValuesOf(path?.targets ?? '') ?? []).map(({ period, value }) => ({ period, shown: value })),
  }
}
