import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of the measures' SQL and YAML: beside this file, or beside the bundle, where the build copies it. */
function measuresFolder(): string {
  const beside = join(import.meta.dirname, 'common')
  return existsSync(beside) ? import.meta.dirname : join(import.meta.dirname, 'measures')
}

/** The text of a file of the measures, as `common/main_event.sql`. @throws Error when it is missing */
export function measureText(path: string): string {
  return readFileSync(join(measuresFolder(), path), 'utf8')
}
