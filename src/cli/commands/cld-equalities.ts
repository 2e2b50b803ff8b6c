import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { equalitiesFor, type ShownEqualities } from '../../answers/equalities/for-audience.ts'
import { equalityColumns, equalityLines } from '../../answers/equalities/lines.ts'
import { methodInWords } from '../../answers/equalities/words.ts'
import { csvText } from '../../intake/exchange/export/csv-text.ts'
import type { Asked } from '../../measures/ask.ts'
import { askEqualities } from '../../measures/equalities/equalities.ts'
import { dimensionWith } from '../../measures/equalities/groups.ts'
import { type GroupPopulation, groupPopulationFault } from '../../measures/equalities/populations.ts'
import { asText } from '../../paper/csv/render-csv.ts'
import { type Audience, audiences } from '../../shared/audience.ts'
import { jsonText } from '../json.ts'
import { textTable } from '../table.ts'
import { Usage } from '../usage.ts'
import type { World } from '../world.ts'

type Options = {
  readonly council?: string | undefined
  readonly measure?: string | undefined
  readonly audience?: string | undefined
  readonly populations?: string | undefined
  readonly json?: boolean | undefined
  readonly csv?: boolean | undefined
}

/** `tidemark cld equalities`: measures by age, sex, ethnicity, support reason and area, and the gaps that are larger than chance. */
export async function equalities(asked: Asked, options: Options, world: World): Promise<void> {
  const audience = audienceOf(options.audience)
  const answer = await askEqualities(asked, {
    measures: options.measure === undefined ? null : [options.measure],
    council: options.council ?? null,
    populations: options.populations === undefined ? null : readPopulations(options.populations),
  })
  for (const note of [...answer.notes, ...answer.aboutAreas]) world.warn(`Note: ${note}`)
  const shown = equalitiesFor(audience, answer.tables).filter(({ measure }) => answer.measures.includes(measure))
  if (options.json) world.print(jsonText(shown))
  else if (options.csv) world.print(csvText([equalityColumns, ...shown.flatMap(equalityLines).map(csvCells)]).trimEnd())
  else for (const table of shown) world.print(inWords(table))
}

function audienceOf(said: string | undefined): Audience {
  if (said === undefined) return 'officer'
  const found = audiences.find(each => each === said)
  if (!found) throw new Usage(`--audience takes ${audiences.join(', ')}, not “${said}”`)
  return found
}

/** Reads a table of inhabitants: dimension, group, age_band, population, and la_code where it is of several councils. */
function readPopulations(file: string): GroupPopulation[] {
  const rows: Readonly<Record<string, string>>[] = parse(readFileSync(file), {
    columns: true,
    bom: true,
    trim: true,
    skip_empty_lines: true,
  })
  return rows.map((row, at) => {
    const { dimension: said = '', group = '', age_band: ageBand = '', population = '', la_code: council } = row
    const dimension = dimensionWith(said, group)
    const fault = groupPopulationFault({ dimension: said, group, ageBand, population })
    if (fault !== null || dimension === null) throw new Error(`${file}, row ${at + 2}: ${fault}`)
    return { council: council || null, dimension, group, ageBand, population: Number(population) }
  })
}

/** An area may be called like a formula of a spreadsheet. */
const csvCells = (line: readonly (string | number | null)[]) =>
  line.map(cell => (typeof cell === 'string' ? asText(cell) : String(cell ?? '')))
const texts = (line: readonly (string | number | null)[]) => line.map(cell => (cell === null ? '' : String(cell)))

function inWords(table: ShownEqualities): string {
  const rows = equalityLines(table).map(line => texts(line.slice(4)))
  return [
    `${table.measure}, ${table.breakdown}, ${table.period}, council ${table.council} (${table.counts}, ${table.unit})`,
    textTable([[...equalityColumns.slice(4)], ...rows], [2, 3, 4, 5, 6, 7]),
    ...(table.gaps.length === 0
      ? ['No gap is larger than chance.']
      : table.gaps.map(gap => `Larger than chance: ${gap}.`)),
    methodInWords(table.comparisons),
    '',
  ].join('\n')
}
