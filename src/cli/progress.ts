import type { World } from './world.ts'

const patience = 1000
const frames = ['=   ', '==  ', '=== ', '====', ' ===', '  ==', '   =']

/**
 * Shows that something is under way once it has taken more than a second, with the seconds that have gone by. Only a person
 * at a terminal sees it.
 */
export async function withProgress<T>(world: World, what: string, work: () => Promise<T>): Promise<T> {
  if (!process.stderr.isTTY || world.env['TERM'] === 'dumb') return work()
  const started = world.now().getTime()
  let frame = 0
  const show = setInterval(() => {
    const gone = world.now().getTime() - started
    if (gone < patience) return
    process.stderr.write(`\r${what} [${frames[frame % frames.length]}] ${Math.round(gone / 1000)} s `)
    frame += 1
  }, 200)
  try {
    return await work()
  } finally {
    clearInterval(show)
    if (frame > 0) process.stderr.write('\r\x1b[K')
  }
}
