import type { TableAnswer } from '../../../measures/ask.ts'
import { capitalised } from '../../../shared/words.ts'
import { linkTo } from '../../components/wording.ts'
import { queryOf, twelveMonths } from '../choice.ts'
import { RecordsDownloads } from '../downloads.tsx'
import { RecordsPage, recordsPath } from '../frame.tsx'
import { notesOf } from '../measures/view.tsx'
import type { RecordsContext } from '../page.tsx'
import { GridTable } from './grid-table.tsx'
import { type RecordsTable, recordsTables } from './list.ts'
import { gridsOf } from './pivot.ts'
import { rowsOf } from './shape.ts'

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

/** One table: as it is published, with its long form as a file. */
export function TablePage({ answer, context, table: { slug, name, says } }: Props) {
  const { organisation, choice, month } = context
  const grids = gridsOf(slug, rowsOf(answer.rows, choice.council))
  const isWaiting = slug === 'waiting-times'
  const title = isWaiting ? 'Waiting times' : `${name}: ${says}`
  const period = isWaiting ? 'every quarter of the records' : twelveMonths(month)
  return (
    <RecordsPage
      context={context}
      here="/tables"
      title={title}
      choice={choice}
      hasMonths={!isWaiting}
      lead={isWaiting ? `${says}, by the quarter of the request.` : `${capitalised(period)}.`}
      notes={notesOf(answer.notes, choice.council.code)}
    >
      {grids.length === 0 && (
        <p class="section-lead">There are no rows: the records hold nobody whom this table counts.</p>
      )}
      {grids.map((grid, at) => (
        <section class="section" aria-labelledby={`part-${at + 1}`}>
          <h2 id={`part-${at + 1}`}>{grid.title}</h2>
          <GridTable grid={grid} caption={`${isWaiting ? title : name}, ${grid.title}, ${period}`} />
        </section>
      ))}
      <RecordsDownloads
        files={[{ base: slug, words: `${title}, a row for each count` }]}
        path={recordsPath(organisation.slug, `/tables/${slug}/files`)}
        query={queryOf(choice)}
      />
    </RecordsPage>
  )
}
