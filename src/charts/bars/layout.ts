/** What both directions of bars need: their axis, their key and what is said below them. */
import { palette } from '../drawing/palette.ts'
import { label, textSize } from '../drawing/picture.ts'
import { shortened, textWidth } from '../drawing/text.ts'
import { axisAround, type ValueAxis } from '../drawing/value-axis.ts'
import type { Bar, BarGroup, BarsInput } from './input.ts'
import { barOf, type Look, targetTick } from './marks.ts'

/** The bars of a group in their order, each with its look. */
export function barsOf({ main, beside }: BarGroup): readonly { readonly look: Look; readonly bar: Bar }[] {
  return [
    ...(main ? [{ look: 'main' as const, bar: main }] : []),
    ...(beside ? [{ look: 'beside' as const, bar: beside }] : []),
  ]
}

/** Whether any group has a value to draw. */
export function hasValues({ groups }: BarsInput): boolean {
  return groups.some(group => barsOf(group).some(({ bar }) => bar.value !== null))
}

/** An axis that always holds zero: a bar's length means nothing otherwise. */
export function barAxis({ groups }: BarsInput, lines: number): ValueAxis {
  const values = groups.flatMap(group => [
    ...barsOf(group).flatMap(({ bar }) => (bar.value === null ? [] : [bar.value])),
    ...(group.target ? [group.target.value] : []),
  ])
  const lowest = values.length ? Math.min(...values) : 0
  const highest = values.length ? Math.max(...values) : 1
  return axisAround({ lowest, highest, fromZero: true, lines })
}

type KeyItem = { readonly text: string; readonly width: number; readonly mark: (x: number, y: number) => string }

const sample = { width: 22, height: 11 }
const line = textSize * 1.5

/** The key above the bars: what plain and striped bars are and what the tick is, in as many lines as they need. */
export function keyOf(
  input: BarsInput,
  width: number,
): { readonly height: number; readonly content: readonly string[] } {
  const { groups, key } = input
  const has = (look: Look) => groups.some(group => group[look] !== undefined)
  const looks = key && has('main') && has('beside') ? (['main', 'beside'] as const) : []
  const targets = groups.flatMap(({ target }) => target ?? [])
  const different = new Set(targets.map(({ shown }) => shown))
  const [only] = targets
  const items: KeyItem[] = [
    ...looks.map(look => item(key?.[look] ?? '', width, (x, y) => barOf(look, { x, y, ...sample }, 'across'))),
    ...(only
      ? [
          item(different.size === 1 ? `Target ${only.shown}` : 'Target', width, (x, y) =>
            input.direction === 'across'
              ? targetTick({ x: x + 11, y: y - 2 }, { x: x + 11, y: y + 13 })
              : targetTick({ x, y: y + 6 }, { x: x + 22, y: y + 6 }),
          ),
        ]
      : []),
  ]
  let [x, y] = [0, 3]
  const content = items.map(({ text, width: wide, mark }) => {
    if (x > 0 && x + wide > width) [x, y] = [0, y + line]
    const drawn = mark(x + 1, y)
    const words = label(text, { x: x + sample.width + 7, y: y + textSize * 0.75, role: 'key', fill: palette.ink })
    x += wide + 16
    return drawn + words
  })
  return { height: items.length ? y + line + 4 : 0, content }
}

function item(text: string, room: number, mark: KeyItem['mark']): KeyItem {
  const own = shortened(text, room - sample.width - 8, textSize)
  return { text: own, width: sample.width + 7 + textWidth(own, textSize), mark }
}
