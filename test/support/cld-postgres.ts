/** PostgreSQL as an engine for the measures' SQL, and the tables that they start from, copied from DuckDB. */
import pg from 'pg'
import { type Engine, quoted } from '../../src/measures/engine.ts'

/** How values come, as from DuckDB: whole numbers as numbers, days as text. */
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [pg.types.builtins.INT8]: Number,
  [pg.types.builtins.NUMERIC]: Number,
  [pg.types.builtins.DATE]: text => text,
  [pg.types.builtins.TIMESTAMP]: text => text.replace(' 00:00:00', ''),
}

/** Opens a database for the measures. */
export async function postgresEngine(url: string): Promise<Engine> {
  const types = { getTypeParser: (id: number) => parsers[id] ?? pg.types.getTypeParser(id) }
  const client = new pg.Client({ connectionString: url, types })
  await client.connect()
  return {
    run: async sql => {
      await client.query(sql)
    },
    rows: async sql => (await client.query(sql)).rows,
    close: () => {
      // Its database may be dropped before the goodbye was read, which is no fault.
      client.on('error', () => {})
      void client.end()
    },
  }
}

/** What every measure starts from: the records, and the tables beside them. */
const prepared = [
  'record',
  'submission',
  'outcome',
  'accommodation',
  'population',
  'postcode_area',
  'hospital_spell',
  'area',
  'council_name',
] as const

const types: Readonly<Record<string, string>> = { VARCHAR: 'text', DOUBLE: 'double precision' }
const rowsAtOnce = 5000

/** Copies the tables that the measures start from, with every row. */
export async function copyPrepared(from: Engine, to: Engine): Promise<void> {
  for (const table of prepared) {
    const columns = await from.rows(`describe ${table}`)
    const own = columns.map(row => {
      const type = String(row['column_type'])
      return `${row['column_name']} ${types[type] ?? type}`
    })
    await to.run(`create table ${table} (${own.join(', ')})`)
    const rows = await from.rows(`select * from ${table}`)
    for (let at = 0; at < rows.length; at += rowsAtOnce) {
      const some = quoted(JSON.stringify(rows.slice(at, at + rowsAtOnce)))
      await to.run(`insert into ${table} select * from json_populate_recordset(null::public.${table}, ${some})`)
    }
    await to.run(`analyze ${table}`)
  }
}
