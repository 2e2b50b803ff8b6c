import type { Reader } from '../../register/index.ts'
import { type FrameworkData, frameworkView } from '../framework-data.ts'
import { indicatorRow } from '../indicator-row.ts'
import type { CellView, FrameworkView, IndicatorView, Moment, OrganisationView } from '../types.ts'
import { stemOf } from './age-groups.ts'
import { withYearsOf } from './chart-cells.ts'
import { keptPath } from './kept.ts'
import { type Beside, linesBeside } from './lines-beside.ts'
import { relatedSentences } from './related.ts'
import type { KeptPathView, WorkbenchAnswer } from './types.ts'
import { currentOf, pathsSaved, settings } from './workbench.ts'

/** The path of one indicator, as a sheet of the target-setting paper shows it. */
export type SheetPath = {
  readonly indicator: IndicatorView
  readonly kept: KeptPathView
  readonly current: WorkbenchAnswer['current']
  /** What its chart draws: the history, the path, and the years of the lines beside it. */
  readonly cells: readonly CellView[]
  /** Other areas, with what is to be said of them. */
  readonly beside: Beside
  /** What is known of the subject on another basis, in sentences. */
  readonly related: readonly string[]
}

/** What the target-setting paper is made of: a sheet for each measure, its age groups side by side. */
export type SheetsAnswer = {
  readonly organisation: OrganisationView
  readonly framework: FrameworkView
  readonly moment: Moment
  readonly areaName: string
  readonly sheets: readonly { readonly id: string; readonly paths: readonly SheetPath[] }[]
  /** Indicators of the framework without a path, by name. */
  readonly without: readonly string[]
}

/** The sheets of a framework's paths, in its order. */
export async function targetSheets(reader: Reader, data: FrameworkData): Promise<SheetsAnswer> {
  const settingOf = await settings(reader, data)
  const paths: SheetPath[] = []
  const without: string[] = []
  const slugs = data.members.map(({ indicator }) => indicator.indicator)
  const saved = Map.groupBy(await pathsSaved(reader, data.organisation, slugs), fact => fact.indicator)
  for (const { indicator: member } of data.members) {
    const slug = member.indicator
    const { indicator } = indicatorRow(slug, data).view
    const fact = data.targetPaths.find(each => each.indicator === slug)
    const setting = fact ? await settingOf(slug) : null
    const kept = fact && setting ? keptPath(fact, setting, saved.get(slug) ?? []) : null
    if (kept && setting) {
      const beside = linesBeside(setting)
      paths.push({
        indicator,
        kept,
        current: currentOf(slug, data),
        beside,
        cells: withYearsOf(kept.path.cells, beside.lines, setting),
        related: relatedSentences(slug, data),
      })
    } else without.push(indicator.shortName)
  }
  return {
    organisation: data.organisation,
    framework: frameworkView(data.framework),
    moment: data.moment,
    areaName: data.areaName,
    sheets: [...Map.groupBy(paths, ({ indicator }) => stemOf(indicator.slug))].map(([id, own]) => ({ id, paths: own })),
    without,
  }
}
