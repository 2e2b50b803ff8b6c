import { spawn } from 'node:child_process'

/** Signals that are handed on to the child. */
const handedOn = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/**
 * @typedef {object} Ending
 * @property {number | null} code
 * @property {NodeJS.Signals | null} signal
 */

/**
 * Runs a program on this terminal, hands signals on to it, and says how it ended.
 * At a terminal Ctrl+C reaches the child by itself, and a second one would cut its tidy ending short.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<Ending>}
 */
export function runThrough(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    const atTerminal = Boolean(process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY)
    const listeners = handedOn.map(signal => {
      const listener = () => {
        if (!(signal === 'SIGINT' && atTerminal)) child.kill(signal)
      }
      process.on(signal, listener)
      return { signal, listener }
    })
    const done = () => {
      for (const { signal, listener } of listeners) process.off(signal, listener)
    }
    child.once('error', error => {
      done()
      reject(error)
    })
    child.once('exit', (code, signal) => {
      done()
      resolve({ code, signal })
    })
  })
}

/**
 * Under npm, ends this process when npm is ended: npm ends only the shell between, and a server would be left behind.
 */
export function endWithNpm() {
  if (!process.env['npm_lifecycle_event']) return
  const parent = process.ppid
  const look = () => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
  }
  setInterval(look, 250).unref()
}

/**
 * Ends this process as the child ended: with its code, or by its signal.
 * @param {Ending} ending
 */
export function endAs({ code, signal }) {
  if (signal) process.kill(process.pid, signal)
  process.exitCode = code ?? 1
}

/**
 * Runs a program to its end and keeps what it prints, standard output and standard error together.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function capture(command, args, options = {}) {
  return new Promise(resolve => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    /** @type {Buffer[]} */
    const pieces = []
    child.stdout?.on('data', piece => pieces.push(piece))
    child.stderr?.on('data', piece => pieces.push(piece))
    child.once('error', error => resolve({ ok: false, output: `${command} did not start: ${error.message}` }))
    child.once('close', (code, signal) => {
      const text = Buffer.concat(pieces).toString('utf8')
      resolve({ ok: code === 0, output: signal ? `${text}\n${command} was ended by ${signal}` : text })
    })
  })
}
