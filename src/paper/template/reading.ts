/** Reads the entries of a template, and tells everything that is wrong with where it stands. */

export type Entry = Readonly<Record<string, unknown>>

/** Where something stands in a template: names and places in lists, from the outermost. */
export type Place = readonly (string | number)[]

/** Something that is wrong, as a sentence, and where. */
export type Problem = { readonly says: string; readonly at: Place }

export type Told = (says: string, at: Place) => void

/** An entry of a template with where it stands: in words, and as a place. */
export type Within = { readonly entry: Entry; readonly where: string; readonly at: Place; readonly told: Told }

/** Whether it is a list of names with values. */
export function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Tells of names that have no place there. */
export function checkNames({ entry, where, at, told }: Within, known: readonly string[]): void {
  for (const name of Object.keys(entry))
    if (!known.includes(name)) told(`${where} has no place for ${name}: there are ${known.join(', ')}`, [...at, name])
}

/** A text, its white space tidied; empty where there is none. */
export function textOf({ entry, where, at, told }: Within, name: string): string {
  return textIn(entry[name], where === '' ? name : `${where}, ${name}`, { at: [...at, name], told })
}

/** Texts of a list, or the one that stands there by itself. */
export function textsOf({ entry, where, at, told }: Within, name: string): string[] {
  const value = entry[name]
  const list = value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]
  const isList = Array.isArray(value)
  return list
    .map((each, index) =>
      textIn(each, where === '' ? name : `${where}, ${name}`, { at: [...at, name, ...(isList ? [index] : [])], told }),
    )
    .filter(text => text !== '')
}

/** The entries of a list, each with its place. */
export function listOf({ entry, at, told }: Within, name: string): { readonly entry: Entry; readonly at: Place }[] {
  const value = entry[name]
  if (value === undefined || value === null) return []
  if (Array.isArray(value) && value.every(isEntry))
    return value.map((each, index) => ({ entry: each, at: [...at, name, index] }))
  told(`${name} is a list of entries`, [...at, name])
  return []
}

/** A yes or no; no where there is none. */
export function yesOf({ entry, where, at, told }: Within, name: string): boolean {
  const value = entry[name]
  if (value === undefined || value === null || value === false) return false
  if (value !== true) told(`${where}, ${name} is true or false, not ${JSON.stringify(value)}`, [...at, name])
  return value === true
}

function textIn(value: unknown, where: string, { at, told }: Pick<Within, 'at' | 'told'>): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value.trim().replace(/\s+/g, ' ')
  told(`${where} is text, not ${JSON.stringify(value)}`, at)
  return ''
}
