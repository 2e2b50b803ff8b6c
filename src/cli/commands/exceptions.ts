import { dashboard } from '../../answers/dashboard/dashboard.ts'
import { exceptions } from '../../answers/exceptions/exceptions.ts'
import { counted, dayInWords } from '../../shared/words.ts'
import { exceptionsJson, jsonText } from '../json.ts'
import { questionOptions, readOptions } from '../options.ts'
import { ask } from '../question.ts'
import type { World } from '../world.ts'

/** `tidemark exceptions`: the indicators that go to committee, with the reasons. */
export async function run(args: readonly string[], world: World): Promise<void> {
  const { values } = readOptions(args, questionOptions)
  const answer = await ask(values, world, data => exceptions(data, dashboard(data)))
  if (values.json) return world.print(jsonText(exceptionsJson(answer)))
  const { length } = answer.exceptions
  world.print(
    `${answer.organisation.name}, ${answer.framework.name}, as known on ${dayInWords(answer.moment.asAt)}: ${length === 0 ? 'no exceptions' : counted(length, 'exception')}`,
  )
  for (const { row, reasons } of answer.exceptions) {
    world.print(`\n${row.indicator.shortName} (${row.indicator.slug})`)
    for (const reason of reasons) world.print(`  ${reason.rule}: ${reason.detail}`)
  }
}
