/** Answers about paths of targets as the command line prints them with --json. Documented in docs/json.md. */
import type { KeptPathView, PathView, TargetsAnswer, WorkbenchAnswer } from '../answers/targets/types.ts'
import { headJson } from './json.ts'

/** `tidemark targets list --json`. */
export function targetsJson(answer: TargetsAnswer) {
  return {
    ...headJson(answer),
    indicators: answer.rows.map(({ indicator, latest, state, agreedBy, agreedOn, targets }) => ({
      indicator: indicator.slug,
      latest: latest && { period: latest.period, value: latest.value },
      state,
      agreedBy: agreedBy || null,
      agreedOn: agreedOn || null,
      targets: answer.years.flatMap((period, at) => (targets[at] ? [{ period, target: targets[at] }] : [])),
    })),
  }
}

/** `tidemark targets show NAME --json`. */
export function workbenchJson(answer: WorkbenchAnswer) {
  return {
    ...headJson(answer),
    indicator: answer.indicator.slug,
    polarity: answer.indicator.polarity,
    unit: answer.indicator.unit,
    lines: answer.benchmarks.map(({ name, figures }) => ({
      name,
      figures: figures.map(({ period, value, marks }) => ({ period, value, marks })),
    })),
    beside: [...answer.beside, ...answer.related],
    asked: answer.asked && pathJson(answer.asked),
    kept: answer.kept && keptJson(answer.kept),
    versions: answer.versions.map(({ who: _, ...version }) => ({
      ...version,
      agreedBy: version.agreedBy || null,
      agreedOn: version.agreedOn || null,
      note: version.note || null,
    })),
  }
}

function keptJson({ seq, state, knownOn, agreedBy, agreedOn, writtenAfter, path, words }: KeptPathView) {
  return {
    ...{ fact: seq, state, knownOn, agreedBy: agreedBy || null, agreedOn: agreedOn || null },
    writtenAfter: writtenAfter || null,
    words,
    ...pathJson(path),
  }
}

function pathJson({
  shape,
  profile,
  baseline,
  goal,
  basis,
  years,
  peopleNow,
  meaning,
  forecast,
  band,
  pace,
  parts,
  warnings,
}: PathView) {
  return {
    shape,
    profile,
    baseline,
    goal,
    basis: basis || null,
    peopleAtBaseline: peopleNow && { count: peopleNow.count, outOf: peopleNow.outOf, said: peopleNow.said },
    years: years.map(({ period, target, people }) => ({
      period,
      target: target?.value ?? null,
      shown: target?.shown ?? null,
      count: people?.count ?? null,
      outOf: people?.outOf ?? null,
      said: people?.said ?? null,
      places: people?.placesShown ?? null,
    })),
    meaning,
    forecast,
    band,
    pace:
      pace.kind === 'known'
        ? { known: true, improved: pace.improved, of: pace.of, councils: pace.councils, because: null }
        : { known: false, improved: null, of: null, councils: [], because: pace.because },
    periods: parts,
    warnings,
  }
}
