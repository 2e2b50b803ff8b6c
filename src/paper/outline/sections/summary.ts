import type { CardAnswer, ExceptionItem, ExceptionRule } from '../../../answers/types.ts'
import { withoutNoise } from '../../../shared/rounding.ts'
import { counted, dayInWords, grouped, isDay, listed, numberWord } from '../../../shared/words.ts'
import type { Teller } from '../context.ts'
import { anchor, list, paragraph, sentence, strong } from '../say.ts'
import { signalBesideReasons } from '../signal-words.ts'
import type { Run } from '../types.ts'

const ruleNames: Record<ExceptionRule, string> = {
  'off-target': 'off target',
  deteriorating: 'deteriorating',
  budget: 'affects the budget',
  risk: 'affects a corporate risk',
}

/** The executive summary: what the dashboard finds, the groups of the year, and every exception with its reasons. */
export const summary: Teller = ({ report, fill }, { empty }) => {
  const { dashboard, summary: year } = report.overview
  const { title, lead } = dashboard.headline
  const groups = year.groups.filter(group => group.items.length > 0)
  const { cards } = report
  const exceptions = cards.map(card => exceptionItem(card, report.overview.exceptions.exceptions))
  return [
    paragraph([strong(sentence(title)), ` ${lead}`]),
    ...(groups.length > 0
      ? [
          paragraph('Over the year:'),
          list(
            groups.map(({ label, items }) => [
              strong(`${label}: `),
              sentence(listed(items.map(item => item.row.indicator.shortName))),
            ]),
          ),
        ]
      : []),
    ...(cards.length > 0
      ? [
          paragraph(
            `${counted(cards.length, 'report card is', 'report cards are')} in this report by exception, each for the reasons given:`,
          ),
          list(exceptions, true),
        ]
      : empty === ''
        ? []
        : [paragraph(fill(empty))]),
  ]
}

/** A card's title, leading to the card, with the reasons why it is reported. */
function exceptionItem(card: CardAnswer, exceptions: readonly ExceptionItem[]): readonly (string | Run)[] {
  const own = exceptions.find(({ row }) => row.indicator.slug === card.row.indicator.slug)
  const beside = signalBesideReasons(own?.signal)
  return [
    { text: card.title, strong: true, to: `#${cardId(card)}` },
    `: ${sentence(reasonsOf(card, exceptions))}${beside}`,
  ]
}

/** Why a card is an exception: "off target (3.56 against a target of 1.5 …) and deteriorating (…)". */
function reasonsOf(card: CardAnswer, exceptions: readonly ExceptionItem[]): string {
  return exceptionsOf(card, exceptions)
    .map(({ row, reasons }) => {
      const told = listed(reasons.map(({ rule, detail }) => `${ruleNames[rule]} (${withoutStop(detail)})`))
      return row.indicator.slug === card.row.indicator.slug ? told : `${row.indicator.shortName}: ${told}`
    })
    .join('; ')
}

/** Why a card is an exception, without what its verdict says already. */
export function briefReasons(card: CardAnswer, exceptions: readonly ExceptionItem[]): string {
  return exceptionsOf(card, exceptions)
    .map(({ row, reasons }) => {
      const isOwn = row.indicator.slug === card.row.indicator.slug
      const said = (rule: ExceptionRule) => isOwn && (rule === 'off-target' || rule === 'deteriorating')
      const told = reasons.map(({ rule, detail }) =>
        said(rule) ? ruleNames[rule] : `${ruleNames[rule]} (${withoutStop(detail)})`,
      )
      return isOwn ? listed(told) : `${row.indicator.shortName}: ${listed(told)}`
    })
    .join('; ')
}

/** What stands in brackets ends with the sentence around it. */
function withoutStop(detail: string): string {
  return detail.replace(/\.$/, '')
}

function exceptionsOf(card: CardAnswer, exceptions: readonly ExceptionItem[]): readonly ExceptionItem[] {
  return exceptions.filter(({ row }) => (row.card ?? row.indicator.slug) === card.slug)
}

/** The anchor of a card's section. */
export function cardId(card: Pick<CardAnswer, 'slug'>): string {
  return anchor(`card-${card.slug}`)
}

/** What members are asked, numbered as the register holds it. */
export const recommendations: Teller = ({ report }) => {
  const asked = report.meeting.recommendations
  if (asked.length === 0) return []
  return [
    list(
      asked.map(({ text, due }) => [strong(sentence(text)), isDueSaid(text, due) ? '' : ` Due by ${dayInWords(due)}.`]),
      true,
    ),
  ]
}

/** Whether a text says by itself when it is due, or it has no such day; the last day of a month is said by its month. */
export function isDueSaid(text: string, due: string): boolean {
  if (due === '') return true
  const day = dayInWords(due)
  return text.includes(day) || (isLastOfMonth(due) && text.includes(day.replace(/^\d+ /, '')))
}

function isLastOfMonth(day: string): boolean {
  return !isDay(`${day.slice(0, 8)}${String(Number(day.slice(8)) + 1).padStart(2, '0')}`)
}

/** The criteria of an exception, with the numbers of the framework. */
export const criteria: Teller = ({ report }) => {
  const { offTargetFrom, movesNeeded } = report.criteria
  const { indicators, exceptions } = report.overview.dashboard.headline.counts
  const share = grouped(String(withoutNoise(offTargetFrom * 100)))
  return [
    list([
      `It is off target: rated Red, or ${share} % or more on the wrong side of its target.`,
      `It is deteriorating: it moved the wrong way ${movesNeeded === 1 ? 'once' : `${numberWord(movesNeeded)} times in a row`}, up to its latest period.`,
      'An officer has linked it with a line of the budget that it puts at risk.',
      'An officer has linked it with a corporate risk that it makes worse.',
    ]),
    paragraph(
      `${exceptions === 0 ? 'None' : grouped(String(exceptions))} of the ${counted(indicators, 'indicator')} ${exceptions === 1 ? 'meets' : 'meet'} a criterion on this occasion.`,
    ),
  ]
}
