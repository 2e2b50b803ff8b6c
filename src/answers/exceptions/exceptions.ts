import type { ExceptionSettings } from '../../judgement/exceptions/exception-reasons.ts'
import { exceptionRules } from '../../shared/codes.ts'
import { numberWord } from '../../shared/words.ts'
import { forecastView } from '../forecast/forecast.ts'
import type { FrameworkData } from '../framework-data.ts'
import { settingsOf } from '../settings.ts'
import { missedByRating, signalOfException } from '../signal/beside-rating.ts'
import { signalView } from '../signal/signal-view.ts'
import type { DashboardAnswer, ExceptionRule, ExceptionRuleView, ExceptionsAnswer } from '../types.ts'

/**
 * The indicators of a framework that the rules send to committee, with every reason, in the order of the framework, and the
 * rules in words; of each, what signal says, and those that only signal sees.
 */
export function exceptions(data: FrameworkData, dashboard: DashboardAnswer): ExceptionsAnswer {
  const { organisation, framework, moment, rows } = dashboard
  const judged = rows.map(row => ({ row, view: signalView(row.indicator.slug, data) }))
  return {
    organisation,
    framework,
    moment,
    rules: rulesInWords(settingsOf(data.framework.payload.settings).exceptions),
    exceptions: judged.flatMap(({ row, view }) =>
      row.reasons.length > 0
        ? [
            {
              row,
              reasons: row.reasons,
              signal: signalOfException(row, view),
              forecast: forecastView(row.indicator.slug, data),
            },
          ]
        : [],
    ),
    missed: judged.flatMap(({ row, view }) => {
      const sentence = missedByRating(row, view)
      return sentence === null ? [] : [{ row, sentence }]
    }),
  }
}

/** Rule 6 with the numbers of a framework. */
function rulesInWords({ offTargetFrom, movesNeeded }: ExceptionSettings): ExceptionRuleView[] {
  const percent = `${Math.round(offTargetFrom * 1000) / 10}\u00a0%`
  const says: Record<ExceptionRule, string> = {
    'off-target': `Rated Red at its latest value, or ${percent} or more on the wrong side of its target.`,
    deteriorating:
      movesNeeded === 1
        ? 'Worse at its latest value than before. A tie or a missing value does not count.'
        : `Worse ${numberWord(movesNeeded)} times in a row up to its latest value. A tie, a missing value or a break in the series ends the run.`,
    budget: 'An officer has linked it to a line of the budget, and says why.',
    risk: 'An officer has linked it to a corporate risk, and says why.',
  }
  return exceptionRules.map(({ code, label }) => ({ rule: code, label, says: says[code] }))
}
