/** The few colours of the look. `on` white each text and mark keeps the contrast that WCAG 2.2 AA asks for: a test works it out. */
export const palette = {
  ink: '#0b0c0c',
  data: '#12436d',
  target: '#801650',
  quiet: '#505a5f',
  /** Light lines that only help the eye; nothing is lost without them. */
  grid: '#d8dadb',
  paper: '#ffffff',
} as const

/** The typeface that ships with Tidemark, and what stands in where it is missing. */
export const typeface = "'Atkinson Hyperlegible Next', Arial, sans-serif"

/** Contrast of two colours after WCAG 2: 1 to 21. @example contrast('#000000', '#ffffff') // 21 */
export function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
