import { everySubmission, readLake } from '../../measures/lake/lake.ts'
import { setLeftOut } from '../../measures/lake/left-out.ts'
import { needed } from '../options.ts'
import { recordLeftOut } from '../records/intake/deeds.ts'
import { hasRegister } from '../records/looks.ts'
import { Usage } from '../usage.ts'
import { authorOf, homeOf, type World, withRegister } from '../world.ts'

type Options = { readonly home?: string | undefined; readonly why?: string | undefined }

/** `tidemark cld leave-out FILE --why TEXT`: a file of the lake counts for nothing any more, until it is counted again. */
export async function leaveOut(words: readonly string[], options: Options, world: World): Promise<void> {
  const why = needed('why', options.why?.trim())
  await change(words, true, why, options.home, world)
}

/** `tidemark cld count-again FILE`: a file that was left out counts again. */
export async function countAgain(words: readonly string[], options: Options, world: World): Promise<void> {
  await change(words, false, null, options.home, world)
}

async function change(
  [name, more]: readonly string[],
  isLeftOut: boolean,
  why: string | null,
  option: string | undefined,
  world: World,
): Promise<void> {
  if (name === undefined || more !== undefined)
    throw new Usage('Say which file by its name, as tidemark cld submissions lists it')
  const home = homeOf(option, world)
  const lake = readLake(home)
  const own = everySubmission(lake).filter(({ file }) => file === name)
  // Of several files of a name, the latest that is not so already.
  const file = own.findLast(each => lake.leftOut.includes(each) !== isLeftOut)
  if (!file) {
    const already = isLeftOut ? 'is left out already' : 'counts already'
    throw new Error(own.length === 0 ? `No file of the records is called ${name}` : `${name} ${already}`)
  }
  await setLeftOut(home, file.number, isLeftOut, async told => {
    if (!hasRegister(home, world)) return
    await withRegister(home, world, async register => recordLeftOut(register, await authorOf(register), told, why))
  })
  world.print(
    isLeftOut
      ? `${name} is left out: nothing is computed from it. tidemark cld count-again ${name} counts it again.`
      : `${name} counts again.`,
  )
}
