import { permissionToSeePeople } from '../../../judgement/permission/permission.ts'
import type { Part } from '../../../measures/people/people.ts'
import { linkTo } from '../../components/wording.ts'
import { queryOf } from '../choice.ts'
import { recordsPath } from '../frame.tsx'
import { measureSlug } from '../measures/slug.ts'
import type { RecordsContext } from '../page.tsx'

/** So many people stand on a page. */
export const peopleOnPage = 25

type Asked = { readonly measure: string; readonly breakdown: string; readonly part: Part; readonly page?: number }

/** The address of the people behind a count; null for whoever may not see them. */
export function peopleLink(context: RecordsContext, { measure, breakdown, part, page = 1 }: Asked): string | null {
  const { organisation, choice, site } = context
  if (!permissionToSeePeople(site.settings).isGiven) return null
  return linkTo(recordsPath(organisation.slug, `/measures/${measureSlug(measure)}/people`), {
    ...queryOf(choice),
    breakdown,
    of: part,
    page: page === 1 ? undefined : String(page),
  })
}
