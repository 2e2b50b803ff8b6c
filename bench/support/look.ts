/** What a process that has just started finds in a register: whether its audit is whole, and a fingerprint of what it says. */
import { dashboard } from '../../src/answers/dashboard/dashboard.ts'
import { loadFramework } from '../../src/answers/framework-data.ts'
import { openRegister, type Reader } from '../../src/register/index.ts'
import { council } from './figures.ts'
import { fingerprintOf } from './imports.ts'

export type Where = { readonly file: string } | { readonly url: string }

export type Found = {
  readonly whole: boolean
  readonly faults: readonly string[]
  readonly facts: number
  readonly entries: number
  readonly fingerprint: string
}

/** Opens a register to read it. */
export function openToRead(where: Where) {
  return openRegister(where, { now: () => new Date().toISOString(), randomHex: () => '' })
}

/** A fingerprint of every figure and every name on the dashboard. */
export async function fingerprintOfDashboard(reader: Reader): Promise<string> {
  const answer = dashboard(await loadFramework(reader, council, null, { asAt: '9999-12-31' }, 'officer'))
  const said = new Map<string, string>()
  for (const { indicator, history } of answer.rows) {
    said.set(indicator.slug, indicator.name)
    for (const cell of history) said.set(`${indicator.slug} ${cell.period}`, String(cell.shown))
  }
  return fingerprintOf(said)
}

if (process.argv[1] === import.meta.filename) {
  const register = await openToRead(JSON.parse(process.argv[2] ?? '') as Where)
  const { whole, faults, facts, entries } = await register.verifyAudit()
  const fingerprint = await fingerprintOfDashboard(register.reader)
  await register.close()
  const said = faults.map(fault => `${fault.where}: ${fault.what}`)
  process.stdout.write(JSON.stringify({ whole, faults: said, facts, entries, fingerprint } satisfies Found))
}
