/** Renders one format of a paper in a thread of its own, while others are made beside it. */
import { parentPort } from 'node:worker_threads'
import { formats } from '../paper/formats.ts'
import type { Paper } from '../paper/outline/types.ts'
import { paperEffects } from './paper-effects.ts'

parentPort?.once('message', async ({ paper, code }: { readonly paper: Paper; readonly code: string }) => {
  const bytes = await formats.find(format => format.code === code)?.render(paper, paperEffects)
  parentPort?.postMessage(bytes)
})
