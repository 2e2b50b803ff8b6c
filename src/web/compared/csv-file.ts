import { csvText } from '../../intake/exchange/export/csv-text.ts'

/** A table as a file to take along. @param name without its ending; what may not stand in a name of a file becomes a dash */
export function csvFile(name: readonly string[], rows: readonly (readonly string[])[]): Response {
  const bytes = new TextEncoder().encode(csvText(rows))
  const file = name.join('-').replace(/[^a-z0-9-]/g, '-')
  return new Response(bytes, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Length': String(bytes.byteLength),
      'Content-Disposition': `attachment; filename="${file}.csv"`,
    },
  })
}
