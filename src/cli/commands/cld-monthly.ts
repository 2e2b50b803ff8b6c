import { problemsInWords } from '../../intake/grid.ts'
import { hasErrors, type ImportResult, importFiles, planImport, readFiles } from '../../intake/import.ts'
import type { Asked } from '../../measures/ask.ts'
import { askMonthly, type MonthlyRun } from '../../measures/monthly/monthly.ts'
import { monthlyFramework, tablesOf } from '../../measures/monthly/tables.ts'
import type { Reader } from '../../register/index.ts'
import { counted } from '../../shared/words.ts'
import { jsonText } from '../json.ts'
import { Told, Usage } from '../usage.ts'
import { authorOf, letOthersFirst, type World, withRegister } from '../world.ts'

type Options = {
  readonly home?: string | undefined
  readonly council?: string | undefined
  readonly org?: string | undefined
  readonly 'dry-run'?: boolean | undefined
  readonly json?: boolean | undefined
}

/** `tidemark cld monthly`: the measures at every month's end, written into the register as observations. */
export async function monthly(asked: Asked, options: Options, world: World): Promise<void> {
  letOthersFirst()
  const run = await askMonthly(asked, options.council ?? null)
  for (const note of run.notes) world.warn(`Note: ${note}`)
  const isDryRun = options['dry-run'] ?? false
  const result = await withRegister(options.home, world, async register => {
    const { org, tables } = await prepared(register.reader, run, options.org)
    const files = await readFiles(tables.map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) })))
    const how = { owner: org, knownOn: run.knownOn, acceptHeadings: false }
    return isDryRun
      ? planImport(register.reader, files, how)
      : importFiles(register, await authorOf(register), files, how)
  })
  if (options.json) world.print(jsonText(answer(run, result)))
  // Warnings ask whether somebody typed a value wrongly; these are computed.
  for (const line of problemsInWords(result.problems.filter(({ level }) => level === 'error'))) world.warn(line)
  if (hasErrors(result.problems)) throw new Told()
  if (options.json) return
  const { counts } = result.plan
  const months = new Set(run.observations.map(({ period }) => period))
  world.print(
    `Run ${run.run}: ${counted(run.observations.length, 'value')} of ${counted(months.size, 'month')}. ${isDryRun ? 'Would store' : 'Stored'}: ${counts.new} new, ${counts.revised} revised; ${counts.unchanged} unchanged.`,
  )
}

/** Whose register it is, and the tables for it. @throws Usage when the organisation is not said and not clear */
async function prepared(reader: Reader, run: MonthlyRun, said: string | undefined) {
  const everMoment = { asAt: '9999-12-31' }
  const facts = await reader.current(['organisation', 'indicator', 'framework'], everMoment)
  const councils = facts.flatMap(fact =>
    fact.kind === 'organisation' && fact.payload.type === 'council' ? [fact] : [],
  )
  const names = councils.map(({ name }) => name).join(', ')
  const found = said === undefined && councils.length === 1 ? councils[0] : councils.find(({ name }) => name === said)
  if (!found)
    throw new Usage(
      councils.length === 0
        ? 'The register knows no organisation: import its table organisations first'
        : `Say whose measures these are with --org, one of ${names}`,
    )
  const own = facts.filter(({ owner }) => owner === found.name)
  const held = {
    indicators: new Set(own.flatMap(fact => (fact.kind === 'indicator' ? [fact.indicator] : []))),
    hasFramework: own.some(fact => fact.kind === 'framework' && fact.name === monthlyFramework),
  }
  return { org: found.name, tables: tablesOf(run, found.payload.geography, held) }
}

function answer(run: MonthlyRun, { plan, stored, entry }: ImportResult) {
  const { council, files, knownOn, observations } = run
  return { council, run: run.run, knownOn, files, observations, counts: plan.counts, stored, entry }
}
