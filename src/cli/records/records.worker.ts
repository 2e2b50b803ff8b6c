/**
 * The process that answers a question of the records pages and ends: whoever reads other pages never waits for it, and what it took
 * of memory is given back. Where the server ends first, it ends too.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import type { Asked } from '../../measures/ask.ts'
import { lakeFolder } from '../../measures/lake/lake.ts'
import type { About, AnswerTo, QuestionName } from '../../web/records/services.ts'
import { folderBeside } from '../beside.ts'
import { letOthersFirst } from '../world.ts'
import { answers } from './answers.ts'
import type { RecordsMessage, RecordsRequest } from './messages.ts'
import { plainReason, withoutPeople } from './plain-reason.ts'

type AnyAnswer = (asked: Asked, about: About<QuestionName>, day: string) => Promise<AnswerTo<QuestionName>>

async function reply({ home, memory, day, name, about }: RecordsRequest): Promise<RecordsMessage> {
  const asked: Asked = {
    home,
    catalogue: folderBeside('catalogue'),
    memory,
    span: null,
    cutOff: null,
    key: 'cleaned',
    variant: 'as-described',
    blankComponent: 'left-out',
    periods: 'derived',
  }
  try {
    return { answer: await (answers[name] as AnyAnswer)(asked, about, day) }
  } catch (error) {
    const why = plainReason(error)
    if (why !== null) return { why }
    return { error: withoutPeople(error instanceof Error ? (error.stack ?? error.message) : String(error)) }
  }
}

letOthersFirst()
process.once('message', async message => {
  const request = message as RecordsRequest
  // Where it is told to end in the middle, what DuckDB wrote for want of memory must not stay.
  process.once('exit', () =>
    rmSync(join(lakeFolder(request.home), `overflow-${process.pid}`), { recursive: true, force: true }),
  )
  process.once('disconnect', () => process.exit())
  const said = await reply(request)
  process.send?.(said, () => process.disconnect())
})
