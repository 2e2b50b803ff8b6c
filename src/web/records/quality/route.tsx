import { fileNamed, fileResponse, type RecordsContext, recordsFile, shown, withRecords } from '../page.tsx'
import { costsTable, faultsTable } from './tables.ts'
import { QualityPage } from './view.tsx'

const asked = {
  here: '/quality',
  name: 'quality',
  about: ({ month, choice }: RecordsContext) => ({ month, council: choice.council.code }),
} as const

/** How often the page is shown anew while costs are worked out, in seconds: there is enough to read meanwhile. */
const againForCosts = '15'

/** What is wrong with a council's records; what it does to the measures joins it as soon as it is known. */
export const recordsQuality = withRecords('/quality', async context => {
  const { records } = context.services
  const reply = await records.ask('quality', asked.about(context), 'page')
  const what = 'what is wrong with the records'
  return shown(context, '/quality', what, reply, async answer => {
    const costs = await records.ask('costs', asked.about(context), 'page')
    if (costs.kind === 'underway') context.http.header('Refresh', againForCosts)
    return <QualityPage answer={answer} costs={costs} context={context} />
  })
})

const faults = recordsFile({
  ...asked,
  tables: { faults: (answer, { choice }) => faultsTable(choice.council.name, answer.faults) },
})

const costs = recordsFile({
  ...asked,
  name: 'costs',
  tables: { costs: (answer, { choice }) => costsTable(choice.council.name, answer.costs) },
})

/** The list to send back to teams, which may be long: it is written where the question is answered. */
const list = withRecords('/quality', async context => {
  const { base, format } = fileNamed(context)
  const about = { ...asked.about(context), format }
  const reply = await context.services.records.ask('faulty-records', about, 'file')
  if (reply.kind !== 'answer') return shown(context, '/quality', '', reply, () => <p />)
  return fileResponse(context, base, format, reply.answer.bytes)
})

/** The tables of the page as files. */
export const recordsQualityFile: typeof list = context =>
  Object.entries({ 'faulty-records.': list, 'costs.': costs }).find(([start]) =>
    context.params['file']?.startsWith(start),
  )?.[1](context) ?? faults(context)
