import { coverage } from '../../answers/coverage/coverage.ts'
import { loadNational } from '../../answers/national/national-data.ts'
import { listed } from '../../shared/words.ts'
import { jsonText } from '../json.ts'
import { coverageJson } from '../national-json.ts'
import { momentOptions, readOptions } from '../options.ts'
import { momentOf } from '../question.ts'
import { type World, withRegister } from '../world.ts'

/** `tidemark coverage`: what the figures of national publishers hold. */
export async function run(args: readonly string[], world: World): Promise<void> {
  const { values } = readOptions(args, momentOptions)
  const moment = momentOf(values, world)
  await withRegister(values.home, world, async register => {
    const { reader } = await register.reader.pinned()
    const answer = await coverage(reader, await loadNational(reader, moment, null))
    if (values.json) return world.print(jsonText(coverageJson(moment, answer)))
    for (const { name, measure, publisherName, codes, periods } of answer.measures) {
      const called = codes.map(({ edition, code }) => `${edition}: ${code}`).join(', ')
      world.print(`${name} (${measure}; ${publisherName}${called === '' ? '' : `; ${called}`})`)
      const years = periods.map(
        ({ period, councils, notComparable }) => `${period}: ${councils}${notComparable ? ' [n]' : ''}`,
      )
      world.print(`  ${years.join('  ') || 'no councils'}`)
    }
    world.print('\nCouncils that began or ended')
    for (const { name, from, to, predecessorNames } of answer.reorganisations) {
      const years = from === '' ? `to ${to}` : `from ${from}`
      world.print(`  ${name}, ${years}${predecessorNames.length > 0 ? `, took over ${listed(predecessorNames)}` : ''}`)
    }
  })
}
