/** A form that was sent, as a page module reads it. */
export type Form = {
  /** The text of a field without the space around it; empty where it was not sent. */
  readonly text: (name: string) => string
  /** Every text of a field that can be chosen more than once. */
  readonly texts: (name: string) => readonly string[]
  /** The files of a field; a field left empty has none. */
  readonly files: (name: string) => readonly File[]
}

/** A form over what was sent. */
export function formOf(data: FormData): Form {
  const texts = (name: string) => data.getAll(name).flatMap(value => (typeof value === 'string' ? [value.trim()] : []))
  return {
    texts,
    text: name => texts(name)[0] ?? '',
    files: name => data.getAll(name).flatMap(value => (typeof value !== 'string' && value.name !== '' ? [value] : [])),
  }
}
