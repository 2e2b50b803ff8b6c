/** What was done with files of records, in the audit: who took in which, left it out, or counted it again. Nothing of what stands in them. */
import type { CldImported } from '../../../measures/lake/import.ts'
import type { Submission } from '../../../measures/lake/lake.ts'
import type { Author, Reader, Register } from '../../../register/index.ts'
import type { FileDeed } from '../../../web/records/intake/services.ts'
import { authorOf, type World, withRegister } from '../../world.ts'
import { hasRegister } from '../looks.ts'

const actions = {
  'take in records': 'taken in',
  'leave out records': 'left out',
  'count records again': 'counted again',
} as const satisfies Record<string, FileDeed['did']>
type Action = keyof typeof actions

type TakenIn = Pick<CldImported, 'stored' | 'references'>

/** Writes into the audit which files are taken in, and with how many records: before any of them counts. */
export async function recordIntake(
  register: Register,
  author: Author,
  organisation: string | null,
  { stored, references }: TakenIn,
): Promise<void> {
  if (stored.length + references.length === 0) return
  const detail = { organisation, files: stored.map(told), tables: references }
  await record(register, author, 'take in records', detail)
}

/** The same for files that a command takes in, where the home has a register. */
export async function recordCommandIntake(home: string, world: World, taken: TakenIn): Promise<void> {
  if (!hasRegister(home, world)) return
  await withRegister(home, world, async register => recordIntake(register, await authorOf(register), null, taken))
}

/** Writes into the audit that a file is left out, with the reason, or counted again. */
export async function recordLeftOut(
  register: Register,
  author: Author,
  file: Submission,
  why: string | null,
): Promise<void> {
  const detail = { files: [told(file)], ...(why !== null && { why }) }
  await record(register, author, why === null ? 'count records again' : 'leave out records', detail)
}

async function record(register: Register, author: Author, action: Action, detail: Detail): Promise<void> {
  await register.change(author, action, async change => change.describe(detail))
}

type ToldFile = Pick<Submission, 'file' | 'council' | 'sha256'> & { readonly records: number }
type Detail = { readonly files: readonly ToldFile[]; readonly why?: string }

const told = ({ file, council, rows, sha256 }: Submission): ToldFile => ({ file, council, records: rows, sha256 })

/** What was done with a file, the latest first. It is known by its bytes, since a number may be given again. */
export async function deedsOf(reader: Reader, { sha256 }: Pick<Submission, 'sha256'>): Promise<FileDeed[]> {
  const entries = await reader.entries(Number.MAX_SAFE_INTEGER, Object.keys(actions))
  const people = await reader.people()
  return entries.flatMap(({ at, actor, action, detail }) => {
    const { files, why = null } = JSON.parse(detail) as Detail
    if (!files.some(each => each.sha256 === sha256)) return []
    return [{ did: actions[action as Action], at, who: people.get(actor)?.name ?? null, why }]
  })
}
