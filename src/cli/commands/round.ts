import { NotFound } from '../../answers/not-found.ts'
import { round } from '../../answers/round/round.ts'
import { entryOf, stages } from '../../shared/codes.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { dayInWords } from '../../shared/words.ts'
import { jsonText } from '../json.ts'
import { momentOptions, readOptions } from '../options.ts'
import { askOf } from '../question.ts'
import { roundJson } from '../round-json.ts'
import type { World } from '../world.ts'

/** `tidemark round`: every heading of the work, this quarter beside the last, and the priorities. */
export async function run(args: readonly string[], world: World): Promise<void> {
  const { values } = readOptions(args, { ...momentOptions, org: { type: 'string' } })
  const answer = await askOf(values, world, async (reader, owner, moment, audience) => {
    const found = await round(reader, { owner, moment, audience })
    if (found) return found
    throw new NotFound(
      `No framework of ${owner} says which stage of the work it measures on ${moment.asAt}: give it one in the column stage of the table frameworks`,
    )
  })
  if (values.json) return world.print(jsonText(roundJson(answer)))
  const { organisation, moment, quarter } = answer
  world.print(`${organisation.name} in the round, ${periodInWords(quarter)}, as known on ${dayInWords(moment.asAt)}`)
  for (const { stage, framework, summary, difference, sections } of answer.headings) {
    world.print(
      `\n${entryOf(stages, stage).label}: ${framework.name}\n${[summary, difference].filter(Boolean).join('\n')}`,
    )
    for (const { row, says } of sections.flatMap(section => section.rows))
      world.print(`  ${row.indicator.shortName}: ${says}`)
  }
  world.print('')
  for (const { text, says, note } of answer.priorities)
    world.print(`${text}: ${[says, note].filter(Boolean).join(' ') || 'No measures yet.'}`)
}
