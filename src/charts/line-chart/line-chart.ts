/** A series over time with its target: the main chart of a report card. */
import type { Period } from '../../shared/period/period.ts'
import { grouped } from '../../shared/words.ts'
import { brokenLines, type EndLabel } from '../drawing/end-labels.ts'
import { palette } from '../drawing/palette.ts'
import { shortPeriod } from '../drawing/period-axis.ts'
import { noteLine, notesAtFoot, type PictureSize, picture, textSize } from '../drawing/picture.ts'
import { element, pathThrough } from '../drawing/svg.ts'
import { fitted } from '../drawing/text.ts'
import {
  edge,
  endWords,
  frameOf,
  gridlines,
  heightOfAll,
  leader,
  periodAxis,
  placedAtEnd,
  type TimeFrame,
} from '../drawing/time-frame.ts'
import { namedPeriods, periodsOf, valueAxis } from './axes.ts'
import { bandOf } from './band.ts'
import { benchmarkLabels, benchmarkLines, benchmarksDrawn, shapeOf } from './benchmarks.ts'
import { fanBands, fanLabel, fanLine } from './fan.ts'
import { chartSizes, type LineChartInput, type LineChartPoint } from './input.ts'
import { notesBelow } from './notes.ts'
import { joinedRuns } from './runs.ts'

const text = textSize

type Spot = { readonly x: number; readonly y: number; readonly point: LineChartPoint }

/** The chart as SVG text. Title, subtitle and the table of its values stand beside it on the page. */
export function lineChart(given: LineChartInput, size: PictureSize = chartSizes.wide): string {
  const input = withRoomFor(given, size)
  const axis = valueAxis(input, size.height < leastForOthers ? 2 : size.height < 250 ? 4 : 5)
  const said = notesBelow(input, axis)
  // In a low chart they follow one another, as each line takes room from what is drawn.
  const apart = said.length > 1 && size.height < leastForNotes ? [said.join(' ')] : said
  const notes = apart.flatMap(note => fitted(note, size.width - edge, size.height < leastForOthers ? 2 : 3, text))
  const labels = endLabels(input, size, size.height - text * 2 - notes.length * noteLine)
  const foot = notes.length ? notes.length * noteLine + 4 : 0
  const frame = frameOf({ periods: periodsOf(input), size, axis, labels, top: text, foot })
  const spots = input.points.flatMap(point =>
    point.value === null ? [] : [{ x: frame.x(point.period), y: frame.y(point.value), point }],
  )
  return picture(input.sentence, size, [
    ...bandOf(input, frame),
    ...fanBands(input, frame),
    ...gridlines(axis, frame),
    ...periodAxis(namedPeriods(input), frame),
    ...breakLines(input, frame),
    ...benchmarkLines(input, frame),
    ...targetLine(input, frame),
    ...fanLine(input, frame),
    ...valueLine(input, frame),
    ...markers(spots),
    ...ends(input, labels, frame, spots),
    ...notesAtFoot(notes, size.height),
  ])
}

/**
 * Below the first of these heights a chart has no room for full notes; below the second for nothing but its own values, with what
 * is expected of them, and its target.
 */
const leastForNotes = 240
const leastForOthers = 150

function withRoomFor({ fan, ...input }: LineChartInput, { height }: PictureSize): LineChartInput {
  if (height < leastForOthers)
    return { ...input, benchmarks: [], ...(fan ? { fan: { points: fan.points, shown: '', isPlain: true } } : {}) }
  if (!fan) return input
  if (height < leastForNotes) return { ...input, fan: { points: fan.points, shown: fan.shown, isPlain: true } }
  return { ...input, fan, targets: fan.target ? [...input.targets, fan.target] : input.targets }
}

function breakLines(input: LineChartInput, frame: TimeFrame): string[] {
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

function targetLine(input: LineChartInput, frame: TimeFrame): string[] {
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
    const follows =
      before && (target.joined || Number(order.get(target.period)) - Number(order.get(before.period)) === 1)
    if (run && follows && !target.anew) run.push(target)
    else runs.push([target])
  }
  return runs
}

function valueLine(input: LineChartInput, frame: TimeFrame): string[] {
  return joinedRuns(input.points)
    .filter(run => run.length > 1)
    .map(run =>
      element('path', {
        class: 'chart-line',
        d: pathThrough(run.map(({ period, value }) => ({ x: frame.x(period), y: frame.y(value) }))),
        fill: 'none',
        stroke: palette.data,
        'stroke-width': 2.5,
        'stroke-linejoin': 'round',
      }),
    )
}

/** The points of the series; those that are not final are hollow. What they share is said once. */
function markers(spots: readonly Spot[]): string[] {
  if (spots.length === 0) return []
  const circles = spots.map(({ x, y, point }) => {
    const hollow = point.marks.includes('provisional') || point.marks.includes('estimated')
    const own = hollow ? { class: 'chart-point-hollow', fill: palette.paper } : {}
    return element('circle', { ...own, cx: x, cy: y, r: 3.5 })
  })
  const shared = { class: 'chart-point', fill: palette.data, stroke: palette.data, 'stroke-width': 2 }
  return [element('g', shared, circles.join(''))]
}

/** What stands at the right: the last value with its owner, the target with its number, each benchmark with its last value. */
function endLabels(input: LineChartInput, size: PictureSize, height: number): EndLabel[] {
  const room = size.width * 0.3
  const last = input.points.findLast(point => point.value !== null)
  const target = input.targets.at(-1)
  const final = periodsOf(input).at(-1)
  const when = (period: Period) =>
    period === final || input.fan?.isPlain || size.height < leastForOthers ? '' : `, ${shortPeriod(period, undefined)}`
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
  const all = [value, goal, input.fan && fanLabel(input.fan)].filter(each => each !== undefined) as EndLabel[]
  const own = heightOfAll(all) > height ? all.map(withoutOwner) : all
  const left = height - heightOfAll(own)
  return [...own, ...benchmarkLabels(input, { room, height: left, when })]
}

/** Where labels have no room one under another, whose the value is stands in the title beside the chart alone. */
const withoutOwner = (label: EndLabel): EndLabel => ({
  ...label,
  lines: label.lines.filter(line => line.role !== 'owner'),
})

function ends(input: LineChartInput, labels: readonly EndLabel[], frame: TimeFrame, spots: readonly Spot[]): string[] {
  const target = input.targets.at(-1)
  const last = benchmarksDrawn(input).map(({ points }) => points.findLast(point => point.value !== null))
  const tips = [
    spots.at(-1),
    ...[target, ...last].map(tip => tip && { x: frame.x(tip.period), y: frame.y(Number(tip.value)) }),
  ]
  const words = placedAtEnd(labels, frame, 4).flatMap(each => [
    ...(each.key === undefined
      ? []
      : [shapeOf(each.key, { x: frame.right + 16, y: each.top + (each.lines[0]?.size ?? 0) * 0.62 })]),
    ...endWords([each], frame),
  ])
  return [...tips.flatMap(tip => (tip ? leader(tip, frame) : [])), ...words]
}
