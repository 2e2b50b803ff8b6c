import { revisionsSince } from '../../answers/overview/overview.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { counted, dayInWords } from '../../shared/words.ts'
import { jsonText, revisionsJson } from '../json.ts'
import { dayOption, needed, questionOptions, readOptions } from '../options.ts'
import { ask } from '../question.ts'
import { Usage } from '../usage.ts'
import { today, type World } from '../world.ts'

const { 'as-at': _, ...others } = questionOptions
const options = { ...others, from: { type: 'string' }, to: { type: 'string' } } as const

/** `tidemark revisions`: what changed between two days. */
export async function run(args: readonly string[], world: World): Promise<void> {
  const { values } = readOptions(args, options)
  const from = String(dayOption('from', needed('from', values.from)))
  const to = dayOption('to', values.to) ?? today(world)
  if (to < from) throw new Usage(`--to (${to}) lies before --from (${from})`)
  const answer = await ask({ ...values, 'as-at': to }, world, (data, reader) => revisionsSince(reader, from, data))
  if (values.json) return world.print(jsonText(revisionsJson(answer)))
  const of = (change: string) => answer.revisions.filter(item => item.change === change)
  world.print(
    `${answer.organisation.name}, ${answer.framework.name}, from ${dayInWords(from)} to ${dayInWords(to)}: ${of('revised').length} revised, ${of('withdrawn').length} withdrawn, ${of('added').length} added, ${counted(of('detail').length, 'detail')}`,
  )
  for (const item of answer.revisions.filter(each => each.change !== 'detail'))
    world.print(`  ${item.indicator.shortName}, ${periodInWords(item.period)}: ${item.sentence}`)
  for (const item of answer.others)
    world.print(
      `  ${item.what} ${item.change}: ${item.name}${item.period === '' ? '' : `, ${item.period}`}: ${item.new ?? item.old}`,
    )
}
