/** The process that makes the demo council's records while the pages are served: it ends with the server, and the next goes on. */
import process from 'node:process'
import { letOthersFirst, realWorld } from '../world.ts'
import { makeDemoRecords } from './make.ts'
import type { DemoRecordsNews } from './start.ts'

const tell = (news: DemoRecordsNews) => process.send?.(news)

letOthersFirst()
process.once('disconnect', () => process.exit(1))
process.once('message', async home => {
  const news = await makeDemoRecords(String(home), realWorld, doing => tell({ kind: 'doing', doing })).then(
    ({ kind }): DemoRecordsNews => ({ kind: 'ended', isMade: kind === 'wanted' }),
    (error): DemoRecordsNews => ({ kind: 'failed', why: error instanceof Error ? error.message : String(error) }),
  )
  process.send?.(news, () => process.exit(0))
})
