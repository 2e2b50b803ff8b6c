import type { Lines } from './lines.ts'
import type { Way } from './special-causes.ts'

/** Whether the process, left as it is, will meet its target: always, never, or now and then by chance. */
export type Assurance = 'pass' | 'fail' | 'inconsistent'

/**
 * Compares a target with the limits of the last stretch, strictly: a target on a limit may be met or missed. Values are not
 * looked at: one may beat its target while the process as a whole will miss it.
 * @returns null without a target, or where no way is good; inconsistent where there are no limits
 */
export function assuranceOf(
  target: number | null,
  lines: Pick<Lines, 'lower' | 'upper'> | undefined,
  better: Way | 'neither',
): Assurance | null {
  if (target === null || better === 'neither') return null
  if (lines?.upper != null && target > lines.upper) return better === 'up' ? 'fail' : 'pass'
  if (lines?.lower != null && target < lines.lower) return better === 'up' ? 'pass' : 'fail'
  return 'inconsistent'
}
