import { textWidth } from './text.ts'

export type PlacedText = { readonly at: number; readonly text: string }

/**
 * Which of several places along an axis get a label so that none touches the next: the last always, and from there back in
 * equal steps. What a label says may depend on the one kept before it.
 */
export function labelsApart(
  places: readonly number[],
  textOf: (at: number, before: number | undefined) => string,
  textSize: number,
): readonly PlacedText[] {
  const placed = (at: number, before: number | undefined) => ({ at: places[at] as number, text: textOf(at, before) })
  for (const step of [1, 2, 3, 4, 6, 12, 24, 36, 60]) {
    const kept = places.map((_, at) => at).filter(at => (places.length - 1 - at) % step === 0)
    const labels = kept.map((at, order) => placed(at, kept[order - 1]))
    if (labels.every((label, at) => fits(labels[at - 1], label, textSize))) return labels
  }
  return places.length === 0 ? [] : [placed(places.length - 1, undefined)]
}

function fits(before: PlacedText | undefined, label: PlacedText, size: number): boolean {
  if (!before) return true
  const halves = (textWidth(before.text, size) + textWidth(label.text, size)) / 2
  return label.at - before.at >= halves + size * 0.6
}
