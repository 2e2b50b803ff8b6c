import { loadFigures } from '../../answers/benchmark/benchmark.ts'
import { findCouncil } from '../../answers/national/find-council.ts'
import { findGroup } from '../../answers/national/find-group.ts'
import { findMeasure } from '../../answers/national/find-measure.ts'
import { loadNational } from '../../answers/national/national-data.ts'
import { ranks } from '../../answers/ranks/ranks.ts'
import { valueInWords } from '../../judgement/value/value-in-words.ts'
import { jsonText } from '../json.ts'
import { ranksJson } from '../national-json.ts'
import { momentOptions, needed, readOptions, yearOption } from '../options.ts'
import { momentOf } from '../question.ts'
import { textTable } from '../table.ts'
import { type World, withRegister } from '../world.ts'

const options = {
  ...momentOptions,
  org: { type: 'string' },
  indicator: { type: 'string' },
  period: { type: 'string' },
  group: { type: 'string' },
} as const

/** `tidemark ranks`: the councils of a group by one measure, best first. */
export async function run(args: readonly string[], world: World): Promise<void> {
  const { values } = readOptions(args, options)
  const indicator = needed('indicator', values.indicator)
  const period = String(yearOption('period', needed('period', values.period)))
  const moment = momentOf(values, world)
  await withRegister(values.home, world, async register => {
    const { reader } = await register.reader.pinned()
    const data = await loadNational(reader, moment, null)
    const measure = findMeasure(data, null, indicator)
    const council = values.org === undefined ? null : findCouncil(data, values.org)
    const group = findGroup(data, council, values.group ?? 'england')
    const figures = await loadFigures(reader, data, null, [measure.slug])
    const answer = ranks(data, figures.get(measure.slug) ?? { published: [], own: [] }, { measure, group, period })
    if (values.json) return world.print(jsonText(ranksJson(moment, answer)))
    world.print(
      `${answer.name}, ${period}: ${group.name}, ${answer.places.length} councils; figures: ${answer.publisher}\n`,
    )
    const rows = answer.places.map(({ name, shown, rank }) => [
      rank ? `${rank.rank}${rank.tied ? '=' : ''}` : '–',
      name,
      valueInWords(shown, answer.unit),
    ])
    world.print(textTable(rows, [0, 2]))
  })
}
