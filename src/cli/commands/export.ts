import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportFacts } from '../../intake/exchange/export/export-facts.ts'
import type { ExportedFact } from '../../register/index.ts'
import { counted } from '../../shared/words.ts'
import { makeFolder } from '../last-folder.ts'
import { commonOptions, readOptions } from '../options.ts'
import { withProgress } from '../progress.ts'
import { type World, withRegister } from '../world.ts'

/** `tidemark export FOLDER`: every fact as tables of the exchange format. */
export async function run(args: readonly string[], world: World): Promise<void> {
  const { values, words } = readOptions(args, commonOptions, { least: 1, most: 1, called: 'The folder' })
  const folder = String(words[0])
  makeFolder('export into', folder)
  if (readdirSync(folder).length > 0)
    throw new Error(`Cannot export into ${folder}: it is not empty; choose another folder`)
  const facts: ExportedFact[] = []
  await withRegister(values.home, world, ({ reader }) =>
    withProgress(world, 'Exporting', async () => {
      for await (const batch of reader.everything(5000)) for (const fact of batch) facts.push(fact)
    }),
  )
  for (const [name, text] of exportFacts(facts)) writeFileSync(join(folder, name), text)
  world.print(`Exported ${counted(facts.length, 'fact')} to ${folder}.`)
}
