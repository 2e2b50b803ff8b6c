import { arch, cpus, platform, totalmem } from 'node:os'

/** The machine and the versions by their kind: what a reader of the figures needs to know, and no name of its own. */
export function machineInWords(more: readonly string[] = []): string {
  const [cpu] = cpus()
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`
  const parts = [
    `${cpus().length} cores of ${cpu?.model.trim() || 'an unnamed processor'}`,
    `${memory} of memory`,
    `${platform()} ${arch()}`,
    `Node ${process.versions.node}`,
    `SQLite ${process.versions['sqlite'] ?? 'as built into Node'}`,
    ...more,
  ]
  return parts.join(', ')
}
