import type { Reader } from '../../register/index.ts'
import { compareText } from '../../shared/compare-text.ts'
import type { Fact } from '../../shared/facts.ts'
import { comparePeriods, type Period, shiftMonths, toPeriod, typeOf, yearOf } from '../../shared/period/period.ts'
import { roundedText } from '../../shared/rounding.ts'
import { yearValuesOf } from '../../shared/year-values.ts'
import { type FrameworkData, frameworkView } from '../framework-data.ts'
import { frameworkWith } from '../indicator/indicator.ts'
import { observationsThatHold } from '../indicator-cells.ts'
import { indicatorRow } from '../indicator-row.ts'
import { loadNational } from '../national/national-data.ts'
import { NotFound } from '../not-found.ts'
import type { Moment } from '../types.ts'
import { ageGroupsOf } from './age-groups.ts'
import { chartHistory, withYearsOf } from './chart-cells.ts'
import { keptPath } from './kept.ts'
import { linesBeside } from './lines-beside.ts'
import { groupOptions, nationalOf, populationsOf } from './national.ts'
import { isFullYear, mayStart, pathView, type Setting } from './path-view.ts'
import { relatedSentences } from './related.ts'
import type { AskedPath, PathVersion, PathView, WorkbenchAnswer } from './types.ts'

/** For how many years to come targets can be set at a time. */
const mostYears = 6

export type WorkbenchQuestion = {
  readonly owner: string
  readonly slug: string
  readonly moment: Moment
  /** What the form asks for; null: nothing yet. */
  readonly asked: AskedPath | null
}

/**
 * Everything that a target is set by: the history of an indicator beside other areas, the path that is kept, and what the path asked
 * for would mean. For officers alone.
 * @throws NotFound when the organisation or the indicator is not known at the moment
 */
export async function workbench(reader: Reader, question: WorkbenchQuestion): Promise<WorkbenchAnswer> {
  const { owner, slug, moment, asked } = question
  const data = await frameworkWith(reader, { owner, framework: null, slug, moment, audience: 'officer' })
  if (!data.indicators.has(slug))
    throw new NotFound(`${data.organisation.name} has no indicator called ${slug} on ${moment.asAt}`)
  const [setting, saved] = await Promise.all([
    settings(reader, data).then(of => of(slug)),
    versionsOf(reader, data, slug),
  ])
  return workbenchOf(setting, moment, asked, saved)
}

/** The same of what is loaded already. */
export function workbenchOf(
  setting: Setting,
  moment: Moment,
  asked: AskedPath | null,
  { versions, seen, facts }: SavedVersions,
): WorkbenchAnswer {
  const { slug, data, national, populations } = setting
  const row = indicatorRow(slug, data)
  const { indicator, history } = row.view
  const fact = data.targetPaths.find(each => each.indicator === slug)
  const drawn = asked && pathView(asked, setting, null)
  const kept = fact ? keptPath(fact, setting, facts) : null
  const beside = linesBeside(setting)
  const withLines = (path: PathView): PathView => ({ ...path, cells: withYearsOf(path.cells, beside.lines, setting) })
  return {
    organisation: data.organisation,
    framework: frameworkView(data.framework),
    moment,
    indicator,
    areaName: data.areaName,
    history: withYearsOf(chartHistory(setting), beside.lines, setting),
    current: currentOf(slug, data),
    baselines: baselinesOf(history.filter(({ period }) => mayStart(period, row.series))),
    years: yearsToCome(history, moment),
    benchmarks: beside.lines,
    beside: beside.sentences,
    related: relatedSentences(slug, data),
    groups: typeof national === 'string' ? [] : groupOptions(national),
    populations: [...populations].map(([each, known]) => ({
      slug: each,
      name: known.projections.length > 0 ? `${nameOf(each)}, projected` : nameOf(each),
    })),
    kept: kept && { ...kept, path: withLines(kept.path) },
    asked: drawn === null || typeof drawn === 'string' ? null : withLines(drawn),
    refusal: typeof drawn === 'string' ? drawn : '',
    versions,
    seen,
    ageGroups: ageGroupsOf(slug, data),
  }
}

/** What paths of indicators are drawn and judged in; what publishers give is loaded once for all. */
export async function settings(reader: Reader, data: FrameworkData): Promise<(slug: string) => Promise<Setting>> {
  const national = await loadNational(reader, data.moment)
  const populations = await populationsOf(reader, national, data)
  return async slug => ({
    slug,
    data,
    national: await nationalOf(reader, national, data.organisation.slug, slug),
    populations,
  })
}

function nameOf(population: string): string {
  const ages = { 'population-18-64': 'People aged 18 to 64', 'population-65-plus': 'People aged 65 and over' }
  return ages[population as keyof typeof ages] ?? 'The whole population'
}

/** The latest figure, whether of the indicator's own kind of period or not. */
export function currentOf(slug: string, data: FrameworkData): WorkbenchAnswer['current'] {
  const { decimals } = indicatorRow(slug, data).series
  const latest = observationsThatHold(slug, data).findLast(({ payload }) => payload.value !== null)
  if (!latest || latest.payload.value === null) return null
  const printed = latest.payload.value.split('.')[1]?.length ?? 0
  return {
    period: toPeriod(latest.period),
    shown: roundedText(Number(latest.payload.value), Math.max(decimals, printed)),
  }
}

function baselinesOf(history: WorkbenchAnswer['history']): WorkbenchAnswer['baselines'] {
  return history
    .filter(cell => cell.value !== null)
    .map(({ period, shown }) => ({ period, shown: String(shown) }))
    .reverse()
    .slice(0, 24)
}

/** The years after the latest full year with a figure, or from the latest figure's own year on unless that is over. */
function yearsToCome(history: WorkbenchAnswer['history'], { asAt }: Moment): Period[] {
  const known = history.filter(cell => cell.value !== null).map(cell => cell.period)
  const full = known.findLast(period => typeOf(period) === 'year')
  const latest = full ?? known.at(-1)
  const own = yearOf(latest ?? toPeriod(asAt.slice(0, 7)))
  const first = latest && isFullYear(latest) ? shiftMonths(own, 12) : own
  return Array.from({ length: mostYears }, (_, at) => shiftMonths(first, at * 12))
}

/** Every version that was saved of a path, as it is listed and as it is recorded. */
export type SavedVersions = Pick<WorkbenchAnswer, 'versions' | 'seen'> & {
  readonly facts: readonly Fact<'target_path'>[]
}

/** Every version of the paths of some indicators, in the order of recording. */
export function pathsSaved(
  reader: Reader,
  { slug, geography }: FrameworkData['organisation'],
  indicators: readonly string[],
): Promise<Fact<'target_path'>[]> {
  return reader.history(['target_path'], { owner: slug, indicators, geographies: [geography], breakdown: '' })
}

async function versionsOf(
  reader: Reader,
  { organisation, moment }: FrameworkData,
  slug: string,
): Promise<SavedVersions> {
  const facts = await pathsSaved(reader, organisation, [slug])
  const people = await reader.people()
  const isKnown = ({ knownOn, recordedAt }: Fact<'target_path'>) =>
    knownOn <= moment.asAt && (moment.recordedBefore === undefined || recordedAt < moment.recordedBefore)
  const versions: PathVersion[] = facts
    .filter(isKnown)
    .sort((a, b) => compareText(b.knownOn, a.knownOn) || b.seq - a.seq)
    .map(({ seq, knownOn, recordedAt, actor, payload: { state, targets, agreedBy, agreedOn, note } }) => ({
      seq,
      state,
      knownOn,
      recordedAt,
      who: people.get(actor)?.name ?? '',
      targets: (yearValuesOf(targets) ?? [])
        .sort((a, b) => comparePeriods(a.period, b.period))
        .map(({ period, value }) => `${value} in ${period}`)
        .join(', '),
      agreedBy,
      agreedOn,
      note,
    }))
  return { versions, seen: facts.at(-1)?.seq ?? null, facts }
}
