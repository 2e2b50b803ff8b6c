/**
 * A reader in a process of its own: asks for the dashboard again and again while others write, and tells its parent each time
 * that it differs from the one before.
 */
import { fingerprintOfDashboard, openToRead, type Where } from './look.ts'

export type Seen = { readonly fingerprint: string; readonly polls: number }

const register = await openToRead(JSON.parse(process.argv[2] ?? '') as Where)
let polls = 0
let last = ''
let ending = false
process.on('message', () => {
  ending = true
})
process.on('disconnect', () => process.exit())

while (!ending) {
  const fingerprint = await fingerprintOfDashboard((await register.reader.pinned()).reader)
  polls += 1
  if (fingerprint !== last) process.send?.({ fingerprint, polls } satisfies Seen)
  last = fingerprint
  await new Promise(resolve => setTimeout(resolve, 30))
}
process.send?.({ fingerprint: last, polls } satisfies Seen)
await register.close()
process.disconnect?.()
