import type { FrameworkData } from '../framework-data.ts'
import type { LinkedIndicator } from './types.ts'

/**
 * The indicators that stand beside one, each with why: what the words of its report card say, those that share its card, those
 * on the same subject on another basis. Each once, under the first reason.
 */
export function linkedIndicators(slug: string, data: FrameworkData): LinkedIndicator[] {
  const nameOf = (each: string) =>
    data.indicators.get(each)?.payload.shortName || data.indicators.get(each)?.payload.name
  const cards = data.cards.filter(card => card.payload.indicators.includes(slug))
  const fromWords = cards.flatMap(card => (card.payload.linked === '' ? [] : [fromText(card.payload.linked, data)]))
  const shared = cards.flatMap(({ payload: { title, indicators, supplementary } }) =>
    [...indicators, ...supplementary].map(each => ({ slug: each, why: `Stands on the same report card, “${title}”.` })),
  )
  const supported = data.cards
    .filter(card => card.payload.supplementary.includes(slug))
    .flatMap(({ payload: { title, indicators } }) =>
      indicators.map(each => ({ slug: each, why: `This one helps to explain it on the report card “${title}”.` })),
    )
  const related = [
    ...(data.indicators.get(slug)?.payload.related ?? []),
    ...[...data.indicators.values()].filter(fact => fact.payload.related.includes(slug)).map(fact => fact.indicator),
  ].map(each => ({ slug: each, why: 'The same subject, counted on another basis.' }))
  const named = [...shared, ...supported, ...related].flatMap(each => {
    const name = nameOf(each.slug)
    return each.slug === slug || name === undefined ? [] : [{ ...each, name }]
  })
  const all: LinkedIndicator[] = [...fromWords, ...named]
  return all.filter(
    (each, at) => all.findIndex(other => (other.slug ?? other.name) === (each.slug ?? each.name)) === at,
  )
}

/** "Delayed transfers: the two trade off." names what it speaks of before the colon. */
function fromText(text: string, data: FrameworkData): LinkedIndicator {
  const [, before = '', after = ''] = /^([^:\n]{1,120}):\s*([\s\S]+)$/.exec(text) ?? []
  if (before === '') return { name: text, slug: null, why: '' }
  return { name: before, slug: indicatorNamed(before, data), why: after.charAt(0).toUpperCase() + after.slice(1) }
}

/** The indicator that has this name, or whose report card has it. */
function indicatorNamed(name: string, data: FrameworkData): string | null {
  const isIt = (other: string) => other.toLowerCase() === name.trim().toLowerCase()
  const own = [...data.indicators.values()].find(({ payload }) => isIt(payload.name) || isIt(payload.shortName))
  return own?.indicator ?? data.cards.find(card => isIt(card.payload.title))?.payload.indicators[0] ?? null
}
