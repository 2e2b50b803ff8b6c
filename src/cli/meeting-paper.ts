/** The paper of a meeting as the commands make it: what it says, and its files. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { type ReportAnswer, type ReportQuestion, report } from '../answers/report/report.ts'
import { formats, type PaperFormat, paperFileName } from '../paper/formats.ts'
import { paperOf } from '../paper/outline/paper-of.ts'
import type { Paper } from '../paper/outline/types.ts'
import type { Reader } from '../register/index.ts'
import { paperEffects } from './paper-effects.ts'
import type { NamedTemplate } from './template-file.ts'
import { Usage } from './usage.ts'

/** What is asked for a paper, besides what its template asks for. */
export type MeetingQuestion = Omit<
  ReportQuestion,
  'statutory' | 'targetsOf' | 'comparisons' | 'linesOf' | 'targetSheets' | 'ranksPublishedLater'
>

/** What the paper of a meeting is made of. @throws NotFound when there is no such meeting */
export function meetingAnswer(
  reader: Reader,
  question: MeetingQuestion,
  { template: { statutory, targetsOf, sections } }: NamedTemplate,
): Promise<ReportAnswer> {
  const comparisons = sections.flatMap(section => section.comparison ?? [])
  const linesOf = sections.filter(({ part }) => part === 'lines').flatMap(({ frameworks }) => frameworks)
  const targetSheets = sections.some(({ part }) => part === 'target-sheets')
  const ranksPublishedLater = sections.some(section => section.ranksPublishedLater)
  return report(reader, { ...question, statutory, targetsOf, comparisons, linesOf, targetSheets, ranksPublishedLater })
}

/** What the paper of a meeting says, as a working copy. @throws NotFound when there is no such meeting */
export async function meetingPaper(reader: Reader, question: MeetingQuestion, named: NamedTemplate): Promise<Paper> {
  return paperOf(await meetingAnswer(reader, question, named), named.template)
}

/**
 * The paper in each of the formats. The PDF takes as long as all the others and is set by a library that lets nothing else
 * run, so it is made in a thread of its own beside them, which are made one after another, as each needs much memory.
 */
export async function filesOf(org: string, paper: Paper, wanted: readonly PaperFormat[]) {
  const slow = wanted.length > 1 ? wanted.filter(({ code }) => code === 'pdf') : []
  const beside = Promise.all(slow.map(format => renderedBeside(paper, format)))
  // Its failure is told below, not while nobody waits for it yet.
  beside.catch(() => {})
  const made = new Map<PaperFormat, Uint8Array>()
  for (const format of wanted) if (!slow.includes(format)) made.set(format, await format.render(paper, paperEffects))
  for (const [at, bytes] of (await beside).entries()) made.set(slow[at] as PaperFormat, bytes)
  return wanted.map(format => ({
    name: paperFileName(org, paper, format),
    format: format.code,
    bytes: made.get(format) as Uint8Array,
  }))
}

/** The bundle holds the worker beside itself; the sources hold it beside this file. */
const worker = new URL(import.meta.url.endsWith('.ts') ? './render.worker.ts' : './render.worker.js', import.meta.url)

async function renderedBeside(paper: Paper, { code }: PaperFormat): Promise<Uint8Array> {
  const thread = new Worker(worker)
  thread.postMessage({ paper, code })
  try {
    const [bytes] = await once(thread, 'message')
    return bytes
  } finally {
    await thread.terminate()
  }
}

/** The formats of a list such as `html,pdf`. @throws Usage when one is unknown */
export function formatsNamed(list: string): PaperFormat[] {
  const names = [...new Set(list.split(',').map(name => name.trim()))].filter(name => name !== '')
  if (names.length === 0) throw new Usage('--format needs a value')
  return names.map(name => {
    const found = formats.find(format => format.code === name)
    if (!found) throw new Usage(`There is no format ${name}: there are ${formats.map(each => each.code).join(', ')}`)
    return found
  })
}
