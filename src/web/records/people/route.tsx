import { NotFound } from '../../../answers/not-found.ts'
import { permissionToSeePeople } from '../../../judgement/permission/permission.ts'
import { parts } from '../../../measures/people/people.ts'
import { type OrganisationContext, ofOrganisation, showPage } from '../../show-page.ts'
import { twelveMonths } from '../choice.ts'
import { breakdownOf, measureOf } from '../explain/route.tsx'
import { keptNowhere, shown, withRecords } from '../page.tsx'
import { peopleOnPage } from './link.ts'
import { NotGrantedPage } from './not-granted.tsx'
import { PeoplePage } from './view.tsx'

const here = '/measures'

/** The people behind a count, by pseudonym: only for whom it is granted, and each look is in the audit before it is shown. */
export const recordsPeople = ofOrganisation(async (context: OrganisationContext) => {
  context.http.header('Cache-Control', keptNowhere)
  const permission = permissionToSeePeople(context.site.settings)
  if (!permission.isGiven) return showPage(context, <NotGrantedPage context={context} here={here} />, 403)
  return people(context)
})

const people = withRecords(here, async context => {
  const { services, query, choice, month, organisation } = context
  const held = measureOf(context)
  const breakdown = breakdownOf(context, held)
  const part = parts.find(each => each === (query['of'] ?? 'numerator'))
  const page = Number(query['page'] ?? 1)
  if (!part || !Number.isInteger(page) || page < 1 || page > 100_000 || (held.isRate && part !== 'numerator'))
    throw new NotFound('There is no such list of people')
  const { measure } = held
  const asked = {
    month,
    measure,
    breakdown,
    council: choice.council.code,
    part,
    from: (page - 1) * peopleOnPage,
    most: peopleOnPage,
  }
  const reply = await services.records.ask('people', asked, 'page')
  const what = `who is counted in ${measure} of ${twelveMonths(month)}`
  return shown(context, here, what, reply, async answer => {
    if (page > 1 && answer.people.length === 0) throw new NotFound('There is no such list of people')
    await services.records.recordLook({
      organisation: organisation.slug,
      council: choice.council.code,
      month,
      what: 'people',
      measure,
      breakdown,
      part,
      page,
      people: answer.people.length,
      records: answer.people.reduce((sum, { records }) => sum + records.length, 0),
    })
    return <PeoplePage answer={answer} context={context} held={held} asked={{ breakdown, part, page }} />
  })
})
