/** Imports that are killed at a random moment, and what is found in the register afterwards. */
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Chance, chanceFrom } from '../../src/shared/chance.ts'
import { type Command, endOf, type Place } from './command.ts'
import { council, type Shape, standingTables, writeTables } from './figures.ts'
import { fingerprintOf, ImportMaker } from './imports.ts'
import type { Found, Where } from './look.ts'
import { type Signs, signsOf } from './signs.ts'
import type { Seen } from './watcher.ts'

/** When an import was killed, as far as can be told from outside. */
export type Moment = 'before writing' | 'while writing' | 'stored, not yet said' | 'said to be stored'

export type KillResult = {
  readonly rounds: number
  readonly moments: Readonly<Record<Moment, number>>
  /** Facts of the imports, and how many dashboards the reader beside them saw. */
  readonly facts: number
  readonly polls: number
  /** What should not be: none, when all is well. */
  readonly faults: readonly string[]
}

export type KillOptions = {
  readonly command: Command
  readonly folder: string
  readonly place: Place
  readonly rounds: number
  readonly seed: number
  /** Rows of an import. */
  readonly least: number
  readonly most: number
  readonly tell?: (line: string) => void
}

const shape: Shape = { indicators: 40, months: 36, breakdowns: 0, seed: 1 }
const script = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** Kills imports into one register, one after the other, each at a moment of its own; checks after each. */
export async function killRounds(options: KillOptions): Promise<KillResult> {
  const { command, place, rounds, seed, least, most, tell } = options
  const where: Where = place.url ? { url: place.url } : { file: join(place.home, 'register.sqlite') }
  const chance = chanceFrom(seed)
  const maker = new ImportMaker(options.folder, shape, chance)
  const faults: string[] = []
  const moments: Record<Moment, number> = {
    'before writing': 0,
    'while writing': 0,
    'stored, not yet said': 0,
    'said to be stored': 0,
  }
  const standing = join(options.folder, 'standing')
  writeTables(standing, standingTables(shape))
  await command.runWell(['import', standing, '--org', council, '--known-on', '2022-01-01'], place)
  const take = (made: { folder: string; knownOn: string }) => [
    'import',
    made.folder,
    '--org',
    council,
    '--known-on',
    made.knownOn,
    '--json',
  ]

  // How long an import takes here and now: two that may end in peace.
  let usual = 0
  for (let calm = 0; calm < 2; calm += 1) {
    const made = maker.next(least, most)
    const started = performance.now()
    await command.runWell(take(made), place)
    usual = performance.now() - started
    maker.stored(made.after)
  }
  let found = await look(where)
  const signs = await signsOf(where)
  const watcher = await watch(where)
  let facts = 0

  for (let round = 1; round <= rounds; round += 1) {
    const made = maker.next(least, most)
    const [before, after] = [fingerprintOf(maker.said), fingerprintOf(made.after)]
    const wrong = (what: string) => faults.push(`import ${made.number} of seed ${seed}: ${what}`)
    watcher.seen.clear()
    await signs.reset()
    const child = command.start(take(made), place)
    const wrote = await killSomewhere(child, signs, chance, usual)
    await signs.quiet()
    const { stdout } = wrote.ran
    const said = stdout.includes('"stored": true') || wrote.ran.code === 0

    const now = await look(where)
    for (const fault of now.faults) wrong(fault)
    const isStored = now.facts === found.facts + made.facts && now.entries === found.entries + 1
    const isAbsent = now.facts === found.facts && now.entries === found.entries
    if (!isStored && !isAbsent) wrong(`${now.facts - found.facts} of ${made.facts} facts are there`)
    if (now.fingerprint !== (isStored ? after : before)) wrong('the dashboard shows neither all of it nor none of it')
    if (said && !isStored) wrong('it was said to be stored, and is lost')
    moments[
      said ? 'said to be stored' : isStored ? 'stored, not yet said' : wrote.sign ? 'while writing' : 'before writing'
    ] += 1

    // The next import: the same again, which must find all of it there or none.
    const again = await command.run(take(made), place)
    const counts = again.code === 0 ? countsIn(again.stdout) : null
    const expected = isStored ? 0 : made.facts
    if (counts !== expected)
      wrong(`the next import stored ${counts} facts, not ${expected}: ${again.stderr.slice(-300)}`)
    for (const seen of watcher.seen)
      if (seen !== before && seen !== after) wrong('a reader saw a part of it while it was imported')
    found = { ...now, facts: found.facts + made.facts, entries: found.entries + 1 }
    facts += made.facts
    maker.stored(made.after)
    if (round % 10 === 0) tell?.(`${round} of ${rounds}, ${faults.length} faults`)
  }
  const polls = await watcher.end()
  await signs.close()
  const end = await look(where)
  if (end.fingerprint !== fingerprintOf(maker.said) || !end.whole || end.facts !== found.facts)
    faults.push(`seed ${seed}: at the end the register differs from what was imported`)
  return { rounds, moments, facts, polls, faults }
}

/** Some imports are killed at any moment of their time, more of them soon after they are seen to write. */
async function killSomewhere(child: ChildProcess, signs: Signs, chance: Chance, usual: number) {
  const ended = endOf(child)
  const over = ended.then(() => true)
  const onSign = chance() < 0.6
  const after = chance() * (onSign ? 40 : usual * 1.25)
  let sign = false
  const started = performance.now()
  for (;;) {
    sign ||= await signs.writing()
    if (onSign ? sign : performance.now() - started >= after) break
    if (await Promise.race([over, wait(1).then(() => false)])) break
  }
  if (onSign) await Promise.race([over, wait(after)])
  child.kill('SIGKILL')
  const ran = await ended
  return { ran, sign: sign || (await signs.writing()) }
}

function countsIn(stdout: string): number | null {
  const { counts } = JSON.parse(stdout) as { counts?: { new: number; revised: number; restated: number } }
  return counts ? counts.new + counts.revised + counts.restated : null
}

/** Asks a process that has just started. */
async function look(where: Where): Promise<Found> {
  const child = spawn(process.execPath, [script('./look.ts'), JSON.stringify(where)], {
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'tidemark-bench-cache') },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const { code, stdout, stderr } = await endOf(child)
  if (code !== 0) throw new Error(`Cannot look into the register:\n${stderr}`)
  return JSON.parse(stdout) as Found
}

async function watch(where: Where) {
  const child = fork(script('./watcher.ts'), [JSON.stringify(where)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const seen = new Set<string>()
  let polls = 0
  child.on('message', message => {
    const { fingerprint, polls: count } = message as Seen
    seen.add(fingerprint)
    polls = count
  })
  await once(child, 'message')
  return {
    seen,
    async end() {
      const ended = once(child, 'exit')
      child.send('end')
      await ended
      return polls
    },
  }
}

const wait = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))
