/** What the import process is asked, and what it answers. */
import type { Preview, UndoPreview } from '../../intake/preview.ts'

type Files = {
  readonly organisation: string
  /** Where each file lies, and the name by which it came. */
  readonly files: readonly { readonly path: string; readonly name: string }[]
  readonly knownOn: string | null
  readonly acceptHeadings: boolean
}

export type Task =
  | ({ readonly do: 'preview' } & Files)
  | ({ readonly do: 'store'; readonly upload: string; readonly agreed: string } & Files)
  | { readonly do: 'preview-undo'; readonly n: number }
  | { readonly do: 'undo'; readonly n: number; readonly agreed: string; readonly why: string }

export type TaskResult =
  | { readonly kind: 'preview'; readonly preview: Preview }
  | { readonly kind: 'preview-undo'; readonly preview: UndoPreview }
  | { readonly kind: 'stored'; readonly n: number }
  /** Not stored: the plan is another one than what was agreed to. */
  | { readonly kind: 'differs'; readonly preview: Preview | null }
  /** It cannot be done, in words that a person is meant to read. */
  | { readonly kind: 'refused'; readonly why: string }

export type TaskRequest = { readonly home: string; readonly task: Task }

export type TaskAnswer = { readonly result: TaskResult } | { readonly error: string }
