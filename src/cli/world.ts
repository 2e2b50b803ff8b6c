import { randomBytes } from 'node:crypto'
import { constants, setPriority, userInfo } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { type Author, openRegister, type Register } from '../register/index.ts'
import { makeFolders } from './last-folder.ts'

/** What a command sees of the world; the tests hand in another. */
export type World = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly now: () => Date
  readonly print: (text: string) => void
  readonly warn: (text: string) => void
}

/** The real world. */
export const realWorld: World = {
  env: process.env,
  now: () => new Date(),
  print: text => process.stdout.write(`${text}\n`),
  warn: text => process.stderr.write(`${text}\n`),
}

/** Today in the United Kingdom, whatever the machine's own zone. */
export function today(world: World): string {
  return ukDay(world.now())
}

// Made once: each holds memory that the engine does not count, so that a server that made one a page would grow and grow.
let ukDays: Intl.DateTimeFormat | undefined

/** The day in the United Kingdom at an instant. */
export function ukDay(instant: Date): string {
  ukDays ??= new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' })
  return ukDays.format(instant)
}

/** The folder of the register and all that belongs to it. */
export function homeOf(option: string | undefined, world: World): string {
  return resolve(option ?? (world.env['TIDEMARK_HOME'] || 'tidemark-data'))
}

/** Opens the register of a home, or of DATABASE_URL, for as long as the work takes. */
export async function withRegister<T>(
  option: string | undefined,
  world: World,
  work: (register: Register) => Promise<T>,
): Promise<T> {
  const register = await openHome(option, world)
  try {
    return await work(register)
  } finally {
    await register.close()
  }
}

/** Opens the register of a home; whoever asks for it closes it. */
export async function openHome(option: string | undefined, world: World): Promise<Register> {
  const url = world.env['DATABASE_URL']
  const where = url ? { url } : { file: join(homeOf(option, world), 'register.sqlite') }
  try {
    if ('file' in where) makeFolders(dirname(where.file), 0o700)
    return await openRegister(where, {
      now: () => world.now().toISOString(),
      randomHex: bytes => randomBytes(bytes).toString('hex'),
    })
  } catch (error) {
    const place = 'file' in where ? where.file : 'the database of DATABASE_URL'
    throw new Error(`Cannot open the register in ${place}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Who this command acts for: an opaque id, whose name stands in the table of people. */
export async function authorOf(register: Register): Promise<Author> {
  const actor = await register.actorFor(userName(), 'command line')
  return { actor, origin: 'command line' }
}

function userName(): string {
  try {
    return userInfo().username
  } catch {
    return 'unknown'
  }
}

/** Lets the pages and everything else on this machine go first: an import may take longer, a reader should not wait. */
export function letOthersFirst(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // A system that does not allow it is as well off.
  }
}
