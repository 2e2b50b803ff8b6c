/** Which forecast a series deserves: chosen on the latest figures known (the inner window), with a fit that has not seen them. */
import { numberWord } from '../../shared/words.ts'
import type { Fit } from './fit.ts'
import { lastValue, sameAsLastYear } from './naive.ts'
import { expectedFrom, type Figures, type Form, follow, forms } from './smoothing.ts'

/** How often figures come: months, quarters or years, by how many there are in a year. */
export type PerYear = 12 | 4 | 1

/** Fewer figures than this are not forecast, but carried on as they are. */
export const leastFigures: Record<PerYear, number> = { 12: 24, 4: 12, 1: 8 }
const nouns: Record<PerYear, string> = { 12: 'months', 4: 'quarters', 1: 'years' }
const annualWindow = 3

/** The form that won, or none, and why. `window`: over how many figures it was chosen. */
export type Choice = { readonly form: Form | null; readonly window: number; readonly reason: string }

/**
 * Where figures are enough, after how many of those known the choice and the fit were made: at the first number that is
 * enough, and from then on once a year. What was known later does not move them.
 * @returns null where figures are too few
 */
export function chosenAfter(figures: Figures, perYear: PerYear): number | null {
  let valued = 0
  const first = figures.findIndex(figure => {
    if (figure !== null) valued += 1
    return valued === leastFigures[perYear]
  })
  return first < 0 ? null : figures.length - ((figures.length - first - 1) % perYear)
}

/** Why a series is too short, as a sentence part. @example // 'there are 23 months with a value, and it takes 24' */
export function tooFew(figures: Figures, perYear: PerYear): string {
  const count = figures.filter(figure => figure !== null).length
  const noun = count === 1 ? nouns[perYear].slice(0, -1) : nouns[perYear]
  return `there ${count === 1 ? 'is' : 'are'} ${numberWord(count)} ${noun} with a value, and it takes ${leastFigures[perYear]}`
}

/**
 * Chooses by the mean error over the window, of forecasts made after each of its figures for up to a year ahead: the form
 * with the least, if that is less than the error of the last value and of the same period last year.
 * @param fitted the fit of a form to the first so many figures
 */
export function choose(figures: Figures, perYear: PerYear, fitted: (form: Form, known: number) => Fit): Choice {
  const window = perYear === 1 ? annualWindow : Math.min(2 * perYear, Math.max(perYear, figures.length - 2 * perYear))
  const first = figures.length - window
  const ahead = Math.max(perYear, annualWindow)
  const rivals = [errorOfPlain(figures, first, ahead, 1)]
  if (perYear > 1) rivals.push(errorOfPlain(figures, first, ahead, perYear))
  const candidates = forms
    .filter(form => form !== 'seasonal' || (perYear > 1 && first >= 2 * perYear))
    .map(form => ({ form, error: errorOfFit(figures, fitted(form, first), first, ahead) }))
    .sort((a, b) => a.error - b.error)
  const [best] = candidates
  const over = `tried on the last ${numberWord(window)} ${nouns[perYear]} known when it was chosen,`
  if (best && rivals.every(rival => best.error < rival))
    return {
      form: best.form,
      window,
      reason: `${over} it came nearer to what followed than the last value or that of a year before`,
    }
  return {
    form: null,
    window,
    reason: `${over} nothing came nearer to what followed than the last value or that of a year before`,
  }
}

function errorOfPlain(figures: Figures, first: number, ahead: number, back: number): number {
  return errorOver(figures, first, ahead, known => {
    const last = lastValue(known) ?? 0
    return back === 1 ? Array.from({ length: ahead }, () => last) : sameAsLastYear(known, back, ahead).map(Number)
  })
}

function errorOfFit(figures: Figures, { pace, start }: Fit, first: number, ahead: number): number {
  let { state } = follow(figures.slice(0, first), pace, start)
  let at = first
  return errorOver(figures, first, ahead, known => {
    state = follow(known.slice(at), pace, state).state
    at = known.length
    return expectedFrom(state, pace, ahead)
  })
}

type Forecaster = (known: Figures) => readonly number[]

function errorOver(figures: Figures, first: number, ahead: number, expectedAfter: Forecaster): number {
  let sum = 0
  for (let known = first; known < figures.length; known += 1) {
    const expected = expectedAfter(figures.slice(0, known))
    const last = Math.min(ahead, figures.length - known)
    for (let step = 0; step < last; step += 1) {
      const figure = figures[known + step]
      if (figure != null) sum += Math.abs(figure - Number(expected[step]))
    }
  }
  return sum
}
