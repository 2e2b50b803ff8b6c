import { readFileSync } from 'node:fs'
import { fixture, rowsOf, workbookOf } from '../../test/fixtures/workbooks/write-workbook.ts'
import { byteMutations, type Mutation } from './mutate-bytes.ts'
import { csvMutations } from './mutate-csv.ts'
import { zipMutations } from './mutate-zip.ts'

/** A sound file that mutations begin with. */
export type Seed = { readonly name: string; readonly bytes: Buffer; readonly mutations: readonly Mutation[] }

const dashboards = ['norfolk-dashboard-2017-03', 'norfolk-dashboard-2017-06']
const tables = ['indicators', 'observations', 'targets', 'actions', 'ranks']

/** Officers' dashboards in every format, and tables of the exchange format. */
export function seeds(): Seed[] {
  const csv = [...byteMutations, ...csvMutations]
  const zip = [...byteMutations, ...zipMutations]
  const table = (name: string) => new URL(`../../examples/norfolk/${name}.csv`, import.meta.url)
  return [
    ...dashboards.map(name => ({ name: `${name}.csv`, bytes: readFileSync(fixture(`${name}.csv`)), mutations: csv })),
    ...tables.map(name => ({ name: `${name}.csv`, bytes: start(readFileSync(table(name))), mutations: csv })),
    ...dashboards.flatMap(name => {
      const rows = rowsOf(`${name}.csv`)
      return [
        { name: `${name}.xlsx`, bytes: workbookOf(rows, 'xlsx'), mutations: zip },
        { name: `${name}.ods`, bytes: workbookOf(rows, 'ods'), mutations: zip },
        { name: `${name}.xls`, bytes: workbookOf(rows, 'biff8'), mutations: byteMutations },
      ]
    }),
    ...['xlsx', 'ods'].map(type => ({
      name: `libreoffice.${type}`,
      bytes: readFileSync(fixture(`libreoffice.${type}`)),
      mutations: zip,
    })),
  ]
}

/** The first rows of a table: enough to be told apart, few enough for thousands of runs. */
function start(bytes: Buffer): Buffer {
  return Buffer.from(`${bytes.toString('utf8').split('\n').slice(0, 60).join('\n')}\n`)
}
