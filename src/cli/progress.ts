import type { Report } from '../register/index.ts'
import type { World } from './world.ts'

const patience = 1000
const width = 24
const interval = 100

/**
 * Shows how far something is once it has taken more than a second: a bar where its end is known, else one that wanders, with
 * the seconds that have gone by. Only a person at a terminal sees it.
 */
export async function withProgress<T>(world: World, what: string, work: (report: Report) => Promise<T>): Promise<T> {
  if (!process.stderr.isTTY || world.env['TERM'] === 'dumb') return work(() => {})
  const started = world.now().getTime()
  let share: number | null = null
  let drawn = 0
  const draw = () => {
    const gone = world.now().getTime() - started
    if (gone < patience || gone - drawn < interval) return
    drawn = gone
    process.stderr.write(`\r\x1b[K${what} ${progressBar(share, gone)} ${Math.round(gone / 1000)} s`)
  }
  const show = setInterval(draw, interval)
  try {
    return await work((done, total) => {
      share = total === 0 ? null : done / total
      draw()
    })
  } finally {
    clearInterval(show)
    if (drawn > 0) process.stderr.write('\r\x1b[K')
  }
}

/**
 * The bar itself.
 * @param share done so far, from 0 to 1; null where nobody knows
 * @param gone milliseconds since the start, which move a bar without an end
 * @example progressBar(0.5, 0) // '[############            ]  50 %'
 */
export function progressBar(share: number | null, gone: number): string {
  if (share !== null) {
    const full = Math.round(Math.min(1, share) * width)
    return `[${'#'.repeat(full)}${' '.repeat(width - full)}] ${String(Math.round(share * 100)).padStart(3)} %`
  }
  const block = 4
  const way = width - block
  const step = Math.floor(gone / interval) % (2 * way)
  const at = step < way ? step : 2 * way - step
  return `[${' '.repeat(at)}${'#'.repeat(block)}${' '.repeat(way - at)}]`
}
