/** A chart as PNG, for readers of Word documents that do not show SVG. */
import { Resvg } from '@resvg/resvg-js'
import { type Fonts, fontFamily } from './fonts.ts'

/** The bytes of a PNG, twice as fine as the SVG's own units, drawn with no typeface but ours. */
export function pictureOf(svg: string, fonts: Pick<Fonts, 'files'>): Uint8Array {
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: 2 },
    background: '#ffffff',
    font: {
      loadSystemFonts: false,
      fontFiles: [...fonts.files],
      defaultFontFamily: fontFamily,
      sansSerifFamily: fontFamily,
    },
  })
  return drawing.render().asPng()
}
