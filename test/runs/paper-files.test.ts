import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const script = fileURLToPath(new URL('../support/hash-papers.ts', import.meta.url))

function hashes(env: Readonly<Record<string, string>>): string[] {
  const ran = spawnSync(process.execPath, [script], { env: { ...process.env, ...env }, encoding: 'utf8' })
  expect(ran.stderr).toBe('')
  return ran.stdout.trim().split('\n')
}

test('PDF and Word are the same bytes in two processes of other zones and languages, and twice in one', () => {
  const first = hashes({ TZ: 'Pacific/Auckland', LANG: 'en_GB.UTF-8' })
  const second = hashes({ TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' })
  expect(first).toHaveLength(8)
  expect(second).toEqual(first)
  expect(new Set(first).size).toBe(4)
})
