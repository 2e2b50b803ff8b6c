import { readForm } from '../../forms/forms.tsx'
import { type OrganisationContext, ofOrganisation, showPage } from '../../show-page.ts'
import { NotKnownPage } from '../waiting.tsx'
import { filesOf } from './files-of.ts'
import { FilePage } from './view.tsx'

/** The most characters of a reason. */
const longest = 1000

/** A file of records: what was done with it, and the way to leave it out or to count it again. */
export const recordsOfFile = ofOrganisation(context => pageOf(context))

/** Leaves a file out, with the reason, or counts it again. */
export const leaveOutOrCount = ofOrganisation(async context => {
  const file = fileOf(context)
  if (!file) return pageOf(context)
  const { intake } = context.services.records
  const form = readForm(context)
  if (form.text('decision') === 'count') {
    const refused = await intake.countAgain(file.number)
    return refused === null ? context.http.redirect(context.path, 303) : pageOf(context, { why: '', words: refused })
  }
  const why = form.text('why').replaceAll(/\s+/g, ' ')
  if (why === '') return pageOf(context, { why, words: 'Say why the file is left out' })
  if (why.length > longest)
    return pageOf(context, { why, words: `Say it in at most ${longest} characters; there are ${why.length}` })
  const refused = await intake.leaveOut(file.number, why)
  return refused === null ? context.http.redirect(context.path, 303) : pageOf(context, { why, words: refused })
})

const fileOf = (context: OrganisationContext) =>
  filesOf(context).find(({ number }) => String(number) === context.params['file'])

async function pageOf(
  context: OrganisationContext,
  problem?: { readonly why: string; readonly words: string },
): Promise<Response> {
  const file = fileOf(context)
  const none = 'There is no such file of records here'
  if (!file) return showPage(context, <NotKnownPage context={context} here="" why={none} />, 404)
  const deeds = await context.services.records.intake.deeds(file.number)
  const page = <FilePage context={context} file={file} deeds={deeds} {...(problem ? { problem } : {})} />
  return showPage(context, page, problem ? 400 : undefined)
}
