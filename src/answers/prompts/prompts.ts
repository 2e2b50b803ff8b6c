/** The six prompts for the discussion of an exception, answered as far as the figures can; the rest is for the lead to write. */
import { valueInWords } from '../../judgement/value/value-in-words.ts'
import type { Unit } from '../../shared/codes.ts'
import { listed, numberWord } from '../../shared/words.ts'
import { forecastView } from '../forecast/forecast.ts'
import type { ForecastView } from '../forecast/types.ts'
import type { FrameworkData } from '../framework-data.ts'
import { type IndicatorRow, indicatorRow } from '../indicator-row.ts'
import type { Observation } from '../observations.ts'
import type { ActionView } from '../types.ts'
import { type Base, basesOf } from './base.ts'
import { byCategories, byCounts } from './contributions.ts'
import { impactOf } from './impact.ts'
import { improvementsOf } from './improve.ts'
import { type Contributions, type PromptCode, type PromptView, promptCodes } from './types.ts'

const questions: Record<PromptCode, string> = {
  why: 'Why is the target not met?',
  impact: 'What does missing it mean for people, and for the budget?',
  predicted: 'Where is performance heading if nothing changes?',
  improve: 'What would make the most difference?',
  when: 'By when will it be back on track, and how shall we know?',
  learn: 'What do we learn from it for other services?',
}

/** Asked where the latest value meets its target: what sends it to committee is then no miss. */
const questionsWhereMet: Partial<Record<PromptCode, string>> = {
  why: 'Why has it worsened?',
  impact: 'What does the change mean for people, and for the budget?',
}

const left: Record<PromptCode, string> = {
  why: 'What lies behind the change is for the lead to say.',
  impact: 'What it means for those people is for the lead to say.',
  predicted: '',
  improve: 'Which of these would make the most difference is for the lead to say.',
  when: 'By when the lead expects it, and on what sign, is for the lead to say.',
  learn: 'This is for the lead to write: no figure answers it.',
}

/** What the register holds beside the figures of an indicator, as its audience may see it. */
export type BesideFigures = {
  readonly categories: readonly Observation[]
  readonly actions: readonly ActionView[]
}

/** The prompts on one indicator, in their order. */
export function promptsOf(slug: string, data: FrameworkData, { categories, actions }: BesideFigures): PromptView[] {
  const row = indicatorRow(slug, data)
  const indicator = data.indicators.get(slug)?.payload
  if (!indicator) throw new RangeError(`Cannot answer prompts on ${slug}: the data holds no such indicator`)
  const own = categories.filter(fact => fact.indicator === slug)
  const explained = basesOf(row).map(base => ({
    base,
    contributions: [...byCounts(indicator, row, base), ...byCategories(own, indicator, row, base)],
  }))
  const forecast = forecastView(slug, data)
  const answers: Record<PromptCode, string[]> = {
    why: whySentences(row, explained),
    impact: impactOf(row.view, indicator, explained[0]?.base ?? null),
    predicted: [...forecast.words.expected.slice(0, 2), ...forecast.words.target],
    improve: improvementsOf(slug, data, actions),
    when: whenSentences(forecast),
    learn: [],
  }
  return promptCodes.map(code => ({
    code,
    question: (row.view.latest?.rating === 'Green' && questionsWhereMet[code]) || questions[code],
    answers: answers[code],
    contributions: code === 'why' ? explained.flatMap(each => each.contributions) : [],
    left: left[code],
  }))
}

type Explained = { readonly base: Base; readonly contributions: readonly Contributions[] }

function whySentences({ view }: IndicatorRow, explained: readonly Explained[]): string[] {
  const { latest, indicator } = view
  if (!latest?.shown) return ['No value is known.']
  const now = valueInWords(latest.shown, indicator.unit)
  const isMet = latest.rating === 'Green' ? ', which it meets' : ''
  const against = latest.target
    ? `It is ${now} against a target of ${valueInWords(latest.target.shown, indicator.unit)}${isMet}.`
    : `It is ${now}, and has no target.`
  if (explained.length === 0) return [against, 'There is no earlier value that it can be compared with.']
  const hasChanged = explained.some(({ base }) => base.from.shown !== latest.shown)
  const isTold = explained.some(({ contributions }) => contributions.length > 0)
  return [
    against,
    ...explained.flatMap(each => changeSentences(each, indicator.unit)),
    ...(hasChanged && !isTold ? ['No counts or categories that can be shown tell what the change is made of.'] : []),
  ]
}

/** What it was, whether its target has moved since, and what the change is made of. */
function changeSentences({ base: { from, to, when }, contributions }: Explained, unit: Unit): string[] {
  const say = (shown: string | null) => valueInWords(String(shown), unit)
  const aim = from.target?.shown ?? null
  const hasMoved = from.rating === 'Green' && aim !== null && to.target !== null && aim !== to.target.shown
  const moved = hasMoved ? `, and its target then was ${say(aim)}` : ''
  if (from.shown === to.shown) return [`It was the same ${when}${moved}.`]
  return [`It was ${say(from.shown)} ${when}${moved}.`, ...contributions.map(each => contributionSentence(each, unit))]
}

/** "The change of −8.0 percentage points is made of −17.0 from out of how many (100 to 125) and +9.0 from what is counted (80 to 90)." */
function contributionSentence({ name, of, change, parts }: Contributions, unit: Unit): string {
  const most = parts.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value)).slice(0, 3)
  const told = most.map(
    part => `${part.shown} from ${uncapitalised(part.name)}${part.counts === '' ? '' : ` (${part.counts})`}`,
  )
  const others = parts.length - most.length
  const rest = others === 0 ? [] : [`the rest from ${others === 1 ? 'one other' : `${numberWord(others)} others`}`]
  const by = of === 'categories' ? `By ${uncapitalised(name)}, the` : 'The'
  return `${by} change of ${changeInWords(change, unit)} is made of ${listed([...told, ...rest])}.`
}

/** A change with its sign in its unit; that of a percentage in percentage points. */
function changeInWords(change: string, unit: Unit): string {
  if (unit === 'percent') return `${change} percentage points`
  if (unit === 'pounds') return change.replace(/^([+−]?)/, '$1£')
  return unit === 'days' ? `${change} days` : change
}

/** A label within a sentence: its first letter small, unless it is an abbreviation. */
function uncapitalised(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? `${label.charAt(0).toLowerCase()}${label.slice(1)}` : label
}

function whenSentences({ words, yearEnd }: ForecastView): string[] {
  if (words.onTrack.length > 0) return [...words.onTrack]
  return [yearEnd ? 'No target lies ahead, so nothing can be said.' : words.expected.join(' ')]
}
