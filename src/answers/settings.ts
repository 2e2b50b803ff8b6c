import { defaultExceptionSettings, type ExceptionSettings } from '../judgement/exceptions/exception-reasons.ts'
import { defaultForecastSettings, type ForecastSettings } from '../judgement/projection/rate-by-forecast.ts'
import { defaultRatingSettings, type RatingSettings } from '../judgement/rating/rate.ts'
import { defaultSummarySettings, type SummarySettings } from '../judgement/summary/summary-group.ts'
import { defaultSuppressionSettings, type SuppressionSettings } from '../judgement/suppression/suppress.ts'
import { type SettingName, settingFault } from '../shared/settings.ts'

export type Settings = {
  readonly rating: RatingSettings
  readonly exceptions: ExceptionSettings
  readonly summary: SummarySettings
  readonly forecast: ForecastSettings
  /** Whether jumps too large to be routine are left out of the limits of control charts. */
  readonly signal: { readonly screening: boolean }
  readonly suppression: SuppressionSettings
}

/**
 * The numbers of the rules for one framework: the defaults, with those that the framework changes.
 * @param changed by name; what is no setting, or out of its range, changes nothing
 */
export function settingsOf(changed: Readonly<Record<string, number>>): Settings {
  const or = (name: SettingName, standard: number) => {
    const given = changed[name]
    return given === undefined || settingFault(name, given) ? standard : given
  }
  const offTargetFrom = or('off_target_from', defaultExceptionSettings.offTargetFrom)
  return {
    rating: {
      amberBelow: or('amber_below', defaultRatingSettings.amberBelow),
      greenBand: or('green_band', defaultRatingSettings.greenBand),
    },
    exceptions: { offTargetFrom, movesNeeded: or('moves_needed', defaultExceptionSettings.movesNeeded) },
    summary: {
      ...defaultSummarySettings,
      offTargetFrom,
      significant: or('significant', defaultSummarySettings.significant),
      sustained: or('sustained', defaultSummarySettings.sustained),
    },
    forecast: { amberWithin: or('amber_within', defaultForecastSettings.amberWithin) },
    signal: { screening: or('screening', 1) === 1 },
    suppression: {
      below: or('suppress_below', defaultSuppressionSettings.below),
      roundTo: or('round_counts_to', defaultSuppressionSettings.roundTo),
    },
  }
}
