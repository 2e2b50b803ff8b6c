import { NotFound } from '../../../answers/not-found.ts'
import { showPage } from '../../show-page.ts'
import { twelveMonths } from '../choice.ts'
import { type RecordsContext, recordsFile, recordsPage, withRecords } from '../page.tsx'
import { type RecordsTable, recordsTables } from './list.ts'
import { shapeOf } from './shape.ts'
import { TablePage, TablesPage } from './view.tsx'

/** Every table that there is. */
export const recordsTableList = withRecords('/tables', context => showPage(context, <TablesPage context={context} />))

function tableOf({ params }: RecordsContext): RecordsTable {
  const found = recordsTables.find(({ slug }) => slug === params['table']?.toLowerCase())
  if (!found) throw new NotFound(`There is no table ${params['table']}`)
  return found
}

const asked = {
  here: '/tables',
  name: 'table',
  about: (context: RecordsContext) => ({ month: context.month, name: tableOf(context).name }),
} as const

/** A table of a council over twelve months. */
export const recordsTable = recordsPage({
  ...asked,
  what: context => `${tableOf(context).name} of ${twelveMonths(context.month)}`,
  view: (answer, context) => <TablePage answer={answer} context={context} table={tableOf(context)} />,
})

/** The same as a file. */
export const recordsTableFile = recordsFile({
  ...asked,
  tables: Object.fromEntries(
    recordsTables.map(({ slug }) => [
      slug,
      ({ rows }: { readonly rows: Parameters<typeof shapeOf>[0] }, context: RecordsContext) => {
        const { name, says } = tableOf(context)
        if (slug !== tableOf(context).slug) throw new NotFound('There is no such file')
        const { columns, cells } = shapeOf(rows, context.choice.council)
        const title = `${name}: ${says}, ${twelveMonths(context.month)}`
        return { title, council: context.choice.council.name, columns, rows: cells }
      },
    ]),
  ),
})
