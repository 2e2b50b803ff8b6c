/** Sizes of the pages of the Word document. */
import { type ISectionPropertiesOptions, PageOrientation, type SectionType } from 'docx'
import { twips } from './styles.ts'

/** Margins at left and right, at the top and at the foot, in points. */
const wordMargin = { side: 56, flippedSide: 44, top: 44, bottom: 54, flippedTop: 30, flippedBottom: 42 }

const short = 595.3
const long = 841.9

/** Width of the text, in points. */
export const wordRoom = { portrait: short - 2 * wordMargin.side, landscape: long - 2 * wordMargin.flippedSide } as const

/** Height of the text on a landscape page, in points. */
export const wordHeight = short - wordMargin.flippedTop - wordMargin.flippedBottom

type Kind = (typeof SectionType)[keyof typeof SectionType]
type Columns = NonNullable<ISectionPropertiesOptions['column']>

/** How a run of pages is set. */
export function pageOf(flipped: boolean, type: Kind, column?: Columns): ISectionPropertiesOptions {
  return {
    type,
    page: {
      // The library turns width and height round itself where the page lies on its side.
      size: {
        width: twips(short),
        height: twips(long),
        orientation: flipped ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: {
        left: twips(flipped ? wordMargin.flippedSide : wordMargin.side),
        right: twips(flipped ? wordMargin.flippedSide : wordMargin.side),
        top: twips(flipped ? wordMargin.flippedTop : wordMargin.top),
        bottom: twips(flipped ? wordMargin.flippedBottom : wordMargin.bottom),
        header: twips(24),
        footer: twips(flipped ? 20 : 26),
      },
    },
    ...(column ? { column } : {}),
  }
}
