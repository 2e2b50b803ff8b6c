import { denominatorJump } from '../../judgement/intake-checks/denominator-jump.ts'
import { missingPeriods } from '../../judgement/intake-checks/missing-periods.ts'
import { unusualMoves } from '../../judgement/intake-checks/unusual-move.ts'
import { nextExpected } from '../../judgement/series.ts'
import { decimalsShown } from '../../judgement/value/decimals-shown.ts'
import { judgedValue } from '../../judgement/value/judged-value.ts'
import { entryOf, type Frequency, frequencies, units } from '../../shared/codes.ts'
import { compareText } from '../../shared/compare-text.ts'
import type { Fact, NewFact } from '../../shared/facts.ts'
import type { Indicator } from '../../shared/indicator.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { comparePeriods, type Period, type PeriodType, toPeriod, typeOf } from '../../shared/period/period.ts'
import { roundedText } from '../../shared/rounding.ts'
import { listed } from '../../shared/words.ts'
import type { Draft } from '../exchange/facts-of-rows.ts'
import { problemAt } from '../exchange/read-table.ts'
import type { Problem } from '../grid.ts'
import { indicatorOf, type Known } from './check-drafts.ts'
import { isOfFuture, ofFuture } from './future-period.ts'

type Said = NewFact<'observation'> | Fact<'observation'>
type ObservationDraft = Draft & { readonly fact: NewFact<'observation'> }

/**
 * What looks odd in the figures and may yet be right: the import goes on, and somebody should look.
 * @param before what the register holds of the same series
 */
export function warnOfSeries(
  drafts: readonly Draft[],
  before: readonly Fact<'observation'>[],
  known: Known,
): Problem[] {
  const observations = drafts.filter((draft): draft is ObservationDraft => draft.fact.kind === 'observation')
  const held = Map.groupBy(before, seriesKey)
  const shapes = [...Map.groupBy(observations, draft => seriesKey(draft.fact))].flatMap(([key, own]) => {
    const [first] = own
    const indicator = first && indicatorOf(first, known)
    if (!indicator) return []
    const isOwnKind = ({ period }: Said) => typeOf(toPeriod(period)) === periodType[indicator.frequency]
    return [
      ...own.flatMap(draft => warnOfFigure(draft, indicator)),
      ...warnOfShape(
        own.filter(draft => isOwnKind(draft.fact)),
        (held.get(key) ?? []).filter(isOwnKind),
        indicator,
      ),
    ]
  })
  return [...shapes, ...warnOfOtherPeriods(observations, known)]
}

const periodType: Readonly<Record<Frequency, PeriodType>> = {
  monthly: 'month',
  quarterly: 'quarter',
  annual: 'year',
  every_two_years: 'year',
}

/** Figures of another kind of period than their indicator has: one warning for each indicator and kind of period. */
function warnOfOtherPeriods(drafts: readonly ObservationDraft[], known: Known): Problem[] {
  const told = new Set<string>()
  return drafts.flatMap(draft => {
    const indicator = indicatorOf(draft, known)
    const { owner, indicator: slug, period } = draft.fact
    const type = typeOf(toPeriod(period))
    const key = `${owner} ${slug} ${type}`
    const { value, numerator } = draft.fact.payload
    if (value === null && numerator === null) return []
    if (!indicator || type === periodType[indicator.frequency] || told.has(key)) return []
    if (known.baselines?.has(`${owner} ${period}`)) return []
    told.add(key)
    const often = entryOf(frequencies, indicator.frequency).label.toLowerCase()
    const expected = `the indicator is ${often}; this figure of a ${type === 'span' ? 'span of months' : type} is kept and not judged`
    return [warning(draft, 'period', period, 'other-period-kind', expected)]
  })
}

function seriesKey(fact: Said): string {
  return [fact.owner, fact.indicator, fact.geography, fact.breakdown, fact.version].join(' ')
}

function warning(draft: ObservationDraft, column: string, found: string, code: string, expected: string): Problem {
  return problemAt(draft.place, column, found, code, expected, undefined, 'warning')
}

function warnOfFigure(draft: ObservationDraft, indicator: Indicator): Problem[] {
  const { value, numerator, denominator } = draft.fact.payload
  const problems: Problem[] = []
  if (indicator.polarity === 'none' && isOfFuture(draft.fact))
    problems.push(warning(draft, 'period', draft.fact.period, ...ofFuture(draft.fact)))
  if (numerator !== null && denominator === null && entryOf(units, indicator.unit).per !== null)
    problems.push(
      warning(
        draft,
        'numerator',
        numerator,
        'no-denominator',
        'there is no denominator; it is kept as a count and not computed with',
      ),
    )
  const judged = judgedValue(
    { published: value, numerator, denominator },
    { unit: indicator.unit, counts: indicator.counts, decimals: indicator.decimals ?? 1 },
  )
  if (judged?.mismatch)
    problems.push(
      warning(
        draft,
        'value',
        judged.mismatch.published,
        'differs-from-counts',
        `${numerator} / ${denominator} gives ${judged.mismatch.computed}; the counts are judged and what was published is kept`,
      ),
    )
  return problems
}

function warnOfShape(
  own: readonly ObservationDraft[],
  before: readonly Fact<'observation'>[],
  indicator: Indicator,
): Problem[] {
  // The latest word on each period, the import's own rows after what the register held.
  const latest = new Map<Period, { fact: Said; draft: ObservationDraft | null }>()
  for (const fact of [...before].sort((a, b) => compareText(a.knownOn, b.knownOn)))
    latest.set(toPeriod(fact.period), { fact, draft: null })
  for (const draft of [...own].sort((a, b) => compareText(a.fact.knownOn, b.fact.knownOn)))
    latest.set(toPeriod(draft.fact.period), { fact: draft.fact, draft })
  const points = [...latest].sort(([a], [b]) => comparePeriods(a, b)).map(([period, point]) => ({ period, ...point }))
  const printed = points.flatMap(point => point.fact.payload.value ?? [])
  const decimals = decimalsShown(indicator.decimals, printed)
  const judgedOf = (fact: Said) =>
    judgedValue(
      { published: fact.payload.value, numerator: fact.payload.numerator, denominator: fact.payload.denominator },
      { unit: indicator.unit, counts: indicator.counts, decimals },
    )?.value ?? null

  const problems: Problem[] = []
  // With a gap between them, two figures are no neighbours.
  const row = withGaps(points, indicator)
  const restarts = indicator.kind === 'cumulative' || indicator.kind === 'ytd_average'
  for (const move of restarts ? [] : unusualMoves(row.map(point => point && judgedOf(point.fact)))) {
    const point = row[move.at]
    if (!point?.draft) continue
    const size = roundedText(move.size, decimals + 1)
    problems.push(
      warning(
        point.draft,
        'value',
        point.fact.payload.value ?? '',
        'unusual-move',
        `${periodInWords(point.period)} moves by ${size}, further than this series usually does (${roundedText(move.limit, decimals + 1)}); make sure that it is right`,
      ),
    )
  }
  row.forEach((point, at) => {
    const previous = row[at - 1]
    if (!point?.draft || !previous) return
    const change = denominatorJump(
      numberOf(previous.fact.payload.denominator),
      numberOf(point.fact.payload.denominator),
    )
    if (change !== null)
      problems.push(
        warning(
          point.draft,
          'denominator',
          point.fact.payload.denominator ?? '',
          'denominator-jump',
          `the denominator was ${previous.fact.payload.denominator} in ${periodInWords(previous.period)}; it changes by a quarter or more, so make sure that both count the same people`,
        ),
      )
  })
  return [...problems, ...warnOfGaps(points, indicator)]
}

type SaidPoint = { readonly period: Period; readonly fact: Said; readonly draft: ObservationDraft | null }

/** The points in order, with null wherever figures are missing between two of them. */
function withGaps(points: readonly SaidPoint[], indicator: Indicator): (SaidPoint | null)[] {
  return points.flatMap((point, at) => {
    const previous = points[at - 1]
    const isNext = !previous || comparePeriods(nextExpected(previous.period, indicator.frequency), point.period) >= 0
    return isNext ? [point] : [null, point]
  })
}

function warnOfGaps(points: readonly SaidPoint[], indicator: Indicator): Problem[] {
  const last = points.findLast(point => point.draft !== null)
  const [first] = points
  const end = points.at(-1)
  if (!last?.draft || !first || !end) return []
  const missing = missingPeriods(points, indicator.frequency, indicator.timeLag, last.draft.fact.knownOn).filter(
    period => comparePeriods(period, end.period) < 0,
  )
  if (missing.length === 0) return []
  const shown = missing.slice(0, 6).map(periodInWords)
  const more = missing.length > 6 ? [`${missing.length - 6} more`] : []
  return [
    warning(
      last.draft,
      'period',
      '',
      'period-missing',
      `${last.draft.fact.indicator} has nothing for ${listed([...shown, ...more])}; give the values, or the reason for none`,
    ),
  ]
}

function numberOf(text: string | null): number | null {
  return text === null ? null : Number(text)
}
