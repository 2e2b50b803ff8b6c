import { raw } from 'hono/html'
import type { ComparedYear, MeasureComparedAnswer } from '../../answers/compared/types.ts'
import type { PictureSize } from '../../charts/drawing/picture.ts'
import { type FunnelInput, funnel, funnelSizes } from '../../charts/funnel/funnel.ts'
import { chartSizes, type LineChartInput, type LineChartPoint } from '../../charts/line-chart/input.ts'
import { lineChart } from '../../charts/line-chart/line-chart.ts'
import { type RankedDotsInput, rankedDots } from '../../charts/ranked-dots/ranked-dots.ts'
import { toPeriod } from '../../shared/period/period.ts'
import { grouped } from '../../shared/words.ts'
import type { ShownFunnel } from './funnel-section.tsx'
import { atDecimals, withItsUnit } from './words.ts'

type Sizes = Readonly<Record<'broad' | 'wide' | 'narrow', PictureSize>>

const dotSizes: Sizes = {
  broad: { width: 1180, height: 400 },
  wide: { width: 700, height: 360 },
  narrow: chartSizes.narrow,
}

/** A picture of many councils in three sizes, of which the screen or the sheet shows one: a broad one has more room for them. */
function Councils({ draw, sizes }: { readonly draw: (size: PictureSize) => string; readonly sizes: Sizes }) {
  return (
    <div class="chart-frame chart-frame-broad">
      {(['broad', 'wide', 'narrow'] as const).map(name => (
        <div class={`chart-${name}`}>{raw(draw(sizes[name]))}</div>
      ))}
    </div>
  )
}

/** Every council of the group from worst to best. */
export function RankedDots({ answer, sentence }: { answer: MeasureComparedAnswer; sentence: string }) {
  const input = dotsOf(answer, sentence)
  return <Councils draw={size => rankedDots(input, size)} sizes={dotSizes} />
}

function dotsOf({ councils, council, row, like }: MeasureComparedAnswer, sentence: string): RankedDotsInput {
  const { england } = row.significance
  return {
    sentence,
    owner: row.shown === null ? council : `${council} ${grouped(row.shown)}`,
    like,
    ends: row.rank ? ['Worst', 'Best'] : ['Lowest', 'Highest'],
    england: england === null ? null : { value: england, shown: atDecimals(england, row) },
    dots: councils.map(({ value, significance, isAsking, isLike }) => ({
      value,
      lower: significance.lower,
      upper: significance.upper,
      standing: significance.standing ?? 'unknown',
      who: isAsking ? 'asking' : isLike ? 'like' : 'other',
    })),
  }
}

type FunnelProps = { readonly answer: MeasureComparedAnswer; readonly of: ShownFunnel; readonly sentence: string }

/** Every council of the group by its size, with how far chance alone would take it from the whole. */
export function FunnelPlot({ answer, of, sentence }: FunnelProps) {
  const input = funnelInput(answer, of, sentence)
  return <Councils draw={size => funnel(input, size)} sizes={funnelSizes} />
}

const noLimit = { lower: [], upper: [] }

function funnelInput(
  { councils, council, row, like }: MeasureComparedAnswer,
  { middle, middleIs, isRate, isWidened, lines: [inner, outer], places }: ShownFunnel,
  sentence: string,
): FunnelInput {
  return {
    sentence,
    owner: row.shown === null ? council : `${council} ${grouped(row.shown)}`,
    middle: { value: middle, shown: atDecimals(middle, row), name: middleIs === 'england' ? 'England' : 'All' },
    inner: inner ?? noLimit,
    outer: outer ?? noLimit,
    isWidened,
    sizes: isRate ? 'Population that the rate is of' : 'People of whom the figure is a share',
    like,
    dots: councils.flatMap(({ slug, value, isAsking, isLike }) => {
      const place = places.get(slug)
      return place ? [{ ...place, value, who: isAsking ? 'asking' : isLike ? 'like' : 'other' }] : []
    }),
  }
}

/** The council through the years, against the middle half of the group. */
export function Trend({ answer, sentence }: { answer: MeasureComparedAnswer; sentence: string }) {
  const input = trendOf(answer, sentence)
  return (
    <div class="chart-frame">
      <div class="chart-wide">{raw(lineChart(input, chartSizes.wide))}</div>
      <div class="chart-narrow">{raw(lineChart(input, chartSizes.narrow))}</div>
    </div>
  )
}

function trendOf({ council, years, row, group }: MeasureComparedAnswer, sentence: string): LineChartInput {
  const pointOf = (year: ComparedYear, value: number | null, shown: string | null): LineChartPoint => ({
    period: toPeriod(year.period),
    value,
    shown,
    // What may not be joined for any reason is not joined; why is said beside the chart.
    marks: [],
    anew: !year.joined,
  })
  return {
    sentence,
    owner: council,
    decimals: row.decimals,
    targets: [],
    points: years.map(year => pointOf(year, year.value, year.shown)),
    benchmarks: [
      {
        name: `Median of ${group.inWords}`,
        points: years.map(year =>
          pointOf(year, year.median, year.median === null ? null : atDecimals(year.median, row)),
        ),
      },
    ],
    band: {
      name: `the middle half of the councils of ${group.inWords}`,
      points: years.flatMap(({ period, lowerQuartile: lower, upperQuartile: upper, joined }) =>
        lower === null || upper === null ? [] : [{ period: toPeriod(period), lower, upper, joined }],
      ),
    },
  }
}

/** The sentence of the trend, from the first year with a figure to the last. */
export function trendInWords({ council, years, row }: MeasureComparedAnswer): string {
  const known = years.filter(year => year.value !== null)
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return `There is no figure of ${council} in any year`
  const say = (year: ComparedYear) => `${withItsUnit(Number(year.value), row)} in ${year.period}`
  return first === last ? `${council}: ${say(last)}` : `${council}: ${say(first)}, ${say(last)}`
}
