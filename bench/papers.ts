/** How fast the paper of a meeting is made, and how its formats compare with what others make of the same pages. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { formats } from '../src/paper/formats.ts'
import type { Command, Place } from './support/command.ts'
import { council } from './support/figures.ts'
import { type Measured, measuredEach } from './support/measured.ts'
import { kilobytes, quantile, seconds, spread, times } from './support/numbers.ts'
import type { Tell } from './support/tell.ts'

const meeting = '2025-06-16'

type Made = { readonly runs: readonly Measured[]; readonly file: string; readonly bytes: number }

const taken = ({ runs }: Made) => runs.map(run => run.taken)
const median = (made: Made) => quantile(taken(made), 0.5)

/** Makes the paper in some formats, each time in a process of its own. */
async function make(command: Command, place: Place, wanted: string, runs: number): Promise<Made> {
  const out = mkdtempSync(join(place.home, 'papers-'))
  const args = ['report', '--org', council, '--meeting', meeting, '--format', wanted, '--out', out]
  const all = await measuredEach(runs, `tidemark report --format ${wanted}`, () => command.start(args, place))
  const files = readdirSync(out).map(name => join(out, name))
  return { runs: all, file: files[0] ?? '', bytes: files.reduce((sum, file) => sum + statSync(file).size, 0) }
}

function onPath(names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  return names
    .flatMap(name => folders.map(folder => join(folder, name)))
    .find(path => statSync(path, { throwIfNoEntry: false })?.isFile())
}

/** Has another program make a file, several times. */
async function madeBy(program: string, args: readonly string[], file: string, runs: number): Promise<Made> {
  const all = await measuredEach(runs, program, () => spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] }))
  return { runs: all, file, bytes: statSync(file).size }
}

const compared = (theirs: Made, ours: Made) =>
  `${spread(taken(theirs))}, ${kilobytes(theirs.bytes)}: ${times(median(theirs) / median(ours))} our time, ${times(theirs.bytes / ours.bytes)} our bytes`

/** The pack of a register with 60 indicators: cold, in all formats, and beside other programs that print the same HTML. */
export async function papers(tell: Tell, command: Command, place: Place, folder: string): Promise<void> {
  const all = formats.map(({ code }) => code)
  const pack = await make(command, place, all.join(','), 7)
  const peak = Math.max(...pack.runs.map(run => run.peak))
  tell(
    `whole pack of 60 indicators in ${all.length} formats, cold, one process`,
    `${spread(taken(pack))}, least ${seconds(Math.min(...taken(pack)))}; at most ${peak} MB, ${kilobytes(pack.bytes)}`,
    '2 s, 300 MB',
  )
  const made = new Map<string, Made>()
  for (const code of all) {
    const one = await make(command, place, code, 5)
    made.set(code, one)
    tell(`of it ${code} alone`, `${spread(taken(one))}; ${one.runs[0]?.peak} MB, ${kilobytes(one.bytes)}`)
  }
  const [html, pdf, docx] = ['html', 'pdf', 'docx'].map(code => made.get(code)) as [Made, Made, Made]
  const printed = join(folder, 'printed.pdf')
  const chromium = process.env['TIDEMARK_TEST_CHROMIUM'] ?? onPath(['chromium', 'chromium-browser', 'google-chrome'])
  const beside = async (what: string, ours: Made, program: string | undefined, args: readonly string[], file: string) =>
    tell(what, program ? compared(await madeBy(program, args, file, 5), ours) : 'not found on this machine')
  await beside(
    'the same HTML printed to PDF by headless Chromium',
    pdf,
    chromium,
    printing(html.file, printed, folder),
    printed,
  )
  const converted = join(folder, 'converted.docx')
  await beside(
    'the same HTML made into Word by pandoc',
    docx,
    onPath(['pandoc']),
    ['--quiet', html.file, '-o', converted],
    converted,
  )
}

/** How Chromium is asked to print, with a fresh profile and nothing that reaches out. */
function printing(html: string, file: string, folder: string): string[] {
  const quiet = ['quic', 'background-networking', 'component-update', 'sync'].map(each => `--disable-${each}`)
  const own = [
    `--user-data-dir=${join(folder, 'profile')}`,
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
  ]
  return [...own, ...quiet, '--no-pdf-header-footer', `--print-to-pdf=${file}`, `file://${html}`]
}
