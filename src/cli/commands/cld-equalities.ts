import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { equalitiesFor, type ShownEqualities } from '../../answers/equalities/for-audience.ts'
import { equalityColumns, equalityLines } from '../../answers/equalities/lines.ts'
import { methodInWords } from '../../answers/equalities/words.ts'
import { csvText } from '../../intake/exchange/export/csv-text.ts'
import type { Asked } from '../../measures/ask.ts'
import { askEqualities, dimensionWith, type GroupPopulation } from '../../measures/equalities/equalities.ts'
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

/** `tidemark cld equalities`: measures by age, sex, ethnicity and support reason, and the gaps that are larger than chance. */
export async function equalities(asked: Asked, options: Options, world: World): Promise<void> {
  const audience = audienceOf(options.audience)
  const answer = await askEqualities(asked, {
    measures: options.measure === undefined ? null : [options.measure],
    council: options.council ?? null,
    populations: options.populations === undefined ? [] : readPopulations(options.populations),
  })
  for (const note of answer.notes) world.warn(`Note: ${note}`)
  const shown = equalitiesFor(audience, answer.tables).filter(({ measure }) => answer.measures.includes(measure))
  if (options.json) world.print(jsonText(shown))
  else if (options.csv) world.print(csvText([equalityColumns, ...shown.flatMap(equalityLines).map(texts)]).trimEnd())
  else for (const table of shown) world.print(inWords(table))
}

function audienceOf(said: string | undefined): Audience {
  if (said === undefined) return 'officer'
  const found = audiences.find(each => each === said)
  if (!found) throw new Usage(`--audience takes ${audiences.join(', ')}, not “${said}”`)
  return found
}

/** Reads a table of inhabitants: dimension, group, age_band, population. */
function readPopulations(file: string): GroupPopulation[] {
  const rows: Readonly<Record<string, string>>[] = parse(readFileSync(file), {
    columns: true,
    bom: true,
    trim: true,
    skip_empty_lines: true,
  })
  return rows.map((row, at) => {
    const place = `${file}, row ${at + 2}`
    const { group = '', age_band: ageBand, population } = row
    const dimension = dimensionWith(row['dimension'] ?? '', group)
    if (dimension === null)
      throw new Error(`${place}: there is no group “${group}” of ${row['dimension'] || 'no dimension'}`)
    if (ageBand === undefined || ageBand === '') throw new Error(`${place}: the age_band is missing, as 65 and above`)
    if (!/^\d+$/.test(population ?? '')) throw new Error(`${place}: the population must be a whole number`)
    return { dimension, group, ageBand, population: Number(population) }
  })
}

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
