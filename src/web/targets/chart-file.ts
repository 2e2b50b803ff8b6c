import { monthsBetween } from '../../shared/period/period.ts'
import { csvFile } from '../compared/csv-file.ts'
import type { Answer } from '../route.ts'
import { ofOrganisation } from '../show-page.ts'
import { readPath } from './ask.ts'

/**
 * What the chart of the workbench draws, as a file: each period with its figure, the target of the path that is asked for, else of the
 * one that is kept, and the figures of other areas.
 */
export const chartFile: Answer = ofOrganisation(async ({ services, organisation, query, params, moment }) => {
  const slug = params['indicator'] ?? ''
  const { asked } = readPath(name => query[name])
  const answer = await services.workbench(organisation.slug, slug, asked, moment)
  const { history, benchmarks, kept } = answer
  const cells = (answer.asked ?? kept?.path)?.cells ?? history
  const head = ['period', 'unit', organisation.slug, 'target', ...benchmarks.map(({ name }) => name)]
  const rows = cells.map(cell => [
    cell.period,
    answer.indicator.unitLabel,
    cell.shown ?? '',
    cell.target?.shown ?? '',
    ...benchmarks.map(
      ({ figures }) => figures.find(each => monthsBetween(each.period, cell.period) === 0)?.shown ?? '',
    ),
  ])
  return csvFile([organisation.slug, slug, 'path-as-known', moment.asAt], [head, ...rows])
})
