import { NotFound } from '../../answers/not-found.ts'
import { linkTo } from '../components/wording.ts'
import type { Answer } from '../route.ts'
import { page } from '../show-page.ts'
import { OrganisationsPage } from './view.tsx'

const choose = page({
  question: async ({ services, frame, moment, audience }) => ({
    overviews: await Promise.all(
      frame.organisations.map(({ slug }) => services.overview(slug, moment, audience).catch(unlessUnknown)),
    ),
    national: await services.nationalFigures(moment),
  }),
  view: ({ overviews, national }, { frame }) => (
    <OrganisationsPage frame={frame} overviews={overviews.filter(each => each !== null)} national={national} />
  ),
})

/** An organisation that was not known on the day is left out. */
function unlessUnknown(error: unknown): null {
  if (error instanceof NotFound) return null
  throw error
}

/** The first page: the choice of an organisation, or straight to the only one. */
export const organisations: Answer = async context => {
  const { organisations: all, asAt } = context.frame
  const [only, second] = all
  return only && !second ? context.http.redirect(linkTo(`/${only.slug}`, { 'as-at': asAt }), 302) : choose(context)
}
