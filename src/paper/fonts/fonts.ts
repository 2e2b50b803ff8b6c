/** The typeface of papers: its bytes are handed in, so that no paper depends on what a machine has installed. */

/** The four TrueType files of Atkinson Hyperlegible Next. */
export type Fonts = {
  readonly regular: Uint8Array
  readonly italic: Uint8Array
  readonly bold: Uint8Array
  readonly boldItalic: Uint8Array
  /** Paths of the same files: what draws pictures for Word reads typefaces from files alone. */
  readonly files: readonly string[]
}

/** The faces by name, without their paths. */
export type Face = Exclude<keyof Fonts, 'files'>

/** The name by which the files, Word and the charts know the typeface. */
export const fontFamily = 'Atkinson Hyperlegible Next'

/** Where each file lies in its package. */
export const fontFiles = {
  regular: '@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
  italic:
    '@expo-google-fonts/atkinson-hyperlegible-next/400Regular_Italic/AtkinsonHyperlegibleNext_400Regular_Italic.ttf',
  bold: '@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf',
  boldItalic:
    '@expo-google-fonts/atkinson-hyperlegible-next/700Bold_Italic/AtkinsonHyperlegibleNext_700Bold_Italic.ttf',
} as const satisfies Record<Face, string>
