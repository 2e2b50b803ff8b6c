/**
 * Signs of variation and assurance, of our own drawing: a shape, a picture and a letter or arrow each, so that colour is never
 * needed. They are named by their meaning; the sentence with the reason stands beside them.
 */
import { palette } from '../drawing/palette.ts'
import { signLooks } from '../drawing/signs.ts'
import { element, pathThrough } from '../drawing/svg.ts'

export type VariationIcon =
  | 'common'
  | 'improvement_high'
  | 'improvement_low'
  | 'concern_high'
  | 'concern_low'
  | 'neutral_high'
  | 'neutral_low'
export type AssuranceIcon = 'pass' | 'inconsistent' | 'fail'

/** What each sign means, in words. */
export const iconMeanings: Readonly<Record<VariationIcon | AssuranceIcon, string>> = {
  common: 'Normal variation: no significant change',
  improvement_high: 'Improvement: significantly higher, and higher is better',
  improvement_low: 'Improvement: significantly lower, and lower is better',
  concern_high: 'Concern: significantly higher, and lower is better',
  concern_low: 'Concern: significantly lower, and higher is better',
  neutral_high: 'Significantly higher; neither high nor low is good',
  neutral_low: 'Significantly lower; neither high nor low is good',
  pass: 'The target will be met consistently',
  inconsistent: 'The target will be met at times and missed at times',
  fail: 'The target will be missed consistently',
}

const side = 48
const viewBox = `0 0 ${side} ${side}`

/** The sign of a variation: where the latest point went, with an arrow; level where it went nowhere. */
export function variationIcon(icon: VariationIcon): string {
  return drawn(icon, variationDrawing(icon))
}

/** The sign of an assurance: the values beyond their target, short of it, or on either side. */
export function assuranceIcon(icon: AssuranceIcon): string {
  return drawn(icon, assuranceDrawing(icon))
}

/** The sign of either, as a picture. */
export function signIcon(icon: VariationIcon | AssuranceIcon): string {
  return isAssurance(icon) ? assuranceIcon(icon) : variationIcon(icon)
}

/** The drawing of a sign by itself, for a page that shows it often: each place refers to it by the id "signal-" and its name. */
export function iconSymbol(icon: VariationIcon | AssuranceIcon): string {
  const drawing = isAssurance(icon) ? assuranceDrawing(icon) : variationDrawing(icon)
  return element('symbol', { id: `signal-${icon}`, viewBox }, drawing)
}

const isAssurance = (icon: VariationIcon | AssuranceIcon): icon is AssuranceIcon =>
  icon === 'pass' || icon === 'inconsistent' || icon === 'fail'

function variationDrawing(icon: VariationIcon): string {
  const look = lookOf(icon)
  const way = icon.endsWith('_high') ? -1 : icon.endsWith('_low') ? 1 : 0
  return framed(look, [...path(way, look), ...arrow(way, look)])
}

function assuranceDrawing(icon: AssuranceIcon): string {
  const look = icon === 'pass' ? signLooks.improvement : icon === 'fail' ? signLooks.concern : signLooks.common
  const targets = { pass: 34, inconsistent: 24, fail: 14 } as const
  const letters = { pass: '✓', inconsistent: '?', fail: '✗' } as const
  const values = [24, 20, 27, 21, 26].map((y, at) => ({ x: 8 + at * 5.5, y }))
  return framed(look, [
    element('path', {
      d: pathThrough(values),
      fill: 'none',
      stroke: look.colour,
      'stroke-width': 2.5,
      'stroke-linejoin': 'round',
    }),
    element('path', {
      d: `M6 ${targets[icon]}H33`,
      stroke: palette.ink,
      'stroke-width': 2,
      'stroke-dasharray': '4 2.5',
    }),
    symbol(letters[icon], look.colour),
  ])
}

type Look = (typeof signLooks)[keyof typeof signLooks]

function lookOf(icon: VariationIcon): Look {
  if (icon === 'common') return signLooks.common
  return icon.startsWith('improvement')
    ? signLooks.improvement
    : icon.startsWith('concern')
      ? signLooks.concern
      : signLooks.neither
}

/** Values that stay level, or that leave at their end. */
function path(way: -1 | 0 | 1, { colour }: Look): string[] {
  const wiggle = [22, 27, 21, 26, 23]
  const y = way === 0 ? wiggle : wiggle.map((at, index) => at - way * 5 + (index > 2 ? way * (index - 2) * 8 : 0))
  const points = y.map((at, index) => ({ x: 8 + index * (way === 0 ? 8 : 5), y: at }))
  return [
    element('path', {
      d: pathThrough(points),
      fill: 'none',
      stroke: colour,
      'stroke-width': 2.5,
      'stroke-linejoin': 'round',
    }),
    ...points.map((point, index) =>
      element('circle', {
        cx: point.x,
        cy: point.y,
        r: 2.6,
        fill: way !== 0 && index > 2 ? colour : palette.paper,
        stroke: colour,
        'stroke-width': 1.5,
      }),
    ),
  ]
}

function arrow(way: -1 | 0 | 1, { colour }: Look): string[] {
  if (way === 0) return []
  const [tip, foot] = way === -1 ? [12, 36] : [36, 12]
  return [
    element('path', {
      d: `M38 ${foot}V${tip}M33.5 ${tip - way * 6}L38 ${tip}L42.5 ${tip - way * 6}`,
      fill: 'none',
      stroke: colour,
      'stroke-width': 3,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    }),
  ]
}

/** Letters are lines, not text: what reads the text of a PDF would take them for words beside the sign. */
const letterLines = {
  '✓': 'M34.5 25L38 29L43 19',
  '?': 'M35.2 20.6C35.2 15.6 43 15.6 43 20.4C43 23.6 39 23.4 39 27M39 31.4V31.6',
  '✗': 'M35 20L42 29M42 20L35 29',
} as const

function symbol(letter: keyof typeof letterLines, colour: string): string {
  return element('path', {
    d: letterLines[letter],
    fill: 'none',
    stroke: letter === '?' ? palette.ink : colour,
    'stroke-width': 3,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  })
}

/** Round for normal and by-chance, square for good, pointed for bad, eight-cornered for neither: told from afar in grey. */
function framed({ colour, shape }: Look, content: readonly string[]): string {
  const rim = { fill: palette.paper, stroke: colour, 'stroke-width': 3 }
  const frames: Record<Look['shape'], string> = {
    circle: element('circle', { cx: 24, cy: 24, r: 22, ...rim }),
    square: element('rect', { x: 2, y: 2, width: 44, height: 44, rx: 3, ...rim }),
    triangle: element('path', { d: 'M11 2H37L46 24L37 46H11L2 24Z', ...rim }),
    diamond: element('path', { d: 'M15 2H33L46 15V33L33 46H15L2 33V15Z', 'stroke-dasharray': '6 3', ...rim }),
  }
  // The picture keeps clear of the frame, whose corners are cut but in the square.
  const inset = shape === 'square' ? 3 : 6.5
  const group = { transform: `translate(${inset} ${inset}) scale(${1 - inset / 24})` }
  return frames[shape] + element('g', group, content.join(''))
}

function drawn(icon: VariationIcon | AssuranceIcon, drawing: string): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: `signal-icon signal-icon-${icon.replace('_', '-')}`,
      role: 'img',
      'aria-label': iconMeanings[icon],
      viewBox,
      width: side,
      height: side,
    },
    drawing,
  )
}
