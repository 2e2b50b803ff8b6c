/** What charts of councils have in common: the one that asks, those like it, the whole across, and lines to read values by. */
import { palette } from './palette.ts'
import { label, textSize } from './picture.ts'
import { element } from './svg.ts'
import { fitted, textWidth } from './text.ts'
import type { ValueAxis } from './value-axis.ts'

/** The plot of a chart: its edges, and where a value stands. */
export type Plot = {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly y: (value: number) => number
}

/** The lines of an axis across the plot, each with its value. */
export function gridlines(axis: ValueAxis, { left, right, y }: Plot): string[] {
  return axis.ticks.flatMap(({ value, label: words }) => [
    element('line', { class: 'chart-grid', x1: left, x2: right, y1: y(value), y2: y(value), stroke: palette.grid }),
    label(words, { x: left - 8, y: y(value) + textSize * 0.35, anchor: 'end', role: 'axis', fill: palette.quiet }),
  ])
}

/** The ring around a council that the asking one is held to be like. */
export function likeRing(x: number, y: number, r: number): string {
  const look = { class: 'chart-like', cx: x, cy: y, r, fill: palette.paper, stroke: palette.ink, 'stroke-width': 1.5 }
  return element('circle', look)
}

type Whole = { readonly value: number; readonly shown: string; readonly name: string; readonly dashes?: string }

/** The figure of the whole across the plot, with its name and value at the right. */
export function wholeAcross({ value, shown, name, dashes }: Whole, { left, right, y }: Plot): string[] {
  const at = y(value)
  const look = { x: right + 6, role: 'england', fill: palette.ink }
  return [
    element('line', {
      class: 'chart-england',
      x1: left,
      x2: right,
      y1: at,
      y2: at,
      stroke: palette.ink,
      'stroke-width': 1.5,
      'stroke-dasharray': dashes,
    }),
    label(name, { ...look, y: at - 1 }),
    label(shown, { ...look, y: at + textSize, weight: 'bold' }),
  ]
}

/** The name of the council that asks, above the plot, with a line down to its mark. */
export function ownerAbove(
  name: string,
  mark: { readonly x: number; readonly top: number },
  { left, right, top }: Plot,
): string[] {
  const [words = ''] = fitted(name, right - left, 1, textSize, 'bold')
  const half = textWidth(words, textSize, 'bold') / 2
  return [
    element('line', {
      class: 'chart-leader',
      x1: mark.x,
      x2: mark.x,
      y1: top - textSize,
      y2: mark.top,
      stroke: palette.quiet,
      'stroke-dasharray': '1 3',
    }),
    label(words, {
      x: Math.min(Math.max(mark.x, left + half), right - half),
      y: top - textSize * 1.2,
      anchor: 'middle',
      role: 'owner',
      fill: palette.ink,
      weight: 'bold',
    }),
  ]
}
