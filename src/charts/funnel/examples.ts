/** Examples of the funnel: tests and gallery show each of them. */
import type { FunnelDot, FunnelInput } from './funnel.ts'

const middle = 64.2

/** Limits of a share around the middle, at so many standard deviations; `between` is the variance of councils besides that of chance. */
function limits(deviations: number, most: number, between = 0): FunnelInput['inner'] {
  const sizes = Array.from({ length: 30 }, (_, at) => most * ((at + 1) / 30) ** 2)
  const spread = (size: number) => deviations * Math.sqrt((middle * (100 - middle)) / size + between)
  return {
    lower: sizes.map(size => ({ size, value: Math.max(0, middle - spread(size)) })),
    upper: sizes.map(size => ({ size, value: Math.min(100, middle + spread(size)) })),
  }
}

/** Councils of ever larger sizes, which swing around the middle more than chance lets them. */
function councils(count: number, most: number, rated: boolean): FunnelDot[] {
  return Array.from({ length: count }, (_, at): FunnelDot => {
    const size = Math.round(most * ((at + 1) / count) ** 2)
    const off = (((at * 37) % 41) - 20) / 2
    const deviations = Math.abs(off) / Math.sqrt((middle * (100 - middle)) / size)
    const beyond = at % 17 === 3 ? null : deviations > 3.09 ? 'outer' : deviations > 1.96 ? 'inner' : 'neither'
    const standing = rated ? (off > 0 ? 'better' : 'worse') : off > 0 ? 'higher' : 'lower'
    return {
      size,
      value: Math.round((middle + off) * 10) / 10,
      beyond,
      standing: beyond === 'inner' || beyond === 'outer' ? standing : 'similar',
      who: at === Math.floor(count * 0.8) ? 'asking' : at % 9 === 4 ? 'like' : 'other',
    }
  })
}

const usual: FunnelInput = {
  sentence: 'Norfolk lies beyond the 99.8 % limits, on the good side: 64.2 % is the figure of England.',
  dots: councils(150, 4200, true),
  owner: 'Norfolk 70.1',
  middle: { value: middle, shown: '64.2', name: 'England' },
  inner: limits(1.96, 4200),
  outer: limits(3.09, 4200),
  sizes: 'People of whom it is a share',
  like: 'family group',
}

export const examples: Readonly<Record<string, FunnelInput>> = {
  'every council of England': usual,
  'with limits that allow for how much councils differ': {
    ...usual,
    dots: usual.dots.map(dot => ({
      ...dot,
      beyond: Math.abs(dot.value - middle) > 9 ? ('inner' as const) : ('neither' as const),
      standing: Math.abs(dot.value - middle) > 9 ? dot.standing : ('similar' as const),
    })),
    inner: limits(1.96, 4200, 20),
    outer: limits(3.09, 4200, 20),
    isWidened: true,
  },
  'for information: higher or lower is neither good nor bad': {
    ...usual,
    dots: councils(40, 900, false),
    inner: limits(1.96, 900),
    outer: limits(3.09, 900),
    like: '',
  },
  'two councils, one with a long name that means something to SVG': {
    ...usual,
    owner: 'Bournemouth, Christchurch & <Poole> of the very long name that goes on and on',
    sentence: 'Two councils.',
    sizes: 'People aged 65 and over of whom it is a share, at the middle of the year, as they were estimated',
    dots: [
      { size: 340_120, value: 0, beyond: 'outer', standing: 'worse', who: 'asking' },
      { size: 12, value: 100, beyond: 'neither', standing: 'similar', who: 'other' },
    ],
    inner: limits(1.96, 340_120),
    outer: limits(3.09, 340_120),
  },
}
