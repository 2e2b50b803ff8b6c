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

/**
 * The program to run: the one that a variable of the environment names, else the first of its usual names in a folder.
 * @param {string} variable
 * @param {readonly string[]} names
 * @param {readonly string[]} [folders] looked in after the PATH
 */
function findProgram(variable, names, folders = []) {
  const named = process.env[variable]
  if (named) {
    if (canRun(named)) return named
    throw new Error(`${variable} must name a program that runs: it is ${named}`)
  }
  return names.flatMap(name => [...onPath(), ...folders].map(folder => join(folder, name))).find(canRun)
}

/** The Chromium to drive. */
const findChromium = () =>
  findProgram('TIDEMARK_TEST_CHROMIUM', ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'])

/** The folder with Poppler's programs, which read a PDF as somebody else than Typst does. */
function findPoppler() {
  const programs = ['pdfinfo', 'pdftotext', 'pdftoppm']
  return onPath().find(folder => programs.every(name => canRun(join(folder, name))))
}

/** LibreOffice, with the parts that open documents and spreadsheets where Debian has them apart. */
function findOffice() {
  const office = findProgram('TIDEMARK_TEST_SOFFICE', ['soffice'], ['/Applications/LibreOffice.app/Contents/MacOS'])
  const debian = '/usr/lib/libreoffice/program'
  const isWhole = !existsSync(debian) || ['libswlo.so', 'libsclo.so'].every(part => existsSync(join(debian, part)))
  return isWhole ? office : undefined
}

/** What the tests need beside Node, what finds it, and the packages that bring it. */
const needs = {
  postgres: { name: 'PostgreSQL', find: findPostgres, debian: ['postgresql'], brew: ['postgresql@17'] },
  chromium: { name: 'Chromium', find: findChromium, debian: ['chromium'], brew: ['--cask chromium'] },
  poppler: { name: 'Poppler', find: findPoppler, debian: ['poppler-utils'], brew: ['poppler'] },
  office: {
    name: 'LibreOffice',
    find: findOffice,
    debian: ['libreoffice-writer-nogui', 'libreoffice-calc-nogui'],
    brew: ['--cask libreoffice'],
  },
}

/** The names of all that the tests need, in words. */
export const programNames = Object.values(needs)
  .map(({ name }) => name)
  .join(', ')

/**
 * Sees to it that everything the tests need is on this machine: installs it where we may, else says how to.
 * @param {(sentence: string) => void} say
 * @returns {Promise<Record<keyof typeof needs, string>>} folders with the programs of PostgreSQL and of Poppler, paths of Chromium and LibreOffice
 */
export async function providePrograms(say) {
  const wanted = () => Object.values(needs).filter(({ find }) => !find())
  const packages = wanted().flatMap(({ debian }) => debian)
  const onDebian = onPath().some(folder => canRun(join(folder, 'apt-get')))
  if (packages.length && onDebian && process.getuid?.() === 0) {
    say(`Installing ${packages.join(', ')} from Debian (once).`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await apt(['update'], env)
    await apt(['install', '-y', '--no-install-recommends', ...packages], env)
  }
  const still = wanted()
  const { postgres, chromium, poppler, office } = needs
  const found = [postgres.find(), chromium.find(), poppler.find(), office.find()]
  const [postgresFolder, chromiumPath, popplerFolder, officePath] = found
  if (postgresFolder && chromiumPath && popplerFolder && officePath)
    return { postgres: postgresFolder, chromium: chromiumPath, poppler: popplerFolder, office: officePath }
  throw new Error(
    `The tests need ${still.map(({ name }) => name).join(' and ')}. Install with: ${
      process.platform === 'darwin'
        ? still.flatMap(({ brew }) => brew.map(name => `brew install ${name}`)).join(' && ')
        : `sudo apt-get install -y --no-install-recommends ${still.flatMap(({ debian }) => debian).join(' ')}`
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
