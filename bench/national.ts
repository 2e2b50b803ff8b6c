/** What the figures of national publishers cost: loading them, every rank there is, a council's places in a whole framework. */
import { benchmark, loadFigures } from '../src/answers/benchmark/benchmark.ts'
import { frameworkBenchmarks } from '../src/answers/benchmark/framework-benchmarks.ts'
import { findCouncil } from '../src/answers/national/find-council.ts'
import { findGroup } from '../src/answers/national/find-group.ts'
import { findMeasure } from '../src/answers/national/find-measure.ts'
import { loadNational } from '../src/answers/national/national-data.ts'
import { ranks } from '../src/answers/ranks/ranks.ts'
import type { Reader } from '../src/register/index.ts'

const moment = { asAt: '2026-12-31' }

/** The place of every council in every measure and year that there is; how many places that is. */
export async function everyRank(reader: Reader): Promise<number> {
  const data = await loadNational(reader, moment, null)
  const england = findGroup(data, null, 'england')
  const slugs = [...new Set(data.memberships.map(each => each.indicator))]
  const figures = await loadFigures(reader, data, null, slugs)
  let places = 0
  for (const slug of slugs) {
    const measure = findMeasure(data, null, slug)
    const given = figures.get(slug) ?? { published: [], own: [] }
    const years = given.published.filter(fact => fact.payload.value !== null && england.members.has(fact.geography))
    for (const period of new Set(years.map(fact => fact.period)))
      places += ranks(data, given, { measure, group: england, period }).places.length
  }
  return places
}

/** One council's place in one measure, with how sure it is. */
export async function oneBenchmark(reader: Reader): Promise<void> {
  const data = await loadNational(reader, moment)
  const council = findCouncil(data, 'norfolk')
  const measure = findMeasure(data, council, '3A')
  const group = findGroup(data, council, 'england')
  const figures = await loadFigures(reader, data, council, [measure.slug])
  const own = figures.get(measure.slug) ?? { published: [], own: [] }
  benchmark(data, own, { council, measure, group, period: '2016/17' })
}

/** One council's places in the newest ASCOF. */
export async function oneFramework(reader: Reader): Promise<void> {
  const data = await loadNational(reader, moment)
  const council = findCouncil(data, 'norfolk')
  const group = findGroup(data, council, 'england')
  await frameworkBenchmarks(reader, data, { council, group, framework: null, period: null, audience: 'officer' })
}
