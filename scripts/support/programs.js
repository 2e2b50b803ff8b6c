import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runThrough } from './child.js'

/** @param {string} path */
function canRun(path) {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

const onPath = () => (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)

/**
 * The folders below `folder` whose names a pattern takes, the newest version first.
 * @param {string} folder
 * @param {RegExp} pattern
 */
function versionsIn(folder, pattern) {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter(name => pattern.test(name))
  return names.sort((a, b) => b.localeCompare(a, 'en', { numeric: true })).map(name => join(folder, name, 'bin'))
}

/** The folder with PostgreSQL's own programs: Debian keeps the server's off the PATH. */
function findPostgres() {
  const folders = [
    ...onPath(),
    ...versionsIn('/usr/lib/postgresql', /^\d+$/),
    ...versionsIn('/usr', /^pgsql-\d+$/),
    ...versionsIn('/opt/homebrew/opt', /^postgresql(@\d+)?$/),
    ...versionsIn('/usr/local/opt', /^postgresql(@\d+)?$/),
  ]
  return folders.find(folder => ['initdb', 'postgres'].every(name => canRun(join(folder, name))))
}

/** The Chromium to drive: the one that TIDEMARK_TEST_CHROMIUM names, else the first of the usual names on the PATH. */
function findChromium() {
  const named = process.env['TIDEMARK_TEST_CHROMIUM']
  if (named) {
    if (canRun(named)) return named
    throw new Error(`TIDEMARK_TEST_CHROMIUM must name a program that runs: it is ${named}`)
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  return names.flatMap(name => onPath().map(folder => join(folder, name))).find(canRun)
}

/**
 * Sees to it that PostgreSQL and Chromium are on this machine: installs them where we may, else says how to.
 * @param {(sentence: string) => void} say
 * @returns {Promise<{ postgres: string, chromium: string }>} PostgreSQL's folder of programs, and Chromium's path
 */
export async function providePrograms(say) {
  const wanted = () => [...(findPostgres() ? [] : ['postgresql']), ...(findChromium() ? [] : ['chromium'])]
  const missing = wanted()
  const onDebian = onPath().some(folder => canRun(join(folder, 'apt-get')))
  if (missing.length && onDebian && process.getuid?.() === 0) {
    say(`Installing ${missing.join(' and ')} from Debian (once).`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await apt(['update'], env)
    await apt(['install', '-y', '--no-install-recommends', ...missing], env)
  }
  const [postgres, chromium] = [findPostgres(), findChromium()]
  if (postgres && chromium) return { postgres, chromium }
  const still = wanted()
  throw new Error(
    `The tests need ${still.join(' and ')}. Install with: ${
      process.platform === 'darwin'
        ? `brew install ${still.join(' ').replace('postgresql', 'postgresql@17')}`
        : `sudo apt-get install -y --no-install-recommends ${still.join(' ')}`
    }`,
  )
}

/**
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function apt(args, env) {
  const { code } = await runThrough('apt-get', ['-q', ...args], { env, stdio: ['ignore', 2, 2] })
  if (code !== 0) throw new Error(`apt-get ${args.join(' ')} failed with code ${code}`)
}
