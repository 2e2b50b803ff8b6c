import { dashboard, judgedRows } from '../../answers/dashboard/dashboard.ts'
import { summary } from '../../answers/summary/summary.ts'
import { entryOf, summaryGroups } from '../../shared/codes.ts'
import { dayInWords } from '../../shared/words.ts'
import { jsonText, summaryJson } from '../json.ts'
import { questionOptions, readOptions } from '../options.ts'
import { ask } from '../question.ts'
import type { World } from '../world.ts'

/** `tidemark summary`: the year in groups, with the evidence. */
export async function run(args: readonly string[], world: World): Promise<void> {
  const { values } = readOptions(args, questionOptions)
  const answer = await ask(values, world, data => {
    const judged = judgedRows(data)
    return summary(data, judged, dashboard(data, judged))
  })
  if (values.json) return world.print(jsonText(summaryJson(answer)))
  world.print(`${answer.organisation.name}, ${answer.framework.name}, as known on ${dayInWords(answer.moment.asAt)}`)
  for (const group of answer.groups) {
    if (group.items.length === 0) continue
    world.print(`\n${group.label}: ${group.rule}`)
    for (const item of group.items) {
      world.print(`  ${item.row.indicator.shortName}: ${item.evidence}. ${item.because}.`)
      if (item.override) {
        const { ruleGroup, reason } = item.override
        const byRule = ruleGroup === null ? '' : ` instead of under “${entryOf(summaryGroups, ruleGroup).label}”`
        world.print(`    Placed here by an officer${byRule}: ${reason}`)
      }
    }
  }
  if (answer.unplaced.length > 0) world.print('\nNot placed')
  for (const item of answer.unplaced) world.print(`  ${item.row.indicator.shortName}: ${item.because}`)
}
