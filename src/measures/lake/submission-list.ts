import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

/** What a list of submissions says of a file. */
export type Listed = {
  /** Its place in the order of loading. */
  readonly place: number
  readonly council: string
  readonly councilName: string | undefined
  readonly importedAt: string
  readonly rows: number | undefined
}

/** Reads a list of submissions: file, la_code, import_timestamp, and where given load_order, la_name and rows. */
export function readList(path: string): [file: string, listed: Listed][] {
  const rows: Record<string, string>[] = parse(readFileSync(path), { columns: true, bom: true, skip_empty_lines: true })
  return rows.map((row, at) => [
    row['file'] ?? '',
    {
      place: Number(row['load_order'] || at + 1),
      council: row['la_code'] ?? '',
      councilName: row['la_name'] || undefined,
      importedAt: (row['import_timestamp'] ?? '').replace('T', ' ').slice(0, 19),
      rows: row['rows'] ? Number(row['rows']) : undefined,
    },
  ])
}
