import { counted } from '../../shared/words.ts'
import { auditJson, jsonText } from '../json.ts'
import { commonOptions, needed, readOptions } from '../options.ts'
import { withProgress } from '../progress.ts'
import { type AuditedLook, foldedLooks, looksOf } from '../records/looks.ts'
import { textTable } from '../table.ts'
import { Told, Usage } from '../usage.ts'
import { authorOf, type World, withRegister } from '../world.ts'

const options = { ...commonOptions, why: { type: 'string' }, json: { type: 'boolean' } } as const

/** `tidemark audit verify|head|looks|redact`. */
export async function run(args: readonly string[], world: World): Promise<void> {
  const { values, words } = readOptions(args, options, {
    least: 1,
    most: 1000,
    called: 'One of verify, head, looks, redact',
  })
  const [verb, ...facts] = words
  await withRegister(values.home, world, async register => {
    if (verb === 'verify' && facts.length === 0) {
      const report = await withProgress(world, 'Reading the whole register', () => register.verifyAudit())
      if (values.json) world.print(jsonText(auditJson(report)))
      else if (report.whole)
        world.print(
          `The audit is whole: ${counted(report.entries, 'entry', 'entries')}, ${counted(report.facts, 'fact')}, ${report.redacted} redacted.`,
        )
      else for (const fault of report.faults) world.print(`${fault.where}: ${fault.what}`)
      if (!report.whole) throw new Told()
    } else if (verb === 'head' && facts.length === 0) {
      const head = await register.reader.head()
      world.print(values.json ? jsonText(head) : `${head.n} ${head.hash}`)
    } else if (verb === 'looks' && facts.length === 0) {
      const looks = await looksOf(register.reader)
      if (values.json) world.print(jsonText(looks))
      else if (looks.length === 0) world.print('The audit tells of no look at the records of people.')
      else world.print(looksInWords(looks))
    } else if (verb === 'redact' && facts.length > 0) {
      const numbers = facts.map(Number)
      if (numbers.some(number => !Number.isInteger(number))) throw new Usage('A fact is named by its number')
      await register.redact(await authorOf(register), numbers, needed('why', values.why))
      world.print(`Redacted ${counted(numbers.length, 'fact')}.`)
    } else throw new Usage('Say audit verify, audit head, audit looks, or audit redact FACT… --why TEXT')
  })
}

function looksInWords(looks: readonly AuditedLook[]): string {
  const lines = foldedLooks(looks).map(({ at, actor, name, origin, words, times }) => [
    at.slice(0, 16).replace('T', ' '),
    name ?? actor,
    origin,
    times === 1 ? words : `${words} (${times} times within the hour)`,
  ])
  return textTable([['when (UTC)', 'who', 'where', 'what'], ...lines])
}
