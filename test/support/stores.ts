import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { openRegister, type Register, type RegisterEffects } from '../../src/register/index.ts'
import { freshDatabase } from './postgres.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

/** A clock that moves one second at every look, from a fixed instant. */
export function steadyClock(start = '2017-06-20T09:00:00.000Z'): () => string {
  let at = Date.parse(start)
  return () => {
    const now = new Date(at).toISOString()
    at += 1000
    return now
  }
}

export const effectsFrom = (now: () => string): RegisterEffects => ({
  now,
  randomHex: bytes => randomBytes(bytes).toString('hex'),
})

/** A new, empty register on each store, with how to open it a second time. */
export const stores: readonly {
  readonly name: 'sqlite' | 'postgres'
  readonly make: () => Promise<{
    readonly where: { file: string } | { url: string }
    readonly open: (now?: () => string) => Promise<Register>
    readonly remove: () => Promise<void>
  }>
}[] = [
  {
    name: 'sqlite',
    async make() {
      const folder = makeTemporaryFolder()
      const where = { file: join(folder.path, 'register.sqlite') }
      return {
        where,
        open: (now = steadyClock()) => openRegister(where, effectsFrom(now)),
        remove: async () => folder.remove(),
      }
    },
  },
  {
    name: 'postgres',
    async make() {
      const database = await freshDatabase()
      const where = { url: database.url }
      return {
        where,
        open: (now = steadyClock()) => openRegister(where, effectsFrom(now)),
        remove: database.drop,
      }
    },
  },
]
