import { briefly, subjectInWords } from '../../intake/in-words.ts'
import type { WhyLeft } from '../../intake/undo/plan-undo.ts'
import { planUndo, type UndoResult, undoImport } from '../../intake/undo/undo.ts'
import { counted } from '../../shared/words.ts'
import { jsonText, undoJson } from '../json.ts'
import { commonOptions, needed, readOptions } from '../options.ts'
import { withProgress } from '../progress.ts'
import { Usage } from '../usage.ts'
import { authorOf, letOthersFirst, type World, withRegister } from '../world.ts'

const options = {
  ...commonOptions,
  why: { type: 'string' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
} as const

/** `tidemark undo`: undoes an import by a further one. */
export async function run(args: readonly string[], world: World): Promise<void> {
  const { values, words } = readOptions(args, options, { least: 1, most: 1, called: 'The number of the import' })
  const n = Number(words[0])
  if (!Number.isSafeInteger(n) || n < 1)
    throw new Usage(`An import is named by its number, as tidemark imports lists it, not “${words[0]}”`)
  const isDryRun = values['dry-run'] ?? false
  const why = isDryRun ? '' : needed('why', values.why?.trim())
  letOthersFirst()
  const result = await withRegister(values.home, world, register =>
    withProgress(world, 'Undoing', async progress =>
      isDryRun ? planUndo(register.reader, n) : undoImport(register, await authorOf(register), n, { why }, progress),
    ),
  )
  if (values.json) world.print(jsonText(undoJson(result)))
  else tell(result, world, isDryRun)
}

const leftInWords: Readonly<Record<WhyLeft, string>> = {
  'changed-since': 'a later import changed it',
  'cannot-be-withdrawn': 'it was new, and its kind cannot be withdrawn: put it right by a further import',
  redacted: 'what it said was taken out on purpose',
}

function tell({ plan, undone, entry }: UndoResult, world: World, isDryRun: boolean): void {
  if (isDryRun)
    for (const { fact, change, old } of plan.changes)
      world.print(
        `${change.padEnd(9)} ${subjectInWords(fact)}: ${briefly(old.payload)} → ${change === 'withdrawn' ? 'nothing recorded' : briefly(fact.payload)}`,
      )
  for (const [why, facts] of Map.groupBy(plan.left, each => each.why)) {
    world.warn(`${counted(facts.length, 'fact')} left as the import put it: ${leftInWords[why]}`)
    for (const { fact } of facts.slice(0, 20)) world.warn(`  ${subjectInWords(fact)}`)
    if (facts.length > 20) world.warn(`  and ${facts.length - 20} more`)
  }
  const { restored, withdrawn } = plan.counts
  const counts = `${restored} restored, ${withdrawn} withdrawn, ${plan.counts.left} left`
  if (isDryRun) world.print(`Would undo import ${undone.n}: ${counts}.`)
  else if (entry === null) world.print(`Nothing of import ${undone.n} can be undone: ${counts}.`)
  else world.print(`Undid import ${undone.n} by import ${entry}: ${counts}.`)
}
