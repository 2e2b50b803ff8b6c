import type { Reader } from '../../register/index.ts'
import type { Audience } from '../../shared/audience.ts'
import type { Council } from '../national/find-council.ts'
import type { Group } from '../national/find-group.ts'
import type { Measure } from '../national/find-measure.ts'
import { codesOf, editionsOf, measureOfOwn, measuresOf, type NationalData } from '../national/national-data.ts'
import { NotFound } from '../not-found.ts'
import { type Benchmark, benchmark, loadFigures } from './benchmark.ts'

/** A council's places in all measures of a framework. */
export type FrameworkBenchmarks = {
  readonly framework: string
  readonly benchmarks: readonly Benchmark[]
  /** Measures that cannot be compared in the period, and why. */
  readonly without: readonly { readonly measure: Measure; readonly because: string }[]
}

/**
 * A council's places in the measures of a framework: one of its own, whose indicators that are national measures count with the
 * council's own figures, or an edition of a publisher.
 * @param framework its slug; null: the newest edition of the ASCOF
 * @throws NotFound when there is no such framework
 */
export async function frameworkBenchmarks(
  reader: Reader,
  data: NationalData,
  asked: {
    readonly council: Council
    readonly group: Group
    readonly framework: string | null
    readonly period: string | null
    readonly audience: Audience
  },
): Promise<FrameworkBenchmarks> {
  const { council } = asked
  const { slug, measures } = measuresIn(data, council, asked.framework)
  const figures = await loadFigures(
    reader,
    data,
    council,
    measures.map(measure => measure.slug),
    asked.audience,
  )
  const benchmarks: Benchmark[] = []
  const without: { measure: Measure; because: string }[] = []
  for (const measure of measures) {
    try {
      const own = figures.get(measure.slug) ?? { published: [], own: [] }
      benchmarks.push(benchmark(data, own, { ...asked, measure }))
    } catch (error) {
      if (!(error instanceof NotFound)) throw error
      without.push({ measure, because: error.message })
    }
  }
  return { framework: slug, benchmarks, without }
}

function measuresIn(
  data: NationalData,
  { organisation, name }: Council,
  framework: string | null,
): { slug: string; measures: Measure[] } {
  if (organisation !== null && data.frameworks.some(each => each.owner === organisation && each.name === framework)) {
    const members = data.memberships
      .filter(fact => fact.owner === organisation && fact.name === framework)
      .sort((a, b) => a.payload.order - b.payload.order)
    const measures = members.flatMap(({ indicator }): Measure[] => {
      const measure = measureOfOwn(data, organisation, indicator)
      const [newest] = measure === null ? [] : codesOf(data, measure)
      return measure === null
        ? []
        : [{ slug: measure, code: newest?.code ?? '', edition: newest?.edition ?? '', own: indicator }]
    })
    if (measures.length > 0) return { slug: String(framework), measures }
    throw new NotFound(`No indicator of ${name}’s framework ${framework} is known as a national measure`)
  }
  const editions = data.frameworks.filter(fact => data.publishers.includes(fact.owner) && fact.payload.name === 'ASCOF')
  const newest = editionsOf(data).at(-1)
  const chosen = editions.find(fact => (framework === null ? fact.payload.edition === newest : fact.name === framework))
  if (!chosen) {
    const names = [...new Set(editions.map(fact => fact.name))].join(', ')
    throw new NotFound(`There is no framework called ${framework}: the publishers’ are ${names}`)
  }
  const measures = measuresOf(data, chosen.payload.edition).map(each => ({
    slug: each.measure,
    code: each.code,
    edition: each.edition,
    own: null,
  }))
  return { slug: chosen.name, measures }
}
