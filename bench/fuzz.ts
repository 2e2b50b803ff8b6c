/**
 * Ten thousand files that were damaged by chance, each of which must end in an import draft or in located problems.
 *
 *     npm run fuzz -- [--count 10000] [--seed 20261122] [--only 137] [--record]
 *
 * The same seed makes the same files. --only tries one of them again and says how it ended; --record writes docs/fuzz.md.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { defaultLimits } from '../src/intake/read/limits.ts'
import { grouped } from '../src/shared/words.ts'
import { type FuzzReport, mutantOf, runFuzz } from './fuzz/run-fuzz.ts'
import { seeds } from './fuzz/seeds.ts'
import { openTrials } from './fuzz/try-file.ts'
import { machineInWords } from './support/machine.ts'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '20261122' },
    only: { type: 'string' },
    record: { type: 'boolean', default: false },
  },
})

const mostBytes = 1e9

/** What came of a run, as lines of words and numbers. */
function inWords(report: FuzzReport): string[] {
  const { outcomes, slowest, peak } = report
  const formats = Object.entries(report.formats).map(([format, count]) => `${grouped(String(count))} ${format}`)
  return [
    `seed: ${report.seed}`,
    `files: ${grouped(String(report.count))} (${formats.join(', ')}), by ${report.mutations} kinds of damage`,
    `ended in an import draft: ${grouped(String(outcomes.draft))}`,
    `ended in located problems: ${grouped(String(outcomes.problems))}`,
    `stopped for their memory, and told: ${outcomes['out-of-memory']}`,
    `stopped for their time, and told: ${outcomes['out-of-time']}`,
    `failed: ${outcomes.failed}`,
    `slowest: ${Math.round(slowest.milliseconds)} ms (${slowest.file})`,
    `most memory of the reading process: ${Math.round(peak.bytes / 1e6)} MB (${peak.file})`,
    `took: ${Math.round(report.seconds)} s`,
  ]
}

async function tryOne(number: number): Promise<void> {
  const { name, bytes, file } = mutantOf(seeds(), Number(values.seed), number)
  const trials = openTrials(defaultLimits)
  console.log(file, await trials.tryFile({ name, bytes }))
  trials.close()
}

async function tryAll(): Promise<void> {
  const count = Number(values.count)
  const report = await runFuzz(Number(values.seed), count, done => {
    if (done % 1000 === 0) console.error(`${done} of ${count}`)
  })
  const lines = inWords(report)
  for (const line of lines) console.log(line)
  for (const { file, why } of report.failures) console.log(`FAILED ${file}: ${why}`)
  if (values.record) record(lines)
  if (report.failures.length > 0 || report.peak.bytes > mostBytes) process.exitCode = 1
}

function record(lines: readonly string[]): void {
  const page = `# Fuzzing

\`npm run fuzz\` damages sound files by chance and imports each: officers' dashboards as CSV, XLSX, XLS and ODS, and tables of the exchange
format. Bits are flipped, files cut, chunks doubled, cells swapped; inside workbooks the XML is changed and packed again, so that no
checksum gives it away: strange numbers, cells far outside, entities that expand, deep nesting, huge repetitions, sizes that lie. Each file
must end in an import draft or in problems that say where, what and what to do; the reading process must stay below 1 GB. The same seed makes
the same files; \`npm test\` tries the first 500.

Last full run (\`npm run fuzz -- --record\`), on ${machineInWords()}:

${lines.map(line => `- ${line}`).join('\n')}
`
  writeFileSync(new URL('../docs/fuzz.md', import.meta.url), page)
}

await (values.only === undefined ? tryAll() : tryOne(Number(values.only)))
