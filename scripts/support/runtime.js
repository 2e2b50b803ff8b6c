import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** The oldest Node that can run Tidemark itself; the scripts run on Node 20. */
const oldest = 24

/**
 * @typedef {object} Machine
 * @property {string} version  of the Node that asks, as in process.versions.node
 * @property {string} execPath the Node that asks
 * @property {string} platform
 * @property {string} arch
 * @property {string} root     where node_modules is
 */

/** @returns {Machine} */
export function thisMachine() {
  return {
    version: process.versions.node,
    execPath: process.execPath,
    platform: process.platform,
    arch: process.arch,
    root,
  }
}

/**
 * The Node to run Tidemark with: this one where it is new enough, else the one that came as a package, else none.
 * @param {Machine} machine
 * @returns {string | undefined}
 */
export function findRuntime(machine) {
  if (Number.parseInt(machine.version, 10) >= oldest) return machine.execPath
  const windows = machine.platform === 'win32'
  const name = `node-${windows ? 'win' : machine.platform}-${machine.arch}`
  const packaged = join(machine.root, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node')
  return existsSync(packaged) ? packaged : undefined
}

/**
 * The sentence for a machine on which findRuntime() finds none.
 * @param {Machine} machine
 */
export function noRuntime(machine) {
  return (
    `Tidemark needs Node ${oldest} or newer; this is Node ${machine.version}, and there is no packaged Node for ` +
    `${machine.platform} on ${machine.arch}: please install Node ${oldest} and run this again.`
  )
}
