/**
 * Writes examples/england: an extract of the files of national publishers, as tables of the exchange format, with the standing
 * tables of catalogue/national. Of each measure and year it takes the fullest file: the ASCOF workbook of the Department of
 * Health and Social Care; of what that does not hold, the open data of 2020/21, the outcomes of 2018/19 and 2019/20, and three
 * measures of the Office for Local Government; populations of councils. Totals only, and the ratings of care providers.
 *
 *   node scripts/make-england.ts FILE…
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Row as IntakeRow } from '../src/intake/exchange/read-table.ts'
import { readFiles } from '../src/intake/import.ts'
import { csvOf, type Row } from './support/exchange-tables.ts'

const root = join(import.meta.dirname, '..')
const catalogue = join(root, 'catalogue', 'national')
const target = join(root, 'examples', 'england')
const standing = ['organisations', 'sources', 'geographies', 'frameworks', 'indicators', 'definitions', 'memberships']

/** The list that Trafford Data Lab gives (trafford_similar_authorities.csv, OGL v3.0), in its order. */
const similarToTrafford = [
  'bracknell-forest',
  'windsor-and-maidenhead',
  'bury',
  'stockport',
  'solihull',
  'barnet',
  'bexley',
  'bromley',
  'croydon',
  'havering',
  'hillingdon',
  'kingston-upon-thames',
  'merton',
  'richmond-upon-thames',
  'sutton',
]

const { rows, problems } = await readFiles(process.argv.slice(2), { catalogue: () => catalogue })
if (problems.some(problem => problem.level === 'error')) {
  console.error(problems)
  process.exit(1)
}

const observations = rows.filter(row => row.table.name === 'observations').map(asText)
const heldByDhsc = new Set(observations.filter(row => row['owner'] === 'dhsc').map(row => `${row['indicator']}`))
const extract = observations.filter(isOfExtract)

for (const name of standing) writeFileSync(join(target, `${name}.csv`), readFileSync(join(catalogue, `${name}.csv`)))
writeFileSync(join(target, 'observations.csv'), csvOf('observations', extract))
const group: Row = {
  group: 'trafford-similar-authorities',
  name: 'Similar authorities of Trafford',
  description: 'The near neighbours that NHS England gives Trafford, as Trafford Data Lab publishes them.',
  members: similarToTrafford.join(';'),
  owner: 'nhs-england',
  source: 'trafford-neighbours',
}
writeFileSync(join(target, 'groups.csv'), csvOf('groups', [group]))
console.log(`${extract.length} of ${observations.length} figures`)

/** Populations of what has no social services of its own are not needed, nor are parts of what is shown whole. */
function isOfExtract(row: Row): boolean {
  const { owner, indicator = '', breakdown } = row
  if (owner === 'dhsc') return true
  if (breakdown !== '') return false
  if (owner === 'ons') return indicator === 'population-18-64' || indicator === 'population-65-plus'
  return !heldByDhsc.has(indicator)
}

/** A row's cells as a file has them. */
function asText({ values }: IntakeRow): Row {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? value.join(';') : String(value ?? '')]),
  )
}
