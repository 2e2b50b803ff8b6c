import { comparePeriods, type Period } from '../../shared/period/period.ts'
import { yearValuesOf } from '../../shared/year-values.ts'
import { type FrameworkData, frameworkView } from '../framework-data.ts'
import { indicatorRow } from '../indicator-row.ts'
import type { TargetsAnswer } from './types.ts'

/** The indicators of a framework with the paths of targets that are proposed or agreed for them. */
export function targets(data: FrameworkData): TargetsAnswer {
  const pathOf = (slug: string) => data.targetPaths.find(each => each.indicator === slug)?.payload
  const members = data.members.map(({ indicator }) => indicator.indicator)
  const stated = new Map(members.map(slug => [slug, yearValuesOf(pathOf(slug)?.targets ?? '') ?? []]))
  const years: Period[] = [...new Set([...stated.values()].flat().map(({ period }) => period))].sort(comparePeriods)
  return {
    organisation: data.organisation,
    framework: frameworkView(data.framework),
    frameworks: data.frameworks,
    moment: data.moment,
    years,
    rows: members.map(slug => {
      const { view } = indicatorRow(slug, data)
      const path = pathOf(slug)
      return {
        indicator: view.indicator,
        latest: view.latest,
        state: path?.state ?? null,
        agreedBy: path?.agreedBy ?? '',
        agreedOn: path?.agreedOn ?? '',
        targets: years.map(year => stated.get(slug)?.find(({ period }) => period === year)?.value ?? null),
      }
    }),
  }
}
