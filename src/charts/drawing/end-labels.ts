/** Labels at the line's end: each near what it names, none over another. */
import { textWidth, type Weight, wrapped } from './text.ts'

export type LabelLine = {
  readonly text: string
  readonly size: number
  readonly weight: Weight
  readonly colour: string
  readonly role: string
}

export type EndLabel = {
  readonly lines: readonly LabelLine[]
  /** Height at which its line ends, and at which it would best stand. */
  readonly wanted: number
  /** Which benchmark it names: its shape stands before the words. */
  readonly key?: number | undefined
}

export type PlacedLabel = EndLabel & { readonly top: number; readonly height: number }

const leading = 1.25

/** Room that the shape before the words takes. */
export const keyRoom = 14

/** How high a label is. */
export function heightOf(label: EndLabel): number {
  return label.lines.reduce((sum, line) => sum + line.size * leading, 0)
}

/** How wide the widest line of any label is. */
export function widthOf(labels: readonly EndLabel[]): number {
  const widths = labels.flatMap(({ lines, key }) =>
    lines.map(line => textWidth(line.text, line.size, line.weight) + (key === undefined ? 0 : keyRoom)),
  )
  return Math.max(0, ...widths)
}

/** A label's line broken so that it fits. */
export function brokenLines(line: LabelLine, room: number): LabelLine[] {
  return wrapped(line.text, room, line.size, line.weight).map(text => ({ ...line, text }))
}

/**
 * Places labels one under another between `top` and `bottom`: each with the middle of its first line where it would best
 * stand, moved only as far as the next one and the edges force it.
 */
export function placeLabels(labels: readonly EndLabel[], top: number, bottom: number): readonly PlacedLabel[] {
  const gap = 4
  const placed = labels
    .map((label, order) => ({ ...label, order, height: heightOf(label), top: best(label) }))
    .sort((a, b) => a.wanted - b.wanted || a.order - b.order)
  let floor = top
  for (const label of placed) {
    label.top = Math.max(label.top, floor)
    floor = label.top + label.height + gap
  }
  let ceiling = bottom
  for (const label of placed.toReversed()) {
    label.top = Math.min(label.top, ceiling - label.height)
    ceiling = label.top - gap
  }
  return placed
}

function best(label: EndLabel): number {
  const first = label.lines[0]
  return label.wanted - ((first?.size ?? 0) * leading) / 2
}

/** The baselines of a placed label's lines, from top to bottom. */
export function baselines(label: PlacedLabel): readonly { readonly line: LabelLine; readonly y: number }[] {
  let y = label.top
  return label.lines.map(line => {
    const at = { line, y: y + line.size * 0.98 }
    y += line.size * leading
    return at
  })
}
