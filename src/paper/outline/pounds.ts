/** Large sums of money as a table with many columns shows them: in thousands or millions, the number behind them whole. */
import type { CellView, IndicatorView } from '../../answers/types.ts'
import { figure } from '../../answers/wording.ts'
import { roundedText } from '../../shared/rounding.ts'

/** How the sums of a row are shown. */
export type Scale = {
  readonly shownAs: (value: number) => string
  /** "£, shown in thousands". */
  readonly words: string
}

const scales = [
  { from: 100_000_000, by: 1_000_000, decimals: 1, name: 'millions' },
  { from: 100_000, by: 1000, decimals: 0, name: 'thousands' },
] as const

/** How a row of sums is shown of which some are 100,000 pounds or more; null where it is shown as it is. */
export function poundsScale(
  { unit, unitLabel }: Pick<IndicatorView, 'unit' | 'unitLabel'>,
  cells: readonly (CellView | null)[],
): Scale | null {
  if (unit !== 'pounds') return null
  const largest = Math.max(0, ...cells.flatMap(cell => [cell?.value ?? 0, cell?.target?.value ?? 0]).map(Math.abs))
  const scale = scales.find(({ from }) => largest >= from)
  if (!scale) return null
  return {
    shownAs: value => figure(roundedText(value / scale.by, scale.decimals)),
    words: `${unitLabel}, shown in ${scale.name}`,
  }
}
