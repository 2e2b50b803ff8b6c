import { compareText } from '../../shared/compare-text.ts'

/** A document that states compared figures, whose it is, and under which licence. */
export type ComparedSource = { readonly title: string; readonly publisher: string; readonly licence: string }

/** The documents of these slugs, each once, by title. */
export function sourcesOf(
  documents: ReadonlyMap<string, ComparedSource>,
  slugs: readonly string[],
): readonly ComparedSource[] {
  return [...new Set(slugs)]
    .flatMap(slug => documents.get(slug) ?? [])
    .map(({ title, publisher, licence }) => ({ title, publisher, licence }))
    .sort((a, b) => compareText(a.title, b.title))
}
