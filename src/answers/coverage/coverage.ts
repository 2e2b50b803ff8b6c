import type { Reader } from '../../register/index.ts'
import { compareText } from '../../shared/compare-text.ts'
import { codesOf, type NationalData } from '../national/national-data.ts'
import { namesOf } from '../national/reorganised.ts'

/** What a publisher gives of one measure in one year. */
type CoveragePeriod = {
  readonly period: string
  /** Councils with a value. */
  readonly councils: number
  /** Councils without one, by the reason that the publisher gives. */
  readonly suppressed: number
  readonly notAvailable: number
  readonly notApplicable: number
  /** Whether the year is marked as not comparable with others. */
  readonly notComparable: boolean
  readonly documents: readonly string[]
}

type CoverageMeasure = {
  readonly measure: string
  readonly name: string
  readonly publisher: string
  readonly publisherName: string
  /** The newest edition that numbers it; empty where none does. */
  readonly edition: string
  /** Whether it is a population, which figures are divided by and which measures nothing. */
  readonly isPopulation: boolean
  /** What the measure is called in each edition, the newest first. */
  readonly codes: readonly { readonly edition: string; readonly code: string }[]
  /** Measures on the same subject that cannot be put in one line with it. */
  readonly related: readonly string[]
  readonly periods: readonly CoveragePeriod[]
  /** From which years on figures are not comparable with earlier ones, and why. */
  readonly breaks: readonly { readonly from: string; readonly text: string }[]
}

/** A council that began or ended within the years that are known, and whose area it took over. */
type Reorganisation = {
  readonly slug: string
  readonly name: string
  readonly from: string
  readonly to: string
  readonly predecessors: readonly string[]
  readonly predecessorNames: readonly string[]
}

export type CoverageAnswer = {
  /** By the newest edition that numbers them and their codes in it, then those without a code, then populations. */
  readonly measures: readonly CoverageMeasure[]
  readonly reorganisations: readonly Reorganisation[]
}

/** What the files of national publishers hold: of each measure and year how many councils, and from where. */
export async function coverage(reader: Reader, data: NationalData): Promise<CoverageAnswer> {
  const names = new Map(
    (await reader.current(['organisation'], data.moment)).map(({ name, payload }) => [name, payload.name]),
  )
  const ofPublishers = await Promise.all(
    data.publishers.map(owner => reader.current(['observation'], data.moment, { owner, breakdown: '' })),
  )
  const measures = ofPublishers.flatMap(facts => {
    const ofCouncils = facts.filter(fact => data.areas.get(fact.geography)?.payload.type === 'council')
    return [...Map.groupBy(ofCouncils, fact => fact.indicator)].map(([measure, own]): CoverageMeasure => {
      const publisher = String(own[0]?.owner)
      const codes = codesOf(data, measure).map(({ edition, code }) => ({ edition, code }))
      const indicator = data.indicators.get(`${publisher} ${measure}`)
      const periods = [...Map.groupBy(own, fact => fact.period)].map(([period, inYear]): CoveragePeriod => {
        const count = (reason: string) => inYear.filter(fact => fact.payload.reason === reason).length
        const valued = inYear.filter(fact => fact.payload.value !== null)
        return {
          period,
          councils: valued.length,
          suppressed: count('suppressed'),
          notAvailable: count('not_available'),
          notApplicable: count('not_applicable'),
          notComparable: valued.some(fact => fact.payload.marks.includes('not_comparable')),
          documents: [...new Set(valued.map(fact => fact.from.document))].sort(compareText),
        }
      })
      return {
        measure,
        name: indicator?.payload.name ?? measure,
        publisher,
        publisherName: names.get(publisher) ?? publisher,
        edition: codes[0]?.edition ?? '',
        isPopulation: codes.length === 0 && indicator?.payload.unit === 'count',
        codes,
        related: indicator?.payload.related ?? [],
        periods: periods.filter(each => each.councils > 0).sort((a, b) => compareText(a.period, b.period)),
        breaks: data.definitions
          .filter(fact => fact.owner === publisher && fact.indicator === measure && fact.payload.breaks)
          .map(fact => ({ from: fact.payload.from, text: fact.payload.text })),
      }
    })
  })
  measures.sort(inOrder)
  return { measures, reorganisations: reorganisationsOf(data) }
}

function inOrder(a: CoverageMeasure, b: CoverageMeasure): number {
  return (
    Number(a.isPopulation) - Number(b.isPopulation) ||
    compareText(b.edition, a.edition) ||
    compareText(a.codes[0]?.code ?? '', b.codes[0]?.code ?? '') ||
    compareText(a.name, b.name)
  )
}

function reorganisationsOf(data: NationalData): Reorganisation[] {
  return [...data.areas.values()]
    .map(({ name, payload }) => ({
      slug: name,
      name: payload.name,
      from: payload.from ?? '',
      to: payload.to ?? '',
      predecessors: payload.predecessors ?? [],
      predecessorNames: namesOf(data, payload.predecessors ?? []),
    }))
    .filter(each => each.from !== '' || each.to !== '')
    .sort((a, b) => compareText(a.from || a.to, b.from || b.to) || compareText(a.slug, b.slug))
}
