/**
 * The reading process: it takes one file at a time and answers with its parts. It is started by reader.ts with a heap of its own
 * size, without leave to write files or start programs, and ends itself when it holds too much memory.
 */
import process from 'node:process'
import { Worker } from 'node:worker_threads'
import { messageWeight, type ReadAnswer, type ReadRequest } from './messages.ts'
import { fileParts } from './parse-file.ts'
import { type PackedPart, packed, weightOf } from './parts.ts'

/** A thread of its own, as the main one is busy while memory grows: it looks every 20 ms. */
const watch = `
  const { workerData } = require('node:worker_threads')
  setInterval(() => {
    if (process.memoryUsage.rss() > workerData) process.kill(process.pid, 'SIGKILL')
  }, 20)
`

async function answer({ job, file, bytes, limits }: ReadRequest): Promise<void> {
  let parts: PackedPart[] = []
  let weight = 0
  const flush = async (done: boolean) => {
    const sent = parts
    parts = []
    weight = 0
    await send({ job, parts: sent, done, peakBytes: process.resourceUsage().maxRSS * 1024 })
  }
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for await (const part of fileParts(file, content, limits)) {
    parts.push(packed(part))
    weight += weightOf(part)
    if (weight > messageWeight) await flush(false)
  }
  await flush(true)
}

/** Waits until the message is on its way, so that no more than one is ever held. */
function send(message: ReadAnswer): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(message, undefined, undefined, error => (error ? reject(error) : resolve()))
  })
}

function start(): void {
  // Libraries that complain on the console have nobody to hear them: what matters is told as a problem.
  for (const level of ['log', 'info', 'warn', 'error'] as const) console[level] = () => {}
  Error.stackTraceLimit = 0 // csv-parse makes an error for each ragged row and throws it away
  new Worker(watch, { eval: true, workerData: Number(process.argv[2]) }).unref()
  process.on('message', request => void answer(request as ReadRequest))
  process.on('disconnect', () => process.exit())
}

start()
