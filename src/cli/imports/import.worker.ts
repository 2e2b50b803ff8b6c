/**
 * The import process: it does one task with a connection of its own and ends, so that whoever reads the pages never waits for
 * an import. What it stores is stored in one transaction: killed in the middle, it leaves nothing behind.
 */
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { type ImportOptions, importFiles, planImport, readFiles } from '../../intake/import.ts'
import { type Titles, titlesIn } from '../../intake/in-words.ts'
import { previewOf, undoPreviewOf } from '../../intake/preview.ts'
import { CannotUndo, planUndo, undoImport } from '../../intake/undo/undo.ts'
import type { Register } from '../../register/index.ts'
import { nationalCatalogue } from '../beside.ts'
import { authorOf, letOthersFirst, realWorld, withRegister } from '../world.ts'
import type { Task, TaskAnswer, TaskRequest, TaskResult } from './messages.ts'

async function answer({ home, task }: TaskRequest): Promise<TaskAnswer> {
  try {
    return { result: await withRegister(home, realWorld, register => resultOf(register, task)) }
  } catch (error) {
    if (error instanceof CannotUndo) return { result: { kind: 'refused', why: error.message } }
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

async function resultOf(register: Register, task: Task): Promise<TaskResult> {
  const { reader } = register
  const author = async () => ({ ...(await authorOf(register)), origin: 'pages' })
  const titles = async (): Promise<Titles> => titlesIn(await reader.current(['indicator'], { asAt: '9999-12-31' }))
  if (task.do === 'preview-undo')
    return { kind: 'preview-undo', preview: undoPreviewOf((await planUndo(reader, task.n)).plan, await titles()) }
  if (task.do === 'undo') {
    const { entry } = await undoImport(register, await author(), task.n, task)
    return entry === null ? { kind: 'differs', preview: null } : { kind: 'stored', n: entry }
  }
  const files = await readFiles(
    task.files.map(({ path, name }) => ({ name, bytes: readFileSync(path) })),
    { keepSheets: true, catalogue: nationalCatalogue },
  )
  const { organisation: owner, knownOn, acceptHeadings } = task
  const how: ImportOptions = { owner, knownOn, acceptHeadings }
  if (task.do === 'preview')
    return { kind: 'preview', preview: previewOf(await planImport(reader, files, how), files.sheets, await titles()) }
  const { agreed, upload } = task
  const result = await importFiles(register, await author(), files, { ...how, agreed, upload })
  return result.entry === null
    ? { kind: 'differs', preview: previewOf(result, files.sheets, await titles()) }
    : { kind: 'stored', n: result.entry }
}

letOthersFirst()
process.once('message', async message => {
  const said = await answer(message as TaskRequest)
  process.send?.(said, () => process.disconnect())
})
