/** What the pages that compare councils cost a running server: for many readers, after a change, and with many organisations. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse as parseCsv } from 'csv-parse/sync'
import { readPaths, startServer } from './pages.ts'
import type { Command, Place } from './support/command.ts'
import { indicatorRows, observationRows, slugOf, writeTables } from './support/figures.ts'
import { ms, quantile, spread } from './support/numbers.ts'

type Tell = (what: string, measured: string, goal?: string) => void

const groups = ['', '?group=region', '?group=type', '?group=east-of-england', '?group=london']
const shape = { indicators: 30, months: 12, breakdowns: 0, seed: 3 }

/** Councils of the publishers' files that are there today, by slug. */
function councilsOfEngland(): string[] {
  const file = fileURLToPath(new URL('../examples/england/geographies.csv', import.meta.url))
  const rows = parseCsv(readFileSync(file), { columns: true }) as Record<string, string>[]
  return rows.filter(row => row['type'] === 'council' && row['to'] === '').map(row => String(row['geography']))
}

/** National measures, by slug. */
function measuresOfEngland(): string[] {
  const file = fileURLToPath(new URL('../examples/england/memberships.csv', import.meta.url))
  const rows = parseCsv(readFileSync(file), { columns: true }) as Record<string, string>[]
  return [...new Set(rows.filter(row => row['framework'] === 'ascof-2024-25').map(row => String(row['indicator'])))]
}

/** Councils that report themselves: each with a framework of thirty indicators over a year. */
function writeOrganisations(folder: string, slugs: readonly string[]): void {
  const all = Array.from({ length: shape.indicators }, (_, at) => at)
  const [heads = [], ...rows] = observationRows(shape)
  const [named = [], ...indicators] = indicatorRows(all, at => `Measure ${at + 1}`)
  const each = (make: (slug: string) => string[][]) => slugs.flatMap(make)
  const tables: [string, string[][]][] = [
    [
      'organisations',
      [
        ['organisation', 'name', 'geography', 'committee_framework'],
        ...each(slug => [[slug, `${slug} Council`, slug, 'vital-signs']]),
      ],
    ],
    ['frameworks', [['framework', 'name', 'owner'], ...each(slug => [['vital-signs', 'Vital Signs', slug]])]],
    ['indicators', [[...named, 'owner'], ...each(slug => indicators.map(row => [...row, slug]))]],
    [
      'memberships',
      [
        ['framework', 'indicator', 'section', 'order', 'owner'],
        ...each(slug => all.map(at => ['vital-signs', slugOf(at), 'All', String(at + 1), slug])),
      ],
    ],
    ['observations', [[...heads, 'geography', 'owner'], ...each(slug => rows.map(row => [...row, slug, slug]))]],
  ]
  writeTables(folder, new Map(tables))
}

/** Measures the pages over a register that holds the national figures already. */
export async function comparedPages(tell: Tell, store: string, command: Command, place: Place, folder: string) {
  const councils = councilsOfEngland()
  const add = async (name: string, slugs: readonly string[]) => {
    const tables = join(folder, name)
    writeOrganisations(tables, slugs)
    await command.runWell(['import', tables, '--known-on', '2026-01-01'], place)
  }
  await add('one', councils.slice(0, 1))
  const alone = await eachPage(command, place, councils[0] ?? '')
  await add('all', councils.slice(1))
  const among = await eachPage(command, place, councils[0] ?? '')
  for (const [name, taken] of Object.entries(alone))
    tell(
      `${name}, made for the first time, 1 organisation and ${councils.length}, ${store}`,
      `median ${ms(quantile(taken, 0.5))} and ${ms(quantile(among[name] ?? [], 0.5))}`,
      'the same',
    )
  const server = await startServer(command, place)
  const oneCouncil = groups.map(group => `/${councils[0]}/compared${group}`)
  await readPaths(server, { readers: 1, pagesEach: 20, pause: 0 }, oneCouncil)
  const calm = await readPaths(server, { readers: 20, pagesEach: 10, pause: 1000 }, oneCouncil)
  tell(`a council's profile over HTTP, 20 readers, each a page a second, ${store}`, spread(calm), 'p95 50 ms')
  const everyCouncil = councils.map(slug => `/${slug}/compared`)
  const various = await readPaths(server, { readers: 20, pagesEach: 7, pause: 1000 }, everyCouncil)
  tell(`the same, every page another council's, so that none is kept, ${store}`, spread(various), 'p95 50 ms')
  const after: number[] = []
  for (let change = 0; change < 3; change += 1) {
    const rows = [
      ['indicator', 'period', 'value', 'owner', 'geography'],
      [slugOf(0), '2025-04', String(change + 50), ...both(councils)],
    ]
    const tables = join(folder, `change-${change}`)
    writeTables(tables, new Map([['observations', rows]]))
    await command.runWell(['import', tables, '--known-on', '2026-01-02'], place)
    after.push(...(await readPaths(server, { readers: 1, pagesEach: 1, pause: 0 }, oneCouncil)))
  }
  tell(`a profile, the first page after a change of the register, ${store}`, spread(after))
  await server.stop()
}

const both = ([slug = '']: readonly string[]) => [slug, slug]

/** How long each page takes that nobody has asked for before, by its kind. */
async function eachPage(command: Command, place: Place, council: string): Promise<Record<string, number[]>> {
  const server = await startServer(command, place)
  const once = (paths: readonly string[]) => readPaths(server, { readers: 1, pagesEach: paths.length, pause: 0 }, paths)
  // The national figures are loaded, and the code is warm.
  await once([`/${council}/compared`, ...measuresOfEngland().map(slug => `/${council}/compared/${slug}`)])
  const measures = measuresOfEngland()
  const taken = {
    'a measure compared': await once(measures.map(slug => `/${council}/compared/${slug}?group=region`)),
    'a measure over all councils': await once(measures.map(slug => `/${council}/compared/${slug}/map`)),
    "a council's profile": await once(groups.slice(1).map(group => `/${council}/compared${group}`)),
    'a dashboard': await once(
      ['', '?counts=1', '?sort=name', '?find=measure'].map(view => `/${council}/dashboard${view}`),
    ),
  }
  await server.stop()
  return taken
}
