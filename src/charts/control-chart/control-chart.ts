/** A control chart: values with their mean and limits, each special cause with a mark of its own. */
import { grouped } from '../../shared/words.ts'
import { brokenLines, type EndLabel } from '../drawing/end-labels.ts'
import { palette } from '../drawing/palette.ts'
import { label, noteLine, notesAtFoot, type PictureSize, picture, textSize } from '../drawing/picture.ts'
import { signLooks, signMark } from '../drawing/signs.ts'
import { element, pathThrough } from '../drawing/svg.ts'
import { wrapped } from '../drawing/text.ts'
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
import { axisAround, type ValueAxis } from '../drawing/value-axis.ts'
import { type ControlChartInput, type ControlChartStretch, controlChartSizes, type PointSign } from './input.ts'
import { keyRows, notesUnder, stepLetters } from './notes.ts'

const text = textSize
const leastPlot = 150

/**
 * The chart as SVG text: an image named by its sentence, with nothing in it to tab to. Title and the table of its points, with
 * what each is in words, stand beside it on the page.
 */
export function controlChart(input: ControlChartInput, wanted: PictureSize = controlChartSizes.wide): string {
  const axis = axisOf(input)
  const labels = endLabels(input, wanted.width)
  const notes = notesUnder(input, axis).flatMap(note => wrapped(note, wanted.width - edge, text))
  const keys = keyRows(input, wanted.width - edge, text)
  // What the labels and notes say must not crowd out the plot: the picture grows.
  const lines = notes.length + keys.length
  const around = text * 4 + lines * noteLine + 6
  const plot = Math.max(leastPlot, heightOfAll(labels))
  const size = { width: wanted.width, height: Math.ceil(Math.max(wanted.height, plot + around)) }
  const periods = input.points.map(({ period }) => period)
  const top = input.stretches.length > 1 ? text * 1.8 : text
  const frame = frameOf({ periods, size, axis, labels, top, foot: lines ? lines * noteLine + 6 : 0 })
  const below = (row: number) => size.height - 5 - (lines - 1 - row) * noteLine
  return picture(input.sentence, size, [
    ...gridlines(axis, frame),
    ...periodAxis(periods, frame),
    ...input.stretches.flatMap(stretch => stretchLines(stretch, frame)),
    ...targetLine(input, frame),
    ...stepChanges(input, frame),
    ...valueLine(input, frame),
    ...marks(input, frame),
    ...ends(input, labels, frame),
    ...keys.flatMap((row, at) =>
      row.flatMap(({ sign, words, left }) => [
        signMark(sign, left + 6, below(at) - text * 0.35, 5),
        label(words, { x: left + 16, y: below(at), role: 'key', fill: palette.ink }),
      ]),
    ),
    ...notesAtFoot(notes, size.height),
  ])
}

/** Values, limits and target set the axis; it starts from zero only where one of them lies there. */
function axisOf({ points, stretches, target }: ControlChartInput): ValueAxis {
  const values = [
    ...points.map(point => point.value),
    ...stretches.flatMap(({ mean, lower, upper }) => [mean, lower, upper].map(line => line?.value ?? null)),
    target?.value ?? null,
  ].filter(value => value !== null)
  const [lowest, highest] = values.length ? [Math.min(...values), Math.max(...values)] : [0, 1]
  return axisAround({ lowest, highest, fromZero: false, lines: 5 })
}

/** Mean and limits from the first to the last point of a stretch; they break at a step change. */
function stretchLines({ from, to, mean, lower, upper }: ControlChartStretch, frame: TimeFrame): string[] {
  const isPoint = from === to
  const x1 = frame.x(from) - (isPoint ? 8 : 0)
  const x2 = frame.x(to) + (isPoint ? 8 : 0)
  const across = (value: number) => ({ x1, x2, y1: frame.y(value), y2: frame.y(value) })
  const limits = [lower, upper].flatMap(limit =>
    limit
      ? [
          element('line', {
            class: 'chart-limit',
            ...across(limit.value),
            stroke: palette.quiet,
            'stroke-width': 1.5,
            'stroke-dasharray': '5 4',
          }),
        ]
      : [],
  )
  const middle = mean
    ? [element('line', { class: 'chart-mean', ...across(mean.value), stroke: palette.ink, 'stroke-width': 1.5 })]
    : []
  return [...limits, ...middle]
}

function targetLine({ target }: ControlChartInput, frame: TimeFrame): string[] {
  if (!target) return []
  const y = frame.y(target.value)
  return [
    element('line', {
      class: 'chart-target',
      x1: frame.left,
      x2: frame.right,
      y1: y,
      y2: y,
      stroke: palette.target,
      'stroke-width': 2.5,
      'stroke-dasharray': '12 4 2 4',
    }),
  ]
}

function stepChanges(input: ControlChartInput, frame: TimeFrame): string[] {
  return stepLetters(input).flatMap(({ letter, stretch }) => {
    const at = input.points.findIndex(point => point.period === stretch.from)
    const before = input.points[at - 1]
    const x = before ? (frame.x(before.period) + frame.x(stretch.from)) / 2 : frame.x(stretch.from)
    return [
      element('line', {
        class: 'chart-step',
        x1: x,
        x2: x,
        y1: frame.top - 6,
        y2: frame.bottom,
        stroke: palette.quiet,
        'stroke-dasharray': '2 3',
      }),
      label(letter, { x, y: frame.top - 9, anchor: 'middle', role: 'step', fill: palette.ink, weight: 'bold' }),
    ]
  })
}

function valueLine({ points, stretches }: ControlChartInput, frame: TimeFrame): string[] {
  const starts = new Set(stretches.map(stretch => stretch.from))
  const lines: { x: number; y: number }[][] = [[]]
  for (const { period, value } of points) {
    if (value === null || starts.has(period)) lines.push([])
    if (value !== null) lines.at(-1)?.push({ x: frame.x(period), y: frame.y(value) })
  }
  return lines
    .filter(line => line.length > 1)
    .map(line =>
      element('path', {
        class: 'chart-line',
        d: pathThrough(line),
        fill: 'none',
        stroke: palette.quiet,
        'stroke-width': 1.5,
        'stroke-linejoin': 'round',
      }),
    )
}

/** Signals over normal points, so that none is hidden. */
function marks({ points }: ControlChartInput, frame: TimeFrame): string[] {
  const room = points.length > 1 ? (frame.right - frame.left) / points.length : 20
  // Where points are crowded the normal ones shrink; a signal stays large enough for its shape to be told.
  const reachOf = (sign: PointSign) => Math.min(5, Math.max(sign === 'common' ? 3 : 4.5, room * 0.4))
  const order: PointSign[] = ['common', 'neither', 'improvement', 'concern']
  return order.flatMap(sign =>
    points
      .filter(point => point.sign === sign)
      .flatMap(({ period, value }) =>
        value === null ? [] : [signMark(sign, frame.x(period), frame.y(value), reachOf(sign))],
      ),
  )
}

/** What stands at the right: the last value with its owner, the lines of the last stretch, and the target. */
function endLabels({ points, stretches, target, owner }: ControlChartInput, width: number): EndLabel[] {
  const room = width * 0.3
  const last = points.findLast(point => point.value !== null)
  const lines = stretches.at(-1)
  const named = (name: string, line: { value: number; shown: string } | null | undefined, colour: string) =>
    line
      ? [
          {
            wanted: line.value,
            lines: brokenLines(
              { text: `${name} ${grouped(line.shown)}`, size: text, weight: 'regular', colour, role: 'lines' },
              room,
            ),
          },
        ]
      : []
  const value = last && {
    wanted: last.value as number,
    lines: [
      { text: grouped(last.shown ?? ''), size: 18, weight: 'bold', colour: signLooks[last.sign].colour, role: 'value' },
      ...brokenLines({ text: owner, size: text, weight: 'regular', colour: palette.ink, role: 'owner' }, room),
    ] as const,
  }
  return [
    ...(value ? [value] : []),
    ...named('Upper limit', lines?.upper, palette.quiet),
    ...named('Mean', lines?.mean, palette.ink),
    ...named('Lower limit', lines?.lower, palette.quiet),
    ...named('Target', target, palette.target),
  ]
}

function ends(input: ControlChartInput, labels: readonly EndLabel[], frame: TimeFrame): string[] {
  const last = input.points.findLast(point => point.value !== null)
  const tip = last && { x: frame.x(last.period), y: frame.y(last.value as number) }
  return [...(tip ? leader(tip, frame) : []), ...endWords(placedAtEnd(labels, frame, text), frame)]
}
