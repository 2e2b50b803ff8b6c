/** How a command that makes much in a short time stays small. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * Has new objects looked through while they are few. Left alone, Node lets those of a paper grow to a hundred megabytes before it
 * does, though nearly all live for a moment only; it takes no longer. For a command that ends, not for a server.
 */
export function stayYoung(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
}

type Collector = (options: { readonly type: 'minor' }) => void
let collector: Collector | undefined

/**
 * Gives back the memory of new objects that nobody uses any more, with what they hold outside Node's own: it does not know how much
 * that is, and would look for it far too late.
 */
export async function sweep(): Promise<void> {
  collector ??= collectorOf()
  collector({ type: 'minor' })
  // What was found is given back in the next turn of the program.
  await new Promise(resolve => setImmediate(resolve))
}

function collectorOf(): Collector {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as Collector
}
