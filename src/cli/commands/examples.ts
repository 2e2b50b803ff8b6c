import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { problemsInWords } from '../../intake/grid.ts'
import { hasErrors, importFiles, readFiles } from '../../intake/import.ts'
import { folderBeside } from '../beside.ts'
import { makeDemoRecords } from '../demo-records/make.ts'
import { addExamplePapers, papersFolder } from '../example-papers.ts'
import { commonOptions, readOptions } from '../options.ts'
import { withProgress } from '../progress.ts'
import { Told, Usage } from '../usage.ts'
import { authorOf, homeOf, letOthersFirst, type World, withRegister } from '../world.ts'

const options = { ...commonOptions, 'if-empty': { type: 'boolean' } } as const

/** `tidemark examples load`, `list` and `records`: real and invented examples, with the papers published of them. */
export async function run(args: readonly string[], world: World): Promise<void> {
  const { values, words } = readOptions(args, options, { least: 1, most: 50, called: 'The word load, list or records' })
  const [verb, ...named] = words
  if (verb === 'records' && named.length === 0) return inventRecords(homeOf(values.home, world), world)
  if (verb !== 'load' && verb !== 'list') throw new Usage(`There is no ${verb} of examples: say load, list or records`)
  const folder = folderBeside('examples')
  const there = readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && entry.name !== papersFolder)
    .map(entry => entry.name)
    .sort()
  if (verb === 'list') {
    for (const name of there) world.print(`${name.padEnd(10)} ${titleOf(join(folder, name))}`)
    return
  }
  const names = named.length === 0 || named.includes('all') ? there : named
  const unknown = names.filter(name => !there.includes(name))
  if (unknown.length > 0)
    throw new Usage(`There is no example called ${unknown.join(', ')}: there are ${there.join(', ')}`)
  const home = homeOf(values.home, world)
  await withRegister(values.home, world, async register => {
    if (values['if-empty'] && (await register.reader.head()).n > 0) return
    const author = await authorOf(register)
    for (const name of names) {
      const result = await withProgress(world, `Loading ${name}`, async progress => {
        const files = await readFiles([join(folder, name)])
        return importFiles(register, author, files, { owner: null, knownOn: null, acceptHeadings: false }, { progress })
      })
      if (hasErrors(result.problems)) {
        for (const line of problemsInWords(result.problems.filter(problem => problem.level === 'error')))
          world.warn(line)
        throw new Told()
      }
      const { counts } = result.plan
      world.print(
        `${name}: ${counts.new + counts.revised + counts.restated} facts loaded, ${counts.unchanged} there already.`,
      )
      await addExamplePapers(register, home, name, world)
    }
  })
}

/** Makes the demo council's client-level records and its measures from them, as `npm start` does beside its pages. */
async function inventRecords(home: string, world: World): Promise<void> {
  letOthersFirst()
  const wanted = await makeDemoRecords(home, world, doing => world.print(`Harrowmere: ${doing} …`))
  if (wanted.kind === 'refused') throw new Usage(wanted.why)
  world.print(
    wanted.kind === 'done'
      ? 'Harrowmere: its client-level records and the measures from them are there already.'
      : 'Harrowmere: its measures are in the framework client-records.',
  )
}

/** What the page of an example calls it. */
function titleOf(folder: string): string {
  const [first = ''] = readFileSync(join(folder, 'README.md'), 'utf8').split('\n')
  return first.replace(/^# /, '')
}
