import type { Reader } from '../../register/index.ts'
import { ofKind } from '../../shared/facts.ts'
import { terms } from '../glossary/terms.data.ts'
import type { Moment } from '../types.ts'
import type { Searchable } from './search.ts'

/** What can be found of an organisation's register at a moment: its indicators, report cards and actions. */
export async function searchable(reader: Reader, owner: string, moment: Moment): Promise<Searchable[]> {
  const kinds = ['indicator', 'membership', 'framework', 'card', 'action', 'action_update'] as const
  const facts = await reader.current(kinds, moment, { owner })
  const frameworks = new Map(ofKind(facts, 'framework').map(fact => [fact.name, fact.payload.name]))
  const memberships = Map.groupBy(
    ofKind(facts, 'membership').filter(fact => fact.payload.member),
    fact => fact.indicator,
  )
  const indicators = ofKind(facts, 'indicator').map(({ indicator, payload }) => {
    const { name, shortName, description, topic, numeratorLabel, denominatorLabel, lead, dataOwner } = payload
    const places = memberships.get(indicator) ?? []
    const references = places.map(fact => fact.payload.reference)
    return {
      kind: 'indicator' as const,
      name: indicator,
      title: name,
      also: given([shortName, ...references, indicator]).filter(each => each !== name),
      text: given([
        description,
        topic,
        numeratorLabel,
        denominatorLabel,
        lead,
        dataOwner,
        ...places.map(fact => frameworks.get(fact.name) ?? ''),
      ]).join('. '),
      indicator,
    }
  })
  const cards = ofKind(facts, 'card').map(({ name, payload }) => ({
    kind: 'card' as const,
    name,
    title: payload.title,
    also: [],
    text: withoutMarkdown(
      given([payload.why, payload.explains, payload.success, payload.action, payload.linked, payload.lead]).join(' '),
    ),
    indicator: payload.indicators[0] ?? '',
  }))
  const updates = Map.groupBy(ofKind(facts, 'action_update'), fact => fact.payload.action)
  const actions = ofKind(facts, 'action').map(({ name, payload }) => ({
    kind: 'action' as const,
    name,
    title: payload.description,
    also: [],
    text: withoutMarkdown(
      given([payload.ownerRole, payload.note, ...(updates.get(name) ?? []).map(fact => fact.payload.text)]).join(' '),
    ),
    indicator: payload.indicators[0] ?? '',
  }))
  return [...indicators, ...cards, ...actions]
}

/** The terms of the glossary, to be found. */
export const searchableTerms: readonly Searchable[] = terms.map(({ slug, term, also, means }) => ({
  kind: 'term',
  name: slug,
  title: term,
  also,
  text: means.join(' '),
  indicator: '',
}))

const given = (texts: readonly string[]) => [...new Set(texts.filter(text => text !== ''))]

/** A text without the signs of Markdown, on one line. */
function withoutMarkdown(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^[ \t]*(?:#{1,6}|[-*+>]|\d+\.)[ \t]+/gm, '')
    .replace(/[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
