import { dayInWords } from '../../shared/words.ts'
import { type Benchmark, benchmark } from '../benchmark/benchmark.ts'
import type { Measure } from '../national/find-measure.ts'
import { editionsOf, measuresOf, type NationalData } from '../national/national-data.ts'
import { NotFound } from '../not-found.ts'
import { askingIn, type Comparing, groupInWords } from './asking.ts'
import { comparedRow } from './compared-row.ts'
import { findingsOf } from './findings.ts'
import { groupsOf } from './groups.ts'
import { groupAmong } from './not-among.ts'
import { sourcesOf } from './sources.ts'
import type { ComparedAnswer, ComparedRow } from './types.ts'

/**
 * A council's profile over all measures of national publishers among a group, each in the latest year with a figure of the council.
 * @throws NotFound when there is no such organisation; NotAmong when there is no such group
 */
export function compared(comparing: Comparing, slug: string, groupAsked: string | null): ComparedAnswer {
  const { data, figures, documents } = comparing
  const { moment } = data
  const { organisation, council, because } = askingIn(data, slug)
  if (!council) return { kind: 'none', organisation, moment, because, sections: ofAllCouncils(comparing) }
  const asked = groupAsked ?? 'england'
  const group = groupAmong(data, council, asked)
  const inWords = groupInWords(data, group)
  const editions = measuresByEdition(data)
  const rowOf = (measure: Measure): ComparedRow[] => {
    const own = figures.get(measure.slug) ?? { published: [], own: [] }
    const answer = unlessNone(() =>
      benchmark(data, own, { council, measure, group, period: null, withoutDraws: true, withoutHistory: true }),
    )
    return answer ? [comparedRow(answer)] : []
  }
  const sections = editions
    .map(({ name, measures }) => ({ name, rows: measures.flatMap(rowOf) }))
    .filter(each => each.rows.length > 0)
  const [newest] = sections
  if (!newest)
    return {
      kind: 'none',
      organisation,
      moment,
      because: `no figure of a national publisher was known on ${dayInWords(moment.asAt)}`,
      sections: [],
    }
  return {
    kind: 'profile',
    organisation,
    moment,
    council: council.name,
    sources: sourcesOf(
      documents,
      sections.flatMap(each => each.rows.flatMap(row => row.documents)),
    ),
    group: { asked, name: group.name, inWords },
    groups: groupsOf(data, council),
    sections,
    findings: findingsOf(newest, council.name, inWords),
  }
}

/** The measures that publishers give of any council. */
function ofAllCouncils({ data, figures }: Comparing) {
  const named = ({ slug, code }: Measure) => {
    const [published] = figures.get(slug)?.published ?? []
    const indicator = published && data.indicators.get(`${published.owner} ${slug}`)
    return indicator ? [{ slug, code, name: indicator.payload.name }] : []
  }
  return measuresByEdition(data)
    .map(({ name, measures }) => ({ name, measures: measures.flatMap(named) }))
    .filter(each => each.measures.length > 0)
}

function unlessNone(make: () => Benchmark): Benchmark | null {
  try {
    return make()
  } catch (error) {
    if (error instanceof NotFound) return null
    throw error
  }
}

/** Every measure once, under the newest edition that numbers it; those of other frameworks of publishers come last. */
function measuresByEdition(data: NationalData): { name: string; measures: Measure[] }[] {
  const seen = new Set<string>()
  const isNew = (measure: string) => !seen.has(measure) && seen.add(measure)
  const editions = editionsOf(data).toReversed()
  const numbered = editions.map((edition, at) => ({
    name: at === 0 ? `ASCOF ${edition}` : `Measures of earlier editions, to ${edition}`,
    measures: measuresOf(data, edition)
      .filter(each => isNew(each.measure))
      .map(({ measure, code }): Measure => ({ slug: measure, code, edition, own: null })),
  }))
  const others = data.memberships.filter(fact => data.publishers.includes(fact.owner) && isNew(fact.indicator))
  const besides = others.map(({ indicator }): Measure => ({ slug: indicator, code: '', edition: '', own: null }))
  return [...numbered, { name: 'Further national measures', measures: besides }]
}
