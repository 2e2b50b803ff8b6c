import type { ShownEqualities } from '../../../answers/equalities/for-audience.ts'
import { equalityColumns, equalityLines } from '../../../answers/equalities/lines.ts'
import { NotFound } from '../../../answers/not-found.ts'
import { twelveMonths } from '../choice.ts'
import { measureSlug } from '../measures/slug.ts'
import { fileNamed, type RecordsContext, recordsFile, recordsPage } from '../page.tsx'
import { EqualitiesPage } from './view.tsx'

/** The base of the file that may leave officers. */
const sharedFile = 'equalities-to-share'

/** The table that an address asks for: without a measure the first, without a breakdown the last. @throws NotFound when there is none */
function tableOf({ query }: RecordsContext, tables: readonly ShownEqualities[]): ShownEqualities {
  const slug = query['measure'] ?? measureSlug(tables[0]?.measure ?? '')
  const own = tables.filter(({ measure }) => measureSlug(measure) === slug)
  const found = query['breakdown'] === undefined ? own.at(-1) : own.find(each => each.breakdown === query['breakdown'])
  if (!found) throw new NotFound('There is no such measure, or no such people in it')
  return found
}

const aboutIt = ({ month, choice }: RecordsContext, audience: 'officer' | 'public') => ({
  month,
  council: choice.council.code,
  audience,
})

/** A measure by age, sex, ethnicity, support reason and area, with its gaps. */
export const recordsEqualities = recordsPage({
  here: '/equalities',
  name: 'equalities',
  about: context => aboutIt(context, 'officer'),
  what: ({ month }) => `the measures of ${twelveMonths(month)} by groups of people`,
  view: (answer, context) => (
    <EqualitiesPage context={context} answer={answer} table={tableOf(context, answer.tables)} />
  ),
})

const fileOf = ({ tables }: { readonly tables: readonly ShownEqualities[] }, { choice, month }: RecordsContext) => ({
  title: `Measures of ${twelveMonths(month)} by groups of people`,
  council: choice.council.name,
  columns: equalityColumns,
  rows: tables.flatMap(equalityLines),
})

/** All measures by groups as a file: exact for officers, or as may be shared. */
export const recordsEqualitiesFile = recordsFile({
  here: '/equalities',
  name: 'equalities',
  about: context => aboutIt(context, fileNamed(context).base === sharedFile ? 'public' : 'officer'),
  tables: { equalities: fileOf, [sharedFile]: fileOf },
})
