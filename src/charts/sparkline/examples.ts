/** Examples of the sparkline: tests and gallery show each of them. */
import type { SparklineInput } from './sparkline.ts'

const none = (places: number) => Array.from({ length: places }, () => null)

export const examples: Readonly<Record<string, SparklineInput>> = {
  'above a flat target': {
    values: [1.5, 2.9, 2.6, 2.4, 2.6, 3, 3.1, 3.1, 3.1, 3.2, 3.4, 3.5, 3.56],
    targets: [null, ...Array.from({ length: 12 }, () => 1.5)],
  },
  'off a path to the goal': {
    values: [623, 616, 622, 614, 613, 613, 621, 630, 637, 628, 627, 625, 633],
    targets: [null, ...Array.from({ length: 12 }, (_, at) => 623 - ((at + 1) * 50) / 12)],
  },
  'single targets': {
    values: [3.7, 3.3, 3.3, 3.2, 3.2, 3.3, 3.3, 3.3, 3.3, 3.3, 3.3, 3.3, 3.3],
    targets: [...none(9), 3.8, null, null, 4],
  },
  'latest months missing': { values: [56.9, 60.6, 61.2, 62.9, 65.2, 68.2, ...none(7)], targets: none(13) },
  'a gap and a break': { values: [4, 5, null, 6, null, 5, 6, 9, 9, 8, 9, 9, 10], targets: none(13), breaks: [7] },
  'one value': { values: [7], targets: [] },
  'the same throughout': { values: [2, 2, 2, 2], targets: [2, 2, 2, 2] },
  'no values': { values: none(13), targets: none(13) },
}
