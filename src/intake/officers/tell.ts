/** Tells of a problem of the sheet. Rows and columns count from 0; null is the whole. */
export type Tell = (code: string, expected: string, at: TellAt) => void
type TellAt = {
  readonly row: number
  readonly column?: number
  readonly heading?: string
  readonly found?: string
  readonly warning?: boolean
}
