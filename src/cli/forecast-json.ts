/** Forecasts as the command line prints them with --json. Documented in docs/json.md; keys are only ever added. */
import type { BacktestAnswer, ForecastView, YearEndView } from '../answers/forecast/types.ts'
import type { Tally } from '../judgement/forecast/backtest.ts'
import type { Interval } from '../judgement/forecast/outcomes.ts'

function rangesOf({ likely, nearlySure }: { likely: Interval | null; nearlySure: Interval | null }) {
  return {
    lower80: likely?.lower ?? null,
    upper80: likely?.upper ?? null,
    lower95: nearlySure?.lower ?? null,
    upper95: nearlySure?.upper ?? null,
  }
}

function endJson({ method, because, value, shown, likely, nearlySure, rating, ratingReason }: YearEndView) {
  return { method, because, value, shown, ...rangesOf({ likely, nearlySure }), rating, ratingReason }
}

function tallyJson({ forecasts, held80, held95, mase, againstLast }: Tally) {
  return { forecasts, held80, held95, mase, againstLast }
}

/** One indicator of `tidemark forecast --json`. */
export function forecastJson(view: ForecastView) {
  const { yearEnd } = view
  return {
    indicator: view.indicator.slug,
    name: view.indicator.name,
    unit: view.indicator.unit,
    reason: view.reason === '' ? null : view.reason,
    latest: view.latest,
    yearEnd: yearEnd && { period: yearEnd.period, ...endJson(yearEnd.expected) },
    others: yearEnd ? yearEnd.others.map(endJson) : [],
    target: view.target?.value ?? null,
    targetReason: view.target ? null : view.targetReason,
    chance: view.chance,
    onTrack: view.onTrack,
    needed: view.needed,
    tested: view.tested && tallyJson(view.tested),
    sentences: view.sentences,
  }
}

/** `tidemark forecast --backtest --json`. */
export function backtestJson(answer: BacktestAnswer) {
  return {
    all: tallyJson(answer.all),
    ahead: answer.ahead.map(({ ahead, tally }) => ({ ahead, ...tallyJson(tally) })),
    methods: answer.methods.map(({ method, tally }) => ({ method, ...tallyJson(tally) })),
    findings: answer.findings,
    series: answer.series.map(({ series, points, refused, tally, said }) => ({
      series,
      points,
      reason: refused === '' ? null : refused,
      ...tallyJson(tally),
      said: said.map(({ likely, nearlySure, ...each }) => ({ ...each, ...rangesOf({ likely, nearlySure }) })),
    })),
  }
}
