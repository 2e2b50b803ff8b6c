import { readParts, visitorOf } from '../../forms/forms.tsx'
import { ofOrganisation, showPage } from '../../show-page.ts'
import { NotKnownPage } from '../waiting.tsx'
import { fieldIds, readIntakeForm } from './read-form.ts'
import { IntakePage } from './view.tsx'
import { TakingInPage } from './waiting.tsx'

/** How often the page of something under way is shown anew, in seconds; it needs no script. */
const again = '3'

/** The form that takes records in. */
export const intakeForm = ofOrganisation(context => showPage(context, <IntakePage context={context} />))

/** Keeps the files that were sent where they wait, and begins to take them in; where anything is wrong, nothing of them stays. */
export const takeRecordsIn = ofOrganisation(async context => {
  const { services, organisation, http } = context
  const receiving = await services.records.intake.receive()
  if (!receiving)
    return showPage(context, <IntakePage context={context} problems={[{ at: fieldIds.files, words: tooMany }]} />, 409)
  try {
    const { problems, receivedOn, day } = await readIntakeForm(readParts(context), receiving, services.today())
    if (problems.length > 0) {
      await receiving.drop()
      return showPage(context, <IntakePage context={context} problems={problems} day={day} />, 400)
    }
    const { slug, name } = organisation
    const id = await receiving.takeIn({ organisation: slug, name, visitor: visitorOf(http) ?? '' }, receivedOn)
    return http.redirect(`${context.path}/${id}`, 303)
  } catch (error) {
    await receiving.drop()
    throw error
  }
})

const tooMany = 'Several uploads are under way already: try again when one of them has ended'

/** How far an upload is, what was taken in, or what is wrong. */
export const takingIn = ofOrganisation(async context => {
  const { services, organisation, http, params } = context
  const place = { organisation: organisation.slug, id: params['upload'] ?? '', visitor: visitorOf(http) ?? '' }
  const intake = await services.records.intake.progress(place)
  if (!intake) return showPage(context, <NotKnownPage context={context} here="" why={gone} />, 404)
  const { kind } = intake.progress
  if (kind === 'waiting' || kind === 'held-up' || kind === 'reading') http.header('Refresh', again)
  return showPage(context, <TakingInPage context={context} intake={intake} />)
})

const gone =
  'There is no such upload. The server may have been started anew since: then either all of its files were taken in, as the overview of the records says, or none'
