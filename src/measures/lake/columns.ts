/** Which column of a file is which field of the specification. */
import { closestTo } from './closest.ts'

/** How a field of the record is kept, by the list of columns in the catalogue. */
type KeptAs =
  | 'council'
  | 'date'
  | 'month'
  | 'pseudonym'
  | 'value'
  | 'number'
  | 'whole number'
  | 'conversation'
  | 'area'
  | 'dropped'

export type Field = {
  /** The heading that the specification gives it. */
  readonly label: string
  readonly field: string
  readonly keptAs: KeptAs
  /** Whether a file without it is refused. */
  readonly needed: boolean
}

export type Placed = {
  /** The fields in the order of the file's columns; null for a column that is no field. */
  readonly fields: readonly (Field | null)[]
  readonly missing: readonly Field[]
  /** Headings that the specification does not know, with the field that they may be meant for. */
  readonly unknown: readonly { readonly heading: string; readonly column: number; readonly meant: Field | null }[]
  readonly twice: readonly Field[]
}

/** A heading without what spellings differ in: capitals, blanks, underscores and punctuation. */
export const plainHeading = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** The fields of the catalogue's rows. @throws Error when a row says something unknown */
export function fieldsOf(rows: readonly Readonly<Record<string, string>>[]): Field[] {
  return rows.map(row => ({
    label: row['label'] ?? '',
    field: row['field'] ?? '',
    keptAs: row['kept_as'] as KeptAs,
    needed: row['needed'] === 'yes',
  }))
}

/** Finds the field of each heading: by the specification's label or by the field's name. */
export function placeFields(headings: readonly string[], fields: readonly Field[]): Placed {
  const byName = new Map<string, Field>()
  for (const field of fields) {
    byName.set(plainHeading(field.label), field)
    byName.set(plainHeading(field.field), field)
  }
  const placed = headings.map(heading => byName.get(plainHeading(heading)) ?? null)
  const missing = fields.filter(field => field.needed && !placed.includes(field))
  const unknown = headings.flatMap((heading, column) => {
    if (placed[column] || heading.trim() === '') return []
    const label = closestTo(
      heading,
      missing.map(field => field.label),
    )
    return [{ heading, column, meant: missing.find(field => field.label === label) ?? null }]
  })
  const twice = fields.filter(field => placed.filter(each => each === field).length > 1)
  return { fields: placed, missing, unknown, twice }
}
