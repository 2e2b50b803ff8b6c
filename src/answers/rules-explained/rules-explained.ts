import { summaryGroups } from '../../shared/codes.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { roundedText } from '../../shared/rounding.ts'
import { settings as allSettings, type SettingName } from '../../shared/settings.ts'
import { capitalised } from '../../shared/words.ts'
import { settingsOf } from '../settings.ts'
import type { CellView, DashboardRow, ExceptionRule, OverviewAnswer, RevisionItem } from '../types.ts'
import { withUnit } from '../wording.ts'
import { type RuleWords, ruleWords, settingWords } from './rules.data.ts'
import { againstTarget, fromCounts, placed, travelled } from './sums.ts'
import type { RuleCase, RuleSetting, RulesExplainedAnswer, WorkedExample } from './types.ts'

/** What a framework says of how it is rated. */
export type HowRated = {
  readonly rating: 'target' | 'forecast'
  /** The numbers of the rules that it changes, by name. */
  readonly settings: Readonly<Record<string, number>>
}

/**
 * Each rule of judgement with examples from the organisation's own figures at the moment: of each case the first indicator of the
 * framework that shows it. A case that nothing shows has no example.
 */
export function rulesExplained(overview: OverviewAnswer, how: HowRated): RulesExplainedAnswer {
  const { organisation, framework, moment } = overview.dashboard
  const unused = how.rating === 'forecast' ? 'rating' : 'forecast'
  return {
    organisation,
    framework,
    moment,
    rules: ruleWords
      .filter(({ slug }) => slug !== unused)
      .map(words => ({
        ...words,
        settings: settingsFor(words, how.settings),
        cases: casesOf[words.slug]?.(overview) ?? [],
      })),
  }
}

/** Of each rule the cases that a reader should have seen, each with its example. */
const casesOf: Readonly<Record<string, (overview: OverviewAnswer) => RuleCase[]>> = {
  value: ({ dashboard: { rows } }) => [
    caseOf(
      'Worked out from its counts',
      firstOf(rows, row => row.latest && fromCounts(row, row.latest)),
    ),
    caseOf('As printed, where no counts are known', firstOf(rows, asPrinted)),
  ],
  latest: ({ dashboard: { rows } }) => [
    caseOf('The period before, as the last has no value yet', firstOf(rows, judgedEarlier)),
    caseOf('No value at all', firstOf(rows, neverValued)),
  ],
  rating: ({ dashboard: { rows } }) => ratingCases(rows, false),
  forecast: ({ dashboard: { rows } }) => ratingCases(rows, true),
  direction: ({ dashboard: { rows } }) => [
    caseOf(
      'Better',
      firstOf(rows, row => (row.travel.direction === 'better' ? travelled(row) : null)),
    ),
    caseOf(
      'Worse',
      firstOf(rows, row => (row.travel.direction === 'worse' ? travelled(row) : null)),
    ),
    caseOf(
      'No significant change',
      firstOf(rows, row => (row.travel.direction === 'no_change' ? travelled(row) : null)),
    ),
    caseOf(
      'None can be told',
      firstOf(rows, row =>
        row.travel.direction === null && row.indicator.polarity !== 'none' ? travelled(row) : null,
      ),
    ),
  ],
  exceptions: ({ dashboard: { rows } }) => [
    caseOf('Off target', firstOf(rows, exceptionBy('off-target'))),
    caseOf('Deteriorating', firstOf(rows, exceptionBy('deteriorating'))),
    caseOf('Linked to a budget line', firstOf(rows, exceptionBy('budget'))),
    caseOf('Linked to a corporate risk', firstOf(rows, exceptionBy('risk'))),
  ],
  summary: ({ summary }) => [
    ...summaryGroups.map(({ code, label }) => {
      const items = summary.groups.find(({ group }) => group === code)?.items.filter(({ override }) => !override) ?? []
      const examples = items.map(item => placed(item, label))
      return caseOf(label, examples.find(({ sum }) => sum.length > 0) ?? examples[0] ?? null)
    }),
    caseOf(
      'Put elsewhere by an officer',
      summary.groups.flatMap(({ items, label }) =>
        items.filter(({ override }) => override).map(item => placed(item, label)),
      )[0] ?? null,
    ),
  ],
  revisions: ({ revisions }) =>
    (['revised', 'added', 'detail', 'withdrawn'] as const).map(change =>
      caseOf(
        { revised: 'Revised', added: 'Added', detail: 'A detail', withdrawn: 'Withdrawn' }[change],
        changed(revisions?.revisions.find(item => item.change === change)),
      ),
    ),
}

const caseOf = (name: string, example: WorkedExample | null): RuleCase => ({ name, example })

function firstOf(
  rows: readonly DashboardRow[],
  exampleOf: (row: DashboardRow) => WorkedExample | null,
): WorkedExample | null {
  for (const row of rows) {
    const example = exampleOf(row)
    if (example) return example
  }
  return null
}

function ratingCases(rows: readonly DashboardRow[], byForecast: boolean): RuleCase[] {
  const rated = (fits: (row: DashboardRow, latest: CellView) => boolean) =>
    firstOf(rows, row => (row.latest && fits(row, row.latest) ? againstTarget(row) : null))
  const plain = (rating: string) =>
    rated(
      (row, latest) => latest.rating === rating && row.indicator.polarity !== 'on_target' && latest.variance !== null,
    )
  const unrated = (fits: (reason: string) => boolean) =>
    firstOf(rows, row =>
      row.latest && !row.latest.rating && fits(row.latest.ratingReason) ? notRated(row, row.latest) : null,
    )
  const common = [
    caseOf('Green', plain('Green')),
    caseOf('Amber', plain('Amber')),
    caseOf('Red', plain('Red')),
    caseOf(
      'Neither too high nor too low',
      rated((row, latest) => row.indicator.polarity === 'on_target' && latest.rating !== null),
    ),
    caseOf(
      'A target of zero',
      rated((_, latest) => latest.rating !== null && latest.target?.value === 0),
    ),
    caseOf(
      'Not rated, without a target',
      unrated(reason => reason.startsWith('no target')),
    ),
    caseOf(
      'Not rated, as it cannot be compared',
      unrated(reason => reason.includes('not comparable')),
    ),
    caseOf(
      'For information',
      unrated(reason => reason === 'for information'),
    ),
  ]
  if (byForecast) return common
  return [
    ...common,
    caseOf('The target is the same all year', firstOf(rows, spreadBy('flat'))),
    caseOf('The target lies on a straight line', firstOf(rows, spreadBy('line'))),
    caseOf('The target follows earlier years', firstOf(rows, spreadBy('seasonal'))),
  ]
}

const indicatorOf = ({ indicator: { slug, shortName } }: DashboardRow) => ({ slug, name: shortName })
const saidOf = (row: DashboardRow, cell: CellView) =>
  `${withUnit(String(cell.shown), row.indicator)} in ${periodInWords(cell.period)}`

function asPrinted(row: DashboardRow): WorkedExample | null {
  const { latest } = row
  if (!latest || latest.numerator !== null || latest.denominator !== null) return null
  return {
    indicator: indicatorOf(row),
    given: `${saidOf(row, latest)}, without counts`,
    sum: [],
    verdict: `${withUnit(String(latest.shown), row.indicator)} is judged as it was printed`,
    rating: null,
  }
}

function judgedEarlier(row: DashboardRow): WorkedExample | null {
  const { latest, history } = row
  const last = history.at(-1)
  if (!latest || !last || last.period === latest.period) return null
  return {
    indicator: indicatorOf(row),
    given: `${capitalised(last.reasonInWords || 'nothing recorded')} for ${periodInWords(last.period)}`,
    sum: [],
    verdict: `${saidOf(row, latest)} is judged`,
    rating: latest.rating,
  }
}

function neverValued(row: DashboardRow): WorkedExample | null {
  if (row.latest) return null
  const last = row.history.at(-1)
  const given = last ? `${capitalised(last.reasonInWords)} for ${periodInWords(last.period)}` : 'Nothing recorded'
  return { indicator: indicatorOf(row), given, sum: [], verdict: 'Shown without a value, and not rated', rating: null }
}

function notRated(row: DashboardRow, latest: CellView): WorkedExample {
  const verdict = `Not rated: ${latest.ratingReason}`
  return { indicator: indicatorOf(row), given: saidOf(row, latest), sum: [], verdict, rating: null }
}

/** The latest period whose target is spread in this way: that of the latest value often is the goal itself. */
function spreadBy(how: 'flat' | 'line' | 'seasonal'): (row: DashboardRow) => WorkedExample | null {
  return row => {
    const cell = row.history.findLast(each => each.target?.how === how && each.rating !== null)
    return cell ? againstTarget({ ...row, latest: cell }) : null
  }
}

function exceptionBy(rule: ExceptionRule): (row: DashboardRow) => WorkedExample | null {
  return row => {
    const reason = row.reasons.find(each => each.rule === rule)
    if (!reason) return null
    const worked = rule === 'off-target' ? againstTarget(row) : null
    const given = worked?.given ?? (row.latest ? saidOf(row, row.latest) : 'No value')
    return {
      indicator: indicatorOf(row),
      given,
      sum: worked?.sum ?? [],
      verdict: capitalised(reason.detail),
      rating: null,
    }
  }
}

function changed(item: RevisionItem | undefined): WorkedExample | null {
  if (!item) return null
  const { indicator, period, sentence } = item
  return {
    indicator: { slug: indicator.slug, name: indicator.shortName },
    given: periodInWords(period),
    sum: [],
    verdict: sentence,
    rating: null,
  }
}

function settingsFor({ settings: names }: RuleWords, changedBy: HowRated['settings']): RuleSetting[] {
  const standard = numbersOf({})
  const own = numbersOf(changedBy)
  return names.map(name => ({
    name,
    means: settingWords[name],
    standard: settingInWords(name, standard[name]),
    own: own[name] === standard[name] ? null : settingInWords(name, own[name]),
  }))
}

function numbersOf(changedBy: HowRated['settings']): Record<SettingName, number> {
  const { rating, exceptions, summary, forecast, signal, suppression } = settingsOf(changedBy)
  return {
    amber_below: rating.amberBelow,
    green_band: rating.greenBand,
    off_target_from: exceptions.offTargetFrom,
    moves_needed: exceptions.movesNeeded,
    significant: summary.significant,
    sustained: summary.sustained,
    amber_within: forecast.amberWithin,
    screening: Number(signal.screening),
    suppress_below: suppression.below,
    round_counts_to: suppression.roundTo,
  }
}

function settingInWords(name: SettingName, value: number): string {
  const isWhole = allSettings.find(each => each.name === name)?.whole
  return isWhole ? String(value) : `${roundedText(value * 100, 2).replace(/\.?0+$/, '')}\u00a0%`
}
