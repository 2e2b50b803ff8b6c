import { pastImports } from '../../intake/imports.ts'
import type { Register } from '../../register/index.ts'
import type { ImportServices, Upload, UploadPlace } from '../../web/import/services.ts'
import type { World } from '../world.ts'
import type { Task, TaskResult } from './messages.ts'
import { runTask } from './run-task.ts'
import {
  filesOfUpload,
  type KeptUpload,
  keepUpload,
  readUpload,
  removeFiles,
  removeUpload,
  type Stage,
  writeUpload,
} from './uploads.ts'

/** How long a page waits for what is under way before it says so: most imports are quicker. */
const patience = 2000

/** What is said where a process failed; what went wrong is for whoever runs the server. */
const failed = 'Something went wrong on the way, and nothing was stored. Try again, or tell whoever runs this service.'

/** The questions of the import pages over a register and its home folder. One task is done after the other. */
export function importServicesOver(
  register: Register,
  world: World,
  home: string,
  report: (error: unknown) => void,
): ImportServices {
  const underWay = new Map<string, Promise<void>>()
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = (task: Task): Promise<TaskResult> => {
    const turn = last.then(() => runTask(home, task))
    last = turn.catch(() => undefined)
    return turn
  }
  const read = (place: UploadPlace) => readUpload(home, world.now(), place)

  /** Begins what the stage of an upload asks for, unless it has begun already. */
  const begin = (id: string, kept: KeptUpload) => {
    if (underWay.has(id)) return
    const task = taskOf(home, id, kept)
    if (!task) return
    const work = inTurn(task)
      .then(result => stageAfter(result))
      .catch((error): Stage => {
        report(error)
        return { kind: 'failed', why: failed }
      })
      .then(stage => {
        writeUpload(home, id, { ...kept, stage })
        if (stage.kind === 'stored') removeFiles(home, id, kept)
      })
      .catch(report)
      .finally(() => underWay.delete(id))
    underWay.set(id, work)
  }

  /** Puts an upload at another stage, and begins what that asks for. */
  const moveOn = (id: string, kept: KeptUpload) => {
    writeUpload(home, id, kept)
    begin(id, kept)
  }

  return {
    list: async organisation => {
      const imports = (await pastImports(register.reader)).filter(({ owners }) => owners.includes(organisation))
      return Promise.all(imports.map(async each => ({ ...each, who: await register.nameOf(each.actor) })))
    },
    keep: async (organisation, visitor, files, how) => {
      const id = keepUpload(home, world.now(), { organisation, visitor }, files, how)
      const kept = id === null ? null : read({ organisation, id, visitor })
      if (id !== null && kept) begin(id, kept)
      return id
    },
    upload: async place => {
      const kept = read(place)
      if (!kept) return null
      begin(place.id, kept)
      await Promise.race([underWay.get(place.id), new Promise(resolve => setTimeout(resolve, patience).unref())])
      return shown(read(place))
    },
    acceptHeadings: async place => {
      const kept = read(place)
      if (kept?.stage.kind !== 'preview') return
      moveOn(place.id, { ...kept, how: { ...kept.how, acceptHeadings: true }, stage: { kind: 'reading' } })
    },
    confirm: async (place, digest) => {
      const kept = read(place)
      if (kept?.stage.kind !== 'preview' || !kept.stage.preview.canStore) return
      if (kept.stage.preview.digest === digest)
        moveOn(place.id, { ...kept, stage: { kind: 'storing', agreed: digest } })
    },
    putAway: async place => {
      const kind = read(place)?.stage.kind
      if (kind === 'preview' || kind === 'failed') removeUpload(home, place.id)
    },
    planUndo: async n => {
      const result = await inTurn({ do: 'preview-undo', n })
      if (result.kind === 'preview-undo') return { preview: result.preview }
      return { why: result.kind === 'refused' ? result.why : failed }
    },
    undo: async (n, agreed, why) => {
      const result = await inTurn({ do: 'undo', n, agreed, why })
      if (result.kind === 'stored' || result.kind === 'refused') return result
      return { kind: 'differs' }
    },
  }
}

/** What is to be done for an upload at its stage; null where a person is asked, or nothing is left to do. */
function taskOf(home: string, id: string, kept: KeptUpload): Task | null {
  const { organisation, how, stage } = kept
  const files = { organisation, files: filesOfUpload(home, id, kept), ...how }
  if (stage.kind === 'reading') return { do: 'preview', ...files }
  return stage.kind === 'storing' ? { do: 'store', upload: id, agreed: stage.agreed, ...files } : null
}

function stageAfter(result: TaskResult): Stage {
  if (result.kind === 'stored') return result
  if (result.kind === 'preview') return { kind: 'preview', preview: result.preview, isNew: false }
  if (result.kind === 'differs' && result.preview) return { kind: 'preview', preview: result.preview, isNew: true }
  return { kind: 'failed', why: failed }
}

function shown(kept: KeptUpload | null): Upload | null {
  if (!kept) return null
  const { files, how, stage } = kept
  return { files, how, progress: stage.kind === 'storing' ? { kind: 'storing' } : stage }
}
