import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Asked, askEverything } from '../../measures/ask.ts'
import { counted } from '../../shared/words.ts'
import { makeFolders } from '../last-folder.ts'
import { cellsOf, csvLines, figureJson, waitsOf } from '../records/rows.ts'
import { Usage } from '../usage.ts'
import type { World } from '../world.ts'

/** `tidemark cld tables`: every measure and every table of a year as CSV files, from one reading of the records. */
export async function tables(
  asked: Asked,
  { out }: { readonly out?: string | undefined },
  world: World,
): Promise<void> {
  if (out === undefined) throw new Usage('Say where to, as cld tables --out FOLDER')
  const answer = await askEverything(asked)
  for (const note of answer.notes) world.warn(`Note: ${note}`)
  const files = new Map<string, readonly Readonly<Record<string, unknown>>[]>([
    ['measures', answer.figures.map(figureJson)],
    ['unknowns', answer.unknowns],
    ...answer.tables,
    ['waiting-times', waitsOf(answer.tables.get('waiting-times') ?? [], asked.span)],
  ])
  makeFolders(out)
  for (const [name, rows] of files)
    writeFileSync(join(out, `${name}.csv`), `${csvLines(cellsOf(rows)).join('\n')}\n`, { mode: 0o600 })
  world.print(`Written: ${counted(files.size, 'table')}, in ${out}.`)
}
