/** Looks at the records of people in the audit: written before anybody is shown, and read again. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Span } from '../../measures/period.ts'
import type { Author, Reader, Register } from '../../register/index.ts'
import { counted } from '../../shared/words.ts'
import type { Look } from '../../web/records/services.ts'
import { authorOf, homeOf, type World, withRegister } from '../world.ts'

/** What the command line gave out about single people. */
type CommandLook = {
  /** Its code or name as it was asked for; null for every council of the records. */
  readonly council: string | null
  /** The last of the twelve months that were asked for; null for the latest. */
  readonly month: string | null
} & (
  | { readonly what: 'list of faulty records'; readonly withIdentifiers: boolean; readonly records: number }
  | { readonly what: 'members of measures'; readonly people: number }
)

/** The last month of a span, as a look names it. */
export const monthOf = (span: Span | null): string | null => span?.end.slice(0, 7) ?? null

const action = 'look at people'

/** Writes a look into the audit. */
export async function recordLook(register: Register, author: Author, look: Look | CommandLook): Promise<void> {
  await register.change(author, action, async change => change.describe({ look }))
}

/**
 * Writes into the audit what a command is about to give out.
 * @param needsRegister whether a home without a register gets one, rather than giving it out untold
 */
export async function recordCommandLook(
  home: string,
  world: World,
  look: CommandLook,
  { needsRegister }: { readonly needsRegister: boolean },
): Promise<void> {
  if (!hasRegister(home, world) && !needsRegister) return
  await withRegister(home, world, async register => recordLook(register, await authorOf(register), look))
}

/** Whether there is a register to write into. */
export function hasRegister(home: string, world: World): boolean {
  return Boolean(world.env['DATABASE_URL']) || existsSync(join(homeOf(home, world), 'register.sqlite'))
}

type AuditedLook = {
  readonly entry: number
  /** An instant. */
  readonly at: string
  readonly actor: string
  /** Whose name that is; null for whoever was forgotten. */
  readonly name: string | null
  readonly origin: string
  readonly look: Look | CommandLook
}

/** Every look in the audit, the latest first. */
export async function looksOf(reader: Reader): Promise<AuditedLook[]> {
  const entries = await reader.entries(Number.MAX_SAFE_INTEGER, [action])
  const people = await reader.people()
  return entries.map(({ n, at, actor, origin, detail }) => {
    const { look }: Pick<AuditedLook, 'look'> = JSON.parse(detail)
    return { entry: n, at, actor, name: people.get(actor)?.name ?? null, origin, look }
  })
}

/** What was looked at, as a line says it. */
export function lookInWords(look: AuditedLook['look']): string {
  const { council, month } = look
  const of = `council ${council ?? 'any'}, ${month === null ? 'the latest twelve months' : `twelve months to ${month}`}`
  return `${whatInWords(look)}; ${of}`
}

function whatInWords(look: AuditedLook['look']): string {
  switch (look.what) {
    case 'faulty records':
      return `${counted(look.records, 'fault')} downloaded as ${look.format}`
    case 'list of faulty records':
      return `${counted(look.records, 'fault')} listed${look.withIdentifiers ? ' with the council’s own identifiers' : ''}`
    case 'members of measures':
      return `${look.people} people behind measures`
    case 'people':
      return `${look.part} of ${look.measure}, ${look.breakdown}, page ${look.page}: ${look.people} listed with ${counted(look.records, 'record')}`
  }
}
