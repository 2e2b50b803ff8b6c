import type { LineChartPoint } from './input.ts'

type KnownPoint = LineChartPoint & { readonly value: number }

/** Points that a line joins: no line crosses a gap or a break, or leads from one year's count to the next. */
export function joinedRuns(points: readonly LineChartPoint[]): readonly (readonly KnownPoint[])[] {
  const runs: KnownPoint[][] = [[]]
  for (const point of points) {
    if (point.value === null || point.anew || point.marks.includes('break')) runs.push([])
    if (isKnown(point)) runs.at(-1)?.push(point)
  }
  return runs.filter(run => run.length > 0)
}

function isKnown(point: LineChartPoint): point is KnownPoint {
  return point.value !== null
}
