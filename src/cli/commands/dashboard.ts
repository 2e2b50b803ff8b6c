import { dashboard } from '../../answers/dashboard/dashboard.ts'
import type { CellView, DashboardAnswer } from '../../answers/types.ts'
import { entryOf, ratings, reasons } from '../../shared/codes.ts'
import { periodInShort } from '../../shared/period/format-period.ts'
import { dayInWords, grouped } from '../../shared/words.ts'
import { dashboardJson, jsonText } from '../json.ts'
import { questionOptions, readOptions } from '../options.ts'
import { ask } from '../question.ts'
import { textTable } from '../table.ts'
import type { World } from '../world.ts'

/** `tidemark dashboard`: every indicator of a framework with its ratings. */
export async function run(args: readonly string[], world: World): Promise<void> {
  const { values } = readOptions(args, questionOptions)
  const answer = await ask(values, world, data => dashboard(data))
  world.print(values.json ? jsonText(dashboardJson(answer)) : asText(answer))
}

function asText(answer: DashboardAnswer): string {
  const heading = ['Indicator', ...answer.periods.map(periodInShort), 'Target', 'Direction']
  const rows = answer.rows.map(row => [
    row.indicator.shortName,
    ...row.cells.map(cellText),
    row.latest?.target ? grouped(row.latest.target.shown) : '–',
    row.travel.direction === null ? '–' : row.travel.direction.replace('_', ' '),
  ])
  const numbers = answer.periods.map((_, at) => at + 1)
  return [
    `${answer.organisation.name}, ${answer.framework.name}, as known on ${dayInWords(answer.moment.asAt)}`,
    `${answer.headline.title}. ${answer.headline.lead}`,
    '',
    textTable([heading, ...rows], [...numbers, numbers.length + 1]),
  ].join('\n')
}

function cellText(cell: CellView | null): string {
  if (!cell) return ''
  if (cell.shown === null) return cell.reason === null ? '[x]' : entryOf(reasons, cell.reason).shorthand
  return `${grouped(cell.shown)} ${cell.rating ? entryOf(ratings, cell.rating).letter : ' '}`
}
