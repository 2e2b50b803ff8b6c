/** The lines that a history is set beside: the family group, the region and England, over the years that are loaded. */
import { groupFigures } from '../../judgement/benchmark/group-figures.ts'
import { valueInWords } from '../../judgement/value/value-in-words.ts'
import { compareText } from '../../shared/compare-text.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { comparePeriods, monthsBetween, type Period, toPeriod } from '../../shared/period/period.ts'
import { roundedText } from '../../shared/rounding.ts'
import { counted, listed } from '../../shared/words.ts'
import { areasBeside, benchmarksOf } from '../areas-beside.ts'
import { type Observation, valuesOf } from '../benchmark/field.ts'
import { definitionBreak } from '../benchmark/previous.ts'
import { decimalsIn, seriesOf, shownAs } from '../benchmark/series.ts'
import { likeOf } from '../compared/groups.ts'
import { indicatorRow } from '../indicator-row.ts'
import type { BenchmarkView, IndicatorView } from '../types.ts'
import type { National } from './national.ts'
import type { Setting } from './path-view.ts'

/** What stands beside a history, and what a reader must know of it. */
export type Beside = {
  readonly lines: readonly BenchmarkView[]
  /** Each line as a sentence, then what parts it, and where the council itself printed another number. */
  readonly sentences: readonly string[]
}

/** The kinds of area that are set beside a council, from the nearest to the widest. */
const kinds = ['group', 'region', 'nation'] as const
type AreaKind = (typeof kinds)[number]

/**
 * A line for each of family group, region and England: as the measure's publisher gives it, with what the council printed of other
 * years; a sentence tells where the council printed another number. A line parts where the definition changed, and where its publisher
 * compares a year with no other (the log of comparability).
 */
export function linesBeside({ slug, data, national }: Setting): Beside {
  const { history, indicator } = indicatorRow(slug, data).view
  const { areas, figures } = areasBeside(data, [slug])
  const shown = { cells: history, decimals: indicator.decimals, asAt: data.moment.asAt }
  const isWhole = typeof national === 'string' || !countsInPart(indicator)
  const chosen = kinds.flatMap((kind): Chosen[] => {
    const [printed] = areas
      .filter(area => area.payload.type === kind)
      .flatMap(area => benchmarksOf({ areas: [area], figures }, slug, shown))
    const published = typeof national === 'string' || !isWhole ? null : publishedLine(national, kind)
    if (published) return [{ ...published, ...filled(published.line, printed, kind), isPublished: true, printed }]
    return printed ? [{ line: printed, note: '', isPublished: false, printed: undefined, asPrinted: [] }] : []
  })
  const lines = chosen.map(({ line }) => line)
  const publishes = chosen.some(({ isPublished }) => isPublished)
  return {
    lines,
    sentences: [
      ...lines.map(line => courseOf(line, indicator)),
      ...chosen.flatMap(({ note }) => (note === '' ? [] : [note])),
      ...chosen.flatMap(each => printedOtherwise(each, indicator)),
      ...ofWhichYears(chosen),
      ...(publishes && typeof national !== 'string' ? partings(national) : []),
      ...(publishes && isOfMonths(indicator)
        ? ['The figures of other areas are of whole years, each set at the last month of its year.']
        : []),
      ...(lines.length === 0 ? [`No line of other areas is drawn: ${whyNone(national, isWhole)}.`] : []),
    ],
  }
}

type Chosen = {
  readonly line: BenchmarkView
  /** Of whom the line is made, where its name does not say it; else empty. */
  readonly note: string
  /** Whether it is made of what the measure's publisher gives. */
  readonly isPublished: boolean
  /** What the council printed of the area, where another line is drawn. */
  readonly printed: BenchmarkView | undefined
  /** The years of which the line draws what the council printed, as the publisher gives none. */
  readonly asPrinted: readonly Period[]
}

type Published = Pick<Chosen, 'line' | 'note'>

function whyNone(national: Setting['national'], isWhole: boolean): string {
  if (typeof national === 'string') return national
  return isWhole
    ? 'nobody publishes figures of the family group, the region or England'
    : 'others publish the number of a whole year, which is not that of a month'
}

/** Whether a figure counts what happened in a part of a year, so that a whole year's is another number. */
function countsInPart({ kind, unit, frequency }: IndicatorView): boolean {
  return kind === 'in_period' && unit !== 'percent' && (frequency === 'monthly' || frequency === 'quarterly')
}

function isOfMonths({ frequency }: IndicatorView): boolean {
  return frequency === 'monthly' || frequency === 'quarterly'
}

/**
 * A published line with what the council printed of the years that its publisher does not give. A mean of councils is no line with
 * what was printed of the group, whose method is not known.
 */
function filled(
  line: BenchmarkView,
  printed: BenchmarkView | undefined,
  kind: AreaKind,
): Pick<Chosen, 'line' | 'asPrinted'> {
  const given = new Set(line.figures.map(({ period }) => period))
  const more = (printed?.figures ?? []).filter(({ period, value }) => value !== null && !given.has(period))
  const all = [...line.figures, ...more].sort((a, b) => comparePeriods(a.period, b.period))
  const figures = all.map((figure, at) => {
    const before = all[at - 1]
    const isOtherMethod = kind === 'group' && before && more.includes(before) !== more.includes(figure)
    const isNext = before && monthsBetween(before.period, figure.period) <= 24
    return isOtherMethod && isNext ? { ...figure, marks: [...new Set([...figure.marks, 'break' as const])] } : figure
  })
  return { line: { ...line, figures }, asPrinted: more.map(({ period }) => period) }
}

/** The line of an area by the measure's publisher; of the family group the mean of its councils. */
function publishedLine(national: National, kind: AreaKind): Published | null {
  const { data, council } = national
  if (kind === 'group') return groupLine(national)
  const slug = kind === 'nation' ? 'england' : String(council.area.payload.region ?? '')
  const name = data.areas.get(slug)?.payload.name
  const own = ofPublisher(national).filter(fact => fact.geography === slug)
  if (name === undefined || own.length === 0) return null
  const figures = own.map(fact => ({
    period: fact.period,
    value: String(fact.payload.value),
    isAlone: standsAlone(fact),
    marks: fact.payload.marks,
  }))
  return { line: { name, figures: parted(national, figures) }, note: '' }
}

/** The fewest councils of which a mean is drawn. */
const fewest = 3

function groupLine(national: National): Published | null {
  const { data, council, figures: all, publisher, measure } = national
  const group = likeOf(data, council)
  if (!group) return null
  const indicator = data.indicators.get(`${publisher} ${measure.slug}`)?.payload
  if (!indicator) return null
  const decimals = decimalsIn(indicator, seriesOf(all.published, publisher))
  const members = ofPublisher(national).filter(fact => group.members.has(fact.geography))
  const years = [...Map.groupBy(members, fact => fact.period)].flatMap(([period, facts]) => {
    const mean = groupFigures(valuesOf(facts))
    return mean && mean.councils >= fewest ? [{ period, facts, mean }] : []
  })
  if (years.length === 0) return null
  const name = `${group.name}, mean`
  const numbers = years.map(({ mean }) => mean.councils)
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  return {
    line: {
      name,
      figures: parted(
        national,
        years.map(({ period, facts, mean }) => ({
          period,
          value: roundedText(mean.mean, decimals),
          isAlone: facts.some(standsAlone),
          marks: [],
        })),
      ),
    },
    note: `The line of the ${lowerFirst(group.name)} is the mean of ${least === most ? counted(most, 'council') : `${least} to ${counted(most, 'council')}`}, each counting once.`,
  }
}

type Year = {
  readonly period: string
  readonly value: string
  /** Whether its publisher compares the year with no other. */
  readonly isAlone: boolean
  readonly marks: BenchmarkView['figures'][number]['marks']
}

/** Years in order, with a break wherever two neighbours are not under one definition. */
function parted({ data, publisher, measure }: National, years: readonly Year[]): BenchmarkView['figures'] {
  const ordered = [...years].sort((a, b) => compareText(a.period, b.period))
  return ordered.map(({ period, value, isAlone, marks }, at) => {
    const before = ordered[at - 1]
    const isParted =
      before !== undefined &&
      (isAlone ||
        before.isAlone ||
        definitionBreak(data, { publisher, measure: measure.slug }, before.period, period) !== null)
    return {
      period: toPeriod(period),
      value: Number(value),
      shown: shownAs(value),
      reason: null,
      marks: isParted && !marks.includes('break') ? [...marks, 'break' as const] : marks,
    }
  })
}

function standsAlone({ payload }: Observation): boolean {
  return payload.marks.includes('not_comparable')
}

/** What the measure's publisher gives a value of. */
function ofPublisher({ figures, publisher }: National): Observation[] {
  return figures.published.filter(fact => fact.owner === publisher && fact.payload.value !== null)
}

/** Between which years no line leads, as the definition changed there. */
function partings(national: National): string[] {
  const { data, publisher, measure } = national
  const periods = [...new Set(ofPublisher(national).map(({ period }) => period))].sort(compareText)
  return periods.flatMap((period, at) => {
    const before = periods[at - 1]
    const why = before && definitionBreak(data, { publisher, measure: measure.slug }, before, period)
    return why ? [`No line leads from ${before} to ${period}. ${why.replace(/\.?$/, '.')}`] : []
  })
}

/** A line as a sentence. @example 'England: from 5.8 % in 2015/16 to 6.0 % in 2018/19.' */
function courseOf({ name, figures }: BenchmarkView, { unit }: IndicatorView): string {
  const known = figures.filter(({ value }) => value !== null)
  const [first] = known
  const last = known.at(-1)
  if (!first || !last) return `${name}: no value.`
  const said = (figure: typeof first) =>
    `${valueInWords(String(figure.shown), unit)} in ${periodInWords(figure.period)}`
  return first === last ? `${name}: ${said(last)}.` : `${name}: from ${said(first)} to ${said(last)}.`
}

/** Where the council printed another number than the line draws. */
function printedOtherwise({ line, printed }: Chosen, { unit }: IndicatorView): string[] {
  return (printed?.figures ?? []).flatMap(figure => {
    const drawn = line.figures.find(each => monthsBetween(each.period, figure.period) === 0)
    if (!drawn || figure.value === null || drawn.value === null || figure.value === drawn.value) return []
    return [
      `The council’s own document prints ${valueInWords(String(figure.shown), unit)} for ${printed?.name} in ${periodInWords(figure.period)}, where the line draws ${valueInWords(String(drawn.shown), unit)}.`,
    ]
  })
}

function ofWhichYears(chosen: readonly Chosen[]): string[] {
  const years = [...new Set(chosen.flatMap(({ asPrinted }) => asPrinted))].sort(comparePeriods)
  return years.length === 0
    ? []
    : [
        `Of ${listed(years.map(periodInWords))} the lines draw what the council’s own document prints, as the publisher gives nothing of it.`,
      ]
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
