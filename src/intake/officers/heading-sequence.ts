import { monthsBetween, monthsOf, type Period, shiftMonths, typeOf } from '../../shared/period/period.ts'

/** A heading that does not follow its neighbours, and what they say in its place. */
export type OddHeading = { readonly index: number; readonly proposal: Period; readonly between: readonly Period[] }

/**
 * The headings that do not follow from those around them. Headings of months, quarters and years are each looked at by
 * themselves; a gap (February, then April) is no fault, a heading that the others leave a place for is.
 * @example oddHeadings(['2016-11', '2016-12', '2016-01', '2017-02']) // index 2, proposal 2017-01
 */
export function oddHeadings(periods: readonly Period[]): OddHeading[] {
  const lengths = periods.map(lengthOf)
  return [...new Set(lengths)].flatMap(length => {
    const indices = periods.flatMap((_, index) => (lengths[index] === length ? [index] : []))
    const own = indices.map(index => periods[index] as Period)
    return oddOfOneLength(own, length).map(odd => ({ ...odd, index: indices[odd.index] as number }))
  })
}

function lengthOf(period: Period): number {
  const { first, last } = monthsOf(period)
  return last - first + 1
}

function oddOfOneLength(periods: readonly Period[], length: number): OddHeading[] {
  const first = periods[0]
  if (first === undefined || periods.length < 3) return oddOfFew(periods, length)
  const at = periods.map(period => monthsBetween(first, period))
  const step = commonest(at.slice(1).map((months, index) => months - Number(at[index]))) || length
  // Headings that follow from one another share an offset; a wrong one has another than those on both of its sides.
  const offsets = at.map((months, index) => months - step * index)
  const tally = new Map<number, number>()
  for (const offset of offsets) tally.set(offset, (tally.get(offset) ?? 0) + 1)
  const odd = offsets.flatMap((own, index): OddHeading[] => {
    const frame = [...tally]
      .filter(([offset, count]) => offset !== own && count > (tally.get(own) ?? 0))
      .sort((a, b) => b[1] - a[1])
      .map(([offset]) => offset)
      .find(offset => frames(offsets, offset, index) || (isLoose(at, index, step) && isEnd(offsets, index)))
    if (frame === undefined) return []
    const proposal = shiftMonths(first, frame + step * index)
    const near = [offsets.lastIndexOf(frame, index - 1), offsets.indexOf(frame, index + 1)]
    const between = near.flatMap(each => (each >= 0 && each !== index ? [periods[each] as Period] : []))
    return [{ index, proposal, between }]
  })
  return odd
}

/** Two headings tell no step: only the same one twice is at fault, and nothing can be proposed but the next. */
function oddOfFew(periods: readonly Period[], length: number): OddHeading[] {
  const [first, second] = periods
  if (first === undefined || first !== second) return []
  return [{ index: 1, proposal: shiftMonths(first, length), between: [first] }]
}

function frames(offsets: readonly number[], frame: number, index: number): boolean {
  return offsets.slice(0, index).includes(frame) && offsets.slice(index + 1).includes(frame)
}

function isEnd(offsets: readonly number[], index: number): boolean {
  return index === 0 || index === offsets.length - 1
}

/** Whether a heading at an end stands twice, or on the wrong side of its neighbour: not a mere gap. */
function isLoose(at: readonly number[], index: number, step: number): boolean {
  const own = Number(at[index])
  if (at.some((other, each) => each !== index && other === own)) return true
  const forwards = index === 0 ? Number(at[1]) - own : own - Number(at[index - 1])
  return Math.sign(forwards) !== Math.sign(step)
}

function commonest(numbers: readonly number[]): number {
  const tally = new Map<number, number>()
  for (const number of numbers) tally.set(number, (tally.get(number) ?? 0) + 1)
  return [...tally].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/** What one column stands for, as a noun in the plural: months, quarters, years or periods. */
export function nounOf(periods: readonly Period[]): string {
  const types = new Set(periods.map(typeOf))
  const [only] = types
  return types.size === 1 && only !== undefined && only !== 'span' ? `${only}s` : 'periods'
}
