import type { DashboardAnswer } from '../../../answers/types.ts'
import { periodInWords } from '../../../shared/period/format-period.ts'
import { comparePeriods, monthsElapsed, type Period, yearOf } from '../../../shared/period/period.ts'
import { counted, dayInWords, listed } from '../../../shared/words.ts'
import type { Teller } from '../context.ts'
import { heading, list, paragraph, sentence, strong } from '../say.ts'

const monthsInYear = 12

/** How far the figures run, which run less far, and as of when they are known. */
export const introduction: Teller = ({ report }) => {
  const { dashboard } = report.overview
  const last = latestPeriod(dashboard)
  const known = `It shows what was known on ${dayInWords(report.moment.asAt)}.`
  const of = `This report covers the ${counted(dashboard.rows.length, 'indicator')} of ${dashboard.framework.name}.`
  if (!last) return [paragraph(`${of} None has a value yet. ${known}`)]
  const year = yearOf(last)
  const month = monthsElapsed(last)
  const place =
    month === monthsInYear ? `the end of the financial year ${year}` : `month ${month} of the financial year ${year}`
  const late = dashboard.rows.filter(row => row.latest?.period !== last)
  return [
    paragraph(`${of} Its figures run to ${periodInWords(last)}, ${place}. ${known}`),
    ...(late.length === 0
      ? []
      : [
          paragraph(
            `${counted(late.length, 'indicator has', 'indicators have')} another latest value: ${listed(
              late.map(({ indicator, latest }) =>
                latest
                  ? `${indicator.shortName} (${periodInWords(latest.period)})`
                  : `${indicator.shortName} (none yet)`,
              ),
            )}.`,
          ),
        ]),
  ]
}

/** The latest period for which an indicator of a dashboard has a value. */
function latestPeriod(dashboard: DashboardAnswer): Period | undefined {
  return dashboard.rows
    .flatMap(row => row.latest?.period ?? [])
    .sort(comparePeriods)
    .at(-1)
}

/** The year in groups: what each group means, and every indicator in it with the evidence. */
export const year: Teller = ({ report }, _, id) => {
  const { groups, unplaced } = report.overview.summary
  return [
    ...groups
      .filter(group => group.items.length > 0)
      .flatMap(({ group, label, rule, items }) => [
        heading(label, `${id}-${group}`),
        paragraph(rule),
        list(
          items.map(({ row, evidence, override }) => [
            strong(`${row.indicator.shortName}. `),
            sentence(evidence),
            override ? ` Placed here by an officer: ${sentence(override.reason)}` : '',
          ]),
        ),
      ]),
    ...(unplaced.length === 0
      ? []
      : [
          heading('Not placed in a group', `${id}-unplaced`),
          list(unplaced.map(({ row, because }) => [strong(`${row.indicator.shortName}. `), sentence(because)])),
        ]),
  ]
}
