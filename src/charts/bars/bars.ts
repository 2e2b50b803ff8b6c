/** Bars from zero: figures side by side, or counts along a row of periods. */
import type { PictureSize } from '../drawing/picture.ts'
import { barsAcross, heightAcross } from './across.ts'
import type { BarsInput } from './input.ts'
import { barsUp } from './up.ts'

/** The bars as SVG text. Bars that lie across take the height that they need, whatever height is offered. */
export function bars(input: BarsInput, size: PictureSize): string {
  return input.direction === 'across' ? barsAcross(input, size.width) : barsUp(input, size)
}

/** The size that bars take where a size is offered. */
export function barsSize(input: BarsInput, { width, height }: PictureSize): PictureSize {
  return { width, height: input.direction === 'across' ? heightAcross(input, width) : height }
}
