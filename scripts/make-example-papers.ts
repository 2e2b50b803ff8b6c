/**
 * Makes examples/papers anew: publishes the papers of the examples from fresh registers, as `tidemark publish` does. What each says
 * follows from the tables alone; the day of publication and the hash of the audit are those of the run.
 *
 *   node scripts/make-example-papers.ts
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run as importFiles } from '../src/cli/commands/import.ts'
import { run as publish } from '../src/cli/commands/publish.ts'
import { realWorld } from '../src/cli/world.ts'
import { examplePapers, examplesOfPapers } from './support/example-papers.data.ts'

const examples = join(import.meta.dirname, '..', 'examples')
const world = { ...realWorld, env: {} }
const home = mkdtempSync(join(tmpdir(), 'tidemark-papers-'))
try {
  for (const name of examplesOfPapers) await importFiles([join(examples, name), '--home', home], world)
  for (const { org, meeting } of examplePapers)
    await publish(['--org', org, '--meeting', meeting, '--home', home], world)
  const target = join(examples, 'papers', 'publications')
  rmSync(target, { recursive: true, force: true })
  cpSync(join(home, 'publications'), target, { recursive: true })
} finally {
  rmSync(home, { recursive: true, force: true })
}
