/** The paper of a meeting as the commands make it: its template, what it says, and its files. */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { parse } from 'yaml'
import { type ReportAnswer, type ReportQuestion, report } from '../answers/report/report.ts'
import { formats, type PaperFormat, paperFileName } from '../paper/formats.ts'
import { paperOf } from '../paper/outline/paper-of.ts'
import type { Paper } from '../paper/outline/types.ts'
import { readTemplate, type Template } from '../paper/template/template.ts'
import type { Reader } from '../register/index.ts'
import { folderBeside } from './beside.ts'
import { paperEffects } from './paper-effects.ts'
import { Told, Usage } from './usage.ts'
import type { World } from './world.ts'

export type NamedTemplate = { readonly name: string; readonly sha256: string; readonly template: Template }

/** What is asked for a paper, besides what its template asks for. */
export type MeetingQuestion = Omit<ReportQuestion, 'statutory' | 'targetsOf' | 'targetSheets'>

/** What the paper of a meeting is made of. @throws NotFound when there is no such meeting */
export function meetingAnswer(
  reader: Reader,
  question: MeetingQuestion,
  { template: { statutory, targetsOf, sections } }: NamedTemplate,
): Promise<ReportAnswer> {
  const targetSheets = sections.some(({ part }) => part === 'target-sheets')
  return report(reader, { ...question, statutory, targetsOf, targetSheets })
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

/** The template that an organisation has in the catalogue, or the one for everybody. */
function catalogued(org: string): string {
  const folder = join(folderBeside('catalogue'), 'papers')
  const own = join(folder, `${org}.yaml`)
  return /^[a-z0-9-]+$/.test(org) && existsSync(own) ? own : join(folder, 'committee.yaml')
}

/** The template of a file, or without one that of the catalogue. @throws Told when something is wrong with it */
export function templateFor(org: string, file: string | undefined, world: World): NamedTemplate {
  const path = file ?? catalogued(org)
  const name = basename(path)
  const text = readFileSync(path, 'utf8')
  const read = readTemplate(parsed(text, name))
  if ('template' in read)
    return { name, sha256: createHash('sha256').update(text).digest('hex'), template: read.template }
  for (const problem of read.problems) world.warn(`${name}: ${problem}`)
  throw new Told()
}

function parsed(text: string, name: string): unknown {
  try {
    return parse(text)
  } catch (error) {
    throw new Error(`Cannot read ${name} as YAML: ${error instanceof Error ? error.message : String(error)}`)
  }
}
