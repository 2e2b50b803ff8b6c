/** What a frozen publication says of itself, beside its files. */
import type { Audience } from '../../shared/audience.ts'
import type { Difference } from './differences.ts'

export type FrozenFile = {
  readonly name: string
  readonly format: string
  readonly bytes: number
  readonly sha256: string
}

export type Erratum = {
  readonly replaces: number
  /** When the version that it replaces was published: a UTC instant. */
  readonly replacesPublishedAt: string
  readonly why: string
  readonly changes: readonly Difference[]
}

export type Manifest = {
  readonly organisation: string
  readonly organisationName: string
  readonly committee: string
  readonly title: string
  /** The day of the meeting. */
  readonly meeting: string
  readonly version: number
  /** Whom it was frozen for; officers where nothing is said. */
  readonly audience?: Audience
  /** A UTC instant. */
  readonly publishedAt: string
  /** The hash of the last audit entry that the paper was made from; empty where there was none. */
  readonly auditHead: string
  readonly tidemark: string
  readonly rules: string
  readonly template: { readonly name: string; readonly sha256: string }
  /** Null in the first version. */
  readonly erratum: Erratum | null
  readonly files: readonly FrozenFile[]
}

/** The outline of the paper, which later versions are compared with. */
export const outlineFile = 'data.json'

/** What the files of a publication are, by the end of their name. */
const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  json: 'application/json; charset=utf-8',
}

/** The type under which a file of a publication is served. */
export function typeOf(name: string): string {
  return types[/\.([a-z]+)$/.exec(name)?.[1] ?? ''] ?? 'application/octet-stream'
}
