import type { ExportedFact } from '../../../register/index.ts'
import type { Grid, Problem } from '../../grid.ts'
import { keyOfRow, payloadOf } from '../facts-of-rows.ts'
import { problemAt, type Row, readTable, tableOf } from '../read-table.ts'

/** Reads the tables of an export back into its facts, in the order in which they were recorded. */
export function factsOfExport(grids: readonly Grid[]): { facts: ExportedFact[]; problems: Problem[] } {
  const facts: ExportedFact[] = []
  const problems: Problem[] = []
  for (const grid of grids) {
    const table = tableOf(grid)
    if (!table) {
      problems.push({
        level: 'error',
        file: grid.file,
        sheet: grid.sheet,
        row: null,
        column: '',
        found: '',
        code: 'not-an-export',
        expected: 'this is no table of the exchange format; restore only what tidemark export wrote',
      })
      continue
    }
    // A redacted fact has an empty text where one is required.
    const lenient = {
      ...table,
      columns: table.columns.map(column => (column.key ? column : { ...column, required: false })),
    }
    const read = readTable(grid, lenient, true)
    problems.push(...read.problems)
    for (const row of read.rows) {
      const fact = factOf({ ...row, table })
      if (fact) facts.push(fact)
      else
        problems.push(
          problemAt(
            row.place,
            'seq',
            '',
            'no-history',
            'the columns seq, recorded_at (a UTC instant), author and known_on are needed',
          ),
        )
    }
  }
  facts.sort((a, b) => a.seq - b.seq)
  return { facts, problems }
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

function factOf(row: Row): ExportedFact | null {
  const { values, table } = row
  const { seq, recorded_at: recordedAt, author, known_on: knownOn } = values
  if (typeof seq !== 'number' || !author || !knownOn || !instant.test(String(recordedAt))) return null
  return {
    kind: table.kind,
    ...keyOfRow(table, values, String(values['owner'] ?? '')),
    seq,
    knownOn: String(knownOn),
    recordedAt: String(recordedAt),
    actor: String(author),
    payload: values['redacted'] === true ? null : payloadOf(table, values),
    from: {
      document: String(values['source'] ?? ''),
      file: String(values['file'] ?? ''),
      place: String(values['place'] ?? ''),
    },
  } as ExportedFact
}
