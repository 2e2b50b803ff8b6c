import { valueInWords } from '../../judgement/value/value-in-words.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { counted, dateInWords } from '../../shared/words.ts'
import type { FrameworkData } from '../framework-data.ts'
import { linkedIndicators } from '../indicator/linked.ts'
import { indicatorRow } from '../indicator-row.ts'
import type { ActionView } from '../types.ts'

/** Of so many linked indicators and actions the first are told; the pages of the indicator hold them all. */
const mostTold = 4

/** What would improve it, as far as the register knows: the indicators it is linked with, as they stand, and the actions under way. */
export function improvementsOf(slug: string, data: FrameworkData, actions: readonly ActionView[]): string[] {
  const linked = linkedIndicators(slug, data)
    .slice(0, mostTold)
    .map(each => linkedSentence(each, data))
  const open = actions.filter(({ state }) => state === 'open' || state === 'overdue')
  const more = open.length - mostTold
  return [
    ...linked,
    open.length === 0
      ? 'No action about it is under way.'
      : `${counted(open.length, 'action is', 'actions are')} under way: ${open.slice(0, mostTold).map(actionWords).join('; ')}${more > 0 ? `; and ${more} more` : ''}.`,
  ]
}

function linkedSentence({ name, slug, why }: ReturnType<typeof linkedIndicators>[number], data: FrameworkData): string {
  const because = why === '' ? '' : ` ${why.replace(/\.?$/, '.')}`
  const latest = slug !== null && data.indicators.has(slug) ? indicatorRow(slug, data).view.latest : null
  if (!latest?.shown || slug === null) return `Linked with ${name.replace(/\.?$/, '.')}${because}`
  const { unit } = indicatorRow(slug, data).view.indicator
  const rated = latest.rating ? `, ${latest.rating}` : ''
  return `Linked with ${name}: ${valueInWords(latest.shown, unit)} in ${periodInWords(latest.period)}${rated}.${because}`
}

function actionWords({ description, dueOn, state }: ActionView): string {
  const due = dueOn === '' ? 'no date set' : `${state === 'overdue' ? 'overdue since' : 'due'} ${dateInWords(dueOn)}`
  return `${description.replace(/\.$/, '')} (${due})`
}
