import { NotFound } from '../../answers/not-found.ts'
import type { PageContext } from '../context.ts'
import { organisationPage } from '../show-page.ts'
import { ResultPage } from './result.tsx'
import type { ListedImport } from './services.ts'

/** A past import of the organisation. @throws NotFound when there is none of that number */
export async function importOf({ services, organisation, params }: PageContext): Promise<ListedImport> {
  const imports = organisation ? await services.imports.list(organisation.slug) : []
  const found = imports.find(({ n }) => String(n) === params['import'])
  if (!found) throw new NotFound('There is no such import')
  return found
}

/** What an import of the past stored. */
export const pastImport = organisationPage({
  question: importOf,
  view: (past, context) => <ResultPage context={context} past={past} />,
})
