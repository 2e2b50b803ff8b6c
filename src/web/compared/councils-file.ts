import type { ComparedCouncil, FunnelPlace } from '../../answers/compared/types.ts'
import { NotFound } from '../../answers/not-found.ts'
import { asText } from '../../paper/csv/render-csv.ts'
import { roundedText } from '../../shared/rounding.ts'
import { ofOrganisation } from '../show-page.ts'
import { csvFile } from './csv-file.ts'
import { beyondWords } from './funnel-section.tsx'
import { licenceInWords, sourcesInWords } from './words.ts'

const headings = [
  'measure',
  'period',
  'group',
  'council',
  'name',
  'ons_code',
  'value',
  'place',
  'of',
  'tied',
  'quartile',
  'lower',
  'upper',
]
const further = [
  'method',
  'beside_england',
  'why_not',
  'numerator',
  'denominator',
  'funnel',
  'funnel_widened',
  'source',
  'licence',
]

/** The councils of a group by one measure of one year as CSV. @throws NotFound when there is no such measure, year or group */
export const councilsFile = ofOrganisation(async ({ services, organisation, moment, params, query, asked }) => {
  if (asked.kind === 'wrong') throw new NotFound('There is no such file')
  const question = { measure: params['measure'] ?? '', group: query['group'] ?? null, period: query['period'] ?? null }
  const { row, group, councils, funnel, sources } = await services.measureCompared(organisation.slug, question, moment)
  const { measure, period } = row
  // An interval is given a decimal more than the figures have, so that it still says on which side of one it ends.
  const bound = (value: number | null) => (value === null ? '' : roundedText(value, row.decimals + 1))
  const from = [asText(sourcesInWords(sources)), asText(licenceInWords(sources))]
  const lines = councils.map(council => [
    measure,
    period,
    asText(group.name),
    ...cellsOf(council, bound),
    funnelCell(funnel.kind === 'funnel' ? funnel.places : null, council),
    funnelCell(funnel.kind === 'funnel' && funnel.widened.kind === 'limits' ? funnel.widened.places : null, council),
    ...from,
  ])
  return csvFile([organisation.slug, measure, period, 'as-known', moment.asAt], [[...headings, ...further], ...lines])
})

function cellsOf(
  { slug, name, onsCode, shown, rank, quartile, significance, counts }: ComparedCouncil,
  bound: (value: number | null) => string,
): string[] {
  const { lower, upper, method, standing, reason } = significance
  const numbers = [rank?.rank, rank?.of, rank && (rank.tied ? 'yes' : 'no'), quartile, bound(lower), bound(upper)]
  const rest = [method, standing, reason, counts?.numerator, counts?.denominator]
  return [slug, asText(name), onsCode, shown, ...[...numbers, ...rest].map(cell => String(cell ?? ''))]
}

function funnelCell(places: ReadonlyMap<string, FunnelPlace> | null, { slug }: ComparedCouncil): string {
  const place = places?.get(slug)
  return place ? beyondWords(place) : ''
}
