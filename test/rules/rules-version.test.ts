import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { transformSync } from 'esbuild'
import { expect, test } from 'vitest'
import { rulesVersion } from '../../src/cli/version.ts'
import { root } from '../support/source-files.ts'
import { trackedPaths } from '../support/tracked-files.ts'

// A published paper names the rules it was judged by. Whoever changes what src/judgement does is stopped here: raise rulesVersion where
// the same figures would be judged otherwise, and set the hash in any case.

const known = { version: '1', sha256: '8a5a4f9f49e90a5e3c2c2fb88c64431d0189bf2c53fba6588032b870f8fc31db' }

/** The hash of what the files do: without comments, types and layout. */
function hashOfRules(): string {
  const paths = trackedPaths().filter(path => /^src\/judgement\/.*\.ts$/.test(path) && !path.endsWith('.test.ts'))
  const hash = createHash('sha256')
  for (const path of paths) {
    const text = readFileSync(join(root, path), 'utf8')
    const { code } = transformSync(text, { loader: 'ts', minifyWhitespace: true, legalComments: 'none' })
    hash.update(`${path}\n${code}\n`)
  }
  return hash.digest('hex')
}

test('the rules are those of the version that papers name', () => {
  expect({ version: rulesVersion, sha256: hashOfRules() }).toEqual(known)
})
