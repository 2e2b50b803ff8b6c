/**
 * The process that takes uploaded records in and ends. Where the server ends first, it ends too: what it had written counts for
 * nothing, and the files that were sent go with it.
 */
import process from 'node:process'
import { prepareAnswers } from '../../../measures/ask.ts'
import { type CldImported, importRecords } from '../../../measures/lake/import.ts'
import { LakeIsBusy } from '../../../measures/lake/lock.ts'
import { folderBeside } from '../../beside.ts'
import { authorOf, letOthersFirst, realWorld, withRegister } from '../../world.ts'
import { plainReason } from '../plain-reason.ts'
import { recordIntake } from './deeds.ts'
import type { TakeInMessage, TakeInRequest } from './messages.ts'
import { notOwn } from './own-council.ts'
import { removeWaiting } from './waiting-files.ts'

/** Problems that a page shows; the rest are counted. */
const mostProblems = 200

const tell = (message: TakeInMessage) =>
  new Promise<void>(done => {
    if (process.send) process.send(message, () => done())
    else done()
  })

async function takeIn(request: TakeInRequest): Promise<TakeInMessage> {
  const { home, memory, files, importedAt, organisation, own } = request
  const agree = async (taken: CldImported) => {
    const problems = notOwn(taken.stored, request)
    if (problems.length === 0)
      await withRegister(home, realWorld, async register =>
        recordIntake(register, { ...(await authorOf(register)), origin: 'pages' }, organisation.slug, taken),
      )
    return problems
  }
  try {
    const { stored, references, held, problems } = await importRecords({
      home,
      catalogue: folderBeside('catalogue'),
      paths: files.map(({ path }) => path),
      names: new Map(files.map(({ path, name }) => [path, name])),
      council: null,
      councilName: own === null ? null : organisation.name,
      release: null,
      importedAt,
      memory,
      progress: (done, total) => void tell({ kind: 'reading', done, total }),
      agree,
    })
    const of = (level: string) => problems.filter(problem => problem.level === level)
    const errors = of('error')
    if (errors.length > 0) return { kind: 'refused', problems: errors.slice(0, mostProblems), total: errors.length }
    return { kind: 'taken', files: stored, references, held, warnings: of('warning').slice(0, mostProblems) }
  } catch (error) {
    if (error instanceof LakeIsBusy) return { kind: 'busy' }
    const why = plainReason(error)
    return why === null ? { kind: 'broken', error: withoutWords(error) } : { kind: 'failed', why }
  }
}

/** Where in the program something went wrong, and of what kind: its words may quote a line of a file. */
function withoutWords(error: unknown): string {
  if (!(error instanceof Error)) return 'something that is no error was thrown'
  const code = 'code' in error ? ` ${String(error.code)}` : ''
  const places = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line))
  return [`${error.name}${code}`, ...places].join('\n')
}

letOthersFirst()
process.once('message', async message => {
  const request = message as TakeInRequest
  // The server tries again where another process holds the lake: the files stay for that.
  const removed = () => removeWaiting(request.folder)
  const endEarly = () => {
    removed()
    process.exit(1)
  }
  process.once('disconnect', endEarly)
  const said = await takeIn(request)
  if (said.kind !== 'busy') removed()
  await tell(said)
  process.off('disconnect', endEarly)
  process.once('disconnect', () => process.exit())
  // What the next question reads is made while the reader looks at what was taken in.
  if (said.kind === 'taken' && said.files.length > 0)
    await prepareAnswers({
      home: request.home,
      catalogue: folderBeside('catalogue'),
      memory: request.memory,
      span: null,
      cutOff: null,
      key: 'cleaned',
      variant: 'as-described',
      blankComponent: 'left-out',
      periods: 'derived',
    })
  process.disconnect?.()
})
