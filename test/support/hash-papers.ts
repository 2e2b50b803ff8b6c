/** Prints the hashes of the example papers in each format: to be run in processes of different surroundings. */
import { createHash } from 'node:crypto'
import { paperEffects } from '../../src/cli/paper-effects.ts'
import { everything, hostilePaper } from '../../src/paper/examples.ts'
import { formats } from '../../src/paper/formats.ts'

for (const paper of [everything, hostilePaper, everything]) {
  for (const { code, render } of formats) {
    const bytes = await render(paper, paperEffects)
    console.log(code, createHash('sha256').update(bytes).digest('hex'))
  }
}
