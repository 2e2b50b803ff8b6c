/** What may be said of a question that could not be answered. */

/** As DuckDB begins what it says: "Binder Error: …". */
const ofDuckDb = /^[A-Z]\w*(?: \w+)* (?:Error|Exception): /

/**
 * The sentence of an error that is meant for a reader, as that the records do not cover a month; null for all others, of which only
 * whoever runs the server hears.
 */
export function plainReason(error: unknown): string | null {
  if (!(error instanceof Error) || error.name !== 'Error' || 'code' in error) return null
  if (/^Out of Memory Error/.test(error.message))
    return 'This question needs more memory than it may take. Start the server with more, as tidemark serve --memory 8GB.'
  return ofDuckDb.test(error.message) || error.message.includes('\n') ? null : withoutPeople(error.message)
}

/** A text in which no pseudonym stands. */
export function withoutPeople(text: string): string {
  return text.replaceAll(/\b[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}\b/gi, '(a person)')
}
