import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { problemsInWords } from '../../intake/grid.ts'
import { hasErrors, importFiles, readFiles } from '../../intake/import.ts'
import { folderBeside } from '../beside.ts'
import { addExamplePapers, papersFolder } from '../example-papers.ts'
import { commonOptions, readOptions } from '../options.ts'
import { withProgress } from '../progress.ts'
import { Told, Usage } from '../usage.ts'
import { authorOf, homeOf, type World, withRegister } from '../world.ts'

const options = { ...commonOptions, 'if-empty': { type: 'boolean' } } as const

/** `tidemark examples load` and `list`: real and invented examples, with the papers published of them. */
export async function run(args: readonly string[], world: World): Promise<void> {
  const { values, words } = readOptions(args, options, { least: 1, most: 50, called: 'The word load or list' })
  const [verb, ...named] = words
  if (verb !== 'load' && verb !== 'list') throw new Usage(`There is no ${verb} of examples: say load or list`)
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

/** What the page of an example calls it. */
function titleOf(folder: string): string {
  const [first = ''] = readFileSync(join(folder, 'README.md'), 'utf8').split('\n')
  return first.replace(/^# /, '')
}
