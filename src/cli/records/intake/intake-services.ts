/** The uploads of records: kept while they come, taken in one after the other, and gone afterwards whatever became of them. */
import { randomBytes } from 'node:crypto'
import { setTimeout as later } from 'node:timers/promises'
import type { OrganisationView } from '../../../answers/types.ts'
import { everySubmission, readLake } from '../../../measures/lake/lake.ts'
import { setLeftOut } from '../../../measures/lake/left-out.ts'
import { LakeIsBusy } from '../../../measures/lake/lock.ts'
import type { Author, Register } from '../../../register/index.ts'
import type { Intake, IntakeServices, Receiving } from '../../../web/records/intake/services.ts'
import type { HeldCouncil } from '../../../web/records/services.ts'
import { folderBeside } from '../../beside.ts'
import { authorOf, type World } from '../../world.ts'
import { deedsOf, recordLeftOut } from './deeds.ts'
import type { TakeInRequest, TakeInResult } from './messages.ts'
import { codeOf, codesOfAreas } from './own-council.ts'
import { runTakeIn } from './run-take-in.ts'
import { keepWaiting, makeWaitingFolder, removeWaiting, sweepWaiting } from './waiting-files.ts'

/** How long a page waits for what is under way before it says so. */
const patience = 1500

/** How long another process may hold the lake before an upload gives up, and how often it is asked. */
const mostHeldUp = 30 * 60_000
const askAgain = 2000

/** Uploads whose files may wait at once: each may take as much of the disk as a form may hold. */
const mostAtOnce = 4

/** Results that are kept for their readers. */
const mostResults = 50

const failed =
  'Something went wrong on the way, and nothing was taken in. Try again, or tell whoever runs this service.'

type Given = {
  readonly register: Register
  readonly world: World
  readonly home: string
  readonly memory: string
  readonly organisations: () => Promise<readonly OrganisationView[]>
  readonly councils: () => readonly HeldCouncil[]
  readonly report: (error: unknown) => void
}

type Sent = Pick<TakeInRequest, 'folder' | 'files' | 'importedAt'>

type Whose = Parameters<Receiving['takeIn']>[0]

type Upload = Whose & { intake: Intake; readonly end: Promise<void> }

/** What the pages that take records in ask, over the lake of a home. */
export function intakeServicesOver(given: Given): IntakeServices {
  const { register, world, home, report } = given
  const uploads = new Map<string, Upload>()
  const folders = new Set<string>()
  let turn: Promise<unknown> = Promise.resolve()
  let waiting = 0

  sweepWaiting(home, true)
  process.once('exit', () => {
    for (const folder of folders) removeWaiting(folder)
  })
  const remove = (folder: string) => {
    folders.delete(folder)
    removeWaiting(folder)
  }

  /** Takes an upload in when its turn has come, and tells how far it is. */
  const takeIn = async (request: TakeInRequest, tell: (progress: Intake['progress']) => void): Promise<void> => {
    const from = world.now().getTime()
    const reading = (done: number, total: number) => tell({ kind: 'reading', since: from, done, total })
    reading(0, request.files.length)
    let result: TakeInResult
    do {
      result = await runTakeIn(request, reading)
      if (result.kind !== 'busy') break
      tell({ kind: 'held-up' })
      await later(askAgain, null, { ref: false })
    } while (world.now().getTime() - from < mostHeldUp)
    if (result.kind === 'broken') {
      report(new Error(`Records could not be taken in: ${result.error}`))
      return tell({ kind: 'failed', why: failed })
    }
    tell(result.kind === 'busy' ? { kind: 'failed', why: otherImport } : result)
  }

  const begin = (whose: Whose, sent: Sent): string => {
    const id = randomBytes(24).toString('base64url')
    const tell = (progress: Intake['progress']) => {
      upload.intake = { ...upload.intake, progress }
    }
    const end = turn
      .then(async () => takeIn(await requestFor(given, sent, whose), tell))
      .catch(error => {
        report(error)
        tell({ kind: 'failed', why: failed })
      })
      .then(() => {
        waiting -= 1
        remove(sent.folder)
      })
    turn = end
    const upload: Upload = {
      ...whose,
      intake: { files: sent.files.map(({ name }) => name), progress: { kind: 'waiting', before: waiting } },
      end,
    }
    waiting += 1
    uploads.set(id, upload)
    const [oldest] = uploads.keys()
    if (uploads.size > mostResults && oldest !== undefined) uploads.delete(oldest)
    return id
  }

  const author = async (): Promise<Author> => ({ ...(await authorOf(register)), origin: 'pages' })

  const setLeft = async (number: number, isLeftOut: boolean, why: string | null): Promise<string | null> => {
    try {
      await setLeftOut(home, number, isLeftOut, async file => recordLeftOut(register, await author(), file, why))
      return null
    } catch (error) {
      if (error instanceof LakeIsBusy) return 'Records are being taken in just now. Try again when that has ended.'
      throw error
    }
  }

  return {
    receive: async () => {
      if (folders.size >= mostAtOnce) return null
      sweepWaiting(home, false)
      const folder = makeWaitingFolder(home)
      folders.add(folder)
      const files: { path: string; name: string }[] = []
      return {
        keep: async (name, pieces) => {
          const kept = await keepWaiting(folder, files.length, name, pieces)
          if ('why' in kept) return kept.why
          files.push({ path: kept.path, name })
          return null
        },
        takeIn: async (whose, receivedOn) => {
          const importedAt = receivedOn === null ? instantOf(world.now()) : `${receivedOn} 12:00:00`
          return begin(whose, { folder, files, importedAt })
        },
        drop: async () => remove(folder),
      }
    },
    progress: async ({ id, organisation, visitor }) => {
      const upload = uploads.get(id)
      if (!upload || visitor === '' || upload.visitor !== visitor || upload.organisation !== organisation) return null
      await Promise.race([upload.end, later(patience, null, { ref: false })])
      return upload.intake
    },
    files: () => {
      const lake = readLake(home)
      return everySubmission(lake).map(file => ({ ...file, isLeftOut: lake.leftOut.includes(file) }))
    },
    deeds: async number => {
      const file = everySubmission(readLake(home)).find(each => each.number === number)
      return file ? deedsOf(register.reader, file) : []
    },
    leaveOut: (number, why) => setLeft(number, true, why),
    countAgain: number => setLeft(number, false, null),
  }
}

const otherImport =
  'Another import has been under way for half an hour, so that nothing was taken in. Send the files again when it has ended.'

const instantOf = (now: Date) => now.toISOString().slice(0, 19).replace('T', ' ')

/** All that the process needs to know: the files, and whose they may be. */
async function requestFor(
  { register, home, memory, organisations, councils }: Given,
  sent: Sent,
  whose: Whose,
): Promise<TakeInRequest> {
  const codes = { held: councils(), areas: await codesOfAreas(register.reader, folderBeside('catalogue')) }
  const all = await organisations()
  const mine = all.find(({ slug }) => slug === whose.organisation)
  const own = mine ? codeOf(mine, codes) : null
  const others = all.filter(each => each !== mine).flatMap(each => codeOf(each, codes) ?? [])
  return {
    ...sent,
    home,
    memory,
    organisation: { slug: whose.organisation, name: whose.name },
    own,
    others: others.filter(each => each !== own),
  }
}
