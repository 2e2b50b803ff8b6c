import { execFileSync, spawn } from 'node:child_process'
import { chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { capture } from './child.js'

/** How long the server may take to start, in milliseconds. */
const patience = 60_000

/**
 * @typedef {object} Server
 * @property {string} url
 * @property {() => Promise<void>} stop  stops it and takes its folder away
 * @property {() => void} kill           the same at once, for a process that is ending
 */

/**
 * PostgreSQL refuses to run as root, so that root runs it as the user that its package makes.
 * @returns {{ uid: number, gid: number, before: string[] } | undefined}
 */
function otherUser() {
  if (process.getuid?.() !== 0) return undefined
  const number = (/** @type {string} */ flag) => {
    try {
      return Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
    } catch {
      throw new Error('PostgreSQL does not run as root, and this machine has no user postgres to run it as')
    }
  }
  const [uid, gid] = [number('-u'), number('-g')]
  return {
    uid,
    gid,
    before: ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--init-groups', '--pdeathsig=QUIT', '--'],
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/**
 * Starts an empty PostgreSQL of our own in a temporary folder, on this machine's loopback address only.
 * It sorts text as English by default and keeps an awkward time zone, so that a query that relies on either is found out.
 * @param {string} programs the folder with initdb and postgres
 * @returns {Promise<Server>}
 */
export async function startPostgres(programs) {
  const user = otherUser()
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-postgres-'))
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  try {
    const data = join(folder, 'data')
    mkdirSync(data, { mode: 0o700 })
    if (user) for (const path of [folder, data]) chownSync(path, user.uid, user.gid)
    const as = (/** @type {string} */ program, /** @type {string[]} */ args) => {
      const [command = '', ...rest] = [...(user?.before ?? []), join(programs, program), ...args]
      return { command, args: rest }
    }

    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-GB']
    const initdb = as('initdb', ['-D', data, '-U', 'tidemark', '--auth=trust', '--no-sync', ...locale])
    const made = await capture(initdb.command, initdb.args, { cwd: folder })
    if (!made.ok) throw new Error(`initdb failed:\n${made.output.trim()}`)

    const port = await freePort()
    const settings = {
      listen_addresses: '127.0.0.1',
      port,
      unix_socket_directories: folder,
      fsync: 'off',
      full_page_writes: 'off',
      max_connections: 100,
      timezone: 'Pacific/Auckland',
    }
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const postgres = as('postgres', ['-D', data, ...flags])
    const child = spawn(postgres.command, postgres.args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
    const ended = new Promise(resolve => child.once('exit', resolve))
    const kill = () => {
      child.kill('SIGQUIT')
      remove()
    }
    const stop = async () => {
      child.kill('SIGQUIT')
      await ended
      remove()
    }
    try {
      await ready(child)
    } catch (error) {
      await stop()
      throw error
    }
    return { url: `postgres://tidemark@127.0.0.1:${port}/postgres`, stop, kill }
  } catch (error) {
    remove()
    throw error
  }
}

/**
 * Waits until the server says that it takes connections.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<void>}
 */
function ready(child) {
  return new Promise((resolve, reject) => {
    let log = ''
    const giveUp = setTimeout(() => fail(`was not ready after ${patience / 1000} seconds`), patience)
    const fail = (/** @type {string} */ what) => {
      clearTimeout(giveUp)
      reject(new Error(`PostgreSQL ${what}:\n${log.trim()}`))
    }
    child.once('error', error => fail(`did not start (${error.message})`))
    child.once('exit', code => fail(`ended with code ${code} before it was ready`))
    child.stderr?.setEncoding('utf8').on('data', text => {
      log = (log + text).slice(-20_000)
      if (!log.includes('ready to accept connections')) return
      clearTimeout(giveUp)
      resolve()
    })
  })
}
