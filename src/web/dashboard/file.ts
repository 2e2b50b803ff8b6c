import type { BoardAnswer } from '../../answers/types.ts'
import { typeOf } from '../../paper/publication/manifest.ts'
import type { Answer } from '../route.ts'
import { ofOrganisation } from '../show-page.ts'
import { askBoard } from './ask.ts'
import { type Choice, chosenRows } from './choice.ts'
import { filterWords, orderInWords } from './words.ts'

/** The rows that the reader sees as a file to keep: CSV for machines, ODS for spreadsheets. */
export function dashboardFile(format: 'csv' | 'ods'): Answer {
  return ofOrganisation(async context => {
    const { board, choice } = await askBoard(context)
    const bytes = await bytesOf(board, choice, format)
    const { organisation, framework, periods, moment } = board.dashboard
    const name = [organisation.slug, framework.slug, 'to', periods.at(-1) ?? 'now', 'as-at', moment.asAt].join('-')
    return new Response(new Uint8Array(bytes), {
      headers: {
        'Content-Type': typeOf(`view.${format}`),
        'Content-Length': String(bytes.byteLength),
        'Content-Disposition': `attachment; filename="${name.toLowerCase().replace(/[^a-z0-9-]/g, '-')}.${format}"`,
      },
    })
  })
}

// The writers are read when they are asked for, as most readers never do.
async function bytesOf(board: BoardAnswer, choice: Choice, format: 'csv' | 'ods'): Promise<Uint8Array> {
  const { dashboardView } = await import('../../paper/outline/dashboard-view.ts')
  const all = board.dashboard.rows
  const rows = chosenRows(all, choice)
  const which = [
    `${rows.length} of ${all.length} indicators, ${orderInWords(choice.sort)}`,
    ...filterWords(choice).values(),
  ].join('; ')
  const paper = dashboardView({
    dashboard: { ...board.dashboard, rows },
    beside: board,
    counts: choice.counts === true,
    rows: which,
  })
  if (format === 'csv') return (await import('../../paper/csv/render-csv.ts')).renderCsv(paper)
  return (await import('../../paper/ods/render-ods.ts')).renderOds(paper)
}
