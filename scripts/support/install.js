import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { capture } from './child.js'
import { root } from './runtime.js'

const lock = join(root, 'package-lock.json')
const stamp = join(root, 'node_modules', '.tidemark-lock-sha')

const hashOfLock = () => createHash('sha256').update(readFileSync(lock)).digest('hex')

/** Whether node_modules holds what package-lock.json asks for, by the stamp of the last install. */
const isInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === hashOfLock()

/** How to start npm: the one that started us, or the one on the PATH. */
function npm() {
  const script = process.env['npm_execpath']
  if (script && /npm-cli\.c?js$/.test(script)) return { command: process.execPath, before: [script], shell: false }
  return { command: 'npm', before: [], shell: process.platform === 'win32' }
}

/**
 * Installs the packages unless they are there; the lock file is read and never written.
 * @param {(sentence: string) => void} say
 */
export async function install(say) {
  if (isInstalled()) return
  say('Installing packages (once, and again when package-lock.json changes).')
  const { command, before, shell } = npm()
  const options = ['install', '--no-save', '--no-audit', '--no-fund', '--include=dev', '--include=optional']
  const { ok, output } = await capture(command, [...before, ...options, '--loglevel=warn'], { cwd: root, shell })
  if (!ok) throw new Error(`npm install failed:\n${output.trim()}`)
  writeFileSync(stamp, `${hashOfLock()}\n`)
}
