import { summaryGroup } from '../../judgement/summary/summary-group.ts'
import { type SummaryGroup, summaryGroups } from '../../shared/codes.ts'
import type { Period } from '../../shared/period/period.ts'
import { capitalised } from '../../shared/words.ts'
import type { FrameworkData } from '../framework-data.ts'
import type { IndicatorRow } from '../indicator-row.ts'
import { evidence } from '../sentences.ts'
import type { DashboardAnswer, SummaryAnswer, SummaryItem } from '../types.ts'

/** The year of a framework in the groups of rule 7, each indicator with its evidence and the step that decided. */
export function summary(
  data: FrameworkData,
  judged: readonly IndicatorRow[],
  dashboard: DashboardAnswer,
): SummaryAnswer {
  const items: SummaryItem[] = []
  const unplaced: SummaryAnswer['unplaced'][number][] = []
  judged.forEach((row, at) => {
    const view = dashboard.rows[at] ?? row.view
    const placed = itemOf(row, view, data)
    if ('group' in placed) items.push(placed)
    else unplaced.push({ row: view, because: placed.because })
  })
  const { organisation, framework, moment } = dashboard
  return {
    organisation,
    framework,
    moment,
    groups: summaryGroups.map(({ code, label }) => ({
      group: code,
      label,
      rule: ruleOf(code, judged),
      items: items.filter(item => item.group === code),
    })),
    unplaced,
  }
}

function itemOf(row: IndicatorRow, view: SummaryItem['row'], data: FrameworkData): SummaryItem | { because: string } {
  const { latest } = row.view
  const found = summaryGroup({
    series: row.series,
    verdictAt: row.verdictAt,
    target: latest?.target?.value,
    settings: row.settings.summary,
  })
  const override = data.overrides.find(
    each => each.indicator === row.view.indicator.slug && each.period === latest?.period,
  )
  const group = override?.payload.group ?? found.group
  if (!latest || group === null) return { because: capitalised(found.reason) }
  const from = found.from ? row.cellAt(found.from.period as Period) : null
  return {
    row: view,
    group,
    change: found.change,
    evidence: evidence(from, latest, view.indicator),
    because: capitalised(found.reason),
    override: override ? { ruleGroup: found.group, reason: override.payload.reason } : null,
  }
}

function ruleOf(group: SummaryGroup, judged: readonly IndicatorRow[]): string {
  const settings = judged[0]?.settings.summary ?? { significant: 0.025, sustained: 0.75, offTargetFrom: 0.05 }
  const percent = (share: number) => `${Math.round(share * 1000) / 10} %`
  const rules: Record<SummaryGroup, string> = {
    sustained: `Green at the latest and in at least ${percent(settings.sustained)} of the rated periods of the year, and not significantly worse.`,
    improved: `Better than a year before by ${percent(settings.significant)} or more.`,
    worsened: `Worse than a year before by ${percent(settings.significant)} or more.`,
    challenging: `Off target, and less than ${percent(settings.significant)} better or worse than a year before.`,
    no_change: `Not off target, and less than ${percent(settings.significant)} better or worse than a year before.`,
  }
  return rules[group]
}
