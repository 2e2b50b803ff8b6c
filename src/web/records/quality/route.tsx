import { NotFound } from '../../../answers/not-found.ts'
import { permissionToSeePeople } from '../../../judgement/permission/permission.ts'
import { ofOrganisation, showPage } from '../../show-page.ts'
import { fileNamed, fileResponse, keptNowhere, type RecordsContext, recordsFile, shown, withRecords } from '../page.tsx'
import { NotGrantedPage } from '../people/not-granted.tsx'
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

/**
 * The list to send back to teams. It is of single people, by pseudonym: only for whom that is granted, and each look is in the audit
 * before the list is given. It may be long, and is written where the question is answered.
 */
const list = ofOrganisation(async context => {
  context.http.header('Cache-Control', keptNowhere)
  if (!permissionToSeePeople(context.site.settings).isGiven)
    return showPage(context, <NotGrantedPage context={context} here="/quality" />, 403)
  return grantedList(context)
})

const grantedList = withRecords('/quality', async context => {
  const { base, format } = fileNamed(context)
  if (base !== 'faulty-records') throw new NotFound('There is no such file')
  const { records } = context.services
  const { month, council } = asked.about(context)
  const reply = await records.ask('faulty-records', { month, council, format }, 'file')
  if (reply.kind !== 'answer') return shown(context, '/quality', '', reply, () => <p />)
  const { bytes, records: shownRecords } = reply.answer
  const organisation = context.organisation.slug
  await records.recordLook({ organisation, council, month, what: 'faulty records', format, records: shownRecords })
  return fileResponse(context, base, format, bytes, keptNowhere)
})

/** The tables of the page as files. */
export const recordsQualityFile: typeof list = context =>
  Object.entries({ 'faulty-records.': list, 'costs.': costs }).find(([start]) =>
    context.params['file']?.startsWith(start),
  )?.[1](context) ?? faults(context)
