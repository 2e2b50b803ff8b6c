import { problemsInWords } from '../../intake/grid.ts'
import { hasErrors, planImport, readFiles } from '../../intake/import.ts'
import { counted } from '../../shared/words.ts'
import { nationalCatalogue } from '../beside.ts'
import { importJson, jsonText } from '../json.ts'
import { commonOptions, dayOption, readOptions } from '../options.ts'
import { withProgress } from '../progress.ts'
import { Told } from '../usage.ts'
import { type World, withRegister } from '../world.ts'

const options = {
  ...commonOptions,
  org: { type: 'string' },
  'known-on': { type: 'string' },
  'accept-headings': { type: 'boolean' },
  json: { type: 'boolean' },
} as const

/** `tidemark check`: what is wrong or odd in files. */
export async function run(args: readonly string[], world: World): Promise<void> {
  const { values, words } = readOptions(args, options, { least: 1, most: 1000, called: 'The file or folder' })
  const result = await withRegister(values.home, world, async ({ reader }) => {
    const files = await withProgress(world, 'Reading', () => readFiles(words, { catalogue: nationalCatalogue }))
    return planImport(reader, files, {
      owner: values.org ?? null,
      knownOn: dayOption('known-on', values['known-on']),
      acceptHeadings: values['accept-headings'] ?? false,
    })
  })
  const of = (level: string) => result.problems.filter(problem => problem.level === level)
  if (values.json) world.print(jsonText(importJson(result)))
  else {
    for (const sentence of result.understood) world.print(sentence)
    for (const line of problemsInWords(of('error'))) world.print(`Wrong: ${line}`)
    for (const line of problemsInWords(of('warning'))) world.print(`Look again: ${line}`)
    world.print(`${counted(of('error').length, 'error')}, ${counted(of('warning').length, 'warning')}.`)
  }
  if (hasErrors(result.problems)) throw new Told()
}
