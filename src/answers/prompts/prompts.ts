/** The six prompts for the discussion of an exception, answered as far as the figures can; the rest is for the lead to write. */
import { valueInWords } from '../../judgement/value/value-in-words.ts'
import { forecastView } from '../forecast/forecast.ts'
import type { ForecastView } from '../forecast/types.ts'
import type { FrameworkData } from '../framework-data.ts'
import { type IndicatorRow, indicatorRow } from '../indicator-row.ts'
import type { Observation } from '../observations.ts'
import type { ActionView } from '../types.ts'
import { type Base, baseOf } from './base.ts'
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
  const base = baseOf(row)
  const contributions = base
    ? [
        ...byCounts(indicator, row, base),
        ...byCategories(
          categories.filter(fact => fact.indicator === slug),
          indicator,
          row,
          base,
        ),
      ]
    : []
  const forecast = forecastView(slug, data)
  const answers: Record<PromptCode, string[]> = {
    why: whySentences(row, base, contributions),
    impact: impactOf(row.view, indicator, base),
    predicted: [...forecast.words.expected.slice(0, 2), ...forecast.words.target],
    improve: improvementsOf(slug, data, actions),
    when: whenSentences(forecast),
    learn: [],
  }
  return promptCodes.map(code => ({
    code,
    question: (row.view.latest?.rating === 'Green' && questionsWhereMet[code]) || questions[code],
    answers: answers[code],
    contributions: code === 'why' ? contributions : [],
    left: left[code],
  }))
}

function whySentences({ view }: IndicatorRow, base: Base | null, contributions: readonly Contributions[]): string[] {
  const { latest, indicator } = view
  if (!latest?.shown) return ['No value is known.']
  const now = valueInWords(latest.shown, indicator.unit)
  const isMet = latest.rating === 'Green' ? ', which it meets' : ''
  const against = latest.target
    ? `It is ${now} against a target of ${valueInWords(latest.target.shown, indicator.unit)}${isMet}.`
    : `It is ${now}, and has no target.`
  if (!base?.from.shown) return [against, 'There is no earlier value that it can be compared with.']
  const was = valueInWords(base.from.shown, indicator.unit)
  if (was === now) return [against, `It was the same ${base.when}.`]
  const change = `It was ${was} ${base.when}.`
  return contributions.length === 0
    ? [against, change, 'No counts or categories that can be shown tell what the change is made of.']
    : [against, change, ...contributions.map(each => contributionSentence(each))]
}

/** "By what is counted, and out of how many: … (331 to 324) −1.6, … (440 to 450) −1.6; together −3.2." */
function contributionSentence({ name, change, parts }: Contributions): string {
  const most = parts.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value)).slice(0, 3)
  const told = most.map(part => `${part.name} ${part.shown}${part.counts === '' ? '' : ` (${part.counts})`}`)
  const others = parts.length - most.length
  const rest =
    others === 0 ? '' : `; ${others === 1 ? 'one other makes up the rest' : `${others} others make up the rest`}`
  return `Of the change of ${change} by ${name.toLowerCase()}: ${told.join('; ')}${rest}.`
}

function whenSentences({ words, yearEnd }: ForecastView): string[] {
  if (words.onTrack.length > 0) return [...words.onTrack]
  return [yearEnd ? 'There is no target ahead, so that nothing can be said.' : words.expected.join(' ')]
}
