import type { TableAnswer } from '../../../measures/ask.ts'
import { capitalised, counted, dayInWords, grouped, isDay } from '../../../shared/words.ts'
import { linkTo } from '../../components/wording.ts'
import { queryOf, twelveMonths } from '../choice.ts'
import { DataTable } from '../data-table.tsx'
import { RecordsDownloads } from '../downloads.tsx'
import type { FileCell } from '../file-bytes.ts'
import { RecordsPage, recordsPath } from '../frame.tsx'
import { notesOf } from '../measures/view.tsx'
import type { RecordsContext } from '../page.tsx'
import { type RecordsTable, recordsTables } from './list.ts'
import { shapeOf } from './shape.ts'

/** Every table that the records give. */
export function TablesPage({ context }: { context: RecordsContext }) {
  const { organisation, choice, month } = context
  return (
    <RecordsPage
      context={context}
      here="/tables"
      title="Tables and waiting times"
      choice={choice}
      hasMonths
      lead={`SALT and ASCOF tables of ${twelveMonths(month)}, as the national scripts make them.`}
    >
      {[...Map.groupBy(recordsTables, ({ group }) => group)].map(([group, tables], at) => (
        <section class="section" aria-labelledby={`group-${at + 1}`}>
          <h2 id={`group-${at + 1}`}>{group}</h2>
          <ul class="records-list">
            {tables.map(({ slug, name, says }) => (
              <li>
                <a href={linkTo(recordsPath(organisation.slug, `/tables/${slug}`), queryOf(choice))}>
                  {slug === 'waiting-times' ? says : `${name}: ${says}`}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </RecordsPage>
  )
}

type Props = { readonly answer: TableAnswer; readonly context: RecordsContext; readonly table: RecordsTable }

/** Columns that say the same in each row of a page. */
const saidAbove = ['period', 'council']

/** One table. */
export function TablePage({ answer, context, table: { slug, name, says, group } }: Props) {
  const { organisation, choice, month } = context
  const { columns, cells } = shapeOf(answer.rows, choice.council.code)
  const shown = columns.map((column, at) => ({ column, at })).filter(({ column }) => !saidAbove.includes(column))
  const isNumber = (at: number) => cells.some(row => typeof row[at] === 'number')
  const isWaiting = slug === 'waiting-times'
  const title = isWaiting ? 'Waiting times' : `${name}: ${says}`
  return (
    <RecordsPage
      context={context}
      here="/tables"
      title={title}
      choice={choice}
      hasMonths={!isWaiting}
      lead={
        isWaiting
          ? `${says}, by the quarter of the request.`
          : `${capitalised(twelveMonths(month))}: ${counted(cells.length, 'row')}.`
      }
      notes={notesOf(answer.notes, choice.council.code)}
    >
      {cells.length === 0 ? (
        <p class="section-lead">There are no rows: the records hold nobody whom this table counts.</p>
      ) : (
        <DataTable
          caption={isWaiting ? `${title}, every quarter of the records` : `${group} ${name}, ${twelveMonths(month)}`}
          columns={shown.map(({ column, at }) => ({
            heading: headingOf(column),
            isNumber: isNumber(at),
          }))}
          rows={cells.map(row => shown.map(({ at }) => words(row[at])))}
        />
      )}
      <RecordsDownloads
        files={[{ base: slug, words: title }]}
        path={recordsPath(organisation.slug, `/tables/${slug}/files`)}
        query={queryOf(choice)}
      />
    </RecordsPage>
  )
}

const headingOf = (column: string) => (column === 'n' ? 'Waits' : capitalised(column.replaceAll('_', ' ')))

function words(cell: FileCell | undefined): string {
  if (cell === null || cell === undefined || cell === '') return '–'
  if (typeof cell === 'number') return grouped(String(cell))
  return isDay(cell) ? dayInWords(cell) : cell
}
