import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

/** The rows of a list of the catalogue. @throws Error when it is missing */
export function catalogueRows(catalogue: string, name: string): Record<string, string>[] {
  const file = join(catalogue, 'cld', name)
  if (!existsSync(file)) throw new Error(`${file} is missing: it belongs to the catalogue`)
  return parse(readFileSync(file), { columns: true, bom: true, skip_empty_lines: true })
}
