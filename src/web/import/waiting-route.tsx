import { NotFound } from '../../answers/not-found.ts'
import type { PageContext } from '../context.ts'
import { readForm, visitorOf } from '../forms/forms.tsx'
import { showPage } from '../show-page.ts'
import type { UploadPlace } from './services.ts'
import { WaitingPage } from './waiting.tsx'

/** How often the page of something under way is shown anew, in seconds; it needs no script. */
const again = '3'

/** What was understood of an upload, before it is stored; or how far it is; or the way to what it became. */
export async function waiting(context: PageContext): Promise<Response> {
  const { services, organisation, http } = context
  const upload = await services.imports.upload(placeOf(context))
  if (!upload || !organisation) throw new NotFound('There is no such upload')
  const { progress } = upload
  if (progress.kind === 'stored') return http.redirect(`/${organisation.slug}/import/${progress.n}`, 303)
  const isUnderWay = progress.kind === 'reading' || progress.kind === 'storing'
  if (isUnderWay) http.header('Refresh', again)
  const isWrong = progress.kind === 'preview' && progress.isNew
  return showPage(
    context,
    <WaitingPage context={{ ...context, organisation }} upload={upload} />,
    isWrong ? 409 : undefined,
  )
}

/** Takes what a person decided about an upload. */
export async function decide(context: PageContext): Promise<Response> {
  const { services, organisation, http, path } = context
  const place = placeOf(context)
  const form = readForm(context)
  const decision = form.text('decision')
  if (decision === 'store') await services.imports.confirm(place, form.text('digest'))
  if (decision === 'headings') await services.imports.acceptHeadings(place)
  if (decision !== 'put-away') return http.redirect(path, 303)
  await services.imports.putAway(place)
  return http.redirect(`/${organisation?.slug}/import`, 303)
}

/** The upload that the address names, for whoever asks: it shows itself to the visitor alone who sent it. */
function placeOf({ params, http, organisation }: PageContext): UploadPlace {
  if (!organisation) throw new NotFound('There is no such upload')
  return { organisation: organisation.slug, id: params['upload'] ?? '', visitor: visitorOf(http) ?? '' }
}
