/** Answers on national figures as the command line prints them with --json. Documented in docs/json.md. */
import type { Benchmark } from '../answers/benchmark/benchmark.ts'
import type { FrameworkBenchmarks } from '../answers/benchmark/framework-benchmarks.ts'
import type { CoverageAnswer } from '../answers/coverage/coverage.ts'
import type { Council } from '../answers/national/find-council.ts'
import type { Measure } from '../answers/national/find-measure.ts'
import type { RanksAnswer } from '../answers/ranks/ranks.ts'
import type { Moment } from '../answers/types.ts'

function headOf(moment: Moment) {
  return { asAt: moment.asAt, recordedBefore: moment.recordedBefore ?? null }
}

function councilHead({ slug, name, organisation, area }: Council) {
  return {
    organisation: organisation ?? slug,
    organisationName: name,
    geography: slug,
    onsCode: area.payload.onsCode ?? null,
  }
}

function measureJson({ slug, code, edition }: Measure) {
  return { measure: slug, code: code || null, edition: edition || null }
}

function subjectJson({ name, polarity, unit, period, publisher }: Omit<RanksAnswer, 'measure' | 'group' | 'places'>) {
  return { name, polarity, unit, period, publisher }
}

function rowJson(answer: Benchmark) {
  const { measure, rank, figures, group, published, previous, significance } = answer
  return {
    indicator: measure.own ?? measure.slug,
    ...measureJson(measure),
    ...subjectJson(answer),
    document: answer.document || null,
    value: answer.value,
    shown: answer.shown,
    reason: answer.reason,
    marks: answer.marks,
    rank: rank?.rank ?? null,
    of: rank?.of ?? null,
    tied: rank?.tied ?? null,
    rankReason: answer.rankReason,
    quartile: answer.quartile,
    interval: answer.interval && { lower: answer.interval.lower, upper: answer.interval.upper },
    intervalBasis: answer.intervalBasis,
    significance: {
      standing: significance.standing,
      reason: significance.reason,
      england: significance.england,
      lower: significance.lower,
      upper: significance.upper,
      method: significance.method,
    },
    previous: previous && {
      period: previous.period,
      value: previous.value,
      rank: previous.rank,
      of: previous.of,
      tied: previous.tied,
      direction: previous.direction,
    },
    previousReason: answer.previousReason,
    group: {
      slug: group.slug,
      name: group.name,
      kind: group.kind,
      councils: figures?.councils ?? 0,
      mean: figures?.mean ?? null,
      median: figures?.median ?? null,
      lowerQuartile: figures?.lowerQuartile ?? null,
      upperQuartile: figures?.upperQuartile ?? null,
      least: figures?.least ?? null,
      most: figures?.most ?? null,
      published: published && { value: published.value, owner: published.owner, document: published.document },
    },
    history: answer.history.map(point => ({
      period: point.period,
      value: point.value,
      rank: point.rank?.rank ?? null,
      of: point.rank?.of ?? null,
      tied: point.rank?.tied ?? null,
      median: point.median,
      marks: point.marks,
      joined: point.joined,
    })),
    notes: answer.notes,
  }
}

/** `tidemark benchmark --json` of one measure. */
export function benchmarkJson(moment: Moment, answer: Benchmark) {
  return { ...headOf(moment), ...councilHead(answer.council), ...rowJson(answer) }
}

/** `tidemark benchmark --json` of a framework. */
export function benchmarksJson(moment: Moment, council: Council, answer: FrameworkBenchmarks) {
  return {
    ...headOf(moment),
    ...councilHead(council),
    framework: answer.framework,
    indicators: answer.benchmarks.map(rowJson),
    without: answer.without.map(({ measure, because }) => ({
      indicator: measure.own ?? measure.slug,
      ...measureJson(measure),
      because,
    })),
  }
}

/** `tidemark coverage --json`. */
export function coverageJson(moment: Moment, { measures, reorganisations }: CoverageAnswer) {
  return {
    ...headOf(moment),
    measures: measures.map(each => ({
      measure: each.measure,
      name: each.name,
      publisher: each.publisher,
      codes: each.codes.map(({ edition, code }) => ({ edition, code })),
      related: each.related,
      periods: each.periods.map(period => ({
        period: period.period,
        councils: period.councils,
        suppressed: period.suppressed,
        notAvailable: period.notAvailable,
        notApplicable: period.notApplicable,
        notComparable: period.notComparable,
        documents: period.documents,
      })),
      breaks: each.breaks.map(({ from, text }) => ({ from, text })),
    })),
    reorganisations: reorganisations.map(each => ({
      geography: each.slug,
      name: each.name,
      from: each.from || null,
      to: each.to || null,
      predecessors: each.predecessors,
    })),
  }
}

/** `tidemark ranks --json`. */
export function ranksJson(moment: Moment, { measure, group, ...answer }: RanksAnswer) {
  return {
    ...headOf(moment),
    ...measureJson(measure),
    ...subjectJson(answer),
    group: { slug: group.slug, name: group.name, kind: group.kind },
    councils: answer.places.map(place => ({
      geography: place.slug,
      name: place.name,
      value: place.value,
      shown: place.shown,
      rank: place.rank?.rank ?? null,
      of: place.rank?.of ?? null,
      tied: place.rank?.tied ?? null,
      quartile: place.quartile,
    })),
  }
}
