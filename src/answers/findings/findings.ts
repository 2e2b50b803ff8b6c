import type { Reader } from '../../register/index.ts'
import { ofKind } from '../../shared/facts.ts'
import type { Period } from '../../shared/period/period.ts'
import type { FrameworkData } from '../framework-data.ts'
import { cellsOf, observationsThatHold } from '../indicator-cells.ts'
import { indicatorRow } from '../indicator-row.ts'
import type { Moment, OrganisationView } from '../types.ts'
import { withUnit } from '../wording.ts'

/** An indicator as a finding names it. */
type Named = { readonly slug: string; readonly name: string }

/** Where a document and the rules disagree, or a document with itself, as somebody wrote it down. */
export type Finding = {
  readonly slug: string
  readonly subject: string
  readonly printed: string
  /** What the rules or the figures give; empty where only two printed things disagree. */
  readonly given: string
  readonly why: string
  readonly indicators: readonly Named[]
}

/** A printed value that its own counts do not give. */
export type Mismatch = {
  readonly indicator: Named
  readonly period: Period
  readonly counts: string
  /** With the unit, as the document has it. */
  readonly printed: string
  readonly computed: string
  /** The value that pages show and rules judge. */
  readonly shown: string
  /** Title of the document, and the place in the file that was read. */
  readonly document: string
  readonly place: string
}

export type FindingsAnswer = {
  readonly organisation: OrganisationView
  readonly moment: Moment
  /** In the order in which the documents appeared, each with its parts. */
  readonly documents: readonly {
    readonly slug: string
    readonly title: string
    readonly date: string
    readonly parts: readonly { readonly place: string; readonly findings: readonly Finding[] }[]
  }[]
  readonly mismatches: readonly Mismatch[]
}

/**
 * The findings known of an organisation's documents, and those that its figures give by themselves: values that are not what
 * their counts give.
 * @param frameworks every framework of the organisation, as its reader may see it
 */
export async function findings(
  reader: Reader,
  frameworks: readonly [FrameworkData, ...FrameworkData[]],
): Promise<FindingsAnswer> {
  const [{ organisation, moment, indicators }] = frameworks
  const facts = await reader.current(['finding', 'source'], moment, { owner: organisation.slug })
  const sources = new Map(ofKind(facts, 'source').map(fact => [fact.name, fact.payload]))
  const nameOf = (slug: string): Named[] => {
    const fact = indicators.get(slug)
    return fact ? [{ slug, name: fact.payload.shortName || fact.payload.name }] : []
  }
  const titleOf = (document: string) => sources.get(document)?.title ?? document
  const all = ofKind(facts, 'finding').toSorted((a, b) => a.payload.order - b.payload.order)
  const documents = [...Map.groupBy(all, fact => fact.from.document)].map(([document, own]) => ({
    slug: document,
    title: titleOf(document),
    date: sources.get(document)?.date ?? '',
    parts: [...Map.groupBy(own, fact => fact.payload.part)].map(([place, within]) => ({
      place,
      findings: within.map(({ name, payload: { subject, printed, given, why, indicators: about } }) => ({
        slug: name,
        subject,
        printed,
        given,
        why,
        indicators: about.flatMap(nameOf),
      })),
    })),
  }))
  return { organisation, moment, documents, mismatches: mismatchesIn(frameworks, titleOf) }
}

/** An indicator of several frameworks is looked at once. */
function mismatchesIn(frameworks: readonly FrameworkData[], titleOf: (document: string) => string): Mismatch[] {
  const first = new Map(
    frameworks.toReversed().flatMap(data => data.members.map(each => [each.indicator.indicator, data])),
  )
  const inOrder = new Set(frameworks.flatMap(data => data.members.map(each => each.indicator.indicator)))
  return [...inOrder].flatMap(slug => mismatchesOf(slug, first.get(slug) as FrameworkData, titleOf))
}

function mismatchesOf(slug: string, data: FrameworkData, titleOf: (document: string) => string): Mismatch[] {
  const { indicator } = indicatorRow(slug, data).view
  const definition = data.indicators.get(slug)
  if (!definition) return []
  const cells = cellsOf(observationsThatHold(slug, data), definition.payload, indicator.decimals, [])
  return [...cells].flatMap(([period, { fact, judged }]) => {
    if (!judged?.mismatch) return []
    const { numerator, denominator } = fact.payload
    return [
      {
        indicator: { slug, name: indicator.shortName },
        period,
        counts: denominator === null ? `${numerator}` : `${numerator} of ${denominator}`,
        printed: withUnit(judged.mismatch.published, indicator),
        computed: withUnit(judged.mismatch.computed, indicator),
        shown: withUnit(judged.shown, indicator),
        document: titleOf(fact.from.document),
        place: fact.from.place,
      },
    ]
  })
}
