import { NotFound } from '../../../answers/not-found.ts'
import { showPage } from '../../show-page.ts'
import { type RecordsContext, recordsFile, shown, withRecords } from '../page.tsx'
import { publishedTable } from './table.ts'
import { NoFinancialYearPage, PublishedPage } from './view.tsx'
import { yearOf } from './year.ts'

/** The end of the financial year that an address asks for: the latest that ends by the chosen month; null where none is covered. */
function yearEndOf({ choice, month }: RecordsContext): string | null {
  return choice.months.find(each => each.endsWith('-03') && each <= month) ?? null
}

async function aboutIt(context: RecordsContext, end: string) {
  const council = context.choice.council.code
  const { own, national, area } = await context.services.records.published(council, yearOf(end))
  return { area, about: { month: end, council, published: { own, national } } }
}

/** The year's figures beside those that were published, with what explains the difference. */
export const recordsPublished = withRecords('/published', async context => {
  const end = yearEndOf(context)
  if (end === null) return showPage(context, <NoFinancialYearPage context={context} />)
  const { area, about } = await aboutIt(context, end)
  const reply = await context.services.records.ask('reconcile', about, 'page')
  const what = `the measures of ${yearOf(end)}, once for each likely cause of a difference`
  return shown(context, '/published', what, reply, answer => (
    <PublishedPage context={context} answer={answer} area={area} end={end} />
  ))
})

/** The same as a file. */
export const recordsPublishedFile = withRecords('/published', async context => {
  const end = yearEndOf(context)
  if (end === null) throw new NotFound('The records cover no financial year')
  const { about } = await aboutIt(context, end)
  const file = recordsFile({
    here: '/published',
    name: 'reconcile',
    about: () => about,
    tables: { published: (answer, { choice }) => publishedTable(choice.council.name, yearOf(end), answer) },
  })
  return file(context)
})
