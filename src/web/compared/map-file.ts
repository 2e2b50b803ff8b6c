import { NotFound } from '../../answers/not-found.ts'
import { tileOf } from '../../charts/tile-map/tile-of.ts'
import { asText } from '../../paper/csv/render-csv.ts'
import { ofOrganisation } from '../show-page.ts'
import { csvFile } from './csv-file.ts'
import { licenceInWords, sourcesInWords } from './words.ts'

const about = ['measure', 'period', 'council', 'name', 'region', 'type']
const figures = ['value', 'reason', 'place', 'of', 'tied', 'quartile', 'tile_row', 'tile_column', 'source', 'licence']

/** All councils of England by one measure of one year as CSV. @throws NotFound when there is no such measure or year */
export const allCouncilsFile = ofOrganisation(async ({ services, organisation, moment, params, query, asked }) => {
  if (asked.kind === 'wrong') throw new NotFound('There is no such file')
  const question = { measure: params['measure'] ?? '', period: query['period'] ?? null }
  const { measure, period, councils, sources } = await services.allCouncils(organisation.slug, question, moment)
  const from = [asText(sourcesInWords(sources)), asText(licenceInWords(sources))]
  const rows = councils.map(({ slug, name, region, type, shown, reason, rank, quartile }) => {
    const tile = tileOf(slug)
    const place = [rank?.rank, rank?.of, rank && (rank.tied ? 'yes' : 'no'), quartile]
    const numbers = [...place, tile && tile.row + 1, tile && tile.column + 1].map(cell => String(cell ?? ''))
    return [
      measure,
      period,
      slug,
      asText(name),
      asText(region.name),
      asText(type),
      shown ?? '',
      reason ?? '',
      ...numbers,
      ...from,
    ]
  })
  return csvFile(['all-councils', measure, period, 'as-known', moment.asAt], [[...about, ...figures], ...rows])
})
