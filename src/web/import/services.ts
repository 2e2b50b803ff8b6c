/** What the import pages ask of the rest of Tidemark. */
import type { PastImport } from '../../intake/imports.ts'
import type { Preview, UndoPreview } from '../../intake/preview.ts'

/** A past import with the name of whoever made it, where it is known. */
export type ListedImport = PastImport & { readonly who: string | null }

export type UploadedFile = { readonly name: string; readonly bytes: Uint8Array }

/** What was said beside the files. */
export type HowToImport = {
  /** The day on which all this was known, where the files do not say it. */
  readonly knownOn: string | null
  /** Takes wrong headings of spreadsheets as proposed. */
  readonly acceptHeadings: boolean
}

/** An upload by its name, which only the visitor who sent it may use. */
export type UploadPlace = {
  readonly organisation: string
  readonly id: string
  /** What the visitor's cookie says. */
  readonly visitor: string
}

/** How far an upload is. */
export type Upload = {
  readonly files: readonly string[]
  readonly how: HowToImport
  readonly progress:
    | { readonly kind: 'reading' }
    /** To be looked at. `isNew`: it differs from what was agreed to, as the register changed since. */
    | { readonly kind: 'preview'; readonly preview: Preview; readonly isNew: boolean }
    | { readonly kind: 'storing' }
    | { readonly kind: 'stored'; readonly n: number }
    /** It could not be read or stored at all; in words. */
    | { readonly kind: 'failed'; readonly why: string }
}

type Undone =
  | { readonly kind: 'stored'; readonly n: number }
  /** The plan is another one than what was agreed to. */
  | { readonly kind: 'differs' }
  | { readonly kind: 'refused'; readonly why: string }

export type ImportServices = {
  /** Past imports that spoke of an organisation, the latest first. */
  readonly list: (organisation: string) => Promise<readonly ListedImport[]>
  /**
   * Keeps files to be looked at, beside the register and not in it; the reading of them begins.
   * @returns the name of the upload; null where too many are waiting
   */
  readonly keep: (
    organisation: string,
    visitor: string,
    files: readonly UploadedFile[],
    how: HowToImport,
  ) => Promise<string | null>
  /** How far an upload is, after a short wait for what is under way; null where there is none of that name for the visitor. */
  readonly upload: (place: UploadPlace) => Promise<Upload | null>
  /** Reads an upload again, with the headings of its spreadsheets taken as proposed. */
  readonly acceptHeadings: (place: UploadPlace) => Promise<void>
  /** Begins to store what a person has seen and agreed to. It is stored once, however often this is asked. */
  readonly confirm: (place: UploadPlace, digest: string) => Promise<void>
  readonly putAway: (place: UploadPlace) => Promise<void>
  /** What the undoing of an import would add, or why it cannot be undone. */
  readonly planUndo: (n: number) => Promise<{ readonly preview: UndoPreview } | { readonly why: string }>
  readonly undo: (n: number, agreed: string, why: string) => Promise<Undone>
}
