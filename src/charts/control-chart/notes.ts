import { counted } from '../../shared/words.ts'
import { shortPeriod } from '../drawing/period-axis.ts'
import { textWidth } from '../drawing/text.ts'
import type { ValueAxis } from '../drawing/value-axis.ts'
import type { ControlChartInput, ControlChartStretch, PointSign } from './input.ts'

/** Step changes by letter, as the chart marks them and the notes explain them. */
export function stepLetters({ stretches }: ControlChartInput): { letter: string; stretch: ControlChartStretch }[] {
  return stretches.slice(1).map((stretch, at) => ({ letter: letterOf(at), stretch }))
}

const letterOf = (at: number): string => String.fromCharCode(65 + (at % 26)).repeat(1 + Math.floor(at / 26))

/** What the reader must know to read the chart rightly, a sentence each. */
export function notesUnder(input: ControlChartInput, axis: ValueAxis): string[] {
  const { points, screened, warnings } = input
  const first = axis.ticks[0]
  const steps = stepLetters(input).map(
    ({ letter, stretch }) => `${letter}: new limits from ${shortPeriod(stretch.from, undefined)}. ${stretch.reason}`,
  )
  return [
    ...(points.every(point => point.value === null) ? ['There are no values to draw.'] : []),
    ...steps,
    screeningNote(screened),
    ...warnings,
    ...(axis.cut && first ? [`The axis starts at ${first.label}, not at zero.`] : []),
  ]
}

function screeningNote(screened: number | null): string {
  if (screened === null) return 'Not screened: every jump counts towards the limits.'
  if (screened === 0) return 'Screened: no jump is too large to be routine.'
  return `Screened: ${counted(screened, 'jump')} too large to be routine ${screened === 1 ? 'is' : 'are'} left out of the limits.`
}

const words: Record<PointSign, string> = {
  common: 'Normal variation',
  improvement: 'Improvement',
  concern: 'Concern',
  neither: 'Signal, for information',
}

type Key = { readonly sign: PointSign; readonly words: string; readonly left: number }

/** The key of the marks that are drawn, in rows no wider than there is room. */
export function keyRows({ points }: ControlChartInput, room: number, size: number): Key[][] {
  const drawn = (['common', 'improvement', 'concern', 'neither'] as const).filter(sign =>
    points.some(point => point.sign === sign && point.value !== null),
  )
  const rows: Key[][] = []
  let left = 0
  for (const sign of drawn) {
    const width = 16 + textWidth(words[sign], size)
    if (rows.length === 0 || left + width > room) {
      rows.push([])
      left = 0
    }
    rows.at(-1)?.push({ sign, words: words[sign], left })
    left += width + 18
  }
  return rows
}
