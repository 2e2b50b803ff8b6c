/**
 * Kills 200 imports at random moments, on each store, and checks after each that nothing acknowledged is lost, that no import
 * is half there, and that the audit is whole.
 *
 *   npm run kill                       both stores, 200 imports each
 *   npm run kill -- --store sqlite     one of them
 *   npm run kill -- --seed 7 --imports 20
 *   npm run kill -- --record           writes docs/kill.md
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Command, copyOfCommand, temporaryFolder } from './support/command.ts'
import { openDatabases } from './support/databases.ts'
import { type KillResult, killRounds, type Moment } from './support/kill-rounds.ts'
import { machineInWords } from './support/machine.ts'

const storeNames = { sqlite: 'SQLite', postgres: 'PostgreSQL' } as const
type StoreName = keyof typeof storeNames

/** Imports into one register, before a new one is begun. */
const perRegister = 25

const { values } = parseArgs({
  options: {
    store: { type: 'string' },
    seed: { type: 'string', default: '1' },
    imports: { type: 'string', default: '200' },
    record: { type: 'boolean', default: false },
  },
})

type Total = KillResult & { readonly store: StoreName; readonly version: string; readonly seconds: number }

async function onStore(store: StoreName, command: Command, folder: string): Promise<Total> {
  const started = performance.now()
  const databases = store === 'postgres' ? await openDatabases() : null
  const results: KillResult[] = []
  const wanted = Number(values.imports)
  try {
    for (let done = 0; done < wanted; done += perRegister) {
      const number = done / perRegister
      const database = await databases?.fresh()
      results.push(
        await killRounds({
          command,
          folder: join(folder, `${store}-${number}`),
          place: { home: join(folder, `${store}-${number}`, 'home'), url: database?.url },
          rounds: Math.min(perRegister, wanted - done),
          seed: Number(values.seed) * 1000 + number,
          least: 200,
          most: 1400,
        }),
      )
      await database?.drop()
      const faults = results.flatMap(result => result.faults)
      console.log(`${storeNames[store]}: ${Math.min(done + perRegister, wanted)} of ${wanted}, ${faults.length} faults`)
    }
  } finally {
    await databases?.close()
  }
  const moments = Object.fromEntries(
    Object.keys(results[0]?.moments ?? {}).map(moment => [
      moment,
      results.reduce((sum, result) => sum + result.moments[moment as Moment], 0),
    ]),
  ) as Record<Moment, number>
  return {
    store,
    version: databases?.version ?? `SQLite ${process.versions['sqlite']}`,
    rounds: results.reduce((sum, result) => sum + result.rounds, 0),
    moments,
    facts: results.reduce((sum, result) => sum + result.facts, 0),
    polls: results.reduce((sum, result) => sum + result.polls, 0),
    faults: results.flatMap(result => result.faults),
    seconds: Math.round((performance.now() - started) / 1000),
  }
}

function asMarkdown(totals: readonly Total[]): string {
  const rows: [string, (total: Total) => string | number][] = [
    ['imports killed', total => total.rounds],
    ['… before anything was written', total => total.moments['before writing']],
    ['… while writing: nothing of it is there', total => total.moments['while writing']],
    ['… stored, and not yet said to be: all of it is there', total => total.moments['stored, not yet said']],
    ['… said to be stored: all of it is there', total => total.moments['said to be stored']],
    ['facts in these imports', total => total.facts.toLocaleString('en-GB')],
    ['dashboards seen by the reader beside them', total => total.polls.toLocaleString('en-GB')],
    ['**faults**', total => `**${total.faults.length}**`],
    ['seconds', total => total.seconds],
  ]
  return [
    `| | ${totals.map(total => total.version).join(' | ')} |`,
    `| --- | ${totals.map(() => '---:').join(' | ')} |`,
    ...rows.map(([name, value]) => `| ${name} | ${totals.map(value).join(' | ')} |`),
    '',
  ].join('\n')
}

const folder = temporaryFolder()
const command = copyOfCommand(folder)
const wanted = Object.keys(storeNames).filter(
  (name): name is StoreName => values.store === undefined || values.store === name,
)
if (wanted.length === 0) throw new Error(`--store takes ${Object.keys(storeNames).join(' or ')}, not ${values.store}`)
const totals = await Promise.all(wanted.map(store => onStore(store, command, folder)))
const table = asMarkdown(totals)
console.log(`\nSeed ${values.seed}, ${machineInWords()}\n\n${table}`)
for (const { store, faults } of totals) for (const fault of faults) console.log(`FAULT ${store}, ${fault}`)
if (values.record) {
  const page = fileURLToPath(new URL('../docs/kill.md', import.meta.url))
  const text = existsSync(page) ? readFileSync(page, 'utf8') : ''
  const [before = ''] = text.split('<!-- last result -->')
  const result = `Seed ${values.seed}. ${machineInWords()}.\n\n${table}`
  writeFileSync(page, `${before.trimEnd()}\n\n<!-- last result -->\n\n${result}`.trimStart())
}
process.exitCode = totals.some(total => total.faults.length > 0) ? 1 : 0
