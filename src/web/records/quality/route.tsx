import { twelveMonths } from '../choice.ts'
import { fileNamed, fileResponse, type RecordsContext, recordsFile, recordsPage, shown, withRecords } from '../page.tsx'
import { costsTable, faultsTable } from './tables.ts'
import { QualityPage } from './view.tsx'

const asked = {
  here: '/quality',
  name: 'quality',
  about: ({ month, choice }: RecordsContext) => ({ month, council: choice.council.code }),
} as const

/** What is wrong with a council's records, and what it does to the measures. */
export const recordsQuality = recordsPage({
  ...asked,
  what: ({ month }) => `what is wrong with the records, and what it does to each measure of ${twelveMonths(month)}`,
  view: (answer, context) => <QualityPage answer={answer} context={context} />,
})

const tables = recordsFile({
  ...asked,
  tables: {
    faults: ({ faults }, { choice }) => faultsTable(choice.council.name, faults),
    costs: ({ costs }, { choice }) => costsTable(choice.council.name, costs),
  },
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
  context.params['file']?.startsWith('faulty-records.') ? list(context) : tables(context)
