/** Marks of special causes: each has a shape and a colour of its own, so that it is told in grey too. */
import { palette } from './palette.ts'
import { element } from './svg.ts'

export type SignLook = { readonly colour: string; readonly shape: 'circle' | 'square' | 'triangle' | 'diamond' }

/** Each at 4.5 : 1 or more on white. */
export const signLooks = {
  common: { colour: palette.quiet, shape: 'circle' },
  improvement: { colour: '#0b5cad', shape: 'square' },
  concern: { colour: '#b04004', shape: 'triangle' },
  neither: { colour: '#5c2d91', shape: 'diamond' },
} as const satisfies Record<string, SignLook>

/** A mark as SVG, its middle at a place; `reach` is how far it goes from there. A hollow one is drawn as its outline. */
export function signMark(
  sign: keyof typeof signLooks,
  x: number,
  y: number,
  reach: number,
  fill: 'full' | 'hollow' = 'full',
): string {
  const { colour, shape } = signLooks[sign]
  const inside = fill === 'full' ? { fill: colour, stroke: palette.paper } : { fill: palette.paper, stroke: colour }
  const look = { class: `chart-sign chart-sign-${sign}`, ...inside, 'stroke-width': fill === 'full' ? 1 : 1.5 }
  if (shape === 'circle') return element('circle', { ...look, cx: x, cy: y, r: reach * 0.8 })
  const corners: Record<Exclude<SignLook['shape'], 'circle'>, readonly (readonly [number, number])[]> = {
    square: [
      [-0.95, -0.95],
      [0.95, -0.95],
      [0.95, 0.95],
      [-0.95, 0.95],
    ],
    triangle: [
      [0, -1.25],
      [1.2, 0.9],
      [-1.2, 0.9],
    ],
    diamond: [
      [0, -1.35],
      [1.35, 0],
      [0, 1.35],
      [-1.35, 0],
    ],
  }
  const points = corners[shape].map(([dx, dy]) => `${place(x + dx * reach)},${place(y + dy * reach)}`).join(' ')
  return element('polygon', { ...look, points })
}

const place = (value: number) => String(Math.round(value * 100) / 100 + 0)
