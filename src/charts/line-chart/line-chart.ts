/** A series over time with its target: the main chart of a report card. */
import { scaleLinear } from 'd3-scale'
import { monthsOf, type Period } from '../../shared/period/period.ts'
import { grouped } from '../../shared/words.ts'
import { palette, typeface } from '../drawing/palette.ts'
import { element, escaped, pathThrough } from '../drawing/svg.ts'
import { textWidth, wrapped } from '../drawing/text.ts'
import { periodLabels, shortPeriod, type ValueAxis, valueAxis } from './axes.ts'
import { chartSizes, type LineChartInput, type LineChartPoint, type LineChartSize } from './input.ts'
import { baselines, brokenLines, type EndLabel, heightOf, placeLabels, widthOf } from './labels.ts'
import { notesBelow } from './notes.ts'

const text = 13
const edge = 8

type Frame = {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly x: (period: Period) => number
  readonly y: (value: number) => number
}

type Spot = { readonly x: number; readonly y: number; readonly point: LineChartPoint }

/**
 * The chart as SVG text: an image named by its sentence, with nothing in it to tab to. Title, subtitle and the table of its
 * values stand beside it on the page.
 */
export function lineChart(input: LineChartInput, size: LineChartSize = chartSizes.wide): string {
  const axis = valueAxis(input, size.height < 250 ? 4 : 5)
  const labels = endLabels(input, size)
  const notes = notesBelow(input, axis).flatMap(note => wrapped(note, size.width - edge, text))
  const frame = frameOf({ input, size, axis, labels, noteLines: notes.length })
  const spots = input.points.flatMap(point =>
    point.value === null ? [] : [{ x: frame.x(point.period), y: frame.y(point.value), point }],
  )
  const content = [
    ...gridlines(axis, frame),
    ...periodAxis(input, frame),
    ...breakLines(input, frame),
    ...targetLine(input, frame),
    ...valueLine(input, spots),
    ...spots.map(marker),
    ...ends(input, labels, frame, spots),
    ...notes.map((note, at) =>
      label(note, {
        x: 0,
        y: size.height - 5 - (notes.length - 1 - at) * text * 1.3,
        role: 'note',
        fill: palette.quiet,
      }),
    ),
  ]
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'chart',
      role: 'img',
      'aria-label': input.sentence,
      viewBox: `0 0 ${size.width} ${size.height}`,
      width: size.width,
      height: size.height,
      'font-family': typeface,
      'font-size': text,
    },
    content.join(''),
  )
}

type Framing = {
  readonly input: LineChartInput
  readonly size: LineChartSize
  readonly axis: ValueAxis
  readonly labels: readonly EndLabel[]
  readonly noteLines: number
}

function frameOf({ input, size, axis, labels, noteLines }: Framing): Frame {
  const periods = periodsOf(input)
  const firstLabel = periods[0] === undefined ? '' : shortPeriod(periods[0], undefined)
  const left = Math.max(
    Math.max(0, ...axis.ticks.map(tick => textWidth(tick.label, text))) + 12,
    textWidth(firstLabel, text) / 2,
  )
  const right = size.width - Math.max(widthOf(labels) + 12 + edge, 26)
  const top = text
  const bottom = size.height - text * 2 - (noteLines ? noteLines * text * 1.3 + 4 : 0)
  const months = periods.map(period => monthsOf(period).last)
  const single = new Set(months).size < 2
  const across = scaleLinear([Math.min(...months), Math.max(...months)], [left + 10, right - 6])
  const up = scaleLinear([axis.from, axis.to], [bottom, top])
  return {
    left,
    right,
    top,
    bottom,
    x: period => (single ? (left + right) / 2 : across(monthsOf(period).last)),
    y: value => up(value),
  }
}

function periodsOf(input: LineChartInput): readonly Period[] {
  const all = [...input.points, ...input.targets].map(({ period }) => period)
  return [...new Set(all)].sort((a, b) => monthsOf(a).last - monthsOf(b).last)
}

function gridlines(axis: ValueAxis, frame: Frame): string[] {
  return axis.ticks.flatMap(tick => {
    const y = frame.y(tick.value)
    const isZero = tick.value === 0
    return [
      element('line', {
        class: 'chart-grid',
        x1: frame.left,
        x2: frame.right,
        y1: y,
        y2: y,
        stroke: isZero ? palette.quiet : palette.grid,
      }),
      label(tick.label, { x: frame.left - 8, y: y + text * 0.35, anchor: 'end', role: 'axis', fill: palette.quiet }),
    ]
  })
}

function periodAxis(input: LineChartInput, frame: Frame): string[] {
  return periodLabels(periodsOf(input), frame.x, text).map(({ at, text: words }) =>
    label(words, { x: at, y: frame.bottom + text * 1.6, anchor: 'middle', role: 'axis', fill: palette.quiet }),
  )
}

function breakLines(input: LineChartInput, frame: Frame): string[] {
  return input.points.flatMap((point, at) => {
    const before = input.points[at - 1]
    if (!point.marks.includes('break') || !before) return []
    const x = (frame.x(before.period) + frame.x(point.period)) / 2
    return [
      element('line', {
        class: 'chart-break',
        x1: x,
        x2: x,
        y1: frame.top - 6,
        y2: frame.bottom,
        stroke: palette.quiet,
        'stroke-dasharray': '2 3',
      }),
    ]
  })
}

function targetLine(input: LineChartInput, frame: Frame): string[] {
  const dashes = { class: 'chart-target', fill: 'none', stroke: palette.target, 'stroke-width': 2.5 }
  return runsOf(input).map(run => {
    const [first] = run
    if (run.length === 1 && first) {
      const y = frame.y(first.value)
      const x = frame.x(first.period)
      return element('line', { ...dashes, x1: x - 10, x2: x + 10, y1: y, y2: y, 'stroke-dasharray': '8 4' })
    }
    const d = pathThrough(run.map(target => ({ x: frame.x(target.period), y: frame.y(target.value) })))
    return element('path', { ...dashes, d, 'stroke-dasharray': '8 4' })
  })
}

/** Targets of neighbouring periods belong to one profile; one that stands alone is a point. */
function runsOf(input: LineChartInput) {
  const order = new Map(periodsOf(input).map((period, at) => [period, at]))
  const runs: LineChartInput['targets'][number][][] = []
  for (const target of input.targets) {
    const run = runs.at(-1)
    const before = run?.at(-1)
    const follows = before && Number(order.get(target.period)) - Number(order.get(before.period)) === 1
    if (run && follows && !target.anew) run.push(target)
    else runs.push([target])
  }
  return runs
}

function valueLine(input: LineChartInput, spots: readonly Spot[]): string[] {
  const bySpot = new Map(spots.map(spot => [spot.point, spot]))
  const lines: Spot[][] = [[]]
  for (const point of input.points) {
    const spot = bySpot.get(point)
    if (!spot || point.anew || point.marks.includes('break')) lines.push([])
    if (spot) lines.at(-1)?.push(spot)
  }
  return lines
    .filter(line => line.length > 1)
    .map(line =>
      element('path', {
        class: 'chart-line',
        d: pathThrough(line),
        fill: 'none',
        stroke: palette.data,
        'stroke-width': 2.5,
        'stroke-linejoin': 'round',
      }),
    )
}

function marker({ x, y, point }: Spot): string {
  const hollow = point.marks.includes('provisional') || point.marks.includes('estimated')
  return element('circle', {
    class: hollow ? 'chart-point chart-point-hollow' : 'chart-point',
    cx: x,
    cy: y,
    r: 3.5,
    fill: hollow ? palette.paper : palette.data,
    stroke: palette.data,
    'stroke-width': 2,
  })
}

/** What stands at the right: the last value with its owner, and the target with its number. */
function endLabels(input: LineChartInput, size: LineChartSize): EndLabel[] {
  const room = size.width * 0.3
  const last = input.points.findLast(point => point.value !== null)
  const target = input.targets.at(-1)
  const final = periodsOf(input).at(-1)
  const when = (period: Period) => (period === final ? '' : `, ${shortPeriod(period, undefined)}`)
  const value = last && {
    wanted: last.value as number,
    lines: [
      { text: grouped(last.shown ?? ''), size: 18, weight: 'bold', colour: palette.data, role: 'value' },
      ...brokenLines(
        {
          text: `${input.owner}${when(last.period)}`,
          size: text,
          weight: 'regular',
          colour: palette.data,
          role: 'owner',
        },
        room,
      ),
    ],
  }
  const goal = target && {
    wanted: target.value,
    lines: brokenLines(
      {
        text: `Target ${grouped(target.shown)}${when(target.period)}`,
        size: 14,
        weight: 'bold',
        colour: palette.target,
        role: 'target',
      },
      room,
    ),
  }
  return [value, goal].filter(each => each !== undefined) as EndLabel[]
}

function ends(input: LineChartInput, labels: readonly EndLabel[], frame: Frame, spots: readonly Spot[]): string[] {
  const lowest = Math.max(frame.bottom + 4, frame.top + labels.reduce((sum, each) => sum + heightOf(each) + 4, 0))
  const placed = placeLabels(
    labels.map(each => ({ ...each, wanted: frame.y(each.wanted) })),
    0,
    lowest,
  )
  const target = input.targets.at(-1)
  const tips = [spots.at(-1), target && { x: frame.x(target.period), y: frame.y(target.value) }]
  const leaders = tips.flatMap(tip =>
    tip && frame.right - tip.x > 24
      ? [
          element('line', {
            class: 'chart-leader',
            x1: tip.x + 14,
            x2: frame.right + 6,
            y1: tip.y,
            y2: tip.y,
            stroke: palette.quiet,
            'stroke-dasharray': '1 3',
          }),
        ]
      : [],
  )
  const words = placed.flatMap(each =>
    baselines(each).map(({ line, y }) =>
      label(line.text, {
        x: frame.right + 12,
        y,
        role: line.role,
        fill: line.colour,
        size: line.size,
        weight: line.weight,
      }),
    ),
  )
  return [...leaders, ...words]
}

type LabelLook = {
  readonly x: number
  readonly y: number
  readonly role: string
  readonly fill: string
  readonly anchor?: 'middle' | 'end'
  readonly size?: number
  readonly weight?: 'regular' | 'bold'
}

function label(words: string, { x, y, role, fill, anchor, size, weight }: LabelLook): string {
  const attributes = {
    class: `chart-text chart-${role}`,
    x,
    y,
    fill,
    'text-anchor': anchor,
    'font-size': size,
    'font-weight': weight === 'bold' ? 700 : undefined,
  }
  return element('text', attributes, escaped(words))
}
