/** The rules of judgement in plain words, as the page of an organisation tells them. The rules themselves: docs/rules.md. */
import type { SettingName } from '../../shared/settings.ts'

export type RuleWords = {
  readonly number: number
  readonly slug: string
  readonly title: string
  readonly says: readonly string[]
  readonly settings: readonly SettingName[]
}

/** What each number of the rules decides. */
export const settingWords: Readonly<Record<SettingName, string>> = {
  amber_below: 'Amber while adverse by less than this share of the target, Red from it on',
  green_band: 'Green as near to the target as this, where neither too high nor too low is good',
  off_target_from: 'Off target from this share of the target on',
  moves_needed: 'Moves in a row in the wrong direction that make a deterioration',
  significant: 'A change of this share of the earlier value, or more, is significant',
  sustained: 'Share of the rated periods that must be Green for good performance to be sustained',
  amber_within: 'Amber while the forecast falls short by no more than this share of the target',
  screening: 'Whether jumps too large to be routine are left out of the limits of control charts (1 yes, 0 no)',
  suppress_below: 'Counts of people below this, but not 0, are hidden from members and the public',
  round_counts_to: 'Other counts of people in breakdowns are rounded to this',
}

/** The rules of a framework that is rated against the target of each period, and those of one rated by the year end. */
export const ruleWords: readonly RuleWords[] = [
  {
    number: 1,
    slug: 'value',
    title: 'Which value is judged',
    says: [
      'Where both counts are known and exact, the value is worked out from them, and that is judged. What a document printed is kept, and a difference is reported. Without exact counts the printed value is judged.',
      'A number is rounded only to be shown, with halves away from zero. Two values are equal when they are shown alike.',
    ],
    settings: [],
  },
  {
    number: 2,
    slug: 'latest',
    title: 'Which period is judged',
    says: [
      'The latest period with a value, which is always named. A missing value says why it is missing, and never counts as zero.',
    ],
    settings: [],
  },
  {
    number: 3,
    slug: 'rating',
    title: 'Rating against target',
    says: [
      'A value is rated against the target of its own period, never against that of another. Green: on the target or better. Amber: short of it by less than a set share of the target. Red: short by that share or more. With a target of zero there is nothing to take a share of: on it or better is Green, else Red.',
      'Where neither too high nor too low is good, the distance on either side counts, and a small distance is still Green.',
      'A target may be spread over the periods before its own: the same all year, along a straight line, or by the shares of earlier years.',
    ],
    settings: ['amber_below', 'green_band'],
  },
  {
    number: 4,
    slug: 'forecast',
    title: 'Rating by forecast',
    says: [
      'Some frameworks rate where the year is expected to end. A figure that adds up through the year goes on at its pace; any other is expected to stay. Green: the forecast meets the target of the year. Amber: it falls a little short. Red: it falls short by more.',
    ],
    settings: ['amber_within'],
  },
  {
    number: 5,
    slug: 'direction',
    title: 'Direction of travel',
    says: [
      'The latest value is compared with the period before; figures that begin again in April with the same period last year; yearly figures with the last time they were collected; or all with a baseline year, where the framework has one. Values that are shown alike have not changed.',
      'Nothing is compared across a break in the series.',
    ],
    settings: [],
  },
  {
    number: 6,
    slug: 'exceptions',
    title: 'What goes to the committee',
    says: [
      'An indicator is an exception when it is off target; when it has got worse several times in a row up to its latest period; or when an officer has linked it to a budget line or a corporate risk. A Green one is never off target. Every reason is kept.',
    ],
    settings: ['off_target_from', 'moves_needed'],
  },
  {
    number: 7,
    slug: 'summary',
    title: 'The summary of the year',
    says: [
      'The latest value is compared with that of about a year before, as a share of the earlier one. The first that fits: Green now and for most of the year, and not significantly worse, is sustained good performance; then significantly better; then significantly worse; then off target; and else no significant change.',
      'An officer may put an indicator elsewhere, and must say why.',
    ],
    settings: ['significant', 'sustained', 'off_target_from'],
  },
  {
    number: 11,
    slug: 'revisions',
    title: 'Revisions',
    says: [
      'Between two days a figure was added (there was none, and now there is), withdrawn, or revised: it is shown otherwise than before. Changes that are not seen in the figure shown, as in the counts behind it, are called details. Both versions are kept.',
    ],
    settings: [],
  },
]
