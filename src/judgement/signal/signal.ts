/**
 * Signal: statistical process control of single values over time (an XmR chart), as NHS England's Making Data Count teaches it
 * and the package NHSRplotthedots 0.2.2 works it out.
 */
import { type Assurance, assuranceOf } from './assurance.ts'
import { type Lines, linesOf } from './lines.ts'
import { type Flag, flagsOf, type Place, placeOf, type Way } from './special-causes.ts'

/** A figure of a day or a period. `date` is any text whose byte order is that of time: 2024-04-01, 2024-04, 2017/18-Q2. */
export type SignalInput = { readonly date: string; readonly value: number | null }

export type SignalOptions = {
  /** Which way is good. It names the signals and changes nothing else. */
  readonly better: Way | 'neither'
  readonly target: number | null
  /** Dates whose points are the first of a new stretch, with limits of its own. */
  readonly rebases: readonly string[]
  /** Mean and limits of each stretch come from its first so many points only; null: from all of them. */
  readonly baseline: number | null
  /** Whether moving ranges too large to be routine are left out; on unless there is a reason to do as spreadsheets do. */
  readonly screening: boolean
  /** The package's two oddities, for comparison with it: see docs/rules.md. */
  readonly quirks?: Quirks | undefined
}

export type Quirks = { readonly junction: boolean; readonly collapse: boolean }

/** What a signal means: improvement or concern where one way is good, else only high or low. */
export type Meaning = 'common' | 'improvement' | 'concern' | 'high' | 'low'

export type SignalPoint = SignalInput &
  Place & {
    /** How many rebases have come, this point's own included. */
    readonly stretch: number
    readonly flag: Flag | null
    readonly meaning: Meaning
  }

export type Stretch = {
  readonly number: number
  readonly from: string
  readonly to: string
  readonly points: number
  readonly lines: Lines
  /** Fewer than thirteen points: the limits are trial limits. */
  readonly short: boolean
}

export type Signal = {
  /** In order of time. */
  readonly points: readonly SignalPoint[]
  readonly stretches: readonly Stretch[]
  /** Against the limits of the last stretch; null: no target, or no way is good. */
  readonly assurance: Assurance | null
  /** Rebase dates that no point has, which change nothing. */
  readonly unusedRebases: readonly string[]
}

/** Below this number of points limits are trial limits. */
export const enoughPoints = 13
/** A fixed baseline of fewer points than this is refused. */
export const leastBaseline = 12

/**
 * Judges a series. Points may come in any order; a period that is absent is bridged, one whose value is missing breaks runs.
 * @throws RangeError when two points have the same date, or the fixed baseline is shorter than 12 points
 */
export function signalOf(input: readonly SignalInput[], options: SignalOptions): Signal {
  const { baseline } = options
  if (baseline !== null && !(Number.isInteger(baseline) && baseline >= leastBaseline))
    throw new RangeError(
      `Cannot fix a baseline of ${baseline} points: it must be a whole number of ${leastBaseline} or more`,
    )
  const sorted = inOrderOfTime(input)
  const judged = stretchesOf(sorted, options.rebases).map(stretch => judgedStretch(stretch, options))
  const stretches = judged.map(each => each.stretch)
  return {
    points: judged.flatMap(each => each.points),
    stretches,
    assurance: assuranceOf(options.target, stretches.at(-1)?.lines, options.better),
    unusedRebases: options.rebases.filter(date => !sorted.some(point => point.date === date)),
  }
}

function inOrderOfTime(input: readonly SignalInput[]): SignalInput[] {
  const sorted = [...input].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  const twice = sorted.find((point, at) => sorted[at + 1]?.date === point.date)
  if (twice) throw new RangeError(`Cannot judge a series with two points of ${twice.date}: each date may stand once`)
  return sorted
}

type Numbered = { readonly number: number; readonly points: readonly SignalInput[] }

function stretchesOf(sorted: readonly SignalInput[], rebases: readonly string[]): Numbered[] {
  const starts = new Set(rebases)
  const stretches: { number: number; points: SignalInput[] }[] = []
  let number = 0
  for (const point of sorted) {
    const begins = starts.has(point.date)
    if (begins) number += 1
    if (begins || stretches.length === 0) stretches.push({ number, points: [] })
    stretches.at(-1)?.points.push(point)
  }
  return stretches
}

function judgedStretch({ number, points }: Numbered, { screening, baseline, better, quirks }: SignalOptions) {
  const values = points.map(point => point.value)
  const lines = linesOf(values, { screening, baseline, keepCollapsed: quirks?.collapse ?? false })
  const places = values.map(value => placeOf(value, lines))
  const flags = flagsOf(values, places, quirks?.junction ?? false)
  const stretch: Stretch = {
    number,
    from: points[0]?.date ?? '',
    to: points.at(-1)?.date ?? '',
    points: points.length,
    lines,
    short: points.length < enoughPoints,
  }
  const judged = points.map((point, at): SignalPoint => {
    const flag = flags[at] ?? null
    return { ...point, ...(places[at] as Place), stretch: number, flag, meaning: meaningOf(flag, better) }
  })
  return { stretch, points: judged }
}

function meaningOf(flag: Flag | null, better: SignalOptions['better']): Meaning {
  if (!flag) return 'common'
  if (better === 'neither') return flag.way === 'up' ? 'high' : 'low'
  return flag.way === better ? 'improvement' : 'concern'
}
