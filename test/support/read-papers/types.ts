/** What can be read out of a table of a paper again, in whatever format it lies. */
export type ReadCell = {
  readonly text: string
  /** R, A or G; empty without a rating. */
  readonly rating: string
  /** The number behind the text as the file holds it; null where the format holds none. */
  readonly value: number | null
}

export type ReadTable = {
  readonly caption: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly ReadCell[])[]
}

/** The tables of a paper, and all of its text in a row; spreadsheets have no text beside their tables. */
export type ReadPaper = { readonly tables: readonly ReadTable[]; readonly text: string | null }

/** A text as it reads: one space between words, no marks that cannot be seen. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200b\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
