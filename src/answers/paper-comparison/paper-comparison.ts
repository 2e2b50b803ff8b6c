/** A council's figures beside those of other councils, as the paper of a meeting shows them. */
import { outlierSide } from '../../judgement/outlier/outlier.ts'
import type { Reader } from '../../register/index.ts'
import { lastMonth, toPeriod, yearBefore, yearOf } from '../../shared/period/period.ts'
import { dayInWords } from '../../shared/words.ts'
import { type Benchmark, benchmark, loadFigures, type MeasureFigures } from '../benchmark/benchmark.ts'
import { valuesOf } from '../benchmark/field.ts'
import { shownAs } from '../benchmark/series.ts'
import { askingIn, type Comparing, groupInWords } from '../compared/asking.ts'
import { comparedRow } from '../compared/compared-row.ts'
import { measureCompared } from '../compared/measure-compared.ts'
import type { Council } from '../national/find-council.ts'
import { findGroup } from '../national/find-group.ts'
import { findMeasure, type Measure } from '../national/find-measure.ts'
import {
  codesOf,
  councilsOf,
  editionFor,
  loadNational,
  measureOfOwn,
  measuresOf,
  type NationalData,
} from '../national/national-data.ts'
import { NotFound } from '../not-found.ts'
import type { Moment } from '../types.ts'
import type { ComparisonWish, GroupPlace, MeasureComparison, PaperComparison } from './types.ts'

/** After every day on which anything was known. */
export const everKnown = '9999-12-31'

type Asked = {
  readonly owner: string
  readonly meetingDay: string
  readonly moment: Moment
  readonly wish: ComparisonWish
}

/**
 * What a paper says of a council among others. Only what was known on the day of the meeting counts, unless the paper asks for what
 * was published later; then no year counts that had not ended by the meeting. Every figure is a publisher's: none that the council
 * holds itself is in it, so that no small number of its own can stand here.
 */
export async function paperComparison(
  reader: Reader,
  { owner, meetingDay, moment, wish }: Asked,
): Promise<PaperComparison> {
  const data = await loadNational(reader, wish.publishedLater ? { ...moment, asAt: everKnown } : moment)
  const nothing = (because: string, council = ''): PaperComparison => ({
    asked: wish,
    council,
    measures: [],
    because,
    without: [],
    missingGroups: [],
    documents: [],
  })
  if (councilsOf(data).length === 0)
    return nothing(`no figure of a national publisher was known ${when(wish, meetingDay)}`)
  const { council } = askingIn(data, owner)
  if (!council) return nothing('the council is not among those of the publishers’ files')
  const { measures, unknown } = measuresWanted(data, council, wish, meetingDay)
  const slugs = [...new Set(measures.map(each => each.measure.slug))]
  const figures = await loadFigures(reader, data, null, slugs)
  const ended = new Map([...figures].map(([slug, own]) => [slug, endedBy(own, meetingDay)]))
  const sources = await reader.current(['source'], data.moment)
  const comparing: Comparing = {
    data,
    figures: ended,
    documents: new Map(sources.map(({ name, payload }) => [name, payload])),
  }
  const groups = wish.groups.map(asked => ({ asked, group: groupNamed(data, council, asked) }))
  const known = groups.filter(each => each.group !== null)
  const found: MeasureComparison[] = []
  const without = [...unknown]
  for (const { measure, asked, name } of measures) {
    const own = ended.get(measure.slug) ?? { published: [], own: [] }
    const made = compared(comparing, {
      owner,
      council,
      measure,
      asked,
      figures: own,
      groups: known.map(each => each.asked),
    })
    if (made) found.push(made)
    else without.push({ name, because: whyNone(council, figures.get(measure.slug), wish, meetingDay) })
  }
  if (found.length === 0 && without.length === 0)
    return nothing(`no figure of a national publisher was known ${when(wish, meetingDay)}`, council.name)
  const used = new Set(found.flatMap(each => documentsOf(ended.get(each.slug), each.row.publisher, each.row.period)))
  return {
    asked: wish,
    council: council.name,
    measures: found,
    because: found.length === 0 ? `no figure of ${council.name} was known ${when(wish, meetingDay)}` : '',
    without,
    missingGroups: groups.filter(each => each.group === null).map(each => each.asked),
    documents: sources
      .filter(fact => used.has(fact.name))
      .map(({ payload: { title, publisher, date } }) => ({ title, publisher, day: date }))
      .sort((a, b) => a.day.localeCompare(b.day, 'en')),
  }
}

function when({ publishedLater }: ComparisonWish, meetingDay: string): string {
  return publishedLater ? 'to the register' : `on ${dayInWords(meetingDay)}`
}

type Wanted = { readonly asked: string; readonly name: string; readonly measure: Measure }

/** The measures that are wanted, and those that nobody publishes, with the reason. */
function measuresWanted(data: NationalData, council: Council, { framework, measures }: ComparisonWish, day: string) {
  const edition = editionOn(data, day)
  const wanted: Wanted[] = []
  const unknown: { name: string; because: string }[] = []
  const add = (asked: string, measure: Measure) => {
    if (!wanted.some(each => each.measure.slug === measure.slug))
      wanted.push({ asked, name: nameOf(data, measure.slug, edition), measure: { ...measure, own: null } })
  }
  for (const asked of measures.length > 0 ? measures : ofFramework(data, council, framework, edition)) {
    try {
      add(asked, findMeasure(data, council, asked))
    } catch (error) {
      if (!(error instanceof NotFound)) throw error
      unknown.push({ name: asked, because: 'no publisher gives it' })
    }
  }
  return { measures: wanted, unknown }
}

/** The edition of the ASCOF by which the last year was numbered that had ended by a day. */
function editionOn(data: NationalData, day: string): string | null {
  const lastMonthBefore = toPeriod(day.slice(0, 7))
  return editionFor(data, yearBefore(yearOf(lastMonthBefore)))
}

/** The measures of a council's framework in its order, or of an edition of the ASCOF. */
function ofFramework(
  data: NationalData,
  { organisation }: Council,
  framework: string | null,
  edition: string | null,
): string[] {
  if (framework === null || organisation === null)
    return edition === null ? [] : measuresOf(data, edition).map(each => each.measure)
  return data.memberships
    .filter(fact => fact.owner === organisation && fact.name === framework)
    .sort((a, b) => a.payload.order - b.payload.order)
    .flatMap(({ indicator }) => measureOfOwn(data, organisation, indicator) ?? [])
}

function nameOf(data: NationalData, slug: string, edition: string | null): string {
  const found = data.publishers.map(owner => data.indicators.get(`${owner} ${slug}`)).find(each => each !== undefined)
  return [codeIn(data, slug, edition), found?.payload.name ?? slug].filter(Boolean).join(' ')
}

/** What an edition calls a measure; empty where it has none, as a code means another measure in another edition. */
function codeIn(data: NationalData, slug: string, edition: string | null): string {
  return codesOf(data, slug).find(each => each.edition === edition)?.code ?? ''
}

/** Figures of years that had ended by a day: no paper knows a year that was still to come. */
function endedBy({ published, own }: MeasureFigures, day: string): MeasureFigures {
  return { published: published.filter(fact => lastMonth(toPeriod(fact.period)) < day.slice(0, 7)), own }
}

function groupNamed(data: NationalData, council: Council, asked: string) {
  try {
    return findGroup(data, council, asked)
  } catch (error) {
    if (error instanceof NotFound) return null
    throw error
  }
}

function documentsOf(figures: MeasureFigures | undefined, publisher: string, period: string): string[] {
  const own = figures?.published.filter(fact => fact.owner === publisher && fact.period === period) ?? []
  return own.map(fact => fact.from.document)
}

/** Why a measure cannot be compared: nothing of it is published, or only of later years. */
function whyNone(council: Council, all: MeasureFigures | undefined, wish: ComparisonWish, day: string): string {
  const years = (all?.published ?? [])
    .filter(fact => fact.geography === council.slug && fact.payload.value !== null)
    .map(fact => fact.period)
    .sort()
  const [first] = years
  if (first === undefined) return `no figure of ${council.name} was known ${when(wish, day)}`
  return `the publishers’ files that the register holds give it from ${first} on, which had not ended by the meeting`
}

type Comparable = {
  readonly owner: string
  readonly council: Council
  readonly measure: Measure
  readonly asked: string
  readonly figures: MeasureFigures
  readonly groups: readonly string[]
}

/** One measure in the latest year with a figure of the council; null where it has none. */
function compared(
  comparing: Comparing,
  { owner, council, measure, asked, figures, groups }: Comparable,
): MeasureComparison | null {
  const { data } = comparing
  if (!figures.published.some(fact => fact.geography === council.slug && fact.payload.value !== null)) return null
  const england = measureCompared(comparing, owner, { measure: measure.slug, group: null, period: null })
  const period = england.row.period
  const answers = ['england', ...groups].map(group =>
    benchmark(data, figures, {
      council,
      measure,
      group: findGroup(data, council, group),
      period,
      // How sure the place in England is has been drawn already.
      withoutDraws: group === 'england',
    }),
  )
  const previous = answers[0]?.previous
  return {
    asked,
    slug: measure.slug,
    row: { ...england.row, code: codeIn(data, measure.slug, editionFor(data, period)) },
    before: previous ? { period: previous.period, value: previous.value } : null,
    places: answers.map((answer, at) => {
      const place = placeIn(data, answer, ['england', ...groups][at] ?? '')
      return at === 0 ? { ...place, between: england.between } : place
    }),
    councils: england.councils,
    marks: answers[0]?.marks ?? [],
  }
}

function placeIn(data: NationalData, answer: Benchmark, asked: string): GroupPlace {
  const { group, figures, value, published, quartile, interval } = answer
  const members = answer.entrants.filter(fact => group.members.has(fact.geography))
  return {
    asked,
    name: group.name,
    inWords: groupInWords(data, group),
    whole: published && { value: published.value, shown: shownAs(String(published.value)) },
    members: [...group.members],
    figures,
    row: comparedRow(answer),
    quartile,
    between: interval,
    outlier: value === null ? null : outlierSide(value, valuesOf(members)),
  }
}
