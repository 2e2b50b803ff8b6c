import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { formats } from '../../src/paper/formats.ts'

const script = fileURLToPath(new URL('../support/hash-papers.ts', import.meta.url))

function hashes(env: Readonly<Record<string, string>>): string[] {
  const ran = spawnSync(process.execPath, [script], { env: { ...process.env, ...env }, encoding: 'utf8' })
  expect(ran.stderr).toBe('')
  return ran.stdout.trim().split('\n')
}

test('every format is the same bytes in two processes of other zones and languages, seconds apart, and twice in one', async () => {
  const first = hashes({ TZ: 'Pacific/Auckland', LANG: 'en_GB.UTF-8' })
  // Some formats hold times in steps of two seconds.
  await new Promise(resolve => setTimeout(resolve, 2100))
  const second = hashes({ TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' })
  expect(first).toHaveLength(3 * formats.length)
  expect(second).toEqual(first)
  expect(first.slice(-formats.length)).toEqual(first.slice(0, formats.length))
  expect(new Set(first).size).toBe(2 * formats.length)
})
