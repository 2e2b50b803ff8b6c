/** The marks of bars: plain, striped and the tick of a target. None needs its colour to be told from the others. */
import { palette } from '../drawing/palette.ts'
import { element } from '../drawing/svg.ts'

export type Look = 'main' | 'beside'

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

const stripes = 5

/** A bar in a box: plain, or outlined with stripes across its length. */
export function barOf(look: Look, box: Box, direction: 'across' | 'up'): string {
  const { x, y, width, height } = box
  const own = { class: `chart-bar chart-bar-${look}`, x, y, width, height }
  if (look === 'main') return element('rect', { ...own, fill: palette.data })
  const length = direction === 'across' ? width : height
  const lines = Array.from({ length: Math.ceil(length / stripes) }, (_, at) => at * stripes)
    .filter(at => at > 0)
    .map(at =>
      direction === 'across'
        ? `M${near(x + at)} ${near(y)}v${near(height)}`
        : `M${near(x)} ${near(y + height - at)}h${near(width)}`,
    )
  return [
    element('rect', { ...own, fill: palette.paper, stroke: palette.quiet, 'stroke-width': 1.5 }),
    ...(lines.length
      ? [element('path', { class: 'chart-stripes', d: lines.join(''), stroke: palette.quiet, 'stroke-width': 1.5 })]
      : []),
  ].join('')
}

const near = (value: number) => String(Math.round(value * 10) / 10 + 0)

/** A target: a thick tick from one spot to another, with a white edge so that it is seen upon a bar. */
export function targetTick(from: { x: number; y: number }, to: { x: number; y: number }): string {
  const ends = { x1: from.x, y1: from.y, x2: to.x, y2: to.y }
  return [
    element('line', { ...ends, class: 'chart-target-edge', stroke: palette.paper, 'stroke-width': 6 }),
    element('line', { ...ends, class: 'chart-target', stroke: palette.target, 'stroke-width': 3 }),
  ].join('')
}
