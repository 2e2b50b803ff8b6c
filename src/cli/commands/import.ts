import { factsOfExport } from '../../intake/exchange/export/restore-rows.ts'
import { problemsInWords } from '../../intake/grid.ts'
import {
  type Findings,
  hasErrors,
  type ImportOptions,
  type ImportResult,
  importFiles,
  planImport,
  readFiles,
} from '../../intake/import.ts'
import { briefly, subjectInWords } from '../../intake/in-words.ts'
import { defaultLimits } from '../../intake/read/limits.ts'
import { readGrids } from '../../intake/read/read-grids.ts'
import { counted } from '../../shared/words.ts'
import { nationalCatalogue } from '../beside.ts'
import { importJson, jsonText } from '../json.ts'
import { commonOptions, dayOption, readOptions } from '../options.ts'
import { withProgress } from '../progress.ts'
import { Told, Usage } from '../usage.ts'
import { authorOf, letOthersFirst, type World, withRegister } from '../world.ts'

const options = {
  ...commonOptions,
  org: { type: 'string' },
  'known-on': { type: 'string' },
  'dry-run': { type: 'boolean' },
  'accept-headings': { type: 'boolean' },
  restore: { type: 'boolean' },
  json: { type: 'boolean' },
} as const

/** An export of our own may be far larger than what an officer sends. */
const ownExports = {
  time: 600_000,
  fileBytes: defaultLimits.fileBytes * 10,
  cells: defaultLimits.cells * 20,
}

/** `tidemark import`: takes in figures, all of them or nothing. */
export async function run(args: readonly string[], world: World): Promise<void> {
  const { values, words } = readOptions(args, options, { least: 1, most: 1000, called: 'The file or folder' })
  letOthersFirst()
  if (values.restore) {
    const [folder, second] = words
    if (second !== undefined) throw new Usage('--restore takes one folder')
    return restore(String(folder), values.home, world)
  }
  const how: ImportOptions = {
    owner: values.org ?? null,
    knownOn: dayOption('known-on', values['known-on']),
    acceptHeadings: values['accept-headings'] ?? false,
  }
  const isDryRun = values['dry-run'] ?? false
  const tell = (found: Findings) => (values.json ? undefined : tellFindings(found, world))
  const result = await withRegister(values.home, world, async register => {
    const files = await withProgress(world, 'Reading', () => readFiles(words, { catalogue: nationalCatalogue }))
    return withProgress(world, 'Importing', async progress => {
      if (!isDryRun) return importFiles(register, await authorOf(register), files, how, { findings: tell, progress })
      const planned = await planImport(register.reader, files, how)
      tell(planned)
      return planned
    })
  })
  if (values.json) world.print(jsonText(importJson(result)))
  else tellOutcome(result, world, isDryRun)
  if (hasErrors(result.problems)) throw new Told()
}

/** Says what was understood and what is wrong or odd; before anything is stored. */
function tellFindings({ understood, problems }: Findings, world: World): void {
  for (const sentence of understood) world.print(sentence)
  const of = (level: string) => problemsInWords(problems.filter(problem => problem.level === level))
  for (const line of of('error')) world.warn(line)
  for (const line of of('warning')) world.warn(`Look again: ${line}`)
}

/** Says what an import did or would do. */
function tellOutcome(result: ImportResult, world: World, isDryRun: boolean): void {
  const errors = result.problems.filter(problem => problem.level === 'error').length
  if (errors > 0) {
    const them = errors === 1 ? 'it' : 'them'
    world.warn(`\n${counted(errors, 'problem')}: nothing was stored. Mend ${them} and import again.`)
    return
  }
  const { counts, changes } = result.plan
  if (isDryRun)
    for (const change of changes) {
      const { fact, old } = change
      const what = subjectInWords(fact)
      world.print(
        change.change === 'revised'
          ? `revised  ${what}: ${briefly(old?.payload)} → ${briefly(fact.payload)}`
          : `${change.change.padEnd(8)} ${what}: ${briefly(fact.payload)}`,
      )
    }
  const restated = counts.restated > 0 ? `, ${counts.restated} restated by another document` : ''
  world.print(
    `${isDryRun ? 'Would store' : 'Stored'}: ${counts.new} new, ${counts.revised} revised${restated}; ${counts.unchanged} unchanged.`,
  )
}

async function restore(folder: string, home: string | undefined, world: World): Promise<void> {
  const { grids, problems } = await withProgress(world, 'Reading', () => readGrids([folder], ownExports))
  const read = factsOfExport(grids)
  const all = [...problems, ...read.problems]
  for (const line of problemsInWords(all)) world.warn(line)
  if (hasErrors(all)) {
    world.warn(`\n${counted(all.length, 'problem')}: nothing was restored.`)
    throw new Told()
  }
  const count = await withRegister(home, world, async register =>
    withProgress(world, 'Restoring', async () =>
      register.restoreFacts(await authorOf(register), inParts(read.facts), 'an export'),
    ),
  )
  world.print(`Restored ${counted(count, 'fact')}.`)
}

/** The facts a thousand at a time, so that a bar can move in between. */
function* inParts<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < all.length; start += 1000) yield all.slice(start, start + 1000)
}
