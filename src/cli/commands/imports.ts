import { pastImports } from '../../intake/imports.ts'
import { importsJson, jsonText } from '../json.ts'
import { commonOptions, readOptions } from '../options.ts'
import { type World, withRegister } from '../world.ts'

const options = { ...commonOptions, org: { type: 'string' }, json: { type: 'boolean' } } as const

/** `tidemark imports`: what was imported, the latest first. */
export async function run(args: readonly string[], world: World): Promise<void> {
  const { values } = readOptions(args, options)
  const { org } = values
  const imports = await withRegister(values.home, world, async register => {
    const all = await pastImports(register.reader)
    const wanted = org === undefined ? all : all.filter(({ owners }) => owners.includes(org))
    return Promise.all(wanted.map(async each => ({ ...each, who: await register.nameOf(each.actor) })))
  })
  if (values.json) return world.print(jsonText(importsJson(imports)))
  if (imports.length === 0) world.print('Nothing has been imported yet.')
  for (const { n, at, who, owners, files, counts, undid, undoneBy } of imports) {
    const what = undid
      ? `undid import ${undid.n}: ${undid.restored} restored, ${undid.withdrawn} withdrawn, ${undid.left} left; ${undid.why}`
      : `${files.join(', ')}: ${counts.new} new, ${counts.revised} revised, ${counts.restated} restated`
    const after = undoneBy === null ? '' : ` (undone by import ${undoneBy})`
    world.print(`${n}  ${at}  ${who ?? 'somebody who was forgotten'}  ${owners.join(', ')}  ${what}${after}`)
  }
}
